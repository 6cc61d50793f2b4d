import {expect} from '@open-wc/testing';
import type {Feed, RawFeed} from '../../../../../src/core/feed/feed.js';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import fc from '../../../../support/fast-check.mjs';
import bare from '../../../../../demo/bare.json';
import own from '../../../../../demo/practices.json';

const ADDRESS = 'https://city.example/data/feed.json';
const rawFeed = (records: readonly unknown[], more: Partial<RawFeed> = {}): RawFeed => ({
  address: ADDRESS,
  pointer: '',
  ...more,
  records,
});
const doubtsOf = ({warnings}: Feed) => warnings.map(({code, pointer}) => `${code} ${pointer}`);

describe('normalize', () => {
  describe('the real feed', () => {
    const feed = normalize(readNativeJson(own, ADDRESS));

    it('has a title and a language', () => {
      expect(feed).to.deep.include({
        title: [{lang: 'en', text: 'Good practices of intercultural cities'}],
        language: 'en',
        license: own.license,
        updated: '2026-11-29',
        totalRecords: 180,
      });
      expect(feed.topics.map(({id}) => id)).to.deep.equal(own.topics.map(({id}) => id));
      expect(feed.topics[1]?.label.slice(0, 2)).to.deep.equal([
        {lang: 'en', text: 'Education'},
        {lang: 'fr', text: 'Éducation'},
      ]);
    });

    it('has all its practices as published', () => {
      expect(feed.practices).to.have.length(180);
      for (const [i, {id, title, summary, period, topics, url, places}] of feed.practices.entries()) {
        const record = own.practices[i]!;
        expect({
          id,
          title: title[0],
          summary: summary[0],
          period: period.text,
          topics,
          url,
          cities: places.map(({city}) => city),
        }).to.deep.equal({
          id: record.id,
          // Norwegian without more is Bokmål
          title: {lang: record.titleLang?.replace('no', 'nb') ?? 'en', text: record.title},
          summary: {lang: 'en', text: record.summary},
          period: record.period ?? '',
          topics: record.topics,
          url: record.url,
          cities: [record.city ?? ''].flat(),
        });
        for (const {country} of places) expect(country).to.equal(record.country);
      }
    });

    it('causes exactly these warnings', () => {
      expect(doubtsOf(feed)).to.deep.equal(['empty-section /practices/0/sections/1']);
    });

    it('pairs cities and locations', () => {
      expect(feed.practices[159]?.places).to.deep.equal([
        {city: 'Lublin', country: 'PL', location: [51.25, 22.57]},
        {city: 'Krakow', country: 'PL', location: [50.06, 19.94]},
        {city: 'Wroclaw', country: 'PL', location: [51.11, 17.04]},
      ]);
    });

    it('gives the same practices as a bare list', () => {
      const list = normalize(readNativeJson(bare, ADDRESS));
      expect(doubtsOf(list)).to.deep.equal(['empty-section /0/sections/1']);
      expect(list).to.deep.include({title: [], language: '', license: '', updated: '', topics: [], totalRecords: 180});
      expect(list.practices.map(({id, places, topics}) => ({id, places, topics}))).to.deep.equal(
        feed.practices.map(({id, places, topics}) => ({id, places, topics})),
      );
    });

    it('keeps links valid when ids are missing and records move', () => {
      const nameless = own.practices.map((record) => ({...record, id: undefined}));
      const byTitle = (records: object[]) =>
        new Map(normalize(rawFeed(records)).practices.map(({id, title}) => [title[0]!.text, id]));
      const ids = byTitle(nameless);
      expect(new Set(ids.values()).size).to.equal(180);
      expect([...byTitle(nameless.toReversed())].toReversed()).to.deep.equal([...ids]);
      expect(ids.get('The Inclusive Anchors Network')).to.equal('leeds-the-inclusive-anchors-network');
    });
  });

  describe('the fields of a feed', () => {
    const table: [field: Partial<RawFeed>, read: Partial<Feed>, doubts?: string[]][] = [
      [{version: 1}, {}],
      [{version: '1.2'}, {}],
      [{version: '2'}, {}, ['unknown-version /version']],
      [{version: []}, {}, ['bad-text /version']],
      [{language: 'pt_br'}, {language: 'pt-BR'}],
      [{language: 'Portuguese'}, {language: ''}, ['unknown-language /language']],
      [{language: ['pt']}, {language: ''}, ['unknown-language /language']],
      [
        {title: {fr: 'Pratiques', en: 'Practices'}, language: 'en'},
        {
          title: [
            {lang: 'en', text: 'Practices'},
            {lang: 'fr', text: 'Pratiques'},
          ],
        },
      ],
      [{title: {}}, {title: []}, ['bad-text /title']],
      [{license: ' CC&nbsp;BY '}, {license: 'CC\xA0BY'}],
      [{license: {}}, {license: ''}, ['bad-text /license']],
      [{updated: '2026-11-29T10:00:00Z'}, {updated: '2026-11-29T10:00:00Z'}],
      [{updated: '2026-11'}, {updated: '2026-11'}],
      [{updated: 2026}, {updated: '2026'}],
      [{updated: 'yesterday'}, {updated: 'yesterday'}, ['bad-date /updated']],
      [{topics: 7}, {topics: [{id: '7', label: [{lang: '', text: '7'}]}]}],
      [{topics: {}}, {topics: []}, ['bad-topic /topics']],
    ];
    for (const [field, read, doubts = []] of table) {
      it(`reads ${JSON.stringify(field)}`, () => {
        const feed = normalize(rawFeed([], field));
        expect(feed).to.deep.include(read);
        expect(doubtsOf(feed)).to.deep.equal(doubts);
      });
    }
  });

  it('drops only records without a title', () => {
    const feed = normalize(rawFeed([{title: 'A'}, {city: 'B'}, null, {title: 'C'}, 'D'], {pointer: '/practices'}));
    expect(feed.practices.map(({title}) => title[0]?.text)).to.deep.equal(['A', 'C']);
    expect(feed.totalRecords).to.equal(5);
    expect(doubtsOf(feed)).to.deep.equal([
      'no-title /practices/1',
      'not-a-record /practices/2',
      'not-a-record /practices/4',
    ]);
  });

  it('reads the allowed number of records, with a warning', () => {
    const feed = normalize(rawFeed([{title: 'A'}, {title: 'B'}, {}], {pointer: '/practices'}), {maxPractices: 2});
    expect(feed.practices).to.have.length(2);
    expect(feed.totalRecords).to.equal(3);
    expect(feed.warnings).to.deep.equal([
      {code: 'too-many-practices', pointer: '/practices/2', message: '3: too many practices, the first 2 were read.'},
    ]);
    expect(normalize(rawFeed([{title: 'A'}, {title: 'B'}]), {maxPractices: 2}).warnings).to.deep.equal([]);
  });

  it('reads 20,000 practices by default', () => {
    const feed = normalize(rawFeed(Array.from({length: 20_001}, (_, i) => ({id: i, title: 'A'}))));
    expect(feed.practices).to.have.length(20_000);
    expect(doubtsOf(feed)).to.deep.equal(['too-many-practices /20000']);
  });

  it('keeps all practices with the same title', () => {
    const feed = normalize(
      rawFeed([
        {title: 'A', city: 'X'},
        {title: 'A', city: 'Y'},
        {title: 'A', city: 'X'},
        {title: 'A', city: 'X', period: '2015'},
      ]),
    );
    expect(feed.practices).to.have.length(4);
    expect(new Set(feed.practices.map(({id}) => id)).size).to.equal(4);
    expect(feed.practices[1]?.id).to.equal('y-a');
    expect(feed.warnings).to.deep.equal([]);
  });

  it('reports a repeated id once', () => {
    const feed = normalize(
      rawFeed([
        {id: 1, title: 'A'},
        {id: '1', title: 'B'},
        {id: 1, title: 'C'},
      ]),
    );
    expect(new Set(feed.practices.map(({id}) => id)).size).to.equal(3);
    expect(doubtsOf(feed)).to.deep.equal(['duplicate-id /1/id']);
  });

  it('keeps a thousand warnings', () => {
    const feed = normalize(rawFeed(Array.from({length: 1500}, () => ({}))));
    expect(feed.warnings).to.have.length(1000);
  });

  it('gives each practice the same id in any order', () => {
    const word = fc.constantFrom('A', 'B', 'Ä', '!');
    const record = fc.record(
      {id: fc.constantFrom('x', 'y', 'x-1', 7), title: word, city: word, url: fc.constantFrom('/1', '/2')},
      {requiredKeys: ['title']},
    );
    const orders = fc
      .array(record, {maxLength: 12})
      .chain((records) =>
        fc.tuple(
          fc.constant(records),
          fc.shuffledSubarray(records, {minLength: records.length, maxLength: records.length}),
        ),
      );
    const idsOf = (records: object[]) => {
      const {practices} = normalize(rawFeed(records));
      expect(new Set(practices.map(({id}) => id)).size).to.equal(records.length);
      return practices.map((practice) => JSON.stringify(practice)).sort();
    };
    fc.assert(
      fc.property(orders, ([records, shuffled]) => {
        expect(idsOf(shuffled)).to.deep.equal(idsOf(records));
      }),
      {numRuns: 3000},
    );
  });

  describe('any JSON', () => {
    const keys =
      'id title titleLang city country location period year years topics summary sections url links contact'.split(' ');
    const nasty = fc.constantFrom<unknown>(
      ...[
        '',
        'NaN',
        'javascript:alert(1)',
        '__proto__',
        '\u202E\0\uD800',
        '<p>',
        '&amp;lt;',
        '2015',
        'en',
        '53,8',
        'a, b',
        'x'.repeat(300),
      ],
      ...[
        null,
        true,
        0,
        -1,
        1e21,
        Infinity,
        [],
        {},
        [[]],
        [null],
        {en: 'x'},
        {en: {fr: []}},
        {id: [], label: {}},
        {url: 7},
        {heading: 1, text: ['a']},
        [181, 91],
      ],
    );
    const anything = fc.oneof(nasty, fc.jsonValue({maxDepth: 3}), fc.array(nasty, {maxLength: 4}));
    const entries = fc.array(fc.tuple(fc.constantFrom(...keys, '__proto__', 'constructor', 'toString'), anything), {
      maxLength: 12,
    });
    // through JSON, as from a server: there `__proto__` is a key like any other
    const record = entries.map(
      (list) =>
        JSON.parse(
          `{${list.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
        ) as unknown,
    );
    const withTitle = fc
      .tuple(fc.string({minLength: 1}), record)
      .map(([title, rest]) => ({...(rest as object), title}));
    const feeds = fc.record({
      version: anything,
      title: anything,
      language: anything,
      license: anything,
      updated: anything,
      topics: anything,
      address: fc.constantFrom(ADDRESS, '', 'nonsense', 'data:,'),
      records: fc.array(fc.oneof(record, withTitle, anything), {maxLength: 6}),
      pointer: fc.constantFrom('', '/practices'),
    });

    it('makes a feed', () => {
      const before = Object.getOwnPropertyNames(Object.prototype).sort();
      fc.assert(
        fc.property(feeds, (raw) => checkFeed(normalize(raw), raw)),
        {numRuns: 5000},
      );
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).to.deep.equal(before);
    });

    it('is a feed or none', () => {
      fc.assert(
        fc.property(fc.jsonValue({maxDepth: 5}), (document) => {
          const records = Array.isArray(document) ? document : [document];
          checkFeed(normalize(rawFeed(records)), rawFeed(records));
        }),
        {numRuns: 5000},
      );
    });

    it('does not fail at any depth', () => {
      const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
      const feed = normalize(
        rawFeed([deep, {title: deep}, Object.fromEntries(keys.map((key) => [key, key === 'title' ? 'A' : deep]))]),
      );
      expect(feed.practices).to.have.length(1);
    });
  });
});

/** What all else in the house relies on. One assertion for all, as there are thousands of feeds. */
function checkFeed(feed: Feed, {records, pointer}: RawFeed): void {
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string) => isRight || problems.push(problem);
  const texts = [...feed.title, ...feed.topics.flatMap(({label}) => label)];
  check(feed.totalRecords === records.length, 'totalRecords');
  check(new Set(feed.practices.map(({id}) => id)).size === feed.practices.length, 'an id twice');
  for (const practice of feed.practices) {
    const {id, title, summary, places, period, topics, sections, url, links, contact} = practice;
    texts.push(...title, ...summary, ...sections.flatMap(({heading, text}) => [...heading, ...text]));
    texts.push(...[id, ...topics, ...links.map(({label}) => label)].map((text) => ({lang: '', text})));
    check(title.length > 0, 'no title');
    check(typeof period.text === 'string', 'no period');
    check(
      sections.every(({text}) => text.length > 0),
      'an empty section',
    );
    for (const {city, country, location} of places) {
      check(typeof city === 'string' && typeof country === 'string', 'a place without texts');
      check(Boolean(city || country || location), 'an empty place');
      check(!location || (location.length === 2 && location.every(Number.isFinite)), `the location ${location}`);
    }
    for (const href of [url, contact?.url, ...links.map((link) => link.url)]) {
      check(!href || ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(href).protocol), `the address ${href}`);
    }
    check(
      Object.values(contact ?? {}).every((field) => typeof field === 'string'),
      'a contact without texts',
    );
  }
  for (const {lang, text} of texts) {
    check(
      typeof text === 'string' && text !== '' && !/[\0\u202E]|\p{Cs}/u.test(text),
      `the text ${JSON.stringify(text)}`,
    );
    check(!lang || Intl.getCanonicalLocales(lang)[0] === lang, `the language ${lang}`);
  }
  const place = new RegExp(`^$|^/(?:version|title|language|license|updated|topics)(?:/|$)|^${pointer}/\\d+(?:/|$)`);
  const said = feed.warnings.map(({code, pointer: at, message}) => `${code} ${at} ${message}`);
  check(new Set(said).size === said.length, 'a warning twice');
  for (const {pointer: at, message} of feed.warnings)
    check(place.test(at) && message.endsWith('.'), `the warning ${at} ${message}`);
  expect(problems).to.deep.equal([]);
}
