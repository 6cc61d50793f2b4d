import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {mergeFeeds} from '../../../../src/core/feed/merge.js';
import {normalize} from '../../../../src/core/feed/normalize/normalize.js';
import type {RawFeed} from '../../../../src/core/feed/feed.js';
import {runSync} from '../../../../src/core/time-slicing.js';

type Records = readonly object[];

const feedOf = (records: Records, more: Partial<RawFeed> = {}) =>
  normalize({address: 'https://city.example/feed.json', pointer: '', ...more, records});
const merge = (...feeds: Records[]) =>
  runSync(mergeFeeds(feeds.map((records, i) => ({address: `https://city${i}.example/`, pages: [feedOf(records)]}))));
/** What is left: ids, and in how many feeds each is. */
const idsOf = (...feeds: Records[]) =>
  merge(...feeds)
    .practices.map(({id, sources}) => (sources.length > 1 ? `${id} ×${sources.length}` : id))
    .join(', ');
const joined = (...pages: Records[]) =>
  runSync(mergeFeeds([{address: 'https://city.example/', pages: pages.map((records) => feedOf(records))}]));

describe('mergeFeeds', () => {
  it('does not change a single feed', () => {
    const feed = feedOf([{title: 'A'}]);
    expect(runSync(mergeFeeds([{address: 'https://city.example/', pages: [feed]}]))).to.equal(feed);
  });

  it('has the title of the first feed, and the practices, topics, warnings and counts of all', () => {
    const a = feedOf([{id: 'a', title: 'A'}, {}], {title: 'First', topics: ['sport', {id: 'youth', label: 'Youth'}]});
    const b = feedOf([{id: 'b', title: 'B'}], {title: 'Second', topics: [{id: 'youth', label: 'Jugend'}, 'housing']});
    const merged = runSync(
      mergeFeeds([
        {address: 'https://a.example/', pages: [a]},
        {address: 'https://b.example/', pages: [b]},
      ]),
    );
    expect(merged.title).to.deep.equal(a.title);
    expect(merged.practices).to.deep.equal([
      {...a.practices[0], sources: ['First']},
      {...b.practices[0], sources: ['Second']},
    ]);
    expect(merged.topics.map(({label}) => label[0]!.text)).to.deep.equal(['sport', 'Youth', 'housing']);
    expect(merged.warnings).to.deep.equal(a.warnings);
    expect(merged).to.include({totalRecords: 3, readRecords: 3});
  });

  it('keeps the declared feeds of all pages, but not of several feeds, as each has only its own practices', () => {
    const feed = (title: string) => feedOf([{title}], {feeds: [{filter: `topic:${title}`, url: 'https://x.example/'}]});
    const pages = [feed('a'), feed('b')];
    expect(runSync(mergeFeeds([{address: 'https://a.example/', pages}])).feeds.map(({filter}) => filter)).to.deep.equal(
      ['topic:a', 'topic:b'],
    );
    const merged = runSync(
      mergeFeeds([
        {address: 'https://a.example/', pages},
        {address: 'https://b.example/', pages: [feed('c')]},
      ]),
    );
    expect(merged.feeds).to.deep.equal([]);
  });

  it('takes the synonyms of all pages and feeds, each group once', () => {
    const feed = (title: string, ...synonyms: string[][]) => feedOf([{title}], {synonyms});
    const [kita, hort, park] = [['KiTa', 'nursery'], ['Hort', 'club'], ['Park', 'green']] as const; // prettier-ignore
    const merged = runSync(
      mergeFeeds([
        {address: 'https://a.example/', pages: [feed('A', [...kita]), feed('B', [...kita], [...hort])]},
        {address: 'https://b.example/', pages: [feed('C', [...hort], [...park])]},
      ]),
    );
    expect(merged.synonyms).to.deep.equal([kita, hort, park]);
  });

  describe('collections', () => {
    const start = (...practices: string[]) => ({id: 'start', title: 'Start', practices});
    const briefly = ({collections}: {collections: readonly {id: string; practices: readonly string[]}[]}) =>
      collections.map(({id, practices}) => `${id}: ${practices.join(', ')}`);
    const mergeOf = (...feeds: ReturnType<typeof feedOf>[]) =>
      runSync(mergeFeeds(feeds.map((feed, i) => ({address: `https://city${i}.example/`, pages: [feed]}))));

    it('mean the practices of their own feed, which may have another id or be those of another feed', () => {
      const council = (city: string) => ({id: 'council', title: 'Youth council', city});
      const garden = (id: string) => ({id, title: 'Garden', city: 'Leeds'});
      const merged = mergeOf(
        feedOf([council('Leeds'), garden('green')], {collections: [start('council', 'green', 'b')]}),
        feedOf([council('York'), garden('garden'), {id: 'b', title: 'B'}], {
          collections: [start('council', 'garden', 'b')],
        }),
      );
      const [, ofYork] = merged.practices.filter(({title}) => title[0]!.text === 'Youth council');
      expect(ofYork!.id).to.not.equal('council');
      expect(briefly(merged)).to.deep.equal(['start: council, green', `start-2: ${ofYork!.id}, green, b`]);
    });

    it('of one page have practices of all pages, and each is there once', () => {
      const pages = [
        feedOf([{id: 'a', title: 'A'}], {collections: [start('c', 'a', 'b')]}),
        feedOf([{id: 'b', title: 'B'}], {collections: [start('b')]}),
        feedOf([{id: 'c', title: 'C'}], {collections: [{...start('b'), id: 'end'}]}),
      ];
      const merged = runSync(mergeFeeds([{address: 'https://city.example/', pages}]));
      expect(briefly(merged)).to.deep.equal(['start: c, a, b', 'end: b']);
    });

    it('mean the first of several practices with the same id', () => {
      const records = ['Leeds', 'York'].map((city) => ({id: 'x', title: 'A', city}));
      const {collections, practices} = feedOf(records, {collections: [start('x')]});
      expect(practices[0]!.id).to.not.equal('x');
      expect(collections[0]!.practices).to.deep.equal([practices[0]!.id]);
    });

    it('are at most 24 of all feeds', () => {
      const many = (title: string) =>
        feedOf([{id: 'a', title}], {collections: Array.from({length: 24}, (_, i) => ({...start('a'), id: `c${i}`}))});
      expect(mergeOf(many('A'), many('B')).collections).to.have.length(24);
    });
  });

  describe('the same practice', () => {
    const leeds = {title: 'Écoles', city: 'Leeds'};
    const one = 'https://city.example/one';
    const table: [why: string, expected: string, ...feeds: Records[]][] = [
      ['has the same id', 'a ×2', [{id: 'a', title: 'A'}], [{id: 'a', title: 'Another title'}]],
      ['has the same id in three feeds', 'a ×3', [{id: 'a', title: 'A'}], [{id: 'a', title: 'A'}], [{id: 'a', title: 'A'}]],
      ['has the same id, and one says no city', 'a ×2', [{id: 'a', ...leeds}], [{id: 'a', title: 'B'}]],
      ['has the same title, as it is searched, and a city in common', 'a ×2', [{id: 'a', ...leeds}], [{id: 'b', title: 'ecoles', city: ['Lublin', 'LEEDS']}]],
      ['has the same title in one of its languages', 'a ×2', [{id: 'a', title: {en: 'Schools', fr: 'Écoles'}, city: 'Leeds'}], [{id: 'b', ...leeds}]],
      ['has the same address', 'a ×2', [{id: 'a', title: 'A', url: one}], [{id: 'b', title: 'B', url: one}]],
      ['has the same number and the same title', '1 ×2', [{id: 1, title: 'Écoles'}], [{id: 1, title: 'ecoles'}]],
      ['is not one with the same title alone', 'a, b', [{id: 'a', title: 'A'}], [{id: 'b', title: 'A'}]],
      ['is not one with the same title in another city', 'a, b', [{id: 'a', ...leeds}], [{id: 'b', title: 'Écoles', city: 'Lublin'}]],
      ['is not one with the same id in another city', 'a, a-lublin-ecoles', [{id: 'a', ...leeds}], [{id: 'a', title: 'Écoles', city: 'Lublin'}]],
      ['is not one with the same number and another title', '1, 1-b', [{id: 1, title: 'A'}], [{id: 1, title: 'B'}]],
      ['is not one at the address of a list', 'a, b, c', [{id: 'a', title: 'A', url: one}, {id: 'b', title: 'B', url: one}], [{id: 'c', title: 'C', url: one}]],
      ['is not one at the address of a list in a later feed', 'a, b, c', [{id: 'a', title: 'A', url: one}], [{id: 'b', title: 'B', url: one}, {id: 'c', title: 'C', url: one}]],
      ['is not one of the same feed, however alike', 'a, b', [{id: 'a', ...leeds}, {id: 'b', ...leeds}], []],
      ['is met once by each feed', 'a ×2, b ×2', [{id: 'a', ...leeds}, {id: 'b', ...leeds}], [{id: 'x', ...leeds}, {id: 'y', ...leeds}]],
    ]; // prettier-ignore
    for (const [why, expected, ...feeds] of table) it(why, () => expect(idsOf(...feeds)).to.equal(expected));
  });

  it('keeps the ids of the first feed, and never repeats an id', () => {
    const ids = idsOf(
      [
        {id: 1, title: 'A'},
        {id: '1-b', title: 'X'},
      ],
      [{id: 1, title: 'B'}],
    ).split(', ');
    expect(ids[0]).to.equal('1');
    expect(new Set(ids).size).to.equal(3);
  });

  it('changes no id of an earlier feed, for any feeds', () => {
    const trusted = [
      {id: 'youth', title: 'Youth council', city: 'Leeds'},
      {id: 'youth-bilbao-centre', title: 'The Centre', city: 'Bilbao'},
    ];
    expect(
      idsOf(trusted, [{id: 'youth', title: 'Centre!', city: 'Bilbao'}])
        .split(', ')
        .slice(0, 2),
    ).to.deep.equal(['youth', 'youth-bilbao-centre']);
    const record = fc.record({
      id: fc.constantFrom('a', 'b', 'a-oslo-a', 'a-oslo-b', 'x'.repeat(80), undefined),
      title: fc.constantFrom('A', 'B'),
      city: fc.constantFrom('Oslo', 'Bergen'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(record, {maxLength: 4}), {
          minLength: 2,
          maxLength: 4,
        }),
        (feeds) => {
          const before = merge(...feeds.slice(0, -1), []).practices;
          const after = merge(...feeds).practices;
          expect(after.slice(0, before.length).map(({id}) => id)).to.deep.equal(before.map(({id}) => id));
        },
      ),
    );
  });

  describe('the names of topics', () => {
    const namesIn = (...feeds: [topics: unknown, records: object[]][]) =>
      runSync(
        mergeFeeds(
          feeds.map(([topics, records], i) => ({
            address: `https://city${i}.example/`,
            pages: [feedOf(records, {topics})],
          })),
        ),
      ).topics.map(({id, label}) => [id, label[0]!.text]);
    const practice = {title: 'Y', topics: ['education']};
    const fake = {id: 'education', label: 'Fake'};
    it('come from the first feed that describes them', () => {
      expect(namesIn([[{id: 'education', label: 'Education'}], [practice]], [[fake], [practice]])).to.deep.equal([
        ['education', 'Education'],
      ]);
    });
    it('do not come from a feed after the first that uses them', () => {
      expect(namesIn([undefined, [practice]], [[fake, {id: 'sport', label: 'Sport'}], []])).to.deep.equal([
        ['sport', 'Sport'],
      ]);
    });
    it('may come from a further page of the same feed', () => {
      const pages = [
        feedOf([practice]),
        feedOf([{title: 'Z'}], {
          topics: [{id: 'education', label: 'Education'}],
        }),
      ];
      const {topics} = runSync(
        mergeFeeds([
          {address: 'https://city.example/', pages},
          {
            address: 'https://b.example/',
            pages: [feedOf([], {topics: [fake]})],
          },
        ]),
      );
      expect(topics.map(({label}) => label[0]!.text)).to.deep.equal(['Education']);
    });
  });

  it('loses no practice and keeps ids distinct, for any feeds', () => {
    const record = fc.record({
      id: fc.constantFrom(1, 2, 'a', 'b', undefined),
      title: fc.constantFrom('A', 'B', 'á'),
      city: fc.constantFrom(undefined, 'Leeds', 'Lublin', ['Leeds', 'Palma']),
      url: fc.constantFrom(undefined, 'https://x.example/1', 'https://x.example/2'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(record, {maxLength: 6}), {minLength: 2, maxLength: 4}), (feeds) => {
        const {practices} = merge(...feeds);
        expect(new Set(practices.map(({id}) => id)).size).to.equal(practices.length);
        expect(practices.flatMap(({sources}) => sources)).to.have.length(feeds.flat().length);
        for (const {sources} of practices) expect(new Set(sources).size).to.equal(sources.length);
      }),
    );
  });

  describe('the names of feeds', () => {
    const namesOf = (...feeds: [address: string, title: string][]) =>
      runSync(
        mergeFeeds(
          feeds.map(([address, title], i) => ({address, pages: [feedOf([{id: `p${i}`, title: `T${i}`}], {title})]})),
        ),
      ).practices.map(({sources}) => sources[0]);
    it('are their titles', () => {
      expect(namesOf(['https://a.example/f', 'One'], ['https://a.example/g', 'Two'])).to.deep.equal(['One', 'Two']);
    });
    it('are their hosts if they have no title', () => {
      expect(namesOf(['https://a.example/f', ''], ['https://b.example/f', 'Two'])).to.deep.equal(['a.example', 'Two']);
    });
    it('are their file names if all are on one host', () => {
      expect(namesOf(['https://a.example/f.csv', ''], ['https://a.example/g.csv', ''])).to.deep.equal([
        'f.csv',
        'g.csv',
      ]);
    });
    it('are distinct, even if titles are equal', () => {
      expect(namesOf(['https://a.example/f', 'Good'], ['https://b.example/f', 'Good'])).to.deep.equal([
        'Good (a.example)',
        'Good (b.example)',
      ]);
      expect(namesOf(['https://a.example/x/f', ''], ['https://a.example/y/f', ''])).to.deep.equal([
        'https://a.example/x/f',
        'https://a.example/y/f',
      ]);
    });
    it('are their address if one redirects to the other', () => {
      const address = 'https://a.example/f';
      expect(namesOf([address, ''], [address, ''])).to.deep.equal([address, address]);
      expect(namesOf([address, 'One'], [address, 'Two'])).to.deep.equal(['One', 'Two']);
    });
  });

  describe('a feed that pretends to be another', () => {
    const namesOf = (...titles: string[]) =>
      runSync(
        mergeFeeds(
          titles.map((title, i) => ({
            address: `https://${'abc'[i]}.example/f`,
            pages: [feedOf([{id: `p${i}`, title: `T${i}`}], {title})],
          })),
        ),
      ).practices.map(({sources}) => sources[0]);
    const both = ['Trusted (a.example)', 'Trusted (b.example)'];
    for (const [how, title] of [
      ['an invisible character', 'Tru\u200Bsted\u2060'],
      ['another case', 'TRUSTED'],
      ['a host in brackets', 'Trusted (a.example)'],
      ['a host in wide brackets', 'Trusted　（a。example）'],
      ['a host with a port', 'Trusted [a.example:8443]'],
      ['an address in brackets', 'Trusted (https://a.example/f)'],
      ['two hosts', 'Trusted (a.example) (b.example)'],
    ] as const)
      it(`by ${how} gets its own host`, () => {
        const names = namesOf('Trusted', title);
        expect(names.map((name) => name!.replace(/^TRUSTED/, 'Trusted'))).to.deep.equal(both);
      });
    it('by the host as its title gets its own host', () => {
      expect(namesOf('', 'a.example')).to.deep.equal(['a.example', 'a.example (b.example)']);
      expect(namesOf('', '(a.example)')).to.deep.equal(['a.example', 'b.example']);
    });
    it('keeps other words in brackets, and joiners of its script', () => {
      const titles = ['Practices (2024)', 'Practices (Council of Europe)', 'شهرداری می\u200Cرود'];
      expect(namesOf(...titles)).to.deep.equal(titles);
    });
  });

  describe('the pages of one feed', () => {
    it('follow each other, without a source', () => {
      const {practices, readRecords, totalRecords} = joined([{id: 'a', title: 'A'}], [{id: 'b', title: 'B'}]);
      expect(practices.map(({id, sources}) => [id, sources])).to.deep.equal([
        ['a', []],
        ['b', []],
      ]);
      expect({readRecords, totalRecords}).to.deep.equal({readRecords: 2, totalRecords: 2});
    });

    it('contain a practice once that moved between two requests', () => {
      const {practices} = joined(
        [
          {id: 'a', title: 'A'},
          {id: 'b', title: 'B'},
        ],
        [
          {id: 'b', title: 'B'},
          {id: 'c', title: 'C'},
        ],
      );
      expect(practices.map(({id}) => id)).to.deep.equal(['a', 'b', 'c']);
    });
  });
});
