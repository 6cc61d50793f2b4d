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

/**
 * @param {string} output what `node --test` wrote
 * @returns {string} How many audits found nothing, by the names of their tests: in browsers `… axe objects to: a state`, end to end `… by axe and ace`.
 */
export function auditsToText(sessions, output) {
  let inBrowsers = 0;
  const readSuite = ({tests, suites}) => {
    inBrowsers += tests.filter(({name, passed}) => passed && name.includes('axe objects to: ')).length;
    suites.forEach(readSuite);
  };
  for (const {testResults} of sessions) if (testResults) readSuite(testResults);
  const audits = output.match(/✔ finds nothing to object to .*/g) ?? [];
  const count = (engine) => audits.filter((line) => new RegExp(` by .*\\b${engine}\\b`).test(line)).length;
  const trees = output.match(/✔ has the accessibility tree /g)?.length ?? 0;
  return `${inBrowsers + count('axe')} audits by axe, ${count('ace')} by IBM's checker, ${trees} accessibility trees`;
}

/** @returns {Totals} What the summary of `node --test` says. */
export function readSummary(text) {
  const count = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo')};
}

export const totalsToText = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
