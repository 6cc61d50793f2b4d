import type {LitElement, ReactiveController} from 'lit';
import {integrity} from 'virtual:extras';
import type {ReadDocument} from '../core/feed/parse-feed.js';
import type {MergeFeeds} from '../core/feed/read-feeds.js';
import {assetsUrl, scriptNonce} from '../script-url.js';
import {policy} from '../trusted-types.js';
import type {FeedArrival, Gathering} from './load-feed.js';

const FILE = 'good-practice-browser.extras.js';
/** The last tag that the file defines (extras.ts). */
const LAST_TAG = 'gpb-download';

/** What says where our files lie: the folder that the webmaster names, else that of the script. */
export interface AssetsPlace {
  readonly assetsHref: string | null;
  readonly baseURI: string;
}

/** What the file brings beside its elements. */
export const brought: {
  readDocument?: ReadDocument;
  mergeFeeds?: MergeFeeds;
  gatherPages?: (gathering: Gathering) => Promise<FeedArrival>;
} = {};

let request: Promise<unknown> | undefined;
let hasFailed = false;

/**
 * Fetches what few visitors need, once for the page, as a script with the hash that was built in: `import()` would ask more of a
 * Content-Security-Policy than hashes. It defines its elements, which then draw themselves wherever they stand.
 *
 * @param place where our files lie
 * @param isRetry tries again where it has failed
 * @throws where the file cannot be had, or is not the one that was built; the console says so, once
 */
export function loadExtras(place: AssetsPlace, isRetry = false): Promise<unknown> {
  if (!request || (isRetry && hasFailed)) {
    const isFirst = !hasFailed;
    hasFailed = false;
    request = fetchExtras(place).catch((error: unknown) => {
      hasFailed = true;
      if (isFirst) console.warn(`<good-practice-browser>: ${String(error)}`);
      throw error;
    });
  }
  return request;
}

async function fetchExtras({assetsHref, baseURI}: AssetsPlace): Promise<void> {
  // the page may have the file already, or the bundle of an npm user
  if (customElements.get(LAST_TAG)) return;
  const url = new URL(FILE, assetsHref ? new URL(assetsHref, baseURI) : assetsUrl).href;
  const script = document.createElement('script');
  Object.assign(script, {integrity, crossOrigin: 'anonymous', nonce: scriptNonce});
  script.src = policy?.createScriptURL(url, integrity) ?? url;
  const failure = new Promise((_, reject) =>
    script.addEventListener('error', () => reject(new Error(`${url} is missing, or not the file that was built.`))),
  );
  // not `document.head`, which an image of that name would hide
  document.documentElement.append(script);
  try {
    await Promise.race([customElements.whenDefined(LAST_TAG), failure]);
  } finally {
    script.remove();
  }
}

/** What the extras need of their element. */
export interface ExtrasHost extends LitElement {
  readonly assetsHref: string;
}

/** Has the extras file fetched when something of it is shown. */
export class ExtrasController implements ReactiveController {
  /** It could not be had. */
  isMissing = false;

  constructor(
    private readonly host: ExtrasHost,
    /** Whether something of it is shown. */
    private readonly isWanted: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.isWanted()) void this.load();
  }

  /** Ends when it is there, or cannot be had. */
  async load(isRetry = false): Promise<void> {
    const {host} = this;
    const isMissing = await loadExtras(host, isRetry).then(
      () => false,
      () => true,
    );
    if (isMissing === this.isMissing) return;
    // the button that tried again goes away
    if (!isMissing) host.renderRoot.querySelector<HTMLElement>('.extras button')?.focus();
    this.isMissing = isMissing;
    host.requestUpdate();
  }
}
