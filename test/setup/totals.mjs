// How many tests passed: one plain line that people and machines can read.

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

/** @returns {Totals} What the browsers' sessions of @web/test-runner add up to. */
export function countTests(sessions) {
  const totals = {passed: 0, failed: 0, skipped: 0};
  const countSuite = ({tests, suites}) => {
    for (const test of tests) totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    suites.forEach(countSuite);
  };
  for (const {passed, testResults, errors} of sessions) {
    if (testResults) countSuite(testResults);
    // a file that did not even load has no tests to fail
    if (!passed && errors.length) totals.failed++;
  }
  return totals;
}

/** @returns {string} How many languages the tests that passed have counted in, by their names: `… 546 plural cases in pl`; in any browser. */
export function languagesToText(sessions) {
  const cases = new Map();
  const readSuite = ({tests, suites}) => {
    for (const {name, passed} of tests) {
      const [, count, language] = /(\d+) plural cases in (\S+)$/.exec(name) ?? [];
      if (passed && language) cases.set(language, Number(count));
    }
    suites.forEach(readSuite);
  };
  for (const {testResults} of sessions) if (testResults) readSuite(testResults);
  const sum = [...cases.values()].reduce((total, count) => total + count, 0);
  return `${cases.size} languages, ${sum} plural cases`;
}

/** @returns {Totals} What the summary of `node --test` says. */
export function readSummary(text) {
  const count = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo')};
}

export const totalsToText = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
