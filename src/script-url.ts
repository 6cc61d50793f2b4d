import {assetsPath} from 'virtual:build';

// Only known while the script runs: read at once. Node has no document, and a page's <img name="currentScript"> may stand in for the script.
const script = globalThis.document?.currentScript;
const scriptUrl = script && script instanceof HTMLScriptElement ? script.src : import.meta.url;

/**
 * Absolute address of the folder where our further files lie (locales, extras), with a slash at its end: beside the script.
 * `''` where the script does not know where it came from: written into the page, or loaded as data.
 */
export const assetsUrl: string =
  scriptUrl && URL.canParse(assetsPath, scriptUrl) ? new URL(assetsPath, scriptUrl).href : '';
