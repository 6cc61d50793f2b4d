// Runs test files in Node: each in a process of its own, some at once.
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {failedFile} from './results.mjs';

/** A limit for files that never end. Building apps of all frameworks takes most of an hour. */
const FILE_LIMIT_MS = 90 * 60_000;

/** What drives the built files does so in Chromium, unless its name says otherwise; the rest is of Node alone. */
const engineOf = (file) => (readFileSync(file, 'utf8').includes('page-harness') ? 'Chromium' : 'Node');

/** @returns {Promise<import('./results.mjs').FileResults>} */
async function runFile(file, env) {
  const start = performance.now();
  const about = {file, engine: engineOf(file)};
  const child = fork(file, {
    // a test that failed may leave a server or a browser open, which keeps the process from ending
    execArgv: ['--test-force-exit', '--test-reporter=./scripts/test/node-reporter.mjs'],
    env,
  });
  const tests = [];
  let announced;
  child.on('message', ({count, path, isSuite = false, ...test}) => {
    if (count !== undefined) announced = count + tests.filter((each) => each.isSuite).length;
    else tests.push({...about, name: path.join(' > '), isSuite, ...test});
  });
  const limit = setTimeout(() => child.kill(), FILE_LIMIT_MS);
  const [status, signal] = await once(child, 'close');
  clearTimeout(limit);
  const hasFailed = tests.some(({outcome}) => outcome === 'failed');
  if (signal) tests.push(failedFile(about, `it was ended by ${signal}`));
  else if (announced !== tests.length)
    tests.push(failedFile(about, `${tests.length} of ${announced ?? '?'} tests ended`));
  else if (status !== 0 && !hasFailed) tests.push(failedFile(about, `it ended with status ${status}`));
  return {...about, tests, seconds: (performance.now() - start) / 1000};
}

/**
 * @param {string[]} files
 * @param {{lanes: () => number, env: NodeJS.ProcessEnv, onFile: (results: import('./results.mjs').FileResults) => void}} options `lanes`:
 * how many files may run at once, asked before each
 */
export function runNodeTests(files, {lanes, env, onFile}) {
  const waiting = [...files];
  let running = 0;
  let end;
  const finished = new Promise((resolve) => (end = resolve));
  const startMore = () => {
    while (waiting.length && running < lanes()) {
      running++;
      runFile(waiting.shift(), env).then((results) => {
        running--;
        onFile(results);
        startMore();
      });
    }
    if (!waiting.length && !running) end();
  };
  startMore();
  return {startMore, finished};
}
