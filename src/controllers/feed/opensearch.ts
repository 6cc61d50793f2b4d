// The engine for clusters in the npm build: a chunk that loads for `engine="opensearch"`. The script
// for web pages has it in a second script instead: `opensearch.embed.ts`.

/** Loads the engine. Rejects if it fails to load. */
export const loadOpenSearch = async (_signal: AbortSignal) =>
  (await import('../../core/cluster/opensearch.js')).openCluster;
