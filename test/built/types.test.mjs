import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';

/** What the compiler says of the projects in test/built/types, which import the built package by its name. */
const compile = (project) =>
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false'], {
    encoding: 'utf8',
  }).stdout;

// Strict, with skipLibCheck off: the types of the package itself are checked as well.
// Requirement: E-07
describe('the types of the package', () => {
  it('know elements, properties and events in a page, without a framework', () => {
    assert.equal(compile('test/built/types/tsconfig.json'), '');
  });

  it('know the core and the functions for Node in a script, without the types of the DOM', () => {
    assert.equal(compile('test/built/types/tsconfig.node.json'), '');
  });
});
