// What translators of src/i18n/words can rely on, and what pages load of them.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {runnerImport} from 'vite';
import {generate} from '../../../scripts/build/generate.mjs';
import {readWords, shippedWords, stemmerFiles, stemmers} from '../../../scripts/build/words.mjs';

const root = join(import.meta.dirname, '../../..');
const languages = readWords();
const english = languages.find(({tag}) => tag === 'en');
const conceptIds = new Set(Object.keys(english.concepts));

/** The most requested languages, which have every concept. */
const complete = 'en de fr es it pt nl pl uk ru ro tr ar el sv cs'.split(' ');
const MAX_TERMS = 16;
const MAX_LETTERS = 60;
const MAX_BYTES = 20_000;

const termsOf = (text) => text.split(', ');
const bare = (term) => term.replace(/^~/, '');
/** Each list of terms of a language, with its name. */
const listsOf = ({concepts, countries, cities, regions}) =>
  Object.entries({...concepts, ...countries, ...cities, ...regions});
/** The faults that `find` returns, each with its language. */
const wrongIn = (find) => languages.flatMap((words) => find(words).map((each) => `${words.tag}: ${each}`));

describe('the words of a language', () => {
  it('exist for the large languages, with every concept', () => {
    for (const tag of complete) {
      const known = languages.find((words) => words.tag === tag)?.concepts ?? {};
      assert.deepEqual(
        [...conceptIds].filter((concept) => !known[concept]),
        [],
        tag,
      );
    }
  });

  it('say whether a native speaker reviewed them, and have all lists', () => {
    for (const {tag, reviewed, stopWords, falseFriends = '', concepts, countries, cities} of languages) {
      assert.equal(typeof reviewed, 'boolean', tag);
      for (const text of [stopWords, falseFriends]) assert.equal(typeof text, 'string', tag);
      for (const lists of [concepts, countries, cities]) assert.equal(typeof lists, 'object', tag);
    }
  });

  it('say how visitors ask for cities', () => {
    for (const {tag, cityWords} of languages) assert.ok(termsOf(cityWords).length > 1, tag);
  });

  it('say how visitors ask for years', () => {
    const kinds = ['since', 'after', 'until', 'before', 'ongoing'];
    for (const {tag, yearWords} of languages) {
      assert.ok(yearWords.ongoing, tag);
      assert.deepEqual(
        Object.keys(yearWords).filter((kind) => !kinds.includes(kind)),
        [],
        tag,
      );
      const phrases = Object.values(yearWords).flatMap(termsOf);
      assert.equal(new Set(phrases).size, phrases.length, tag);
    }
  });

  it('have no concept that English lacks', () => {
    assert.deepEqual(
      wrongIn(({concepts}) => Object.keys(concepts).filter((concept) => !conceptIds.has(concept))),
      [],
    );
  });

  it('have each key once', () => {
    const folder = join(root, 'src/i18n/words');
    const doubles = readdirSync(folder).flatMap((name) => {
      // Each list of a file is checked alone, because the city Luxembourg is also a country.
      const sections = readFileSync(join(folder, name), 'utf8').split('{');
      return sections.flatMap((section) => {
        const keys = [...section.matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key);
        return keys.filter((key, i) => keys.indexOf(key) < i).map((key) => `${name}: ${key}`);
      });
    });
    assert.deepEqual(doubles, []);
  });

  it('have no empty term, and none twice in a list', () => {
    const wrongAmong = (text) => {
      const terms = termsOf(text).map((term) => bare(term).toLowerCase());
      return terms.filter((term, i) => term !== term.trim() || !term || terms.indexOf(term) < i);
    };
    assert.deepEqual(
      wrongIn((words) =>
        [
          ...listsOf(words),
          ['stopWords', words.stopWords],
          ['cityWords', words.cityWords],
          ['falseFriends', words.falseFriends ?? '-'],
        ].flatMap(([name, text]) => wrongAmong(text).map((term) => `${name}: “${term}”`)),
      ),
      [],
    );
  });

  it(`have at most ${MAX_TERMS} terms for a concept, each of at most ${MAX_LETTERS} letters`, () => {
    assert.deepEqual(
      wrongIn((words) =>
        listsOf(words)
          .filter(
            ([, text]) => termsOf(text).length > MAX_TERMS || termsOf(text).some((term) => term.length > MAX_LETTERS),
          )
          .map(([name]) => name),
      ),
      [],
    );
  });

  it('begin with a term that visitors may see', () => {
    assert.deepEqual(
      wrongIn((words) =>
        Object.entries(words.concepts)
          .filter(([, text]) => text.startsWith('~'))
          .map(([name]) => name),
      ),
      [],
    );
  });

  it('have no false friend that is a term of the same language', () => {
    assert.deepEqual(
      wrongIn((words) => {
        const terms = new Set(
          listsOf(words).flatMap(([, text]) => termsOf(text).map((term) => bare(term).toLowerCase())),
        );
        return termsOf(words.falseFriends ?? '').filter((word) => terms.has(word.toLowerCase()));
      }),
      [],
    );
  });
});

