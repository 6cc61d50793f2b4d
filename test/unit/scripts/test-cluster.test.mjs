import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';

it('the tests with a cluster say what a machine lacks, and neither fail nor look like tests', () => {
  const {status, stdout} = spawnSync(process.execPath, ['scripts/test-cluster.mjs'], {
    // Neither Java nor Maven.
    env: {...process.env, PATH: '/nowhere'},
    encoding: 'utf8',
  });
  assert.match(
    stdout,
    /^cluster tests not run: (?:Java 17 or newer with its compiler is missing|nginx is missing) \(Debian: [\w-]+\)\n$/,
  );
  assert.equal(status, 0);
});

it('a CI ends with tests that run on each machine, so that its last line adds them up', () => {
  const commands = readFileSync('.ci/run', 'utf8').trimEnd().split('\n');
  assert.equal(commands.at(-1), 'node scripts/test.mjs --all');
  assert.ok(commands.includes('node scripts/test-cluster.mjs'));
});
