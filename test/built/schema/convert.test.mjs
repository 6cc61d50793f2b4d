// What `convert` writes, for untidy feeds: the schema accepts it, and another conversion changes nothing. Needs a build.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {convert, split} from 'good-practice-browser/node.js';
import fc from '../../support/fast-check.mjs';

const validate = new Ajv2020({strict: true, allowUnionTypes: true}).compile(
  JSON.parse(readFileSync('feed.schema.json', 'utf8')),
);
const base = 'https://city.example:8443/data/feed.json';
const toJson = async (feed, options = {}) => (await convert(feed, {to: 'json', ...options})).text;

function assertValid(text) {
  assert.ok(validate(JSON.parse(text)), `${JSON.stringify(validate.errors?.at(-1))}\n${text}`);
}

const words = fc.oneof(
  fc.constantFrom(
    'Leeds',
    'Київ',
    'GB',
    'Narnia',
    '2018 - ongoing',
    'a & b',
    '&amp;',
    '&#38;',
    '&#',
    'x; y, z',
    ' ',
    '',
  ),
  fc.constantFrom('en', 'a@b.example', '<b>a</b>', 'www.x.example', '\u200B', 'One\n\nTwo', '__proto__', '~'),
  fc.string({unit: 'binary', maxLength: 8}),
);
const odd = fc.constantFrom(null, true, 0, -1.5, 2016, {}, [], ['a', null], {text: 'a'}, 1e300, 'x'.repeat(300));
const leaf = fc.oneof({weight: 8, arbitrary: words}, {weight: 1, arbitrary: odd});
const tags = fc.constantFrom(
  'en',
  'FR',
  'pt_br',
  'ca-valencia',
  'de-1996',
  'sr-Latn-RS',
  'en-u-ca-gregory',
  'en-x-a',
  'und',
  'x-y',
  '',
);
const localized = fc.oneof(leaf, fc.dictionary(tags, leaf, {maxKeys: 3}));
const list = (value) => fc.oneof(value, fc.array(value, {maxLength: 4}));
const addresses = fc.oneof(
  fc.constantFrom(
    'https://user:pw@example.org/<a>|b',
    'https://user@example.org',
    'http://127.0.0.1:54321/a',
    'http://[2001:db8::1]:8080/a^b',
    'https://example.org/?a&#b',
    'https://example.org/?a=1&amp;#38;',
    'https://xn--mnchen-3ya.example/%zz',
    'mailto:',
    'mailto:a b@c.example',
    'MAILTO:a@b.example?subject=a b',
    'tel:',
    'tel:+44 113 496',
    'www.example.org/a',
    './www.example.org',
    'a b/c.html',
    './12:30.html',
    './/evil.example',
    '../a|b',
    '?a',
    '#a',
    '.',
    'javascript:alert(1)',
  ),
  fc.webUrl({withQueryParameters: true, withFragments: true}),
  leaf,
);
const some = (model) => fc.record(model, {requiredKeys: []});
const number = fc.oneof(fc.integer({min: -200, max: 200}), leaf);
const record = some({
  id: fc.oneof(leaf, fc.constantFrom('x'.repeat(90), 'x'.repeat(80), 'a', 'a', 'пример')),
  title: fc.oneof(localized, fc.constantFrom('A', 'B')),
  titleLang: tags,
  city: list(leaf),
  country: list(leaf),
  location: fc.oneof(list(fc.tuple(number, number)), some({lat: number, lon: number}), leaf),
  period: list(leaf),
  years: list(leaf),
  topics: list(fc.oneof(leaf, some({id: leaf, label: localized}))),
  summary: localized,
  sections: list(fc.oneof(leaf, some({heading: localized, text: localized, html: localized, base: addresses}))),
  url: addresses,
  image: fc.oneof(addresses, some({src: addresses, alt: localized})),
  links: list(fc.oneof(addresses, some({url: addresses, label: localized}))),
  contact: fc.oneof(leaf, some({name: leaf, email: leaf, phone: leaf, url: addresses})),
  details: addresses,
});
// Of records with all fields at random, hardly any would have one odd value alone.
const small = record.chain((whole) =>
  fc.subarray(Object.keys(whole)).map((keys) => ({
    title: whole.title ?? 'A',
    ...Object.fromEntries(keys.slice(0, 4).map((key) => [key, whole[key]])),
  })),
);
const feeds = fc.record(
  {
    version: leaf,
    title: localized,
    language: tags,
    license: leaf,
    updated: fc.oneof(leaf, fc.constantFrom('yesterday', '2026', '2026-11', '2026-11-24', '24.11.2026')),
    topics: list(fc.oneof(leaf, some({id: leaf, label: localized}))),
    synonyms: list(list(fc.oneof(leaf, fc.constantFrom(`${'a'.repeat(57)}&amp;amp;`, 'a&#b')))),
    collections: list(
      fc.oneof(
        leaf,
        some({id: leaf, title: localized, introduction: localized, image: addresses, practices: list(leaf)}),
      ),
    ),
    examples: list(localized),
    feeds: list(
      fc.oneof(leaf, some({filter: fc.oneof(leaf, fc.constantFrom('topic:a', '', 'city:"&amp;"')), url: addresses})),
    ),
    texts: addresses,
    practices: fc.array(fc.oneof(record, small), {minLength: 1, maxLength: 4}),
  },
  {requiredKeys: ['practices']},
);

