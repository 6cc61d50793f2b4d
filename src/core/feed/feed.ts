import type {LocalizedText, Practice} from '../practice.js';

/** A topic as the feed describes it; `label` is never empty. */
export interface Topic {
  readonly id: string;
  readonly label: LocalizedText;
}

/**
 * One doubt about a feed, for whoever keeps it. `pointer` is an RFC 6901 JSON pointer into the document;
 * `message` is plain English and says what was done about it.
 */
export interface FeedWarning {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}

/** What a feed says of itself. `''` and empty lists where it says nothing. */
export interface FeedInfo {
  readonly title: LocalizedText;
  /** BCP 47 tag of what is not marked otherwise. */
  readonly language: string;
  readonly license: string;
  /** As published; meant to be an ISO 8601 date, with or without a time. */
  readonly updated: string;
  readonly topics: readonly Topic[];
  /** Groups of terms that mean the same in these practices. */
  readonly synonyms: readonly (readonly string[])[];
  /** Where the full texts of all practices are, absolute; `''` where the feed does not say, and where they are here. */
  readonly texts: string;
  /**
   * How many records the feed holds; more than `practices` where some were dropped or cut, and `Infinity` where there are pages that were
   * not read.
   */
  readonly totalRecords: number;
  /** How many of them were read: fewer where there are more than allowed. */
  readonly readRecords: number;
  /** Addresses of the feeds that could not be had, where there are others. */
  readonly missing: readonly string[];
  readonly warnings: readonly FeedWarning[];
}

/** A feed after `normalize`. */
export interface Feed extends FeedInfo {
  readonly practices: readonly Practice[];
}

/**
 * The key of a text without a language beside others that have one: “undetermined” in BCP 47. `normalize` takes it for the language of
 * the feed.
 */
export const UNSAID = 'und';

/**
 * What a format reads out of a document, under the names of our own format. Nothing in it is trusted yet: every field may be
 * anything at all, until `normalize` has seen it.
 */
export interface RawFeed {
  /** Where the document was found, after redirects: relative addresses in it start from here. */
  readonly address: string;
  readonly version?: unknown;
  readonly title?: unknown;
  readonly language?: unknown;
  readonly license?: unknown;
  readonly updated?: unknown;
  readonly topics?: unknown;
  readonly synonyms?: unknown;
  readonly records: readonly unknown[];
  /** RFC 6901 pointer to `records`, so that record `i` is at `${pointer}/${i}`; `''` where they are the document itself, or a table. */
  readonly pointer: string;
  /** Where the document says that its next page is. */
  readonly next?: unknown;
  /** Where it says that the full texts of its records are. */
  readonly texts?: unknown;
}
