// `npm test`: the tests in browsers and, beside them, those that drive the built files; then one line that adds both up. `npm run test:long`
// (`--long`) has what takes too long for every change: the other files in the other browsers, and more of all that can be tried more often.
// `--coverage` and the other options of @web/test-runner work here too; `--files` runs these files alone.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {startTestRunner} from '@web/test-runner';
import {endToEndFiles} from './end-to-end-files.mjs';
import {auditsToText, countTests, languagesToText, readSummary, totalsToText} from './totals.mjs';

const part = process.argv.includes('--long') ? 'long' : 'short';
if (part === 'long') Object.assign(process.env, {LONG: 'true', VITE_LONG: 'true'});
const {default: config, groups} = await import('./wtr.config.mjs');

const isNamed = process.argv.some((option) => option.startsWith('--files'));
const {files, ...rest} = config;

async function testInBrowsers() {
  const runner = await startTestRunner({
    config: isNamed ? {files, ...rest} : {...rest, groups: groups[part]},
    argv: process.argv.slice(2).filter((option) => option !== '--long'),
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return {sessions: [], totals: {passed: 0, failed: 1, skipped: 0}};
  const passed = await new Promise((resolve) => runner.on('stopped', resolve));
  const sessions = [...runner.sessions.all()];
  const totals = countTests(sessions);
  // it may fail for another reason than a test
  return {sessions, totals: passed || totals.failed ? totals : {...totals, failed: 1}};
}

async function testEndToEnd() {
  if (isNamed) return {output: '', totals: {passed: 0, failed: 0, skipped: 0}};
  // of a whole file
  const timeout = {short: 180_000, long: 1_800_000}[part];
  const args = ['--test', `--test-timeout=${timeout}`, '--test-reporter=spec', ...endToEndFiles[part]];
  const run = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
  let output = '';
  run.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const [status] = await once(run, 'close');
  const totals = readSummary(output);
  return {output, totals: status === 0 || totals.failed ? totals : {...totals, failed: 1}};
}

const [inBrowsers, endToEnd] = await Promise.all([testInBrowsers(), testEndToEnd()]);
if (endToEnd.totals.failed) console.log(endToEnd.output);
const sum = (name) => inBrowsers.totals[name] + endToEnd.totals[name];
const totals = {passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped')};
console.log(`End to end: ${totalsToText(endToEnd.totals)}

${languagesToText(inBrowsers.sessions)}
${auditsToText(inBrowsers.sessions, endToEnd.output)}
${totalsToText(totals)}`);
process.exit(totals.failed ? 1 : 0);
