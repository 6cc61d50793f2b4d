import {locales} from '../generated/locales.js';
import {stemmers} from '../generated/stemmers.js';
import {words} from '../generated/words.js';
import {isWorker, WORKER, type AssetsHost} from './assets-host.js';

// The addresses of the widget's own files in the npm build and the dev server. Bundlers see each of
// them here. The script for web pages uses `own-files.embed.ts` instead (see `imports` in
// package.json).

/** Loads the messages of a language, unchecked. Rejects if they fail to load. */
export async function loadLocale(tag: string, _place: AssetsHost): Promise<unknown> {
  return (await locales[tag]!()).default;
}

/** Loads the words of a language for searching, unchecked. Rejects if they fail to load. */
export async function loadWords(tag: string, _place: AssetsHost): Promise<unknown> {
  return (await words[tag]!()).default;
}

/** Loads the stemmer of a language. Rejects if it fails to load. */
export async function loadStemmer(tag: string, _place: AssetsHost): Promise<(word: string) => string> {
  return (await stemmers[tag]!()).stemmer;
}

/**
 * The address of the worker, which most bundlers copy as an asset. For other bundlers, the
 * webmaster copies `embed/good-practice-browser.worker.js` into a folder and names it in
 * `assets-href`.
 */
export const workerAddress = ({assetsHref, baseURI}: AssetsHost): string =>
  assetsHref ? new URL(WORKER, new URL(assetsHref, baseURI)).href : new URL('../worker/entry.js', import.meta.url).href;

/** What a webmaster can do if messages or words of a language fail to load. */
export const LOCALE_HINT = 'Reload the page, since it may be older than the files on the server.';
export const WORDS_HINT = LOCALE_HINT;

/** Whether a script address is one of ours. */
export const isOwnScript = (address: string): boolean =>
  isWorker(address) || address === workerAddress({assetsHref: null, baseURI: ''});
