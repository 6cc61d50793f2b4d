import {assetsPath} from 'virtual:build';

// Only known while the script runs: read at once. Node has no document; and from the prototype, as a page's <img name="currentScript"> would stand
// in for the script.
const ownScript =
  globalThis.document && (Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null);
/** Where a script of the page has fetched ours and runs its text, as jQuery does, or a classic script runs as a module, its tag is there all the same. */
const scriptUrl =
  (ownScript ? ownScript.src : import.meta.url) ||
  globalThis.document?.documentElement.querySelector<HTMLScriptElement>('script[src*="good-practice-browser."]')?.src;

/** What a Content-Security-Policy of nonces knows our scripts by; `''` where it does not, and for the module, which does not know its tag. */
export const scriptNonce: string = ownScript?.nonce ?? '';

/**
 * Absolute address of the folder where our further files lie (locales, extras), with a slash at its end: beside the script.
 * `''` where the script does not know where it came from: written into the page, or loaded as data.
 */
export const assetsUrl: string =
  scriptUrl && URL.canParse(assetsPath, scriptUrl) ? new URL(assetsPath, scriptUrl).href : '';
