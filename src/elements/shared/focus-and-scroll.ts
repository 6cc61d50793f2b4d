/**
 * The focused element of a shadow root or of the innermost root within it; null if there is none.
 */
export function focusedIn(root: DocumentOrShadowRoot): HTMLElement | null {
  const focused = root.activeElement as HTMLElement | null;
  return (focused?.shadowRoot && focusedIn(focused.shadowRoot)) ?? focused;
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

/** Across shadow roots. A script of the page may have given all objects a `host`. */
const parentOf = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/** The nearest ancestor that scrolls the element, across shadow roots; by default, the page. */
export function scrollerOf(element: Element): Element {
  for (let node: Node | null = element; node; node = parentOf(node))
    if (
      node instanceof Element &&
      node.scrollHeight > node.clientHeight &&
      /auto|scroll/.test(getComputedStyle(node).overflowY)
    )
      return node;
  return document.scrollingElement ?? document.documentElement;
}
