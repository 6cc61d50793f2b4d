import {FeedError} from '../../core/feed/feed-error.js';
import {version} from '../../generated/build.js';
import {ENGINE_REGISTERED, findEngine, type OpenSearchEngine} from './opensearch-registry.js';

// The engine for clusters is in a second script, `good-practice-browser.opensearch.js`. Its tag may
// come before or after ours.

/** In milliseconds after the page has loaded. A script that a tag manager adds may come so late. */
const MAX_WAIT_MS = 5000;

/** Waits for the second script. Throws a `FeedError` if it is missing or of another version. */
export async function loadOpenSearch(signal: AbortSignal): Promise<OpenSearchEngine['openCluster']> {
  const engine = findEngine() ?? (await waitForEngine(signal));
  if (!engine)
    throw new FeedError(
      'network',
      'engine="opensearch" needs a second script. Add <script src="good-practice-browser.opensearch.js"> with the address of that file, beside good-practice-browser.js.',
    );
  if (engine.version !== version)
    throw new FeedError(
      'network',
      `good-practice-browser.opensearch.js has version ${engine.version}, and good-practice-browser.js has ${version}. Upload both files of one version.`,
    );
  return engine.openCluster;
}

function waitForEngine(signal: AbortSignal): Promise<OpenSearchEngine | undefined> {
  return new Promise((resolve, reject) => {
    const done = () => resolve(findEngine());
    document.addEventListener(ENGINE_REGISTERED, done, {once: true, signal});
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    const wait = () => setTimeout(done, MAX_WAIT_MS);
    if (document.readyState === 'complete') wait();
    else window.addEventListener('load', wait, {once: true, signal});
  });
}
