/** Says where the widget's own files are: in the folder that the webmaster names, otherwise beside the script. */
export interface AssetsHost {
  readonly assetsHref: string | null;
  readonly baseURI: string;
}

/** The worker's file among those for web pages. */
export const WORKER = 'good-practice-browser.worker.js';

/** Whether the worker is at this address: its name tells, since a page may keep our files in any folder. */
export const isWorker = (address: string): boolean =>
  URL.canParse(address) && new URL(address).pathname.endsWith(`/${WORKER}`);
