import type {FeedErrorCode} from '../../core/feed/feed-error.js';
import type {FeedWarning} from '../../core/feed/feed.js';
import type {PracticeDetails} from '../../core/feed/normalize/details.js';
import type {Attribute, ByAttribute} from '../../core/practice.js';
import type {NumberRange, Refinement, Refinements} from '../../core/state/search-state.js';

/** The `detail` of each event that the page receives. All are frozen. */
export interface EventDetails {
  /**
   * The feed has loaded or grown. `count`: its practices; `title`: in the widget's language, or
   * `''`.
   */
  'gpb-loaded': {readonly count: number; readonly title: string};
  /**
   * The feed failed to load. `status`: the HTTP status, or 0 if the server did not answer.
   * `retryable`: the same request may succeed later. `message`: the cause and a remedy, in English,
   * for the webmaster.
   */
  'gpb-failed': {
    readonly code: FeedErrorCode;
    readonly status: number;
    readonly retryable: boolean;
    readonly message: string;
  };
  /** The feed has loaded, but some of its values were repaired or skipped. */
  'gpb-warned': {readonly warnings: readonly FeedWarning[]};
  /**
   * The visitor searched, filtered, sorted or asked for more. `refinements` has the filters of each
   * attribute as the address has them: `{topic: ['education'], year: ['2015..2019'], …}`.
   * `collection`: the id of the collection that the visitor looks into, or `''`. `totalHits`: the
   * practices found on all pages.
   */
  'gpb-searched': {
    readonly query: string;
    readonly refinements: ByAttribute<readonly string[]>;
    readonly collection: string;
    readonly totalHits: number;
  };
  /** The visitor opened a practice. */
  'gpb-opened': {readonly id: string; readonly title: string};
}

/** What a visitor tells the receivers of a list. */
export interface ListTexts {
  readonly title: string;
  readonly note: string;
}

/** The `detail` of the events with which inner elements ask the public element to do something. */
export interface RequestDetails {
  /** Choose a refinement, or remove it if it is chosen. */
  'gpb-refine': {readonly attribute: Attribute; readonly refinement: Refinement};
  /** Show the cards of the practices that match, in place of what is chosen of these attributes. */
  'gpb-show-cards': {readonly refinements: Partial<Refinements>};
  /** Open or close a practice. */
  'gpb-open': {readonly id: string; readonly isOpen: boolean};
  /** The details of a practice have loaded. */
  'gpb-fill': {readonly id: string; readonly details: PracticeDetails};
  /** Add a practice to the visitor's list, or remove it. */
  'gpb-toggle-listed': {readonly id: string};
  /** Remove all practices from the visitor's list. */
  'gpb-clear-list': Record<never, never>;
  /** Keep what the visitor typed about the list. */
  'gpb-describe-list': ListTexts;
  /** Hide the visitor's list. */
  'gpb-close-list': Record<never, never>;
  /** Open a practice and scroll to it, on any page of the results. */
  'gpb-show': {readonly id: string};
  /**
   * Replace the chosen range of numbers. `isFirst`: a new step of the page's history begins.
   * `corrected`: in words, the range that replaced what the visitor typed, or `''`.
   */
  'gpb-range': {
    readonly range: NumberRange;
    readonly isFirst: boolean;
    readonly corrected: string;
  };
  /** Go to the first of the practices that are new in a newer feed. */
  'gpb-renew': {readonly ids: readonly string[]};
}

type AllDetails = EventDetails & RequestDetails;

/** The events that reach the page. Requests stay inside the widget. */
const reachPage: Readonly<Record<keyof EventDetails, true>> = {
  'gpb-loaded': true,
  'gpb-failed': true,
  'gpb-warned': true,
  'gpb-searched': true,
  'gpb-opened': true,
};

/**
 * An event of the widget, with a frozen `detail`. The class extends `CustomEvent`, because old
 * libraries replace `window.Event`.
 */
export class GpbEvent<Type extends keyof AllDetails> extends CustomEvent<AllDetails[Type]> {
  constructor(type: Type, detail: AllDetails[Type]) {
    Object.freeze(detail);
    super(type, {detail, bubbles: true, composed: type in reachPage});
  }
}

/** The events that the page receives, by name, for the types of `addEventListener`. */
export type GpbEventMap = {[Type in keyof EventDetails]: GpbEvent<Type>};

declare global {
  /** Events bubble: elements, the document and the window hear them. */
  interface GlobalEventHandlersEventMap extends GpbEventMap {}
}
