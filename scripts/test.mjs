// `npm test`: the tests in browsers and, beside them, those that drive the built files; then one line that adds both up. `npm run test:all`
// (`--all`) has what takes too long for every change: the other files in the other browsers, and more of all that can be tried more often.
// `--coverage` and the other options of @web/test-runner work here too; `--files` runs these files alone.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startTestRunner} from '@web/test-runner';
import {nodeTestFiles} from './test/node-test-files.mjs';
import {auditsToText, languagesToText, resultsOfLines, resultsOfSessions, totalsToText} from './test/results.mjs';
import {recordCases} from './test/security-cases.mjs';

const part = process.argv.includes('--all') ? 'long' : 'short';
if (part === 'long') Object.assign(process.env, {LONG: 'true', VITE_LONG: 'true'});
const {SEED} = process.env;
const seed = SEED === 'random' ? String(Date.now() % 1_000_000) : SEED;
if (seed) Object.assign(process.env, {VITE_SEED: seed});
// before Vite's dev server says in it that all is development: what is built in a test is not
const env = {...process.env};
const {default: config, groups} = await import('./test/wtr.config.mjs');

const isNamed = process.argv.some((option) => option.startsWith('--files'));
const {files, ...rest} = config;
/** What stands for a failure that no test has. */
const failure = (name) => ({file: '', engine: 'Node', name, outcome: 'failed'});
const hasFailed = (results) => results.some(({outcome}) => outcome === 'failed');

async function testInBrowsers() {
  const runner = await startTestRunner({
    config: isNamed ? {files, ...rest} : {...rest, groups: groups[part]},
    argv: process.argv.slice(2).filter((option) => option !== '--all'),
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return [failure('the test runner starts')];
  const passed = await new Promise((resolve) => runner.on('stopped', resolve));
  const results = resultsOfSessions(runner.sessions.all());
  return passed || hasFailed(results) ? results : [...results, failure('the test runner is content')];
}

async function testEndToEnd() {
  if (isNamed) return [];
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  const lines = join(folder, 'lines');
  // of a whole file
  const timeout = {short: 900_000, long: 1_800_000}[part];
  const reporters = [
    ['spec', 'stdout'],
    ['./scripts/test/results-reporter.mjs', lines],
  ].flatMap(([reporter, to]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`]);
  const args = ['--test', `--test-timeout=${timeout}`, ...reporters, ...nodeTestFiles[part]];
  const run = spawn(process.execPath, args, {env, stdio: ['ignore', 'pipe', 'inherit']});
  let output = '';
  run.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const [status] = await once(run, 'close');
  const results = resultsOfLines(readFileSync(lines, 'utf8'));
  rmSync(folder, {recursive: true});
  if (status !== 0) console.log(output);
  return status === 0 || hasFailed(results) ? results : [...results, failure('the tests of built files end')];
}

const [inBrowsers, endToEnd] = await Promise.all([testInBrowsers(), testEndToEnd()]);
const results = [...inBrowsers, ...endToEnd];
if (process.env.RECORD) recordCases(results);
if (seed) console.log(`SEED=${seed}`);
console.log(`End to end: ${totalsToText(endToEnd)}

${languagesToText(results)}
${auditsToText(results)}
${totalsToText(results)}`);
process.exit(hasFailed(results) ? 1 : 0);