// Requirement: E-10
describe('what convert writes', () => {
  const examples = {
    'more countries than cities': {city: ['Leeds'], country: ['GB', 'FR']},
    'more cities than countries': {city: ['Leeds', '', 'York'], country: ['GB', 'FR']},
    'a user and a password in an address': {url: 'https://user:pw@example.org/<a>|b'},
    'a port of five digits': {url: 'http://127.0.0.1:54321/'},
    'a number as an IPv6 address': {url: 'http://[::1]/'},
    'an address that looks like a character reference': {url: 'https://example.org/?a&#38'},
    'an email address without anybody': {url: 'mailto:', links: ['mailto:a b@c.example']},
    'a file whose name begins with www.': {url: './www.example.org'},
    'a variant of a language': {title: {'ca-valencia': 'A', 'de-1996': 'B'}},
    'contacts with nothing in them': {contact: {name: ' ', email: 'nobody', phone: '', url: 'javascript:1'}},
  };
  for (const [name, fields] of Object.entries(examples))
    it(`is valid by the schema, and reads the same: ${name}`, async () => {
      const text = await toJson([{id: 'a', title: 'A', ...fields}]);
      assertValid(text);
      assert.equal(await toJson(JSON.parse(text)), text);
    });

  it('names no user and no password', async () => {
    const [practice] = JSON.parse(
      await toJson([{title: 'A', ...examples['a user and a password in an address']}]),
    ).practices;
    assert.equal(practice.url, 'https://example.org/%3Ca%3E|b');
  });

  it('has a date only if it is one', async () => {
    for (const [updated, expected] of [
      ['yesterday', undefined],
      ['2026-11', '2026-11'],
      ['2026-11-24T10:00Z', '2026-11-24T10:00Z'],
    ])
      assert.equal(JSON.parse(await toJson({updated, practices: [{title: 'A'}]})).updated, expected);
  });

  it('is valid by the schema, and another conversion changes nothing, for any feed', async () => {
    await fc.assert(
      fc.asyncProperty(feeds, fc.boolean(), async (feed, isPublished) => {
        const text = await toJson(feed, isPublished ? {base} : {});
        assertValid(text);
        assert.equal(await toJson(JSON.parse(text), isPublished ? {base} : {}), text);
      }),
      {numRuns: 3000},
    );
  });

  it('is valid by the schema in parts too, and each part is found by its id', async () => {
    await fc.assert(
      fc.asyncProperty(feeds, async ({texts: _texts, ...feed}) => {
        const {files} = await split(feed);
        assertValid(files.get('feed.json'));
        const {practices} = JSON.parse(files.get('feed.json'));
        const ids = new Set(JSON.parse(files.get('texts.json') ?? '{"practices":[]}').practices.map(({id}) => id));
        for (const {details, id} of practices) {
          if (!details || !files.has(details)) continue;
          assert.equal(JSON.parse(files.get(details)).id, id);
          assert.ok(ids.has(id), id);
        }
        const again = JSON.parse(await toJson(JSON.parse(files.get('feed.json'))));
        assert.deepEqual(
          again.practices.map(({id}) => id),
          practices.map(({id}) => id),
        );
      }),
      {numRuns: 500},
    );
  });
});
