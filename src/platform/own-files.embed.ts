import {isWorker, WORKER, type AssetsHost} from './assets-host.js';

// The addresses of the widget's own files beside the script for web pages. See `own-files.ts` for
// the npm build. Languages are fetched, because `import()` fails under a Content-Security-Policy of
// hashes.

/**
 * The script tag that runs this code. The browser knows it only while the script runs, so it is
 * read at once. It is read from the prototype, because an `<img name="currentScript">` of the page
 * hides the property.
 */
const runningTag = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;
const findTagByName = () =>
  document.documentElement.querySelector<HTMLScriptElement>('script[src*="good-practice-browser."]');

const OWN_SCRIPT = /\/good-practice-browser\.[^/]*js(?:[?#]|$)/;
const findRequest = () => performance.getEntriesByType('resource').find(({name}) => OWN_SCRIPT.test(name));

/**
 * A module has no running tag. If a script of the page runs our text, as jQuery does, the tag has
 * no address. A module that is imported by another has no tag at all.
 */
const scriptAddress = runningTag?.src || findTagByName()?.src || findRequest()?.name || '';

/**
 * The folder with our files, with a slash at its end. If `assets-href` is not a valid address, it
 * is returned unchanged. `''` if the folder is unknown.
 */
function folderOf({assetsHref, baseURI}: AssetsHost): string {
  if (!assetsHref) return URL.canParse(scriptAddress) ? new URL('./', scriptAddress).href : '';
  // The base of the element. An image of that name would hide the document's.
  return URL.canParse(assetsHref, baseURI) ? new URL(assetsHref, baseURI).href : assetsHref;
}

/** The address of one of our files. Throws a `TypeError` if the folder is unknown. */
function addressOf(name: string, place: AssetsHost): string {
  const folder = folderOf(place);
  if (!folder) throw new TypeError('The address of the script is unknown, so that its other files are not found.');
  return new URL(name, folder).href;
}

/** What a webmaster can do if messages or words of a language fail to load. */
export const LOCALE_HINT =
  'Upload the folder “locales” beside the script, or set assets-href to the folder that contains it.';
export const WORDS_HINT =
  'Upload the folders “words” and “stemmers” beside the script, or set assets-href to the folder that contains them.';

/** Loads the messages of a language, unchecked. Rejects if they fail to load. */
export const loadLocale = (tag: string, place: AssetsHost): Promise<unknown> => loadJson(`locales/${tag}.json`, place);

/** Loads the words of a language for searching, unchecked. Rejects if they fail to load. */
export const loadWords = (tag: string, place: AssetsHost): Promise<unknown> => loadJson(`words/${tag}.json`, place);

/**
 * Loads the stemmer of a language. Rejects if it fails to load, for example under a
 * Content-Security-Policy of hashes.
 */
export async function loadStemmer(tag: string, place: AssetsHost): Promise<(word: string) => string> {
  const {stemmer} = await import(/* @vite-ignore */ addressOf(`stemmers/${tag}.js`, place));
  return stemmer;
}

async function loadJson(name: string, place: AssetsHost): Promise<unknown> {
  const address = addressOf(name, place);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} returned HTTP status ${response.status}.`);
  return response.json();
}

/** The address of the worker. Throws a `TypeError` if the folder is unknown. */
export const workerAddress = (place: AssetsHost): string => addressOf(WORKER, place);

/** Whether a script address is one of ours. */
export const isOwnScript = isWorker;
