// What developers get from the first step of the npm scripts, even with an old version of Node.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {parse} from 'acorn';

const script = resolve('scripts/install.mjs');
const {engines} = JSON.parse(readFileSync('package.json', 'utf8'));
const needed = engines.node.replace('>=', '');
const [major, minor] = needed.split('.').map(Number);

const folder = mkdtempSync(join(tmpdir(), 'install-'));
after(() => rmSync(folder, {recursive: true}));
const fake = join(folder, 'fake.mjs');
writeFileSync(
  fake,
  `Object.defineProperty(process, 'versions', {value: {...process.versions, node: process.env.FAKE_NODE}});`,
);

/** Runs the script as if Node had another version. There is no npm on the path, so a test never installs anything. */
function install(version, cwd) {
  const {status, stderr, stdout} = spawnSync(process.execPath, ['--import', pathToFileURL(fake).href, script], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, FAKE_NODE: version, PATH: folder, Path: folder},
  });
  return {status, stderr, stdout};
}

describe('the installation', () => {
  for (const version of ['18.20.8', '9.11.2', `${major}.${minor - 1}.9`, `${major}.${Math.trunc(minor / 10)}.0`])
    it(`tells a developer with Node ${version} which version to install, and installs nothing`, () => {
      const clone = mkdtempSync(join(folder, 'clone-'));
      assert.deepEqual(install(version, clone), {
        status: 1,
        stderr: `This project needs Node ${needed} or newer; this is ${version}. See https://nodejs.org\n`,
        stdout: '',
      });
      assert.deepEqual(readdirSync(clone), []);
    });

  for (const version of [`${needed}.0`, `${major}.${minor + 1}.0`, `${major + 2}.0.0`, `${major + 80}.1.0`])
    it(`continues with Node ${version}`, () =>
      assert.deepEqual(install(version, '.'), {status: 0, stderr: '', stdout: ''}));

  it('starts with Node 14, which allows neither “node:” in imports nor await outside functions', () => {
    const {body} = parse(readFileSync(script, 'utf8'), {ecmaVersion: 2020, sourceType: 'module'});
    const imports = body.filter(({type}) => type === 'ImportDeclaration').map(({source}) => source.value);
    assert.deepEqual(
      imports.filter((name) => !/^[a-z_]+$/.test(name)),
      [],
    );
  });
});
