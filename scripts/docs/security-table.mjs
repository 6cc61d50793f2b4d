// What we promise of safety, rows S-01 to S-37, and how many cases hold each: those that passed when it was recorded last.
import {readCases} from '../test/security-cases.mjs';
import {readRequirements} from './requirements.mjs';

const ENGINES = ['Chromium', 'Firefox', 'WebKit', 'Node'];

export function renderSecurityTable() {
  const cases = readCases();
  const rows = Object.entries(readRequirements()).filter(([id]) => id.startsWith('S-'));
  const lines = rows.map(([id, row]) => {
    const counts = Object.values(cases[id] ?? {});
    if (!counts.length)
      throw new Error(
        `No case holds ${id}: give a test the comment “// Requirement: ${id}”, and record (see security-cases.mjs).`,
      );
    const cells = ENGINES.map((engine) => counts.reduce((sum, count) => sum + (count[engine] ?? 0), 0) || '');
    return `| ${[id, row, ...cells].join(' | ')} |`;
  });
  const head = [
    `| Row | What is held to | ${ENGINES.join(' | ')} |`,
    `| --- | --- |${' ---: |'.repeat(ENGINES.length)}`,
  ];
  return [...head, ...lines].join('\n');
}
