// What the tests said: one list, whoever ran them, and the lines that people and machines read of it.
import {relative} from 'node:path';

/**
 * @typedef {object} Result
 * @property {string} file from the root of the project
 * @property {string} engine `Chromium`, `Firefox`, `WebKit` or `Node`
 * @property {string} name of the test, after those of the suites around it
 * @property {'passed' | 'failed' | 'skipped'} outcome
 */

/** @returns {Result[]} of the sessions of @web/test-runner */
export function resultsOfSessions(sessions) {
  return [...sessions].flatMap(({browser, errors, passed, testFile, testResults}) => {
    const about = {file: relative('', testFile), engine: /^(?:WebKit|\w+)/.exec(browser.name)[0]};
    const results = testResults ? resultsOfSuite(testResults, '').map((result) => ({...about, ...result})) : [];
    // a file that did not even load has no tests to fail
    if (!passed && errors.length) results.push({...about, name: 'can be run', outcome: 'failed'});
    return results;
  });
}

const resultsOfSuite = ({suites, tests}, around) => [
  ...tests.map(({name, passed, skipped}) => ({
    name: `${around}${name}`,
    outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed',
  })),
  ...suites.flatMap((suite) => resultsOfSuite(suite, `${around}${suite.name} > `)),
];

/** @returns {Result[]} of what results-reporter.mjs wrote */
export const resultsOfLines = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const countOf = (results, outcome) => results.filter((result) => result.outcome === outcome).length;

export function totalsToText(results) {
  const skipped = countOf(results, 'skipped');
  return `${countOf(results, 'passed')} passed, ${countOf(results, 'failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

const passedIn = (results, pattern) =>
  results.filter(({outcome}) => outcome === 'passed').flatMap(({name}) => [...name.matchAll(pattern)]);

/** How many languages have been counted in, in any browser, by the names of the tests: `… 546 plural cases in pl`. */
export function languagesToText(results) {
  const cases = new Map(
    passedIn(results, /(\d+) plural cases in (\S+)$/g).map(([, count, language]) => [language, +count]),
  );
  const sum = [...cases.values()].reduce((total, count) => total + count, 0);
  return `${cases.size} languages, ${sum} plural cases`;
}

/** How many audits found nothing, by the names of their tests: `… axe objects to: a state`, `finds nothing to object to … by axe and ace`. */
export function auditsToText(results) {
  const audits = passedIn(results, / finds nothing to object to .* by (.*)$/g).map(([, engines]) => engines);
  const inTests = passedIn(results, /axe objects to: /g).length;
  const count = (engine) => audits.filter((engines) => engines.includes(engine)).length;
  const trees = passedIn(results, / has the accessibility tree /g).length;
  return `${inTests + count('axe')} audits by axe, ${count('ace')} by IBM's checker, ${trees} accessibility trees`;
}
