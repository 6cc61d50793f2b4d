import {isWorker, WORKER, type AssetsHost} from './assets-host.js';

// The addresses of the widget's own files beside the script for web pages; see `own-files.ts` for the npm build.
// `import()` would fail under a Content-Security-Policy of hashes, so languages are fetched.

/**
 * The tag that runs this script. The browser knows it only while the script runs, so it is read at once, and from the prototype: a page's
 * `<img name="currentScript">` hides the property.
 */
const runningTag = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;
const findTagByName = () =>
  document.documentElement.querySelector<HTMLScriptElement>('script[src*="good-practice-browser."]');

/** A module has no running tag. One that runs the text of a script, as jQuery's does, has no address. */
const scriptAddress = runningTag?.src || findTagByName()?.src || '';

/** The folder with our files, with a slash at its end; the webmaster's own words if they are not an address; `''` if nobody knows it. */
function folderOf({assetsHref, baseURI}: AssetsHost): string {
  if (!assetsHref) return URL.canParse(scriptAddress) ? new URL('./', scriptAddress).href : '';
  // The element's base, not the document's, which an image of that name would hide.
  return URL.canParse(assetsHref, baseURI) ? new URL(assetsHref, baseURI).href : assetsHref;
}

/** What a webmaster can do if messages or words of a language fail to load. */
export const LOCALE_HINT =
  'Upload the folder “locales” beside the script, or set assets-href to the folder that contains it.';
export const WORDS_HINT =
  'Upload the folders “words” and “stemmers” beside the script, or set assets-href to the folder that contains them.';

/** The file of a language, unchecked. Rejects if it fails to load. */
export const loadLocale = (tag: string, place: AssetsHost): Promise<unknown> => loadJson(`locales/${tag}.json`, place);

/** The words of a language for searching, unchecked. Rejects if they fail to load. */
export const loadWords = (tag: string, place: AssetsHost): Promise<unknown> => loadJson(`words/${tag}.json`, place);

/** The stemmer of a language. Rejects if it fails to load, as under a Content-Security-Policy of hashes. */
export async function loadStemmer(tag: string, place: AssetsHost): Promise<(word: string) => string> {
  const {stemmer} = await import(/* @vite-ignore */ new URL(`stemmers/${tag}.js`, folderOf(place)).href);
  return stemmer;
}

async function loadJson(name: string, place: AssetsHost): Promise<unknown> {
  const address = new URL(name, folderOf(place)).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} returned HTTP status ${response.status}.`);
  return response.json();
}

/** The address of the worker. Throws a `TypeError` if nobody knows the folder. */
export const workerAddress = (place: AssetsHost): string => new URL(WORKER, folderOf(place)).href;

/** Whether a script at this address is one of ours. */
export const isOwnScript = isWorker;
