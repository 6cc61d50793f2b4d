import type {FeedErrorCode} from '../core/feed/feed-error.js';
import type {FeedWarning} from '../core/feed/feed.js';
import type {Attribute, Practice} from '../core/practice.js';
import type {Refinement, YearRange} from '../core/search-state.js';

/** What each event says. */
export interface EventDetails {
  /** A request from within: choose a refinement, or drop it where it is chosen. */
  'gpb-refine': {readonly attribute: Attribute; readonly refinement: Refinement};
  /** A request from within: open or close a practice. */
  'gpb-open': {readonly id: string; readonly isOpen: boolean};
  /** From within: the rest of a practice is here. */
  'gpb-fill': {readonly id: string; readonly filling: Partial<Practice>};
  /** A request from within: put a practice on the visitor's list, or take it off. */
  'gpb-keep': {readonly id: string};
  /** A request from within: show a practice opened, wherever it stands. */
  'gpb-show': {readonly id: string};
  /** A request from within: choose a range of years in place of the one that is chosen. `isFirst`: another step of the history begins. */
  'gpb-years': {readonly range: YearRange; readonly isFirst: boolean};
  /** A request from within: go to the first of the practices that a newer feed has brought. */
  'gpb-renew': {readonly ids: readonly string[]};
  /** The feed is here. `count`: how many practices it has. */
  'gpb-loaded': {readonly count: number; readonly title: string};
  /** The feed could not be had. `status` is 0 unless the server answered; `message` is for the webmaster. */
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

/**
 * An event of ours, with frozen `detail`. What has happened (the names in the past tense) is told to the page; requests stay within.
 * A CustomEvent, since old libraries replace `window.Event`.
 */
export class GpbEvent<Type extends keyof EventDetails> extends CustomEvent<EventDetails[Type]> {
  constructor(type: Type, detail: EventDetails[Type]) {
    Object.freeze(detail);
    super(type, {detail, bubbles: true, composed: type.endsWith('ed')});
  }
}

declare global {
  interface HTMLElementEventMap extends EventsOfOurs {}
}
type EventsOfOurs = {[Type in keyof EventDetails]: GpbEvent<Type>};
