// What docs/accessibility.md says, from test/audits/accessibility/criteria.yml, whose every row names tests that exist.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {cell, table} from './table.mjs';

/** @typedef {{id: string, criterion: string, clause: string, level: string, text: string, tests: string[], status: 'met' | 'n/a' | 'page', since: string}} Criterion */

const STATUS = {met: 'met', page: 'met, with the page', 'n/a': 'not applicable'};

/** @returns {Criterion[]} */
export const readCriteria = () => parse(readFileSync('test/audits/accessibility/criteria.yml', 'utf8'));

/** What the tests are called, as the files say it. */
export function testNames() {
  const files = readdirSync('test', {recursive: true}).filter((file) => /\.test\.(?:ts|mjs)$/.test(file));
  return files.flatMap((file) =>
    [...readFileSync(join('test', file), 'utf8').matchAll(/\b(?:it|describe)\(\s*(['"`])(.*?)(?<!\\)\1/gs)].map(
      ([, , name]) => name,
    ),
  );
}

/** @returns {string[]} what is wrong with the rows */
export function findFaults(rows, names) {
  const ids = rows.map(({id}) => id);
  const faults = ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `${id} stands there twice`);
  for (const {id, status, tests, text} of rows) {
    if (!(status in STATUS)) faults.push(`${id} has the status “${status}”`);
    if (!text) faults.push(`${id} says nothing`);
    if (status === 'met' && tests.length === 0) faults.push(`${id} has no test`);
    for (const test of tests)
      if (!names.some((name) => name.includes(test))) faults.push(`${id} names a test that is not there: ${test}`);
  }
  return faults;
}

/** The names of tests, for readers: without the ids of the requirements that they test. */
const quoteTests = (tests) =>
  tests.map((test) => `“${cell(test.replace(/^(?:[A-Z]-\d\d\b,? ?(?:and )?)+/, ''))}”`).join(', ');

/** All rows that check out. */
function soundCriteria() {
  const rows = readCriteria();
  const faults = findFaults(rows, testNames());
  if (faults.length) throw new Error(`test/audits/accessibility/criteria.yml:\n${faults.join('\n')}`);
  return rows;
}

const isOurs = ({id}) => id.startsWith('A-');

/** How many of which. */
export function renderSummary() {
  const rows = soundCriteria().filter((row) => !isOurs(row) && row.id !== '4.1.1');
  const count = (wanted) => rows.filter(({status}) => status === wanted).length;
  return `Of the ${rows.length} success criteria of WCAG 2.2 at levels A and AA, ${count('met')} are met, ${count('page')} are met if the page does its part, and ${count('n/a')} do not apply.`;
}

export const renderWcag = () =>
  table(
    ['Success criterion', 'Level', 'Status', 'How'],
    soundCriteria()
      .filter((row) => !isOurs(row) && row.id !== '4.1.1')
      .map(({criterion, level, status, text}) => [criterion, level, STATUS[status], text]),
  );

/** EN 301 549 V3.2.1 has WCAG 2.1: clause 9 and the number of the criterion. */
export const renderClauses = () =>
  table(
    ['Clause', 'Criterion', 'Status', 'Tests'],
    soundCriteria()
      .filter((row) => !isOurs(row) && row.clause !== '—')
      .map(({clause, criterion, status, tests}) => [
        clause,
        criterion.replace(/^\S+ /, ''),
        STATUS[status],
        quoteTests(tests) || '—',
      ]),
  );

/** Our own promises, beyond WCAG. */
export const renderOwn = () =>
  table(
    ['Promise', 'Criteria', 'Tests', 'Since'],
    soundCriteria()
      .filter(isOurs)
      .map(({criterion, text, tests, since}) => [cell(text), criterion, quoteTests(tests), since]),
  );