/** A module of `src/core/search`. */
async function importSearch(name) {
  const options = {root, configFile: false, logLevel: 'error'};
  return (await runnerImport(join(root, 'src/core/search', name), options)).module;
}

describe('a term of several words', () => {
  it('is no phrase that says nothing: “how to” is no handbook', async () => {
    const {readWords: wordsOf} = await importSearch('words.ts');
    const textOf = (term) =>
      wordsOf(term)
        .map(({text}) => text)
        .join(' ');
    const mistaken = wrongIn((words) => {
      const phrases = new Set([words.stopWords, words.cityWords].flatMap(termsOf).map(textOf));
      return listsOf(words)
        .flatMap(([, text]) => termsOf(text))
        .filter((term) => textOf(term).includes(' ') && phrases.has(textOf(term)));
    });
    assert.deepEqual(mistaken, []);
  });
});

describe('the words that pages load', () => {
  before(generate);

  it(`are at most ${MAX_BYTES} bytes a language, compressed`, () => {
    const folder = join(root, 'src/generated/words');
    const sizes = readdirSync(folder).map((name) => [name, gzipSync(readFileSync(join(folder, name))).length]);
    assert.equal(sizes.length, languages.length);
    assert.deepEqual(
      sizes.filter(([, bytes]) => bytes > MAX_BYTES),
      [],
    );
  });
});

describe('the stemmers that pages load', () => {
  it('are for languages that have words', () => {
    const tags = languages.map(({tag}) => tag);
    assert.deepEqual(
      Object.keys(stemmers).filter((tag) => !tags.includes(tag)),
      [],
    );
  });

  for (const [tag, file] of [...stemmerFiles(), ['en', '@orama/stemmers/english']])
    it(`find a form of every word in “${tag}”`, async () => {
      const {stemmer} = await import(file);
      const words = languages.find((each) => each.tag === tag);
      const texts = [words.stopWords, words.cityWords, ...listsOf(words).map(([, text]) => text)];
      for (const word of texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []))
        assert.ok(typeof stemmer(word) === 'string', word);
    });
});

describe('regions', () => {
  it('have countries and names in every file', async () => {
    const {regions} = await importSearch('regions.ts');
    for (const {tag, words} of shippedWords())
      for (const [region, countries] of Object.entries(regions))
        for (const place of [region, ...countries.split(' ')])
          assert.equal(typeof words.places[place], 'string', `${tag}: ${region}, ${place}`);
    const named = languages.flatMap((words) => Object.keys(words.regions ?? {}));
    assert.deepEqual(
      named.filter((region) => !regions[region]),
      [],
    );
  });
});

describe('broader concepts', () => {
  it('are concepts of the vocabulary, and no concept is broader than itself', async () => {
    const {broaderConcepts} = await importSearch('broader-concepts.ts');
    const entries = Object.entries(broaderConcepts);
    assert.ok(entries.length > 50);
    assert.deepEqual(
      entries.flat(2).filter((concept) => !conceptIds.has(concept)),
      [],
    );
    assert.deepEqual(
      entries.filter(([concept, broader]) => broader.includes(concept)),
      [],
    );
  });
});
