import {expect} from '@open-wc/testing';
import {readFilterFeeds} from '../../../../../src/core/feed/normalize/filter-feeds.js';
import {feedWith} from '../../../../fixtures/practices.js';
import {aReading, at} from '../../../../support/read-context.js';

const read = (value: unknown) => {
  const {doubts, reading} = aReading();
  return {feeds: readFilterFeeds(at(value), reading), doubts: doubts()};
};
const filter = 'topic:education country:ES';
const url = 'https://city.example/a.xml';

describe('readFilterFeeds', () => {
  const table: [what: string, value: unknown, feeds: object[], doubts?: string[]][] = [
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['filters and addresses', [{filter, url}, {filter: '', url: 'http://b.example/'}], [{filter, url}, {filter: '', url: 'http://b.example/'}]],
    ['spaces, and entities in both', [{filter: ' topic:a  city:&quot;B &amp; C&quot; ', url: 'https://city.example/?a=1&amp;b=2'}], [{filter: 'topic:a city:"B & C"', url: 'https://city.example/?a=1&b=2'}]],
    ['an object', {filter, url}, [], ['bad-filter-feed /x']],
    ['a text in the list', [url, {filter, url}], [{filter, url}], ['bad-filter-feed /x/0']],
    ['a feed without a filter', [{url}], [], ['bad-filter-feed /x/0']],
    ['a filter that is no text', [{filter: {topic: 'a'}, url}], [], ['bad-filter-feed /x/0']],
    ['a feed without an address', [{filter}], [], ['bad-address /x/0/url']],
    ['an address by mail', [{filter, url: 'mailto:a@b.example'}], [], ['bad-address /x/0/url']],
    ['a script', [{filter, url: 'javascript:alert(1)'}], [], ['bad-address /x/0/url']],
  ]; // prettier-ignore
  for (const [what, value, feeds, doubts = []] of table)
    it(`reads ${what}`, () => expect(read(value)).to.deep.equal({feeds, doubts}));

  it('reads the first 500', () => {
    const many = Array.from({length: 502}, (_, i) => ({filter: `topic:t${i}`, url}));
    expect(read(many.slice(0, 500)).doubts).to.deep.equal([]);
    expect(read(many)).to.deep.equal({feeds: many.slice(0, 500), doubts: ['bad-filter-feed /x']});
  });

  it('starts relative addresses at the feed', () => {
    const {feeds} = feedWith({feeds: [{filter, url: 'feeds/a.xml'}], practices: []});
    expect(feeds).to.deep.equal([{filter, url: 'https://city.example/feeds/a.xml'}]);
  });
});
