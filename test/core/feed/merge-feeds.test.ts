import {expect} from '@open-wc/testing';
import {mergeFeeds} from '../../../src/core/feed/merge-feeds.js';
import {normalize} from '../../../src/core/feed/normalize.js';
import type {RawFeed} from '../../../src/core/feed/raw-feed.js';

const feedOf = (records: readonly object[], more: Partial<RawFeed> = {}) =>
  normalize({address: 'https://city.example/feed.json', pointer: '', ...more, records});
const namesOf = (...feeds: (readonly object[])[]) =>
  mergeFeeds(feeds.map((records) => feedOf(records))).practices.map(({id, title}) => `${id} ${title[0]!.text}`);

describe('mergeFeeds', () => {
  it('leaves a single feed as it is', () => {
    const feed = feedOf([{title: 'A'}]);
    expect(mergeFeeds([feed])).to.equal(feed);
  });

  it('takes the title of the first, and the practices, topics, doubts and counts of all', () => {
    const a = feedOf([{id: 'a', title: 'A'}, {}], {title: 'First', topics: ['sport', {id: 'youth', label: 'Youth'}]});
    const b = feedOf([{id: 'b', title: 'B'}], {title: 'Second', topics: [{id: 'youth', label: 'Jugend'}, 'housing']});
    const merged = mergeFeeds([a, b]);
    expect(merged.title).to.deep.equal(a.title);
    expect(merged.practices).to.deep.equal([...a.practices, ...b.practices]);
    expect(merged.topics.map(({label}) => label[0]!.text)).to.deep.equal(['sport', 'Youth', 'housing']);
    expect(merged.warnings).to.deep.equal(a.warnings);
    expect(merged.totalRecords).to.equal(3);
  });

  it('shows once what is in several feeds', () => {
    expect(namesOf([{id: 1, title: 'Écoles'}], [{id: 1, title: 'ecoles'}], [{id: 1, title: 'Écoles'}])).to.deep.equal([
      '1 Écoles',
    ]);
  });

  it('keeps all practices of feeds that count their records, and the ids of the first', () => {
    expect(
      namesOf(
        [
          {id: 1, title: 'A'},
          {id: 2, title: 'B'},
        ],
        [
          {id: 1, title: 'C', city: 'Leeds'},
          {id: 2, title: 'D'},
        ],
        [
          {id: 1, title: 'C', city: 'Lublin'},
          {id: 1, title: 'E'},
        ],
      ),
    ).to.deep.equal([
      '1 A',
      '2 B',
      '1-leeds-c C',
      '2-d D',
      ...namesOf([
        {id: 1, title: 'C', city: 'Lublin'},
        {id: 1, title: 'E'},
      ]),
    ]);
  });

  it('makes no id that another practice has', () => {
    const names = namesOf(
      [
        {id: 1, title: 'A'},
        {id: '1-b', title: 'X'},
      ],
      [{id: 1, title: 'B'}],
    );
    expect(new Set(names.map((name) => name.split(' ')[0])).size).to.equal(3);
  });
});
