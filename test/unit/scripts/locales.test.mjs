// What translators of src/i18n/locales, and developers who add a language, can rely on.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {
  directionOf,
  incompleteLanguages,
  languageWarnings,
  readLocales,
  toShipped,
} from '../../../scripts/build/locales.mjs';

const german = readLocales().find(({tag}) => tag === 'de');

/** A new language: the German messages under another tag, without some of them. */
function languageWithout(tag, ...keys) {
  const messages = Object.entries(german.messages).filter(([key]) => !keys.includes(key));
  return {tag, translators: [], reviewed: false, messages: Object.fromEntries(messages)};
}

describe('a language that lacks messages', () => {
  const vietnamese = languageWithout('vi', 'search', 'countAll');

  it('ships with the messages that it has', () => {
    const {messages} = toShipped(vietnamese);
    assert.equal(messages.search, undefined);
    assert.equal(messages.retry, german.messages.retry);
    assert.equal(Object.keys(messages).length, Object.keys(german.messages).length - 2);
  });

  it('gets one line of warning that names them', () => {
    const unfinished = languageWithout('fa', 'retry');
    assert.deepEqual(languageWarnings([german, vietnamese, unfinished], ['de', 'vi', 'fa']), [
      'vi (Vietnamese): lacks messages, which visitors read in English: search, countAll.',
      'fa (Persian): lacks messages, which visitors read in English: retry.',
    ]);
  });

  it('stops a release', () => {
    assert.deepEqual(incompleteLanguages([german, vietnamese]), ['vi (search, countAll)']);
    assert.deepEqual(incompleteLanguages([german]), []);
  });
});

describe('a language with messages that English does not have', () => {
  it('gets a warning, and does not ship them', () => {
    const language = {...german, messages: {...german.messages, serach: 'Suchen'}};
    assert.deepEqual(languageWarnings([language], ['de']), [
      'de (German): has messages that src/i18n/en.ts does not have: serach.',
    ]);
    assert.equal(toShipped(language).messages.serach, undefined);
  });
});

describe('a language without words for searching', () => {
  it('gets a warning', () => {
    assert.deepEqual(languageWarnings([german], ['en']), [
      'de (German): has no words for searching, src/i18n/words/de.json.',
    ]);
  });
});

describe('the direction of a language', () => {
  it('needs no code, because CLDR knows the script', () => {
    const rightToLeft = ['ar', 'ckb', 'fa', 'he', 'ur', 'yi', 'az-Arab', 'dv'];
    const leftToRight = ['az', 'de', 'ja', 'sr-Cyrl', 'vi'];
    assert.deepEqual(rightToLeft.map(directionOf), rightToLeft.fill('rtl'));
    assert.deepEqual(leftToRight.map(directionOf), leftToRight.fill('ltr'));
  });

  it('ships with its messages', () => {
    assert.equal(toShipped(languageWithout('fa')).direction, 'rtl');
    assert.equal(toShipped(languageWithout('vi')).direction, 'ltr');
  });
});

describe('what Intl knows of a language', () => {
  it('ships with the languages that Chromium does not know', () => {
    assert.equal(toShipped(languageWithout('vi')).intl, undefined);
    assert.equal(toShipped(languageWithout('cy')).intl.countries.DE, 'Yr Almaen');
  });

  it('is left out if CLDR does not know the language either', () => {
    assert.equal(toShipped(languageWithout('rom')).intl, undefined);
  });
});

describe('the English messages', () => {
  it('are each used by a source', () => {
    const files = readdirSync('src', {recursive: true}).filter((name) => name.endsWith('.ts'));
    const sources = files.map((name) => readFileSync(`src/${name}`, 'utf8')).join('\n');
    const unused = Object.keys(german.messages).filter((key) => !sources.includes(`'${key}'`));
    assert.deepEqual(unused, []);
  });
});
