// `npm run test:cluster`: the tests with a real cluster of OpenSearch, which needs Java, Maven and nginx. Without them, it says what is missing and
// does not fail. `-- test/cluster/faults.test.mjs` runs one file. If any ran, the last line adds up, as of all tests.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {whyNoCluster} from '../test/support/cluster.mjs';
import {nginx} from '../test/support/nginx.mjs';
import {runNodeTests} from './test/node-tests.mjs';
import {failuresToText, fileToText, summaryToText, totalsToText} from './test/results.mjs';

const start = performance.now();
const missing = nginx ? await whyNoCluster() : 'nginx is missing (Debian: nginx-light)';
const named = process.argv.slice(2);
const all = readdirSync('test/cluster')
  .filter((name) => name.endsWith('.test.mjs'))
  .map((name) => join('test/cluster', name));
const files = [];

if (missing) console.log(`cluster tests not run: ${missing}`);
else
  // Each file starts a cluster of its own, and a machine may not have the memory for two.
  await runNodeTests(named.length ? named : all, {
    env: process.env,
    lanes: () => 1,
    onFile(results) {
      files.push(results);
      console.log([fileToText(results), failuresToText(results.tests).replace(/^(?=.)/gm, '  ')].join('\n').trim());
    },
  }).finished;

const results = files.flatMap(({tests}) => tests);
if (files.length) console.log(`\n${summaryToText(files, (performance.now() - start) / 1000)}`);
// “0 passed, 0 failed” would look like tests that are lost.
if (!missing) console.log(totalsToText(results));
process.exitCode = results.some(({outcome}) => outcome === 'failed') ? 1 : 0;
