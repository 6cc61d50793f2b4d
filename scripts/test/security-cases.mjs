// How many tests that passed hold each row of safety, S-01 to S-37: written by `RECORD=true npm test` and
// `RECORD=true npm run test:all`, which go on from each other; read for the table in docs/security.md.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequirementFinder} from './requirements.mjs';

const PATH = 'test/audits/security/cases.json';

/** @typedef {Record<string, Record<string, Record<string, number>>>} Cases row -> file -> engine -> how many */

/** @returns {Cases} */
export const readCases = () => JSON.parse(readFileSync(PATH, 'utf8'));

/** @param {import('./results.mjs').Result[]} results what these files say now; what others said stays */
export function recordCases(results) {
  const requirementsOf = createRequirementFinder();
  const said = {};
  for (const {engine, file, name, outcome} of results)
    if (outcome === 'passed')
      for (const row of requirementsOf(file, name).filter((id) => id.startsWith('S-'))) {
        const counts = ((said[row] ??= {})[file] ??= {});
        counts[engine] = (counts[engine] ?? 0) + 1;
      }
  const cases = readCases();
  const ran = new Set(results.map(({engine, file}) => `${file} ${engine}`));
  for (const [row, files] of Object.entries(cases))
    for (const [file, counts] of Object.entries(files))
      for (const [engine, count] of Object.entries(counts))
        if (!ran.has(`${file} ${engine}`)) ((said[row] ??= {})[file] ??= {})[engine] = count;
  writeFileSync(PATH, `${JSON.stringify(sorted(said), null, 2)}\n`);
}

const sorted = (value) =>
  typeof value === 'number'
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, each]) => [key, sorted(each)]),
      );
