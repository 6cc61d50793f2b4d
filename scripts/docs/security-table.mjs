import {readCases} from '../test/security-cases.mjs';
import {readRequirements} from './requirements.mjs';
import {table} from './table.mjs';

const ENGINES = ['Chromium', 'Firefox', 'WebKit', 'Node'];

/** How many test cases hold each guarantee, in each engine. */
export function renderSecurityTable() {
  const cases = readCases();
  const guarantees = Object.entries(readRequirements()).filter(([id]) => id.startsWith('S-'));
  const rows = guarantees.map(([id, guarantee]) => {
    const counts = Object.values(cases[id] ?? {});
    if (!counts.length)
      throw new Error(
        `No case holds ${id}: give a test the comment “// Requirement: ${id}”, and record (see security-cases.mjs).`,
      );
    return [guarantee, ...ENGINES.map((engine) => counts.reduce((sum, count) => sum + (count[engine] ?? 0), 0) || '')];
  });
  return table(['Guarantee', ...ENGINES.map((engine) => `${engine}:`)], rows);
}
