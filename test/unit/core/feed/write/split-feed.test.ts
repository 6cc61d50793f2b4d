import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import type {Feed} from '../../../../../src/core/feed/feed.js';
import {readDetails} from '../../../../../src/core/feed/normalize/details.js';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {mergeFeeds} from '../../../../../src/core/feed/merge.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {splitFeed} from '../../../../../src/core/feed/write/split-feed.js';
import {runSync} from '../../../../../src/core/time-slicing.js';
import {feedOf, realFeed} from '../../../../fixtures/practices.js';

const ADDRESS = 'https://city.example/data/feed.json';
const read = (document: unknown, address = ADDRESS): Feed => normalize(readNativeJson(document, address));
const listOf = (feed: Feed) => read(JSON.parse(splitFeed(feed).list));

/** The feed with its texts. */
const joined = (feed: Feed): Feed => {
  const texts = readNativeJson(JSON.parse(splitFeed(feed).texts), 'https://city.example/data/texts.json');
  return runSync(mergeFeeds([{address: ADDRESS, pages: [listOf(feed)], texts}]));
};

/** The feed with each of its practices opened. */
const opened = (feed: Feed) => {
  const {details, texts} = splitFeed(feed);
  return listOf(feed).practices.map((practice) => {
    const address = practice.details;
    if (!address) return practice;
    const path = address.slice('https://city.example/data/'.length);
    return {...practice, ...readDetails({address, content: JSON.parse(details.get(path) ?? texts)}, practice)};
  });
};

const word = fc.oneof(fc.constantFrom('Leeds', '&amp;', 'One\n\nTwo', '__proto__', ''), fc.string({maxLength: 8}));
const text = fc.oneof(word, fc.dictionary(fc.constantFrom('en', 'fr', 'pt-BR'), word, {maxKeys: 3}));
const record = fc.record(
  {
    id: fc.oneof(word, fc.constantFrom('../a', 'A', 'a', 'con', '?', 'école', '..')),
    title: fc.oneof(text, fc.constant('Title')),
    titleLang: fc.constantFrom('en', 'fr', ''),
    summary: text,
    sections: fc.array(
      fc.record({heading: text, text, html: fc.constantFrom('<p>A <a href="x">b</a>', '')}, {requiredKeys: []}),
      {maxLength: 2},
    ),
    links: fc.array(fc.record({url: fc.webUrl(), label: word}), {maxLength: 2}),
    contact: fc.record({name: word}),
    url: fc.webUrl(),
  },
  {requiredKeys: []},
);
const feed = fc
  .record({
    version: fc.constant('1'),
    language: fc.constantFrom('', 'en', 'fr'),
    practices: fc.array(record, {maxLength: 5}),
  })
  .map((document) => read(document));

describe('splitFeed', () => {
  it('gives the whole feed again when joined with its texts', async () => {
    const real = await realFeed();
    expect(joined(real).practices).to.deep.equal(real.practices);
    fc.assert(fc.property(feed, (whole) => void expect(joined(whole).practices).to.deep.equal(whole.practices)));
  });

  it('gives the whole feed again when each practice is opened', async () => {
    const real = await realFeed();
    expect(opened(real)).to.deep.equal(real.practices);
    fc.assert(fc.property(feed, (whole) => void expect(opened(whole)).to.deep.equal(whole.practices)));
  });

  it('lists what searching, filtering and cards need, with a teaser if there is no summary', async () => {
    const long = 'One word after the other. '.repeat(40);
    const [first, second] = listOf(
      feedOf(
        {id: 'a', title: 'A', summary: 'Short', sections: [{text: long}]},
        {id: 'b', title: 'B', sections: [{text: long}]},
      ),
    ).practices;
    expect(first).to.deep.include({sections: [], details: 'https://city.example/data/details/a.json'});
    expect(first!.summary[0]!.text).to.equal('Short');
    expect(second!.summary[0]!.text).to.match(/^One word .{200,260}…$/);
  });

  it('lists the synonyms of the feed', () => {
    const synonyms = [['KiTa', 'nursery']];
    const practices = [{title: 'A', sections: [{text: 'B'}]}];
    expect(joined(read({synonyms, practices})).synonyms).to.deep.equal(synonyms);
  });

  it('names no further document if nothing is left out', () => {
    const {details, list} = splitFeed(feedOf({id: 'a', title: 'A', summary: 'All'}));
    expect(details.size).to.equal(0);
    expect(list).not.to.include('texts').and.not.to.include('details');
  });

  it('gives files names that are distinct on every system', () => {
    const ids = ['A', 'a', '../../etc/passwd', 'con', '?', 'École 1', 'a-2'];
    const {details} = splitFeed(feedOf(...ids.map((id) => ({id, title: 'T', sections: [{text: 'x'}]}))));
    expect([...details.keys()].map((path) => path.slice('details/'.length))).to.deep.equal([
      'a.json',
      'a-2.json',
      'etc-passwd.json',
      'practice-con.json',
      'practice.json',
      'cole-1.json',
      'a-2-2.json',
    ]);
  });
});
