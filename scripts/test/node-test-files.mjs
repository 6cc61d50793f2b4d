import {readdirSync} from 'node:fs';
import {join} from 'node:path';

const isTest = (name) => name.endsWith('.test.mjs');
/** The tests that Node runs, most of them on the built files; by name, since what `node --test` makes of a folder differs from version to version. */
const all = ['test/audits', 'test/built', 'test/unit']
  .flatMap((folder) =>
    readdirSync(folder, {recursive: true})
      .filter(isTest)
      .map((name) => join(folder, name)),
  )
  .filter((file) => !file.includes('node_modules'));

/** What takes too long for every change. */
const onlyLong = [
  'test/built/consumers/vite.test.mjs',
  'test/built/embedding/host-scripts.test.mjs',
  'test/built/embedding/leaks.test.mjs',
  'test/built/embedding/places.test.mjs',
  'test/built/embedding/routers.test.mjs',
  'test/audits/every-state.test.mjs',
  'test/built/release/release.test.mjs',
  'test/audits/security/regexes.test.mjs',
  'test/audits/security/vectors.test.mjs',
];
/** Before a release: `npm run test:release`. */
const onlyRelease = ['test/built/consumers/frameworks.test.mjs'];
/** These do more of the same where LONG is set: all states, each by itself. */
const longer = [
  'test/built/embedding/older-browsers.test.mjs',
  'test/audits/accessibility.test.mjs',
  'test/built/big-feed.test.mjs',
  'test/built/package.test.mjs',
];

export const nodeTestFiles = {
  short: all.filter((file) => !onlyLong.includes(file) && !onlyRelease.includes(file)),
  long: [...onlyLong, ...longer],
};
