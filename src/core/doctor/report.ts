import type {FeedErrorCode} from '../feed/feed-error.js';
import type {FeedWarningCode} from '../feed/feed-warnings.js';
import type {JsonFaultCode} from './json-fault.js';

/**
 * What only shows in use, beside what `normalize` doubts:
 * - `unreadable-file`: there is none, or it may not be read
 * - `web-page`: a page came in place of a feed
 * - `unknown-field`, `misspelt-field`: a name that the format does not know; what it holds is not read
 * - `unused-field`: a name that means a field for which another is taken; what it holds is not shown
 * - `not-embedded`: topics and images are referred to, but not in the document
 * - `duplicate-practice`: one title twice in one place
 * - `city-spellings`, `maybe-one-city`, `topic-spellings`: what visitors find twice in a list of filters
 * - `insecure-link`, `insecure-image`: `http:`
 * - `no-summary`, `no-years`, `no-place`, `no-topics`, `no-alt`: what a practice would be easier to find, or to see, with
 * - `short-text`: “Read more” would show hardly more than the card
 * - `wrong-language`: a text that is plainly in another language than it says
 * - `no-practices`: there is nothing to show
 */
export type UseCode =
  | 'unreadable-file'
  | 'web-page'
  | 'unknown-field'
  | 'misspelt-field'
  | 'unused-field'
  | 'not-embedded'
  | 'duplicate-practice'
  | 'city-spellings'
  | 'maybe-one-city'
  | 'topic-spellings'
  | 'insecure-link'
  | 'insecure-image'
  | 'no-summary'
  | 'no-years'
  | 'no-place'
  | 'no-topics'
  | 'no-alt'
  | 'short-text'
  | 'wrong-language'
  | 'no-practices';

export type FindingCode = FeedWarningCode | FeedErrorCode | JsonFaultCode | UseCode;

/** `error`: something cannot be shown. `warning`: something is shown otherwise than it was meant. `note`: it could be better. */
export type Severity = 'error' | 'warning' | 'note';

/** What a check has found, before it is known where in the document that is, and how to mend it. */
export interface Issue {
  readonly code: FindingCode;
  /** RFC 6901 pointer to the (first) value that is meant. */
  readonly pointer: string;
  readonly message: string;
  /** How often it occurs. */
  readonly count: number;
}

/** One thing that is wrong with a feed. Texts are plain English. */
export interface Finding extends Issue {
  readonly severity: Severity;
  /** From 1; 0 where the document has no lines to speak of. */
  readonly line: number;
  readonly column: number;
  readonly hint: string;
}

/** What there is to say about a document. */
export interface Report {
  readonly address: string;
  /** Whether the document is a feed, be it one without practices. */
  readonly isReadable: boolean;
  /** How many records there are, and how many of them make a practice. */
  readonly records: number;
  readonly practices: number;
  /** Where the document says that its next page is, as it says it; `''` where it does not. */
  readonly next: string;
  /** Errors first, then warnings, then notes; each in the order of the document. */
  readonly findings: readonly Finding[];
}
