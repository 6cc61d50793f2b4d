import {ancestorsOf} from '../../platform/ancestors.js';

/** `rgba(…)`, and a newer notation with a part for the opacity: `color(srgb 1 1 1 / 0.5)`. */
const TRANSLUCENT = /^rgba|\//;

/**
 * The colour that the page has behind an element. What sticks while the rest scrolls must hide the
 * rest, and the widget itself has no background.
 */
export function opaqueBackground(element: Element): string {
  for (const each of ancestorsOf(element)) {
    const {backgroundColor} = getComputedStyle(each);
    if (backgroundColor && !TRANSLUCENT.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}
