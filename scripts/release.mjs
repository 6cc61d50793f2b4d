// `npm run release`, after the build: writes the downloads of a version into release/. The same
// sources give the same bytes, on every day and in every folder.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {incompleteLanguages, readLocales} from './build/locales.mjs';
import {changesOf} from './release/changes-of.mjs';
import {pluginContents} from './release/plugin-contents.mjs';
import {refuse} from './release/refuse.mjs';
import {sourceDate} from './release/source-date.mjs';
import {zip} from './release/zip.mjs';
import {zipContents} from './release/zip-contents.mjs';

const folder = 'release';
const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));

const incomplete = incompleteLanguages(readLocales());
if (incomplete.length)
  refuse(`these languages lack messages: ${incomplete.join(', ')}. Translate them in src/i18n/locales/.`);

rmSync(folder, {recursive: true, force: true});
const notes = changesOf(readFileSync('CHANGELOG.md', 'utf8'), version);
const archive = zip(`${name}-${version}`, zipContents(version), sourceDate());
// WordPress calls the plugin by the name of its folder, in every version.
const plugin = zip(name, pluginContents(version), sourceDate());

mkdirSync(folder);
writeFileSync(join(folder, `${name}-${version}.zip`), archive);
writeFileSync(join(folder, `${name}-wordpress-${version}.zip`), plugin);
const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (!existsSync(join(folder, `${name}-${version}.tgz`))) refuse(`npm pack wrote no package: ${packed.stderr}`);

const sum = (file) =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
const downloads = readdirSync(folder).sort();
writeFileSync(join(folder, 'SHA256SUMS'), downloads.map((file) => `${sum(file)}  ${file}\n`).join(''));
writeFileSync(join(folder, 'release-notes.md'), notes);
console.log(['In release/:', ...readdirSync(folder).sort()].join('\n  '));
