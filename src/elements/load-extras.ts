import {integrity} from 'virtual:extras';
import {assetsUrl, scriptNonce} from '../script-url.js';
import {policy} from '../trusted-types.js';

const FILE = 'good-practice-browser.extras.js';
/** The last tag that the file defines (extras.ts). */
const LAST_TAG = 'gpb-download';

let request: Promise<unknown> | undefined;
let hasFailed = false;

/**
 * Fetches what few visitors need, once for the page, as a script with the hash that was built in: `import()` would ask more of a
 * Content-Security-Policy than hashes. It defines its elements, which then draw themselves wherever they stand.
 *
 * @param folder absolute address of the folder of our files, with a slash at its end; beside the script where there is none
 * @param isRetry tries again where it has failed
 * @throws where the file cannot be had, or is not the one that was built; the console says so, once
 */
export function loadExtras(folder: string | null, isRetry = false): Promise<unknown> {
  if (!request || (isRetry && hasFailed)) {
    const isFirst = !hasFailed;
    hasFailed = false;
    request = fetchExtras(folder).catch((error: unknown) => {
      hasFailed = true;
      if (isFirst) console.warn(`<good-practice-browser>: ${String(error)}`);
      throw error;
    });
  }
  return request;
}

async function fetchExtras(folder: string | null): Promise<void> {
  // the page may have the file already, or the bundle of an npm user
  if (customElements.get(LAST_TAG)) return;
  const url = new URL(FILE, folder || assetsUrl).href;
  const script = document.createElement('script');
  Object.assign(script, {integrity, crossOrigin: 'anonymous', nonce: scriptNonce});
  script.src = policy?.createScriptURL(url, integrity) ?? url;
  const failure = new Promise((_, reject) =>
    script.addEventListener('error', () => reject(new Error(`${url} is missing, or not the file that was built.`))),
  );
  // not `document.head`, which an image of that name would hide
  document.documentElement.append(script);
  await Promise.race([customElements.whenDefined(LAST_TAG), failure]).finally(() => script.remove());
}
