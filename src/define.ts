import {GpbCard} from './elements/card/gpb-card.js';
import {version} from './generated/build.js';
import {GoodPracticeBrowser, GpbCity, GpbCount, GpbLatest, GpbPractice} from './index.js';
import {deadlyNames} from './platform/deadly-names.js';
import {earlierVersion, isBlocked} from './platform/trusted-types.js';

export * from './index.js';

// The public element is last: when it is upgraded, the tags that it draws are known.
const tags: Record<string, CustomElementConstructor> = {
  'gpb-card': GpbCard,
  'gpb-city': GpbCity,
  'gpb-count': GpbCount,
  'gpb-latest': GpbLatest,
  'gpb-practice': GpbPractice,
  'good-practice-browser': GoodPracticeBrowser,
};

/** Why this copy must not register anything, in words for the webmaster; undefined if it may. */
function reasonNotToStart(): string | undefined {
  if (earlierVersion !== undefined)
    return `version ${earlierVersion} already runs on this page. Remove one of the two script tags.`;
  if (/xml/.test(document.contentType))
    return `the server sends the page as ${document.contentType}. Send it as text/html.`;
  const taken = Object.keys(tags).find((tag) => customElements.get(tag));
  if (taken) return `another script of the page has already defined <${taken}>. Remove one of the two scripts.`;
  if (isBlocked)
    return 'the Content-Security-Policy of the page blocks it. Add “trusted-types good-practice-browser” to the policy.';
  // Old scripts add properties that all objects inherit. With one of these, the widget would be half there.
  const inherited = deadlyNames.find((name) => name in {});
  if (inherited) return `a script of the page has set Object.prototype.${inherited}. Update or remove that script.`;
  return undefined;
}

/** Defines the elements, unless the page does not allow it: then the fallback content stays, and the console says why. */
function start(): void {
  const reason = reasonNotToStart();
  if (reason) return console.warn(`good-practice-browser ${version} does not start: ${reason}`);
  // A page that was saved or prerendered may have what was drawn. It is drawn again.
  for (const element of document.querySelectorAll(Object.keys(tags).join())) element.shadowRoot?.replaceChildren();
  globalThis.GoodPracticeBrowser = Object.freeze({version});
  for (const [tag, element] of Object.entries(tags)) customElements.define(tag, element);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', replacePlaceholders);
  else replacePlaceholders();
}

function replacePlaceholders(): void {
  document.documentElement.querySelectorAll('[data-good-practice-browser]').forEach(addBrowser);
}

/**
 * For editors that strip unknown tags: any element becomes the place of a browser. Its `data-*` attributes become the browser's
 * attributes, and its content the fallback content.
 */
function addBrowser(place: Element): void {
  const element = document.createElement('good-practice-browser');
  for (const {name, value} of place.attributes)
    if (/^data-[a-z]/.test(name)) element.setAttribute(name.slice(5), value);
  element.append(...place.childNodes);
  place.append(element);
}

// A server may import this file, and nothing is defined there. It has no document, but Lit gives it `customElements`.
if (globalThis.document) start();
