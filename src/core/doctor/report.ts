import type {FeedErrorCode} from '../feed/feed-error.js';
import type {FeedWarningCode} from '../feed/feed-warnings.js';
import type {JsonFaultCode} from './json-fault.js';

/**
 * What the feed check reports beyond the warnings of `normalize`:
 * - `unreadable-file`: the file does not exist or cannot be read
 * - `not-text`: a spreadsheet, an archive or a PDF instead of a feed
 * - `web-page`: a web page instead of a feed
 * - `unknown-field`, `misspelt-field`: a name that the format does not know; its value is ignored
 * - `unused-field`: a name that means a field for which another is used; its value is not shown
 * - `empty-facet`: a facet that no practice has a value of; it is not shown
 * - `not-embedded`: topics and images that are not in the document
 * - `missing-practice`, `listed-twice`: an id in a collection that no practice has, or that the
 *   collection has before
 * - `empty-collection`: a collection of which the feed has no practice
 * - `duplicate-practice`: the same title twice in one place
 * - `city-spellings`, `maybe-one-city`, `topic-spellings`: a value that is twice in a filter
 * - `incomplete-address`: a web or email address that leads to the server of the feed by mistake
 * - `insecure-link`, `insecure-image`: `http:`
 * - `no-summary`, `no-years`, `no-place`, `no-topics`, `no-alt`: missing values that help visitors
 *   to find or see a practice
 * - `short-text`: a full text that has hardly more than the card
 * - `damaged-text`: a text with U+FFFD in place of a letter
 * - `shown-tags`: HTML in a text that is not HTML, so that visitors see its tags
 * - `wrong-encoding`: letters that were written in another encoding than they were read in
 * - `wrong-language`: a text that is plainly in another language than it says
 * - `unreadable-filter`, `unknown-filter-value`: a declared feed that no visitor is offered
 * - `no-practices`: nothing to show
 */
export type CheckCode =
  | 'unreadable-file'
  | 'not-text'
  | 'web-page'
  | 'unknown-field'
  | 'misspelt-field'
  | 'unused-field'
  | 'empty-facet'
  | 'not-embedded'
  | 'missing-practice'
  | 'listed-twice'
  | 'empty-collection'
  | 'duplicate-practice'
  | 'city-spellings'
  | 'maybe-one-city'
  | 'topic-spellings'
  | 'incomplete-address'
  | 'insecure-link'
  | 'insecure-image'
  | 'no-summary'
  | 'no-years'
  | 'no-place'
  | 'no-topics'
  | 'no-alt'
  | 'short-text'
  | 'damaged-text'
  | 'shown-tags'
  | 'wrong-encoding'
  | 'wrong-language'
  | 'unreadable-filter'
  | 'unknown-filter-value'
  | 'no-practices';

export type FindingCode = FeedWarningCode | FeedErrorCode | JsonFaultCode | CheckCode;

/**
 * `error`: something cannot be shown. `warning`: it is shown differently than meant. `note`: it
 * could be better.
 */
export type Severity = 'error' | 'warning' | 'note';

/** A problem, before its place, severity and hint are known. */
export interface Issue {
  readonly code: FindingCode;
  /** RFC 6901 pointer to the first value with the problem. */
  readonly pointer: string;
  readonly message: string;
  /** How many values have it. */
  readonly count: number;
}

/** A problem in a feed, and how to fix it. Texts are plain English. */
export interface Finding extends Issue {
  readonly severity: Severity;
  /** From 1; 0 if the place in the document is unknown. */
  readonly line: number;
  readonly column: number;
  readonly hint: string;
}

/** The result of a check of one document. */
export interface Report {
  readonly address: string;
  /** Whether the document is a feed, even one without practices. */
  readonly isReadable: boolean;
  /** Records, and how many of them are practices. */
  readonly records: number;
  readonly practices: number;
  /** The address of the next page, as the document says it; `''` if it says none. */
  readonly next: string;
  /** How many records there are at least, on all pages, as the document says it; 0 if it does not. */
  readonly total: number;
  /** Errors first, then warnings, then notes; each in the order of the document. */
  readonly findings: readonly Finding[];
}
