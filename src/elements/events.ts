import type {FeedErrorCode} from '../core/feed/feed-error.js';
import type {FeedWarning} from '../core/feed/feed.js';
import type {Attribute} from '../core/practice.js';
import type {Refinement} from '../core/search-state.js';

/** Old libraries replace `window.Event`; a subclass of CustomEvent is still dispatched. */
abstract class GpbEvent<Detail> extends CustomEvent<Readonly<Detail>> {
  constructor(type: string, detail: Detail, composed: boolean) {
    super(type, {detail: Object.freeze(detail), bubbles: true, composed});
  }
}

// Requests of the inner elements to the one that holds the state. They do not leave its shadow root.

/** Asks to choose a refinement, or to drop it where it is chosen. */
export class RefineRequest extends GpbEvent<{attribute: Attribute; refinement: Refinement}> {
  constructor(attribute: Attribute, refinement: Refinement) {
    super('gpb-refine', {attribute, refinement}, false);
  }
}

/** Asks to open or close a practice. */
export class OpenRequest extends GpbEvent<{id: string; isOpen: boolean}> {
  constructor(id: string, isOpen: boolean) {
    super('gpb-open', {id, isOpen}, false);
  }
}

// What the public element tells the page.

/** The feed is here. `count`: practices that exist for this widget. */
export class LoadedEvent extends GpbEvent<{count: number; title: string}> {
  constructor(count: number, title: string) {
    super('gpb-loaded', {count, title}, true);
  }
}

/** The feed could not be had. `status` is 0 unless the server answered. */
export class FailedEvent extends GpbEvent<{code: FeedErrorCode; status: number; retryable: boolean; message: string}> {
  constructor(code: FeedErrorCode, status: number, retryable: boolean, message: string) {
    super('gpb-failed', {code, status, retryable, message}, true);
  }
}

/** The feed is here, and something in it is odd. */
export class WarnedEvent extends GpbEvent<{warnings: readonly FeedWarning[]}> {
  constructor(warnings: readonly FeedWarning[]) {
    super('gpb-warned', {warnings}, true);
  }
}

/** The visitor searched, refined, sorted or asked for more. `refinements` as in an address: `{topic: ['education'], year: ['2015..2019']}`. */
export class SearchedEvent extends GpbEvent<{query: string; refinements: Readonly<Record<Attribute, readonly string[]>>; totalHits: number}> {
  constructor(query: string, refinements: Readonly<Record<Attribute, readonly string[]>>, totalHits: number) {
    super('gpb-searched', {query, refinements, totalHits}, true);
  }
}

/** The visitor opened a practice. */
export class OpenedEvent extends GpbEvent<{id: string; title: string}> {
  constructor(id: string, title: string) {
    super('gpb-opened', {id, title}, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'gpb-loaded': LoadedEvent;
    'gpb-failed': FailedEvent;
    'gpb-warned': WarnedEvent;
    'gpb-searched': SearchedEvent;
    'gpb-opened': OpenedEvent;
  }
}
