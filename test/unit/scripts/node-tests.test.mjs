// What developers learn from a run of the tests: what failed and why, also where a file hangs or ends early.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {runNodeTests} from '../../../scripts/test/node-tests.mjs';
import {summaryToText, totalsToText} from '../../../scripts/test/results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'node-tests-'));
after(() => rmSync(folder, {recursive: true}));

/** Runs test files with these sources, one after another. */
async function run(...sources) {
  const paths = sources.map((source, i) => join(folder, `${i}.test.mjs`));
  sources.forEach((source, i) => writeFileSync(paths[i], source));
  const files = [];
  const options = {
    lanes: () => 1,
    env: {...process.env, NODE_TEST_CONTEXT: ''},
    onFile: (results) => files.push(results),
  };
  await runNodeTests(paths, options).finished;
  return files;
}
const outcomes = ({tests}) => tests.map(({name, outcome, reason}) => [name, outcome, reason?.split('\n')[0]]);

describe('runNodeTests', () => {
  it('ends a file whose failed test leaves a server open', async () => {
    const [file] = await run(`
      import {createServer} from 'node:http';
      import {describe, it} from 'node:test';
      describe('a page', () => {
        it('is served', () => {
          createServer().listen(0);
          throw new Error('no page\\nat all');
        });
        it('is fast');
        it('is later', {skip: true}, () => {});
        describe('in PHP', {skip: 'PHP is missing'}, () => it('is fast', () => {}));
      });`);
    assert.deepEqual(outcomes(file), [
      ['a page > is served', 'failed', 'no page'],
      ['a page > is fast', 'passed', undefined],
      ['a page > is later', 'skipped', undefined],
      ['a page > in PHP', 'skipped', 'PHP is missing'],
    ]);
  });

  it('counts a file as failed if it has no result, if it ends early, or if a hook fails', async () => {
    const files = await run(
      'process.exit(3);',
      "import {it} from 'node:test'; it('is never done', async () => { process.exit(0); });",
      "import {after, describe, it} from 'node:test'; describe('a page', () => { after(() => { throw new Error('stuck'); }); it('works', () => {}); });",
    );
    assert.deepEqual(
      files.map(({tests}) => totalsToText(tests)),
      ['0 passed, 1 failed', '0 passed, 1 failed', '1 passed, 1 failed'],
    );
    assert.deepEqual(outcomes(files[2]).at(-1), ['a page', 'failed', 'stuck']);
  });
});

describe('summaryToText', () => {
  it('lists what did not run, the failures with the first lines of the reason, the five slowest files, and the time', () => {
    const about = {file: 'a.test.mjs', engine: 'Node'};
    const failed = {
      ...about,
      name: 'suite > test',
      outcome: 'failed',
      reason: Array.from({length: 20}, (_, i) => `line ${i}`).join('\n'),
    };
    const skipped = {...about, outcome: 'skipped'};
    const tests = [failed, skipped, {...skipped, reason: 'PHP is missing'}, {...skipped, reason: 'PHP is missing'}];
    const files = [1, 2, 3, 4, 5, 6].map((seconds) => ({...about, tests: seconds === 1 ? tests : [], seconds}));
    assert.deepEqual(summaryToText(files, 125).split('\n'), [
      'Not run',
      '  a.test.mjs',
      '    PHP is missing',
      'Failures',
      '  a.test.mjs (Node)',
      '    suite > test',
      ...Array.from({length: 12}, (_, i) => `    line ${i}`),
      'Slowest files',
      ...[6, 5, 4, 3, 2].map((seconds) => `  ${seconds} s  a.test.mjs (Node)`),
      'Total: 2 min 5 s',
    ]);
  });
});
