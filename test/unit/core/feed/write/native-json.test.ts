import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import type {Feed} from '../../../../../src/core/feed/feed.js';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {writeNativeJson} from '../../../../../src/core/feed/write/native-json.js';
import {feedOf, realFeed} from '../../../../fixtures/practices.js';

const ADDRESS = 'https://city.example/feed.json';
const read = (document: unknown): Feed => normalize(readNativeJson(document, ADDRESS));
const again = (feed: Feed): Feed => read(JSON.parse(writeNativeJson(feed, feed.practices)));

const word = fc.oneof(
  fc.constantFrom(
    'Leeds',
    'Zürich',
    'education',
    'GB',
    'Atlantis',
    '2015-2019',
    'Since 2014',
    '__proto__',
    'mailto:a@b.example',
  ),
  fc.constantFrom('a & b', '&amp;', '&amp;amp;', '&lt;b&gt; &', '?a=1&copy=2', '&#38;', 'x; y, z', 'One\n\nTwo', ' '),
  fc.string({unit: 'binary', maxLength: 12}),
);
const markup = fc.oneof(
  word,
  fc.constantFrom('<p>One &amp;amp; <a href="x">two</a>', {fr: '<b>a</b>', en: '<script>1</script>'}),
);
const language = fc.constantFrom('en', 'fr', 'pt-BR', 'sr-Latn', 'x-none', '');
const localized = fc.oneof(word, fc.dictionary(language, word, {maxKeys: 3}));
const oneOrMore = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.array(value, {maxLength: 3}));
const address = fc.oneof(
  fc.webUrl({withQueryParameters: true, withFragments: true}),
  fc.constantFrom('/a?b=1&amp;c', 'www.x.example', 'tel:+44', 'javascript:1'),
);
// No -0, which JSON does not know.
const degree = fc.integer({min: -180, max: 180}).map((n) => n / 4);
const partial = <T extends Record<string, fc.Arbitrary<unknown>>>(model: T) => fc.record(model, {requiredKeys: []});

const record = fc.record(
  {
    title: localized,
    // what is longer is cut, also where a suffix made it so
    id: fc.oneof(fc.uuid(), fc.string({maxLength: 12})),
    titleLang: language,
    city: oneOrMore(word),
    country: oneOrMore(word),
    location: fc.oneof(fc.tuple(degree, degree), fc.array(fc.option(fc.tuple(degree, degree)), {maxLength: 3})),
    period: word,
    topics: oneOrMore(fc.oneof(word, partial({id: word, label: localized}))),
    summary: localized,
    sections: fc.array(fc.oneof(word, partial({heading: localized, text: localized, html: markup, base: address})), {
      maxLength: 3,
    }),
    url: address,
    image: fc.oneof(address, partial({src: address, alt: localized})),
    details: fc.constantFrom(
      'details/a.json?b=1&amp;c',
      'https://other.example/a.json',
      'texts.json',
      'some words',
      '',
    ),
    links: fc.array(fc.oneof(address, partial({url: address, label: localized})), {maxLength: 2}),
    contact: fc.oneof(
      word,
      partial({name: fc.constantFrom('A & B', '&amp;', ''), email: word, phone: word, url: address}),
    ),
  },
  {requiredKeys: ['title']},
);
const feed = fc.record(
  {
    practices: fc.array(record, {minLength: 1, maxLength: 4}),
    language,
    title: localized,
    license: word,
    updated: word,
    texts: fc.constantFrom('texts.json', 'x y', ''),
    topics: fc.array(fc.oneof(word, partial({id: word, label: localized})), {maxLength: 4}),
    synonyms: fc.array(fc.array(word, {maxLength: 3}), {maxLength: 3}),
    collections: fc.array(
      partial({
        id: word,
        title: localized,
        introduction: localized,
        image: address,
        practices: fc.array(word, {maxLength: 3}),
      }),
      {maxLength: 3},
    ),
    examples: fc.array(localized, {maxLength: 3}),
  },
  {requiredKeys: ['practices']},
);

// Of the date, only one that the schema accepts is written.
const about = ({title, language: tag, license, synonyms, examples}: Feed) => ({
  title,
  tag,
  license,
  synonyms,
  examples,
});
/** The collections with the practices that the feed has. */
const shown = ({collections, practices}: Feed) =>
  collections
    .map((each) => ({...each, practices: each.practices.filter((id) => practices.some((one) => one.id === id))}))
    .filter((each) => each.practices.length);

