import type {FeedErrorCode} from '../../core/feed/feed-error.js';
import type {FeedWarning} from '../../core/feed/feed.js';
import type {Attribute, Practice} from '../../core/practice.js';
import type {Refinement, YearRange} from '../../core/state/search-state.js';

/** `detail` of each event that the page hears. */
export interface EventDetails {
  /** The feed is here. `count`: how many practices it has. */
  'gpb-loaded': {readonly count: number; readonly title: string};
  /** The feed failed to load. `status` is 0 unless the server answered; `message` is for the webmaster. */
  'gpb-failed': {
    readonly code: FeedErrorCode;
    readonly status: number;
    readonly retryable: boolean;
    readonly message: string;
  };
  /** The feed is here, and something in it is odd. */
  'gpb-warned': {readonly warnings: readonly FeedWarning[]};
  /** The visitor searched, refined, sorted or asked for more. Refinements are as in an address: `{topic: ['education'], year: ['2015..2019'], …}`. */
  'gpb-searched': {
    readonly query: string;
    readonly refinements: Readonly<Record<Attribute, readonly string[]>>;
    readonly totalHits: number;
  };
  /** The visitor opened a practice. */
  'gpb-opened': {readonly id: string; readonly title: string};
}

/** `detail` of the events by which inner elements ask the public element for something. */
export interface RequestDetails {
  /** Choose a refinement, or drop it where it is chosen. */
  'gpb-refine': {readonly attribute: Attribute; readonly refinement: Refinement};
  /** Open or close a practice. */
  'gpb-open': {readonly id: string; readonly isOpen: boolean};
  /** The rest of a practice is here. */
  'gpb-fill': {readonly id: string; readonly filling: Partial<Practice>};
  /** Put a practice on the visitor's list, or take it off. */
  'gpb-toggle-listed': {readonly id: string};
  /** Show a practice opened, wherever it is in the results. */
  'gpb-show': {readonly id: string};
  /** Choose a range of years in place of the one that is chosen. `isFirst`: another step of the history begins. */
  'gpb-years': {readonly range: YearRange; readonly isFirst: boolean};
  /** Go to the first of the practices that a newer feed has brought. */
  'gpb-renew': {readonly ids: readonly string[]};
}

type AllDetails = EventDetails & RequestDetails;

/**
 * An event of the widget, with frozen `detail`. The page hears what has happened (names in the past tense); requests stay inside the
 * widget. It is a CustomEvent, because old libraries replace `window.Event`.
 */
export class GpbEvent<Type extends keyof AllDetails> extends CustomEvent<AllDetails[Type]> {
  constructor(type: Type, detail: AllDetails[Type]) {
    Object.freeze(detail);
    super(type, {detail, bubbles: true, composed: type.endsWith('ed')});
  }
}

/** The events that the page hears, by name, as `addEventListener` knows them. */
export type GpbEventMap = {[Type in keyof EventDetails]: GpbEvent<Type>};

declare global {
  interface HTMLElementEventMap extends GpbEventMap {}
}
