// Every state of the gallery, in both themes and forced colours, from left to right and from right to left, narrow and wide.
import {states} from '../../../demo/gallery/states.js';
import {openVisit} from '../../support/page-harness.mjs';

/** In this order on one page: after the dark look, axe judges its accent under forced colours too, where nobody sees it. */
const looks = {
  light: {colorScheme: 'light'},
  'forced colours': {forcedColors: 'active'},
  dark: {colorScheme: 'dark'},
};

/** @typedef {{state: string, lang: string, width: number}} Place */

/** @returns {(Place & {looks: string[]})[]} */
export const allRuns = () =>
  states.flatMap(({name: state}) =>
    ['en', 'ar'].flatMap((lang) => [320, 1280].map((width) => ({state, lang, width, looks: Object.keys(looks)}))),
  );

/** Each state in all looks and in both directions: in one of these narrow, in the other wide. */
export const halfOfRuns = () =>
  states.flatMap(({name: state}, i) =>
    ['en', 'ar'].map((lang, j) => ({state, lang, width: (i + j) % 2 ? 1280 : 320, looks: Object.keys(looks)})),
  );

/** One run of each state whose every look, language and width comes up among them. */
export function someRuns(names) {
  return names.map((state, i) => ({
    state,
    lang: i % 2 ? 'ar' : 'en',
    width: i % 4 < 2 ? 320 : 1280,
    looks: [Object.keys(looks)[i % 3]],
  }));
}

/** What is ongoing goes on to the current year. */
export const TODAY = new Date('2026-11-24T12:00:00Z');

/** Opens the state, and waits until all that it loads is there and drawn. */
export async function openState(browser, origin, {state, lang, width, look = 'light'}) {
  const {page} = await openVisit(browser, `${origin}/gallery.html?${new URLSearchParams({state, lang})}`, {
    context: {viewport: {width, height: 900}, ...looks[look]},
    prepare: (page) => page.clock.setFixedTime(TODAY),
  });
  await page.locator('body[data-is-ready]').waitFor();
  await settle(page);
  return page;
}

/** Gives the page another look. */
export async function setLook(page, look) {
  await page.emulateMedia({colorScheme: 'light', forcedColors: 'none', ...looks[look]});
  await settle(page);
}

/** Waits until all is drawn. */
const settle = (page) =>
  page.evaluate(async () => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    for (let quiet = 0; quiet < 3; quiet++) {
      for (const element of all(document)) {
        if (element.localName.startsWith('gpb-')) await customElements.whenDefined(element.localName);
        if (element.isUpdatePending) quiet = 0;
        await element.updateComplete;
      }
      await new Promise(requestAnimationFrame);
    }
    await Promise.allSettled(document.getAnimations().map(({finished}) => finished));
  });
