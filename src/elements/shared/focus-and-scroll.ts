/** The element within a shadow root that has the focus, in the innermost root; null where none has. */
export function focusedIn(root: DocumentOrShadowRoot): HTMLElement | null {
  const focused = root.activeElement as HTMLElement | null;
  return (focused?.shadowRoot && focusedIn(focused.shadowRoot)) ?? focused;
}

/** Scrolls so that the element stays where it is on the screen, whatever the updates of this turn do to the layout. */
export function keepInPlace(element: Element): void {
  const before = element.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    const moved = element.getBoundingClientRect().top - before;
    if (moved) scrollerOf(element).scrollBy({top: moved, behavior: 'instant'});
  });
}

/** What scrolls the element. */
export function scrollerOf(element: Element): Element {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null)
    if (
      node instanceof Element &&
      node.scrollHeight > node.clientHeight &&
      /auto|scroll/.test(getComputedStyle(node).overflowY)
    )
      return node;
  return document.scrollingElement ?? document.documentElement;
}
