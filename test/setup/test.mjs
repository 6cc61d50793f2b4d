// `npm test`: the tests in browsers, then those that drive the built files, and one line that adds both up.
// `--files`, `--coverage` and the other options of @web/test-runner work here too.
import {spawnSync} from 'node:child_process';
import {startTestRunner} from '@web/test-runner';
import {endToEndFiles} from './end-to-end-files.mjs';
import {auditsToText, countTests, languagesToText, readSummary, totalsToText} from './totals.mjs';
import config from './wtr.config.mjs';

let sessions = [];
let output = '';

async function testInBrowsers() {
  const runner = await startTestRunner({config, readFileConfig: false, autoExitProcess: false});
  if (!runner) return {passed: 0, failed: 1, skipped: 0};
  const passed = await new Promise((resolve) => runner.on('stopped', resolve));
  sessions = [...runner.sessions.all()];
  const totals = countTests(sessions);
  // it may fail for another reason than a test
  return passed || totals.failed ? totals : {...totals, failed: 1};
}

function testEndToEnd() {
  const args = ['--test', '--test-timeout=180000', '--test-reporter=spec', ...endToEndFiles()];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: Infinity});
  output = stdout;
  const totals = readSummary(stdout);
  if (status !== 0) console.log(stdout, stderr);
  console.log(`End to end: ${totalsToText(totals)}`);
  return status === 0 || totals.failed ? totals : {...totals, failed: 1};
}

const both = [await testInBrowsers(), testEndToEnd()];
const sum = (name) => both.reduce((total, totals) => total + totals[name], 0);
const totals = {passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped')};
console.log(`\n${languagesToText(sessions)}\n${auditsToText(sessions, output)}\n${totalsToText(totals)}`);
process.exit(totals.failed ? 1 : 0);
