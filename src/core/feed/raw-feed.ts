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
