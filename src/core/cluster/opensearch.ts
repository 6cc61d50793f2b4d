import type {LoadedFeed} from '../engine/loaded-feed.js';
import {type ClientOptions, createClient} from './client.js';
import {createClusterEngine} from './engine/cluster-engine.js';
import {readSize} from './engine/scope.js';
import type {ClusterTools} from './tools.js';

// Apart from code in this folder, this module and `engine/` import types and constants only: the
// script for web pages gets everything else from the widget.

/** Opens an index: asks what it says about its feed. Throws a `FeedError`. */
export async function openCluster(
  tools: ClusterTools,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<LoadedFeed> {
  const client = createClient(tools, options);
  const answer = await client.ask('feed', {}, signal);
  const described = client.readInfo(answer);
  const {languages, orders} = described;
  const size = readSize(answer);
  const warnings = [...described.info.warnings, ...answer.warnings];
  const info = {...described.info, warnings, totalRecords: size, readRecords: size};
  return {
    info,
    ids: [],
    size,
    languages,
    createEngine: (settings) => createClusterEngine({tools, client, info, orders, languages}, settings),
    isClosed: false,
  };
}
