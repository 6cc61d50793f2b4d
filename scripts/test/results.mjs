// What the tests found: one list for browsers and Node, and the lines that people and machines read of it.
import {relative} from 'node:path';
import {format} from 'node:util';
import {defaultReporter} from '@web/test-runner';

/**
 * @typedef {object} Result
 * @property {string} file from the root of the project
 * @property {string} engine `Chromium`, `Firefox`, `WebKit` or `Node`
 * @property {string} name of the test, after those of the suites around it
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} [reason] why it failed or was skipped
 * @property {string} [details] the same with all that is known
 *
 * @typedef {object} FileResults what one file found in one engine
 * @property {string} file
 * @property {string} engine
 * @property {Result[]} tests
 * @property {number} seconds
 */

/** A failure that no test reports. @returns {Result} */
export const failedFile = (about, reason) => ({...about, name: '(the file)', outcome: 'failed', reason});

/** @returns {FileResults} of a session of @web/test-runner */
export function resultsOfSession({browser, errors, passed, testFile, testResults}, seconds) {
  const about = {file: relative('', testFile), engine: /^(?:WebKit|\w+)/.exec(browser.name)[0]};
  const tests = testResults ? resultsOfSuite(testResults, '').map((result) => ({...about, ...result})) : [];
  const hasFailed = tests.some(({outcome}) => outcome === 'failed');
  // a file that fails to load has no tests
  if (!passed && !hasFailed) tests.push(failedFile(about, errors[0]?.message ?? 'it did not pass'));
  return {...about, tests, seconds};
}

/** What @web/test-runner prints of a session: why tests failed, and what the page logged or did not find. */
export function sessionDetails(session) {
  const lines = [];
  let indent = '';
  const log = (...args) => void lines.push(format(...args).replace(/^(?=.)/gm, indent));
  const logger = {
    buffer: [],
    logBufferedMessages() {},
    debug() {},
    log,
    warn: log,
    error: log,
    group: () => (indent += '  '),
    groupEnd: () => (indent = indent.slice(2)),
  };
  const reporter = defaultReporter();
  reporter.start({browserNames: [session.browser.name]});
  reporter.reportTestFileResults({logger, sessionsForTestFile: [session], testFile: session.testFile});
  return lines.join('\n').trimEnd();
}

const resultsOfSuite = ({suites, tests}, around) => [
  ...tests.map(({name, passed, skipped, error}) => ({
    name: `${around}${name}`,
    outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed',
    ...(error && {reason: error.message}),
  })),
  ...suites.flatMap((suite) => resultsOfSuite(suite, `${around}${suite.name} > `)),
];

const countOf = (results, outcome) => results.filter((result) => result.outcome === outcome).length;

/** @param {Result[]} results */
export function totalsToText(results) {
  const skipped = countOf(results, 'skipped');
  return `${countOf(results, 'passed')} passed, ${countOf(results, 'failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** @param {FileResults} results one line */
export const fileToText = ({file, engine, tests, seconds}) =>
  `${countOf(tests, 'failed') ? '✗' : '✓'} ${file} (${engine}): ${totalsToText(tests)}, ${Math.round(seconds)} s`;

/** @param {Result[]} tests what is known of those that failed */
export const failuresToText = (tests) =>
  tests
    .filter(({outcome}) => outcome === 'failed')
    .map(({name, reason, details = reason}) => `${name}\n${details.replace(/^/gm, '  ')}`)
    .join('\n');

const SLOWEST = 5;
/** How many lines of each reason are repeated at the end: enough for a comparison of two values. */
const REASON_LINES = 12;
const minutes = (seconds) => `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** The end of a run: what did not run or failed, and why, what took longest, and how long all took. @param {FileResults[]} files */
export function summaryToText(files, seconds) {
  const results = files.flatMap(({tests}) => tests);
  const failed = results.filter(({outcome}) => outcome === 'failed');
  const notRun = results
    .filter(({outcome, reason}) => outcome === 'skipped' && reason)
    .map(({file, reason}) => `  ${file}\n    ${reason}`);
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  const beginning = (text = '') => text.trim().split('\n').slice(0, REASON_LINES).join('\n    ');
  return [
    ...(notRun.length ? ['Not run', ...new Set(notRun)] : []),
    ...(failed.length ? ['Failures'] : []),
    ...failed.map(({engine, file, name, reason}) => `  ${file} (${engine})\n    ${name}\n    ${beginning(reason)}`),
    'Slowest files',
    ...slowest.map((each) => `  ${Math.round(each.seconds)} s  ${each.file} (${each.engine})`),
    `Total: ${minutes(seconds)}`,
  ].join('\n');
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
