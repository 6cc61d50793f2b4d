import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, describe, it} from 'node:test';
import {launch, serveFolder} from '../../support/page-harness.mjs';
import {codeOf, readRecipe} from './recipe.mjs';
import {makeFolder, removeFolder, visitList} from './site.mjs';

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));
const reasonToSkip = office
  ? undefined
  : 'LibreOffice Calc is not installed (apt install --no-install-recommends libreoffice-calc-nogui)';

const page = codeOf(readRecipe(''), 'html').replace('/practices.json', '/practices.csv');

/** Options of the filter for CSV: separator, quotation mark, character set, first line, formats, …, quoted texts, …, cells as shown. */
const csv = (separator, charset) =>
  `csv:Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,${charset},1,,0,false,true`;
const UTF8 = 76;
const WINDOWS_1252 = 1;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** What a webmaster chooses -> how LibreOffice writes the same. `from` is the format of the workbook. */
const exports = {
  'Excel, CSV UTF-8 with commas': {from: 'xlsx', to: csv(',', UTF8), before: BOM},
  'Excel, CSV with semicolons in Windows-1252': {from: 'xlsx', to: csv(';', WINDOWS_1252)},
  'LibreOffice, text CSV in UTF-8': {from: 'ods', to: csv(',', UTF8)},
  'LibreOffice, with tabs': {from: 'ods', to: csv('\t', UTF8)},
};

/** Converts a file into another format, in the same folder. */
function convert(folder, file, to, options = []) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const args = [profile, '--headless', ...options, '--convert-to', to, '--outdir', folder, join(folder, file)];
  const {status, stderr} = spawnSync(office, args, {encoding: 'utf8'});
  const made = join(folder, file.replace(/\.\w+$/, `.${to.split(':')[0]}`));
  assert.ok(status === 0 && existsSync(made), `LibreOffice wrote no ${made}: ${stderr}`);
  return made;
}

// Requirement: E-03
describe('recipes for spreadsheets', {skip: reasonToSkip}, () => {
  let browser;
  let folder;
  before(async () => {
    browser = await launch();
    // The table of the recipe, as a workbook of each kind.
    folder = makeFolder({'table.csv': codeOf(readRecipe('Excel'), 'csv')});
    const input = [`--infilter=Text - txt - csv (StarCalc):59,34,${UTF8},1`];
    for (const format of ['xlsx', 'ods']) convert(folder, 'table.csv', format, input);
  });
  after(async () => {
    await browser.close();
    removeFolder(folder);
  });

  for (const [name, {before: beginning = '', from, to}] of Object.entries(exports))
    it(`shows a workbook saved as ${name}`, async () => {
      const site = makeFolder({'index.html': page});
      cpSync(join(folder, `table.${from}`), join(site, `practices.${from}`));
      const bytes = readFileSync(convert(site, `practices.${from}`, to));
      writeFileSync(join(site, 'practices.csv'), Buffer.concat([Buffer.from(beginning), bytes]));
      // The files are what they say.
      const text = bytes.toString(to.includes(`,34,${WINDOWS_1252},`) ? 'latin1' : 'utf8');
      assert.ok(text.includes('Zürich'), text);
      cpSync('dist/embed', join(site, 'practices'), {recursive: true});
      const server = await serveFolder(site);
      const complaints = await visitList(browser, `${server.origin}/`, {
        titles: ['Neighbourhood walks', 'The Big Lunch'],
        query: 'zurich',
        found: 'Neighbourhood walks',
        text: 'Residents show each other their streets – with tea.',
      });
      assert.deepEqual(complaints, []);
      server.close();
      removeFolder(site);
    });
});
