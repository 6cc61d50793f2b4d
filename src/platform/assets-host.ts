/**
 * Knows where the widget's own files are: in the folder that the webmaster names, otherwise beside
 * the script. Both variants of `own-files` use this module.
 */
export interface AssetsHost {
  readonly assetsHref: string | null;
  readonly baseURI: string;
}

/** The file name of the worker for web pages. */
export const WORKER = 'good-practice-browser.worker.js';

/**
 * Whether an address is that of the worker. Only the file name counts, since a page may keep our
 * files in any folder.
 */
export const isWorker = (address: string): boolean =>
  URL.canParse(address) && new URL(address).pathname.endsWith(`/${WORKER}`);
