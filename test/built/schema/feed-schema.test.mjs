// The schema, its examples, and what `normalize` makes of both. Needs a build: core is imported as npm users do.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {feedFields} from '../../../dist/core/doctor/checks/fields.js';
import {readNativeJson, recordFields} from '../../../dist/core/feed/formats/native-json.js';
import {normalize} from '../../../dist/core/feed/normalize/normalize.js';
import fc from '../../support/fast-check.mjs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const schema = read('feed.schema.json');
const validate = new Ajv2020({strict: true, allowUnionTypes: true}).compile(schema);
const examples = (kind) =>
  readdirSync(`test/built/schema/${kind}`).map((name) => ({name, feed: read(join('test/built/schema', kind, name))}));
const doubts = (feed) => normalize(readNativeJson(feed, 'https://city.example/feed.json')).warnings;

/** The JSON that a page of the documentation shows. */
const jsonBlocks = (page) =>
  [...readFileSync(page, 'utf8').matchAll(/^ *```json\n(.*?)```/gms)].map(([, text]) => JSON.parse(text));

/** Every part of the schema that says what a value is: `visit(part, path)`. */
function walk(part, visit, path = '') {
  if (Array.isArray(part)) return part.forEach((each, i) => walk(each, visit, `${path}/${i}`));
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'examples' || key === 'enum') continue;
    if (key === 'properties' || key === 'patternProperties' || key === '$defs')
      for (const [name, each] of Object.entries(value)) if (each !== true) visit(each, `${path}/${key}/${name}`);
    walk(value, visit, `${path}/${key}`);
  }
}

// Requirement: E-10
describe('feed.schema.json', () => {
  it('is published unchanged, at the address in its $id', () => {
    assert.deepEqual(read('dist/feed.schema.json'), schema);
    assert.match(schema.$id, /^https:\/\/\S+\/feed\.schema\.json$/);
  });

  it('has a title, a description and examples for everything, and the examples are right', () => {
    let count = 0;
    const ajv = new Ajv2020({strict: true, allowUnionTypes: true});
    ajv.addSchema(schema);
    walk(schema, (part, path) => {
      count++;
      assert.ok(
        part.title && part.description && part.examples?.length,
        `${path} lacks a title, description or examples`,
      );
      const isRight = ajv.compile({$ref: `${schema.$id}#${path}`});
      for (const example of part.examples) assert.ok(isRight(example), `${path}: ${JSON.stringify(example)} is wrong`);
    });
    assert.ok(count > 60, `only ${count} parts`);
    for (const example of schema.examples) assert.ok(validate(example));
  });

  const isFeed = (value) => Array.isArray(value) || 'practices' in value;
  const documented = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
    .filter((page) => page.endsWith('.md'))
    .map((page) => ({page, feeds: jsonBlocks(page).filter(isFeed)}))
    .filter(({feeds}) => feeds.length);
  it('has feeds to check in the documentation', () => {
    const pages = documented.map(({page}) => page);
    for (const page of [
      'README.md',
      'docs/feed.md',
      'docs/getting-started.md',
      'docs/large-feeds.md',
      'docs/search.md',
    ])
      assert.ok(pages.includes(page), page);
  });
  for (const {page, feeds} of documented)
    it(`accepts the feeds in ${page}, and so does normalize`, () => {
      for (const feed of feeds) {
        assert.ok(validate(feed), JSON.stringify(validate.errors));
        assert.deepEqual(doubts(feed), []);
      }
    });

  const valid = examples('valid');
  const invalid = examples('invalid');
  it('has enough examples', () => {
    assert.ok(valid.length >= 10 && invalid.length >= 20);
  });
  for (const {feed, name} of valid)
    it(`accepts ${name}, and so does normalize`, () => {
      assert.ok(validate(feed), JSON.stringify(validate.errors));
      assert.deepEqual(doubts(feed), []);
    });
  for (const {feed, name} of invalid) it(`refuses ${name}`, () => assert.equal(validate(feed), false));
  for (const name of ['practices.json', 'bare.json'])
    it(`finds the same problems in ${name} of the demo as normalize`, () => {
      const feed = read(`demo/${name}`);
      assert.equal(validate(feed), false);
      (feed.practices ?? feed)[0].sections.splice(1, 1);
      assert.ok(validate(feed), JSON.stringify(validate.errors));
      assert.deepEqual(doubts(feed), []);
    });
});

