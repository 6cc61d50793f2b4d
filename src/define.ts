import {version} from 'virtual:build';
import {loadExtras} from './controllers/load-extras.js';
import {openDoor} from './elements/kit.js';
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
  return undefined;
}

const reason = reasonNotToStart();
if (reason) console.warn(`good-practice-browser ${version} does not start: ${reason}`);
else {
  globalThis.GoodPracticeBrowser = Object.freeze({version});
  for (const [tag, element] of Object.entries(tags)) customElements.define(tag, element);
  openDoor(version);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', loadForSatellites);
  else loadForSatellites();
}

/** The small elements that show something of a browser elsewhere come with the extras. */
function loadForSatellites(): void {
  const satellite = document.documentElement.querySelector('gpb-count, gpb-latest, gpb-practice');
  if (!satellite) return;
  const {baseURI} = satellite;
  void loadExtras({assetsHref: satellite.getAttribute('assets-href'), baseURI}).catch(() => undefined);
}
