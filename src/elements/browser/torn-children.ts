import {warnOnce} from '../../platform/warn-once.js';

// Some editors put paragraphs around the tag of the widget. Browsers then close it at the first
// `</p>`, and its children come after it.

const SLOTTED = ['intro', 'empty', 'footer', 'messages'].map((name) => `[slot="${name}"]`).join();
/** Elements after the widget that are looked at. */
const MAX_ELEMENTS = 10;

/** Warns the webmaster, when the page is parsed, if children of an element are beside it. */
export function reportTornChildren(host: Element): void {
  if (document.readyState === 'loading')
    return document.addEventListener('DOMContentLoaded', () => reportTornChildren(host), {once: true});
  const torn = findTornChildren(host);
  if (torn)
    warnOnce(
      `${torn} is not in <${host.localName}>, but after it: the editor of the page has closed the element too early. ` +
        'The classic editor of WordPress does this. Use <div data-good-practice-browser data-src="…"> instead.',
    );
}

/** What was torn out of an element, in words; `''` if nothing was. */
function findTornChildren(host: Element): string {
  const paragraph = host.parentElement?.localName === 'p' ? host.parentElement : null;
  const after = [...elementsAfter(host), ...(paragraph ? elementsAfter(paragraph) : [])].slice(0, MAX_ELEMENTS);
  const slotted = after.flatMap((element) => [element, ...element.querySelectorAll(SLOTTED)]).find(isTorn);
  if (slotted) return `An element with slot="${slotted.slot}"`;
  // `<p>Fallback</p>` and an empty paragraph, in which the end tag of the element was.
  const isFallback =
    paragraph && isEmpty(host) && host === paragraph.lastElementChild && !isEmpty(after[0]) && after.some(isEndTag);
  return isFallback ? 'The fallback content' : '';
}

/** The elements of other components have slots of the same names. */
const isTorn = (element: Element) => element.matches(SLOTTED) && !element.parentElement?.localName.includes('-');

function elementsAfter(element: Element): Element[] {
  const siblings = [...(element.parentElement?.children ?? [])];
  return siblings.slice(siblings.indexOf(element) + 1);
}

const isEmpty = (element?: Element) => !element?.textContent.trim() && !element?.childElementCount;
const isEndTag = (element: Element) => element.localName === 'p' && !element.childNodes.length;