describe('feed.schema.json and normalize', () => {
  const {feed, practice} = schema.$defs;

  it('know the same fields, and so does the feed check', () => {
    assert.deepEqual(Object.keys(practice.properties).sort(), [...recordFields].sort());
    assert.deepEqual(Object.keys(feed.properties).sort(), [...feedFields].sort());
  });

  it('agree: every field that is read is in the schema', () => {
    const asked = {
      feed: new Set(),
      practice: new Set(),
      section: new Set(),
      image: new Set(),
      link: new Set(),
      contact: new Set(),
      topic: new Set(),
      collection: new Set(),
    };
    const spy = (name, target) =>
      new Proxy(target, {get: (object, key) => (typeof key === 'string' && asked[name].add(key), object[key])});
    const record = {
      title: 'A',
      sections: [spy('section', {html: 'B'})],
      image: spy('image', {src: 'a.png'}),
      links: [spy('link', {url: 'a'})],
      contact: spy('contact', {name: 'A'}),
      topics: [spy('topic', {id: 'a'})],
    };
    const collections = [spy('collection', {id: 'a', title: 'A', practices: ['a']})];
    const raw = readNativeJson({practices: [spy('practice', record)], collections}, 'https://city.example/');
    normalize(spy('feed', raw));
    const own = new Set(['address', 'pointer', 'records']);
    const properties = {
      feed: feed.properties,
      practice: practice.properties,
      section: schema.$defs.section.anyOf[1].properties,
      image: schema.$defs.image.properties,
      link: schema.$defs.link.properties,
      contact: schema.$defs.contact.properties,
      topic: schema.$defs.topic.anyOf[1].properties,
      collection: schema.$defs.collection.properties,
    };
    for (const [name, keys] of Object.entries(asked)) {
      assert.ok(keys.size > 1, `nothing was asked of the ${name}`);
      for (const key of keys) assert.ok(own.has(key) || key in properties[name], `${name}.${key} is not in the schema`);
    }
  });

  // what no schema can say: whether words mean a year or a country, how values of several places go together, and where the feed is
  const beyond = /^(?:unknown-(?:period|country|topic)|foreign-address|duplicate-(?:id|collection)|unpaired-places)$/;
  it('agree: normalize warns of nothing that the schema accepts', () => {
    const texts = fc.constantFrom(
      '',
      ' ',
      'Shared Values',
      'en',
      'Leeds',
      '2018 - ongoing',
      'GB',
      'a@example.org',
      '&#106;avascript:x',
    );
    const addresses = fc.constantFrom(
      'https://example.org/a?b#c',
      'HTTP://example.org',
      'a/b.png',
      '/a',
      '../a',
      '#a',
      '?a=1',
      'mailto:a@example.org',
      'tel:+1',
      'www.example.org',
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:image/png;base64,AA',
      'https://',
      'https://[',
      '//[',
      'https://a b',
      'https://%zz',
      'http:a',
      'ftp://a',
      'https://a:99999',
      '&#x6a;avascript:x',
      '\tjavascript:x',
      '',
    );
    const numbers = fc.oneof(fc.constantFrom(1, 2, 2016, 16, 53.8, -1.55, 200), fc.integer({min: -300, max: 3000}));
    const languages = fc.constantFrom(
      'en',
      'fr',
      'pt-BR',
      'sr-Latn-RS',
      'pt_br',
      'English',
      'rendered',
      'en-',
      'x',
      '',
    );
    const leaf = fc.oneof(texts, addresses, numbers, languages, fc.constant(null), fc.boolean());
    const localized = fc.oneof(texts, leaf, fc.dictionary(languages, texts, {maxKeys: 2}));
    const some = (model) => fc.record(model, {requiredKeys: []});
    const listed = (item) => fc.oneof(item, fc.array(item, {maxLength: 3}));
    const location = fc.oneof(leaf, fc.tuple(numbers, numbers), some({lat: numbers, lon: numbers}));
    const record = fc.record(
      {
        id: leaf,
        title: fc.oneof(fc.constant('A title'), localized),
        titleLang: languages,
        city: listed(texts),
        country: listed(fc.constantFrom('GB', 'Norway', 'XX', '', 7)),
        location: listed(location),
        period: leaf,
        years: listed(numbers),
        year: leaf,
        topics: listed(fc.oneof(texts, some({id: texts, label: localized}))),
        summary: localized,
        sections: listed(
          fc.oneof(texts, some({heading: localized, text: localized, html: localized, base: addresses})),
        ),
        url: addresses,
        image: fc.oneof(addresses, some({src: addresses, alt: localized})),
        links: listed(fc.oneof(addresses, some({url: addresses, label: localized}))),
        contact: fc.oneof(texts, some({name: texts, email: texts, phone: texts, url: addresses})),
        details: addresses,
        other: leaf,
      },
      {requiredKeys: ['title']},
    );
    // one or two fields at a time: of records with all fields at random none would be valid
    const small = record.chain((whole) =>
      fc
        .subarray(Object.keys(whole), {maxLength: 3})
        .map((keys) => Object.fromEntries([['title', whole.title], ...keys.map((key) => [key, whole[key]])])),
    );
    const feeds = fc.record(
      {
        version: leaf,
        title: localized,
        language: languages,
        license: leaf,
        updated: texts,
        topics: fc.array(some({id: texts, label: localized}), {maxLength: 2}),
        synonyms: fc.oneof(leaf, fc.array(fc.array(fc.oneof(texts, leaf), {maxLength: 3}), {maxLength: 2})),
        collections: fc.oneof(
          leaf,
          fc.array(
            some({
              id: texts,
              title: localized,
              introduction: localized,
              image: addresses,
              practices: fc.oneof(leaf, fc.array(fc.oneof(texts, leaf), {maxLength: 3})),
            }),
            {maxLength: 2},
          ),
        ),
        examples: fc.oneof(leaf, fc.array(localized, {maxLength: 4})),
        texts: addresses,
        practices: fc.array(small, {minLength: 1, maxLength: 2}),
      },
      {requiredKeys: ['practices']},
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(feeds, fc.array(small, {maxLength: 2})), (document) => {
        if (!validate(document)) return;
        accepted++;
        const found = doubts(document).filter(({code}) => !beyond.test(code));
        assert.deepEqual(found, [], JSON.stringify(document));
      }),
      {numRuns: 6000},
    );
    assert.ok(accepted > 500, `only ${accepted} were valid`);
  });
});