describe('writeNativeJson', () => {
  it('writes the real feed so that it reads the same', async () => {
    const real = await realFeed();
    expect(again(real).practices).to.deep.equal(real.practices);
    expect(again(real).topics).to.have.deep.members(
      real.topics.filter(({id}) => real.practices.some(({topics}) => topics.includes(id))),
    );
    expect(again(real).warnings).to.deep.equal([]);
  });

  it('writes the synonyms of the feed', () => {
    const synonyms = [['KiTa', 'arts & crafts', '&amp;']];
    const before = read({synonyms: [['KiTa', 'arts &amp; crafts', '&amp;amp;']], practices: [{title: 'A'}]});
    expect(before.synonyms).to.deep.equal(synonyms);
    expect(again(before).synonyms).to.deep.equal(synonyms);
  });

  it('writes the collections and the examples of the feed, without practices that are not written', () => {
    const collection = {
      id: 'start & more',
      title: {en: 'A &amp; B', fr: 'A et B'},
      introduction: 'Two.\n\nPractices.',
      image: {src: 'start.jpg', alt: 'A door'},
      practices: ['b', 'gone', 'a'],
    };
    const practices = ['a', 'b', 'c'].map((id) => ({id, title: id}));
    const before = read({language: 'en', collections: [collection], examples: ['x', {en: 'y', de: 'z'}], practices});
    const after = again(before);
    expect(after.collections).to.deep.equal([{...before.collections[0], practices: ['b', 'a']}]);
    expect(after.examples).to.deep.equal(before.examples);
    const some = JSON.parse(writeNativeJson(before, before.practices.slice(0, 1)));
    expect(some.collections[0].practices).to.deep.equal(['a']);
    expect(JSON.parse(writeNativeJson(before, before.practices.slice(2))).collections).to.equal(undefined);
  });

  it('writes the feeds that visitors can follow', () => {
    const feeds = [
      {filter: 'city:"a &amp;amp; b"', url: 'https://x.example/?a=1&amp;copy=2'},
      {filter: '', url: 'all.xml'},
    ];
    const before = read({feeds, practices: [{title: 'A'}]});
    expect(before.feeds).to.deep.equal([
      {filter: 'city:"a &amp; b"', url: 'https://x.example/?a=1&copy=2'},
      {filter: '', url: 'https://city.example/all.xml'},
    ]);
    expect(again(before).feeds).to.deep.equal(before.feeds);
  });

  it('writes any feed so that it reads the same', () => {
    fc.assert(
      fc.property(feed, (document) => {
        const before = read(document);
        const after = again(before);
        expect(after.practices).to.deep.equal(before.practices);
        expect(about(after)).to.deep.equal(about(before));
        expect(shown(after)).to.deep.equal(shown(before));
      }),
      {numRuns: 1000},
    );
  });

  it('writes texts with character references so that they read the same', () => {
    const before = feedOf({title: '&amp;lt;b&amp;gt;'});
    expect(before.practices[0]!.title[0]!.text).to.equal('&lt;b&gt;');
    expect(again(before).practices).to.deep.equal(before.practices);
  });

  it('writes HTML unchanged, with its base address', () => {
    const sections = [{html: '<a href="x?a=1&amp;amp;">A</a>'}];
    const {practices} = JSON.parse(writeNativeJson(feedOf(), feedOf({title: 'T', sections}).practices));
    expect(practices[0].sections).to.deep.equal([{...sections[0], base: 'https://city.example/feed.json'}]);
  });

  it('leaves out empty fields, and topics that no practice has', () => {
    const before = read({
      language: 'en',
      topics: [
        {id: 'a', label: 'A'},
        {id: 'b', label: 'B'},
      ],
      practices: [{id: 'x', title: 'X', topics: ['b']}],
    });
    expect(JSON.parse(writeNativeJson(before, before.practices))).to.deep.equal({
      version: '1',
      language: 'en',
      topics: [{id: 'b', label: 'B'}],
      practices: [{id: 'x', title: 'X', topics: ['b']}],
    });
  });
});
