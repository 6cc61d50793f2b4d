// Which tests run when: `quick` for every commit (`npm test`), `all` in a CI, after `quick` (`npm run test:all`), and `release`
// (`npm run test:release`). CONTRIBUTING.md says how long each may take.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';

/** @typedef {'quick' | 'all' | 'release'} Tier */

/** Node tests that `npm test` leaves out: slow ones, and those that rarely find anything. A folder means all its files. */
const laterNodeTests = {
  all: [
    'test/audits/every-state.test.mjs',
    'test/audits/focus-and-colours.test.mjs',
    'test/audits/layout-shift.test.mjs',
    'test/audits/orca/',
    'test/audits/reflow.test.mjs',
    'test/audits/screen-reader.test.mjs',
    'test/audits/security/regexes.test.mjs',
    'test/audits/security/vectors.test.mjs',
    'test/audits/wcag.test.mjs',
    'test/built/configure.test.mjs',
    'test/built/consumers/vite.test.mjs',
    'test/built/demo.test.mjs',
    'test/built/embedding/host-scripts.test.mjs',
    'test/built/embedding/leaks.test.mjs',
    'test/built/embedding/npm-modules.test.mjs',
    'test/built/embedding/places.test.mjs',
    'test/built/embedding/policies.test.mjs',
    'test/built/embedding/routers.test.mjs',
    'test/built/embedding/ways-to-load.test.mjs',
    'test/built/languages.test.mjs',
    'test/built/meaning.test.mjs',
    'test/built/privacy/',
    'test/built/release/',
    'test/built/safe-html.test.mjs',
    'test/built/tools.test.mjs',
    'test/built/upgrading.test.mjs',
    'test/built/wordpress/',
  ],
  release: [
    'test/audits/lighthouse/',
    'test/built/consumers/frameworks.test.mjs',
    'test/built/consumers/snippets.test.mjs',
    'test/built/recipes/',
    'test/built/wordpress-plugin/',
  ],
};

/** These do more in a later tier, by the variable TIER: all states instead of some. */
const repeatedNodeTests = {
  quick: [],
  all: [
    'test/audits/accessibility.test.mjs',
    'test/built/big-feed.test.mjs',
    'test/built/embedding/older-browsers.test.mjs',
    'test/built/package.test.mjs',
  ],
  release: ['test/audits/accessibility.test.mjs', 'test/audits/orca/'],
};

const isIn = (list, file) => list.some((entry) => file.startsWith(entry));
const tierOf = (file) => Object.keys(laterNodeTests).find((tier) => isIn(laterNodeTests[tier], file)) ?? 'quick';

/** @param {Tier} tier @returns {string[]} files, in the order to run them: the slow ones first, so that no core waits for one at the end */
export const nodeTests = (tier) =>
  ['test/audits', 'test/built', 'test/unit']
    .flatMap((folder) => readdirSync(folder, {recursive: true}).map((name) => join(folder, name).replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.test.mjs') && !file.includes('/node_modules/'))
    .filter((file) => tierOf(file) === tier || isIn(repeatedNodeTests[tier], file));

const allBrowserTests = 'test/**/*.test.ts';
/** Slow ones, and those that rarely find anything. */
const laterBrowserTests = ['test/component/{announcements,faults,host-styles,long-texts,random-walk,time}.test.ts'];
/** Core knows no DOM, so that its tests find little that differs between browsers. */
const core = 'test/unit/core/**/*.test.ts';
/** These try more examples in the tier `release`; see test/support/iterations.ts. */
const laws = ['test/unit/core/feed/formats/generic-json.test.ts', 'test/component/{random-walk,safe-html}.test.ts'];

/**
 * The tests that browsers run: most of them in the first browser for every commit, all of them in the others later.
 * @param {Tier} tier
 * @template Launcher
 * @param {Launcher[]} browsers
 * @returns {{name: string, files: string[], browsers: Launcher[]}[]} groups of @web/test-runner
 */
export function browserGroups(tier, [first, ...others]) {
  const groups = {
    quick: [
      {name: 'quick', files: [allBrowserTests, ...laterBrowserTests.map((file) => `!${file}`)], browsers: [first]},
    ],
    all: [
      {name: 'later', files: laterBrowserTests, browsers: [first]},
      ...others.map((browser, i) => ({
        name: browser.name,
        files: i === 0 ? [allBrowserTests] : [allBrowserTests, `!${core}`],
        browsers: [browser],
      })),
    ],
    release: [{name: 'laws', files: laws, browsers: [first]}],
  };
  return groups[tier];
}
