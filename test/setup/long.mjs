// `npm run test:long`, after a build: what takes too long for every change. The accessibility of every state in every look; what is missing in
// older browsers one by one; a thousand times in and out of the page; a second build; how long a key press takes with 20,000 practices; the random
// walk at its full length, and the laws of safe HTML and of any JSON many times, in Chromium unless BROWSERS says otherwise.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {startTestRunner} from '@web/test-runner';
import {endToEndFiles} from './end-to-end-files.mjs';
import {auditsToText} from './totals.mjs';

const files = [
  'test/end-to-end/accessibility.test.mjs',
  'test/end-to-end/big-feed.test.mjs',
  'test/end-to-end/package.test.mjs',
  ...endToEndFiles(['test/embedding']),
];
const run = spawn(process.execPath, ['--test', '--test-reporter=spec', ...files], {
  env: {...process.env, LONG: 'true'},
  stdio: ['inherit', 'pipe', 'inherit'],
});
let output = '';
run.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text);
  output += text;
});
const [status] = await once(run, 'close');
console.log(auditsToText([], output));
if (status !== 0) process.exit(status ?? 1);

process.env.VITE_STEPS ??= '2000';
process.env.VITE_RUNS ??= '20000';
process.env.BROWSERS ??= 'chromium';
const {default: config} = await import('./wtr.config.mjs');
await startTestRunner({
  config: {
    ...config,
    files: ['core/feed/any-json', 'elements/random-walk', 'elements/safe-html'].map((name) => `test/${name}.test.ts`),
  },
  readFileConfig: false,
  readCliArgs: false,
});
