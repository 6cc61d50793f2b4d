import {version} from 'virtual:build';
import {loadFile} from './controllers/load-file.js';
import {kit as formatsKit} from './core/feed/formats/kit.js';
import {openDoor} from './core/open-door.js';
import {kit} from './elements/kit.js';
import {GoodPracticeBrowser, GpbCard} from './index.js';
import {earlierVersion, isBlocked} from './trusted-types.js';

// The public element last: when it is upgraded, the tags that it draws are known.
const tags: Record<string, CustomElementConstructor> = {
  'gpb-card': GpbCard,
  'good-practice-browser': GoodPracticeBrowser,
};

/** Why this copy must not register anything, in words for whoever keeps the page; undefined where it may. */
function reasonNotToStart(): string | undefined {
  if (earlierVersion !== undefined)
    return `version ${earlierVersion} is on this page already; one script tag is enough.`;
  const taken = Object.keys(tags).find((tag) => customElements.get(tag));
  if (taken) return `the page has another <${taken}> already.`;
  if (isBlocked)
    return 'the Content-Security-Policy of the page must allow “trusted-types good-practice-browser” (see the README).';
  // Old scripts add to what all objects inherit; with one of these there, no property can be defined any more, which Lit must.
  const spoilt = ['get', 'set', 'value'].find((name) => name in {});
  if (spoilt) return `a script of the page has set Object.prototype.${spoilt}.`;
  return undefined;
}

const reason = reasonNotToStart();
if (reason) console.warn(`good-practice-browser ${version} does not start: ${reason}`);
else {
  globalThis.GoodPracticeBrowser = Object.freeze({version});
  for (const [tag, element] of Object.entries(tags)) customElements.define(tag, element);
  openDoor('extras', version, kit);
  openDoor('formats', version, formatsKit);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', handlePage);
  else handlePage();
}

function handlePage(): void {
  document.documentElement.querySelectorAll('[data-good-practice-browser]').forEach(standIn);
  loadForSatellites();
}

/**
 * For editors that strip unknown tags: a browser in any element, with the `data-*` of that as its attributes and what stands in it as
 * what is shown until the practices are here.
 */
function standIn(place: Element): void {
  const element = document.createElement('good-practice-browser');
  for (const {name, value} of place.attributes)
    if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  element.append(...place.childNodes);
  place.append(element);
}

/** The small elements that show something of a browser elsewhere come with the extras. */
function loadForSatellites(): void {
  const satellite = document.documentElement.querySelector('gpb-count, gpb-latest, gpb-practice');
  if (!satellite) return;
  const {baseURI} = satellite;
  void loadFile('extras', {assetsHref: satellite.getAttribute('assets-href'), baseURI}).catch(() => undefined);
}
