// `npm test`, `npm run test:all` (`--all`) and `npm run test:release` (`--release`); scripts/test/tiers.mjs says what each runs. Tests in
// browsers run beside those in Node, so that all cores are busy. The last line adds both up.
// `--files test/built/embed.test.mjs 'test/unit/core/**/*.test.ts'` runs these alone; `--coverage` and other options of @web/test-runner work too.
import {availableParallelism} from 'node:os';
import {startTestRunner} from '@web/test-runner';
import {runNodeTests} from './test/node-tests.mjs';
import {
  auditsToText,
  failedFile,
  failuresToText,
  fileToText,
  languagesToText,
  resultsOfSession,
  sessionDetails,
  summaryToText,
  totalsToText,
} from './test/results.mjs';
import {recordCases} from './test/security-cases.mjs';
import {nodeTests} from './test/tiers.mjs';

const start = performance.now();
const tier = ['all', 'release'].find((name) => process.argv.includes(`--${name}`)) ?? 'quick';
const {SEED} = process.env;
const seed = SEED === 'random' ? String(Date.now() % 1_000_000) : SEED;
Object.assign(process.env, {TIER: tier, VITE_TIER: tier}, seed && {VITE_SEED: seed});
// before Vite's dev server says in it that all is development: what is built in a test is not
const env = {...process.env};
const {default: config} = await import('./test/wtr.config.mjs');

const cores = availableParallelism();
const {named, others} = splitArguments(process.argv.slice(2));
const forNode = named ? named.filter((file) => file.endsWith('.mjs')) : nodeTests(tier);
const forBrowsers = named?.filter((file) => !file.endsWith('.mjs'));
const hasBrowserTests = !forBrowsers || forBrowsers.length > 0;
/** How many files Node and the browsers work at together: one for each core. */
const browserLanes = hasBrowserTests ? Math.max(1, Math.floor(cores / 2)) : 0;

/** Past the console, which @web/test-runner redraws. */
const print = (text) => process.stdout.write(`${text}\n`);

/** @type {import('./test/results.mjs').FileResults[]} */
const files = [];
/** @param {string} details what else there is to say of the file: why tests failed, what the page logged */
function noteFile(results, details = '') {
  files.push(results);
  print(fileToText(results));
  if (details) print(details.replace(/^(?=.)/gm, '  '));
}

/** What `--files` names, if it is among the arguments, and the arguments that are for @web/test-runner. */
function splitArguments(args) {
  const options = args.filter((option) => !['--all', '--release'].includes(option));
  const at = options.indexOf('--files');
  if (at < 0) return {others: options};
  const end = options.findIndex((option, i) => i > at && option.startsWith('--'));
  return {
    named: options.slice(at + 1, end < 0 ? undefined : end),
    others: [...options.slice(0, at), ...(end < 0 ? [] : options.slice(end))],
  };
}

async function testInBrowsers() {
  const starts = new Map();
  const runner = await startTestRunner({
    config: {
      ...config,
      ...(forBrowsers && {files: forBrowsers}),
      concurrency: browserLanes,
      concurrentBrowsers: 1,
      staticLogging: true,
    },
    argv: others,
    readFileConfig: false,
    autoExitProcess: false,
  });
  const about = {file: 'scripts/test/wtr.config.mjs', engine: 'Node'};
  if (!runner) return noteFile({...about, tests: [failedFile(about, 'the test runner does not start')], seconds: 0});
  runner.sessions.on('session-status-updated', (session) => {
    if (session.status === 'INITIALIZING') starts.set(session.id, performance.now());
    if (session.status === 'FINISHED')
      noteFile(
        resultsOfSession(session, (performance.now() - (starts.get(session.id) ?? start)) / 1000),
        sessionDetails(session),
      );
  });
  const passed = await new Promise((resolve) => runner.on('stopped', resolve));
  const hasFailed = files.some(({tests}) => tests.some(({outcome}) => outcome === 'failed'));
  if (!passed && !hasFailed)
    noteFile({...about, tests: [failedFile(about, 'the test runner is not content')], seconds: 0});
}

let areBrowsersBusy = hasBrowserTests;
const inNode = runNodeTests(forNode, {
  env,
  lanes: () => Math.max(1, cores - (areBrowsersBusy ? browserLanes : 0)),
  onFile: (results) => noteFile(results, failuresToText(results.tests)),
});
if (hasBrowserTests) await testInBrowsers();
areBrowsersBusy = false;
inNode.startMore();
await inNode.finished;

const results = files.flatMap(({tests}) => tests);
if (process.env.RECORD) recordCases(results);
print(`
${summaryToText(files, (performance.now() - start) / 1000)}${seed ? `\nSEED=${seed}` : ''}
${languagesToText(results)}
${auditsToText(results)}
${totalsToText(results)}`);
process.exit(results.some(({outcome}) => outcome === 'failed') ? 1 : 0);
