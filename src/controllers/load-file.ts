import {integrity} from 'virtual:files';
import {otherFormats} from '../core/feed/other-formats.js';
import type {MergeFeeds} from '../core/feed/read-feeds.js';
import {tellWebmaster} from '../core/tell-webmaster.js';
import {assetsUrl, scriptNonce} from '../script-url.js';
import {policy} from '../trusted-types.js';
import type {FeedArrival, Gathering} from './feed-arrival.js';
import type {FeedWorker} from './feed-worker.js';

/** The last tag that the extras define (extras.ts). */
const LAST_TAG = 'gpb-download';

/** What not every visitor needs, and how one knows that it is here. */
const files = {
  extras: {isHere: () => customElements.get(LAST_TAG), arrival: () => customElements.whenDefined(LAST_TAG)},
  formats: {isHere: () => otherFormats.read, arrival: () => otherFormats.arrival},
};

export type FileName = keyof typeof files;

/** What the extras bring beside their elements: for large feeds, for several, and for feeds of several pages. */
export const brought: {
  startFeedWorker?: () => Promise<FeedWorker | null>;
  mergeFeeds?: MergeFeeds;
  gatherPages?: (gathering: Gathering) => Promise<FeedArrival>;
} = {};

/** What says where our files lie: the folder that the webmaster names, else that of the script. */
export interface AssetsPlace {
  readonly assetsHref: string | null;
  readonly baseURI: string;
}

const requests: {[name in FileName]?: Promise<void>} = {};
const failed = new Set<FileName>();

/**
 * Fetches a file, once for the page, as a script with the hash that was built in: `import()` would ask more of a
 * Content-Security-Policy than hashes. Elements that it defines then draw themselves wherever they stand.
 *
 * @param place where our files lie
 * @param isRetry tries again where it has failed
 * @throws where the file cannot be had, or is not the one that was built; the console says so, once
 */
export function loadFile(name: FileName, place: AssetsPlace, isRetry = false): Promise<void> {
  if (!requests[name] || (isRetry && failed.delete(name))) {
    requests[name] = fetchFile(name, place).catch((error: unknown) => {
      failed.add(name);
      tellWebmaster(String(error));
      throw error;
    });
  }
  return requests[name];
}

async function fetchFile(name: FileName, {assetsHref, baseURI}: AssetsPlace): Promise<void> {
  const {arrival, isHere} = files[name];
  // the page may have the file already, or the bundle of an npm user
  if (isHere()) return;
  const file = `good-practice-browser.${name}.js`;
  const url = new URL(file, assetsHref ? new URL(assetsHref, baseURI) : assetsUrl).href;
  const hash = integrity[name];
  const script = document.createElement('script');
  Object.assign(script, {integrity: hash, crossOrigin: 'anonymous', nonce: scriptNonce});
  script.src = policy?.createScriptURL(url, hash) ?? url;
  const failure = new Promise((_, reject) =>
    script.addEventListener('error', () => reject(new Error(`${url} is missing, or not the file that was built.`))),
  );
  // not `document.head`, which an image of that name would hide
  document.documentElement.append(script);
  try {
    await Promise.race([arrival(), failure]);
  } finally {
    script.remove();
  }
}
