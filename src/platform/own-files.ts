import {locales} from '../generated/locales.js';
import type {FilesPlace} from './files-place.js';

// The addresses of the widget's own files, in the npm build and the dev server: bundlers see each of them here.
// `own-files.embed.ts` takes the place of this module in the script for web pages (`imports` in package.json).

/** The file of a language, unchecked. Rejects if it fails to load. */
export async function loadLocale(tag: string, _place: FilesPlace): Promise<unknown> {
  return (await locales[tag]!()).default;
}

/** The address of the worker, which bundlers copy as an asset. */
export const workerAddress = (_place: FilesPlace): string => new URL('../worker/entry.js', import.meta.url).href;

/** Whether a script at this address is one of ours. */
export const isOwnScript = (address: string): boolean => address === workerAddress({assetsHref: null, baseURI: ''});
