// What docs/accessibility.md says, from test/audits/accessibility/criteria.yml, whose every row names tests that exist.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {cell, table} from './table.mjs';

/**
 * @typedef {{id: string, criterion: string, clause: string, level: string, text: string, tests: string[], checked?: string, status: 'met' | 'n/a' | 'page', since: string}} Criterion
 * `tests`: exact titles, with `…` for what differs from test to test; `checked`: the day on which a person checked it by hand
 */

const STATUS = {met: 'met', page: 'met, with the page', 'n/a': 'not applicable'};

/** @returns {Criterion[]} */
export const readCriteria = () => parse(readFileSync('test/audits/accessibility/criteria.yml', 'utf8'));

/** In titles of tests that a loop makes, values are only known when the tests run. */
export const withoutValues = (title) => title.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');

/** The titles of all tests and suites, with `…` for what differs from test to test. */
export function testNames() {
  const files = readdirSync('test', {recursive: true}).filter(
    (file) => /\.test\.(?:ts|mjs)$/.test(file) && !file.includes('node_modules'),
  );
  return files.flatMap((file) =>
    [...readFileSync(join('test', file), 'utf8').matchAll(/\b(?:it|describe)\(\s*(['"`])(.*?)(?<!\\)\1/gs)].map(
      ([, , name]) => withoutValues(name),
    ),
  );
}

/** @returns {string[]} what is wrong with the rows */
export function findFaults(rows, names) {
  const ids = rows.map(({id}) => id);
  const faults = ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `there are two rows ${id}`);
  for (const {id, checked, status, tests, text} of rows) {
    if (!(status in STATUS)) faults.push(`${id} has the status “${status}”`);
    if (!text) faults.push(`${id} has no text`);
    if (status === 'met' && tests.length === 0 && !checked) faults.push(`${id} has no test`);
    if (checked && !/^\d{4}-\d\d-\d\d$/.test(checked))
      faults.push(`${id} was checked on “${checked}”, which is no date`);
    for (const test of tests) if (!names.includes(test)) faults.push(`${id} names a test that does not exist: ${test}`);
  }
  return faults;
}

/** What proves a row: the titles of tests, and when a person has checked it. */
const renderProof = ({checked, tests}) =>
  [...tests.map((test) => `“${cell(test)}”`), ...(checked ? [`checked by hand on ${checked}`] : [])].join(', ');

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
      .map((row) => [row.clause, row.criterion.replace(/^\S+ /, ''), STATUS[row.status], renderProof(row) || '—']),
  );

/** Our own promises, beyond WCAG. */
export const renderOwn = () =>
  table(
    ['Promise', 'Criteria', 'Tests', 'Since'],
    soundCriteria()
      .filter(isOurs)
      .map((row) => [cell(row.text), row.criterion, renderProof(row), row.since]),
  );
