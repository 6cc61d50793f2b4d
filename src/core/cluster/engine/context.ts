import type {FacetDefinition} from '../../attribute-values.js';
import type {ExcludedTopics} from '../../engine/exclude-topics.js';
import type {LocalEngineOptions} from '../../engine/local-engine.js';
import type {FeedInfo} from '../../feed/feed.js';
import type {Attribute} from '../../practice.js';
import type {Labels} from '../../search/labels.js';
import type {ClusterClient} from '../client.js';
import {slotsOf} from '../fields.js';
import type {ClusterTools} from '../tools.js';

/** What an index says about its feed, and how to ask it. */
export interface ClusterFeed {
  readonly tools: ClusterTools;
  readonly client: ClusterClient;
  readonly info: FeedInfo;
  /** The languages in which titles have an order of their own. */
  readonly orders: readonly string[];
  /** BCP 47 tags of the languages of the texts. */
  readonly languages: readonly string[];
}

/** What the parts of an engine share. */
export interface EngineContext extends ClusterFeed {
  readonly options: LocalEngineOptions;
  readonly labels: Labels;
  readonly excludedTopics: ExcludedTopics;
  /** See `mustJoinPlaces`. */
  readonly arePlacesJoined: boolean;
  readonly facets: ReadonlyMap<Attribute, FacetDefinition>;
  /** The slot of each facet in the fields and parameters of the cluster. */
  readonly slots: ReadonlyMap<Attribute, string>;
  /** Aborts when the engine closes. */
  readonly closing: AbortSignal;
}

export function createContext(feed: ClusterFeed, options: LocalEngineOptions, closing: AbortSignal): EngineContext {
  const {info, tools} = feed;
  const labels = tools.createLabels(info.topics, options.language, options.names, info.facets);
  const topics = info.topics.map(({id}) => id);
  return {
    ...feed,
    options,
    labels,
    excludedTopics: tools.findTopics(options.excludedTopics ?? [], topics, labels),
    arePlacesJoined: tools.mustJoinPlaces(options.facets),
    facets: new Map(tools.facetsOf(info.facets).map((facet) => [facet.name, facet])),
    slots: slotsOf(info.facets),
    closing,
  };
}
