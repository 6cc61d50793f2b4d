import {readdirSync} from 'node:fs';
import {join} from 'node:path';

const folders = ['cli', 'embedding', 'end-to-end', 'release', 'schema', 'scripts', 'security'].map((name) =>
  join('test', name),
);

/** The tests that drive the built files; by name, since what `node --test` makes of a folder differs from version to version. */
const all = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => join(folder, name)),
);

/** What takes too long for every change. */
const onlyLong = [
  'test/consumers/vite.test.mjs',
  'test/embedding/host-scripts.test.mjs',
  'test/embedding/leaks.test.mjs',
  'test/embedding/places.test.mjs',
  'test/embedding/routers.test.mjs',
  'test/end-to-end/every-state.test.mjs',
  'test/release/release.test.mjs',
  'test/security/regexes.test.mjs',
  'test/security/vectors.test.mjs',
];
/** Before a release: `npm run test:release`. */
const onlyRelease = ['test/consumers/frameworks.test.mjs'];
/** These do more of the same where LONG is set: all states, each by itself. */
const longer = [
  'test/embedding/older-browsers.test.mjs',
  'test/end-to-end/accessibility.test.mjs',
  'test/end-to-end/big-feed.test.mjs',
  'test/end-to-end/package.test.mjs',
];

export const endToEndFiles = {
  short: all.filter((file) => !onlyLong.includes(file) && !onlyRelease.includes(file)),
  long: [...onlyLong, ...longer],
};
