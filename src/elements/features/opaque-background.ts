/** `rgba(…)`, and a newer notation with a part for the opacity: `color(srgb 1 1 1 / 0.5)`. */
const TRANSLUCENT = /^rgba|\//;

/**
 * The colour that the page has behind an element. What sticks while the rest scrolls must hide the
 * rest, and the widget itself has no background.
 */
export function opaqueBackground(element: Element): string {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) {
      const {backgroundColor} = getComputedStyle(node);
      if (backgroundColor && !TRANSLUCENT.test(backgroundColor)) return backgroundColor;
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return 'Canvas';
}
