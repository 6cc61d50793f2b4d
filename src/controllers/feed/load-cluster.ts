import {loadOpenSearch} from '#opensearch';
import {FeedError} from '../../core/feed/feed-error.js';
import type {FeedPart} from './feed-snapshot.js';
import type {FeedRequest} from './load-feed.js';

/** Opens the index at an address instead of loading a feed. Rejects with a `FeedError` or the signal's reason. */
export async function loadCluster({addresses, maxBytes}: FeedRequest, signal: AbortSignal): Promise<FeedPart> {
  const [address = '', ...others] = addresses;
  if (others.length)
    throw new FeedError(
      'not-a-feed',
      'engine="opensearch" takes one address in src. Put the practices of several feeds into one index.',
    );
  const [openCluster, {clusterTools}] = await loadParts(address, signal);
  const feed = await openCluster(clusterTools, {address, maxBytes}, signal);
  return {feed, pages: []};
}

async function loadParts(address: string, signal: AbortSignal) {
  try {
    return await Promise.all([loadOpenSearch(signal), import('../../core/cluster/tools.js')]);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof FeedError) throw cause;
    throw new FeedError('network', `The engine for ${address} failed to load. Reload the page. ${String(cause)}`, {
      cause,
      needsReload: true,
    });
  }
}
