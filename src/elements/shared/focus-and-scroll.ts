import {ancestorsOf} from '../../platform/ancestors.js';

/** The focused element in the shadow root of an element, or in the innermost root within it; null if there is none. */
export function focusedIn({shadowRoot}: Element): HTMLElement | null {
  const focused = shadowRoot?.activeElement as HTMLElement | null | undefined;
  return focused ? (focusedIn(focused) ?? focused) : null;
}

/**
 * Scrolls so that the element keeps its place on the screen when the updates of this turn change
 * the layout.
 */
export function keepInPlace(element: Element): void {
  const before = element.getBoundingClientRect().top;
  // After the change, a column that is short may no longer scroll, and the page is another scroller.
  const scroller = scrollerOf(element);
  requestAnimationFrame(() => {
    const moved = element.getBoundingClientRect().top - before;
    if (moved) scroller.scrollBy({top: moved, behavior: 'instant'});
  });
}

/** The nearest ancestor that scrolls the element, across shadow roots; by default, the page. */
export function scrollerOf(element: Element): Element {
  for (const each of ancestorsOf(element))
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return document.scrollingElement ?? document.documentElement;
}
