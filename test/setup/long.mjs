// `npm run test:long`: the random walk at its full length and the laws of safe HTML many times, in Chromium unless BROWSERS says otherwise.
import {startTestRunner} from '@web/test-runner';

process.env.VITE_STEPS ??= '2000';
process.env.VITE_RUNS ??= '20000';
process.env.BROWSERS ??= 'chromium';
const {default: config} = await import('./wtr.config.mjs');
await startTestRunner({
  config: {...config, files: ['test/elements/random-walk.test.ts', 'test/elements/safe-html.test.ts']},
  readFileConfig: false,
  readCliArgs: false,
});
