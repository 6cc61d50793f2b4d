import type {OwnFacet} from '../own-facets.js';
import type {Image, LocalizedText, Practice} from '../practice.js';

/** A topic of a feed; `label` is never empty. */
export interface Topic {
  readonly id: string;
  readonly label: LocalizedText;
}

/** Practices that a feed presents together. */
export interface Collection {
  /** Unique in its feed: addresses contain it. */
  readonly id: string;
  /** Never empty. */
  readonly title: LocalizedText;
  readonly introduction: LocalizedText;
  /** Ids in the order of the collection. The feed may lack some of the practices. */
  readonly practices: readonly string[];
  readonly image: Image | null;
}

/**
 * A problem in a feed, for its publisher. `pointer` is an RFC 6901 pointer into the document.
 * `message` is plain English and says what `normalize` did about it.
 */
export interface FeedWarning {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}

/** A feed for feed readers, of the practices that match a filter. */
export interface FilterFeed {
  /** As in the attribute `scope`; `''` for all practices. */
  readonly filter: string;
  /** Absolute, http or https. */
  readonly url: string;
}

/** What a feed says about itself; `''` and empty lists if it says nothing. */
export interface FeedInfo {
  readonly title: LocalizedText;
  /** BCP 47 tag of texts that have no other. */
  readonly language: string;
  readonly license: string;
  /** As published; should be an ISO 8601 date, with or without a time. */
  readonly updated: string;
  readonly topics: readonly Topic[];
  /** What visitors can filter by beside the built-in facets. */
  readonly facets: readonly OwnFacet[];
  /** Groups of terms that mean the same in these practices. */
  readonly synonyms: readonly (readonly string[])[];
  readonly collections: readonly Collection[];
  /** Queries that an empty search field shows. Without any, the widget makes some of the feed. */
  readonly examples: readonly LocalizedText[];
  /** The feeds that visitors can follow. None of several merged feeds: each has only its own practices. */
  readonly feeds: readonly FilterFeed[];
  /**
   * The address of the full texts of all practices, absolute; `''` if the feed has none, or if they
   * are loaded.
   */
  readonly texts: string;
  /**
   * Records in the feed: more than `practices` if some were dropped or cut, and `Infinity` if some
   * pages were not read.
   */
  readonly totalRecords: number;
  /** Records that were read: fewer if the feed has more than allowed. */
  readonly readRecords: number;
  /** Addresses of feeds that failed to load while others did not. */
  readonly missing: readonly string[];
  readonly warnings: readonly FeedWarning[];
}

/** A feed after `normalize`. */
export interface Feed extends FeedInfo {
  readonly practices: readonly Practice[];
}

/**
 * The key of a text without a language beside others that have one: “undetermined” in BCP 47.
 * `normalize` takes the language of the feed.
 */
export const UNSAID = 'und';

/**
 * A document before `normalize`, with the field names of our own format. Nothing in it is trusted:
 * every field may have any value.
 */
export interface RawFeed {
  /** The address of the document after redirects. Relative addresses in it start here. */
  readonly address: string;
  readonly version?: unknown;
  readonly title?: unknown;
  readonly language?: unknown;
  readonly license?: unknown;
  readonly updated?: unknown;
  readonly topics?: unknown;
  readonly facets?: unknown;
  readonly synonyms?: unknown;
  readonly collections?: unknown;
  readonly examples?: unknown;
  readonly feeds?: unknown;
  readonly records: readonly unknown[];
  /**
   * RFC 6901 pointer to `records`: record `i` is at `${pointer}/${i}`. `''` if the document is a
   * list of records, or not JSON.
   */
  readonly pointer: string;
  /** The address of the next page, as the document says it. */
  readonly next?: unknown;
  /** How many records there are at least, on all pages, as the document says it. */
  readonly total?: unknown;
  /** The address of the full texts, as the document says it. */
  readonly texts?: unknown;
  /** The program that made the document, if there is advice about it. */
  readonly system?: 'wordpress' | 'wordpress-rss';
}
