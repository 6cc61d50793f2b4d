import type {GpbCard} from '../card/gpb-card.js';
import {focusedIn, scrollerOf} from '../shared/focus-and-scroll.js';

/**
 * Where a visitor is in the widget. It is saved with an entry of the history, so it has only data
 * that can be cloned.
 */
export interface ScrollPosition {
  /** The first card on the screen (`''`: the widget itself), and where its top is, in pixels. */
  readonly anchor: readonly [id: string, top: number];
  /**
   * Where the focus is: in which card (`''`: in none), and the position among the elements that can
   * have it.
   */
  readonly focus: readonly [id: string, index: number] | null;
}

const isPlace = (value: unknown): boolean =>
  Array.isArray(value) && typeof value[0] === 'string' && Number.isFinite(value[1]);

/** Whether an entry of the history has a position. Another script may have written something else. */
export function isScrollPosition(value: unknown): value is ScrollPosition {
  const {anchor, focus} = (value ?? {}) as Partial<Record<keyof ScrollPosition, unknown>>;
  return isPlace(anchor) && (focus === null || isPlace(focus));
}

const FOCUSABLE = 'a, button, input, select, summary, [tabindex]';
/** The elements that can have the focus, also inside the shadow roots of others. */
const focusables = (element: HTMLElement): HTMLElement[] =>
  [element.shadowRoot!, element]
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(':not(gpb-card)')])
    .flatMap((each) => (each.shadowRoot ? focusables(each) : each.matches(FOCUSABLE) ? each : []));
const topOf = (element: Element) => element.getBoundingClientRect().top;

const cardsOf = (host: Element) => [...host.shadowRoot!.querySelectorAll<GpbCard>('gpb-card')];

/** The card of a practice; the host itself for no id. */
const find = (host: HTMLElement, id: string) => (id ? cardsOf(host).find(({practice}) => practice.id === id) : host);

/** Whether there is a card of this practice. */
export const isDrawn = (host: HTMLElement, id: string): boolean => Boolean(find(host, id));

/** Whether the widget may take the focus: nothing else on the page has it. */
export const mayTakeFocus = (host: HTMLElement): boolean =>
  document.activeElement === document.body || host.matches(':focus-within');

export function captureScrollPosition(host: HTMLElement): ScrollPosition {
  const first = topOf(host) < 0 && cardsOf(host).find((card) => card.getBoundingClientRect().bottom > 0);
  const focused = focusedIn(host);
  const card = host.shadowRoot!.querySelector<GpbCard>('gpb-card:focus-within');
  return {
    anchor: [first ? first.practice.id : '', topOf(first || host)],
    focus: focused && [card?.practice.id ?? '', focusables(card ?? host).indexOf(focused)],
  };
}

/** Moves the focus back to where it was. */
export function restoreFocus(host: HTMLElement, {focus}: ScrollPosition): void {
  if (focus && mayTakeFocus(host)) focusables(find(host, focus[0]) ?? host)[focus[1]]?.focus({preventScroll: true});
}

/** Scrolls back to where the visitor was. */
export function restoreScroll(host: HTMLElement, {anchor: [id, top]}: ScrollPosition): void {
  const anchor = find(host, id);
  if (anchor) scrollerOf(anchor).scrollBy({top: topOf(anchor) - top, behavior: 'instant'});
}

/** Shows a practice, and puts the focus on its title. */
export function goToCard(host: HTMLElement, id: string): void {
  const card = find(host, id);
  if (card && mayTakeFocus(host)) card.focus({preventScroll: true});
  const show = () => card?.scrollIntoView({behavior: 'instant'});
  show();
  // If a letter was typed a moment ago, browsers scroll to its field with the next frame.
  requestAnimationFrame(show);
}
