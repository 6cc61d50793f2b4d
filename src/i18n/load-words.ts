import {loadStemmer, loadWords, WORDS_HINT} from '#own-files';
import {readWordsFile, type LanguageWords} from '../core/search/words.js';
import {stemmedLanguages, wordLanguages} from '../generated/build.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {warnOnce} from '../platform/warn-once.js';
import {nearestLanguage} from './nearest-language.js';

/** What this page asked for, by tag and folder. */
const requests = new Map<string, Promise<LanguageWords | null>>();

/** The language whose words serve a BCP 47 tag; `''` if there are none. Unlike messages, words of English serve English alone. */
export function wordLanguage(tag: string): string {
  const nearest = nearestLanguage(tag, wordLanguages);
  return nearest !== 'en' || /^en\b/.test(tag) ? nearest : '';
}

/**
 * The words of one of `wordLanguages` for searching. Never rejects: null if they fail to load, and the console says so once. A stemmer that
 * fails to load is done without.
 */
export function loadWordsFor(language: string, place: AssetsHost): Promise<LanguageWords | null> {
  const key = `${language} ${place.assetsHref ?? ''}`;
  const request = requests.get(key) ?? load(language, place);
  requests.set(key, request);
  return request;
}

async function load(language: string, place: AssetsHost): Promise<LanguageWords | null> {
  // A policy may refuse the stemmer. Then words with a long common beginning are the same.
  const stemmer = stemmedLanguages.includes(language) ? loadStemmer(language, place).catch(() => undefined) : undefined;
  try {
    const file = readWordsFile(await loadWords(language, place));
    return {language, file, stem: await stemmer};
  } catch (error) {
    warnOnce(
      `The words in “${language}” failed to load, so the search compares spellings only. ${String(error)} ${WORDS_HINT}`,
    );
    requests.delete(`${language} ${place.assetsHref ?? ''}`);
    return null;
  }
}
