import type {openCluster} from '../../core/cluster/opensearch.js';

// How the script for web pages and the one of the engine meet, in any order. A page may have two
// copies of either.

/** What the script of the engine leaves on the page. */
export interface OpenSearchEngine {
  readonly version: string;
  readonly openCluster: typeof openCluster;
}

const KEY = Symbol.for('good-practice-browser.opensearch');
/** The event that says that the engine is there. */
export const ENGINE_REGISTERED = 'good-practice-browser.opensearch';

type Registry = Partial<Record<symbol, OpenSearchEngine>>;

export const findEngine = (): OpenSearchEngine | undefined => (globalThis as Registry)[KEY];

/** The first copy counts. */
export function registerEngine(engine: OpenSearchEngine): void {
  (globalThis as Registry)[KEY] ??= engine;
  document.dispatchEvent(new Event(ENGINE_REGISTERED));
}
