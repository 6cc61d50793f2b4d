// Draws the pictures of the WordPress plugin in docs/images: the four steps of docs/wordpress.md, in a fresh WordPress from npm.
// Run `npm run build` first. The pictures depend on the fonts of the machine, so look at them before you commit them.
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {addPractices} from '../test/built/wordpress-plugin/content.mjs';
import {launch} from '../test/support/page-harness.mjs';
import {logIn} from '../test/support/wordpress-admin.mjs';
import {reasonToSkip, startWordPress} from '../test/support/wordpress-wasm.mjs';
import {pluginContents} from './release/plugin-contents.mjs';
import {sourceDate} from './release/source-date.mjs';
import {zip} from './release/zip.mjs';

const FOLDER = 'docs/images';
const MAX_BYTES = 250_000;
/** WordPress asks for the font of the system, which is another one on each machine. Windows has this one. */
const FONT = Object.entries({
  400: ['NotoSans-Regular', 'NimbusSans-Regular', 'ArialMT'],
  700: ['NotoSans-Bold', 'NimbusSans-Bold', 'Arial-BoldMT'],
})
  .map(([weight, names]) => {
    const src = names.map((name) => `local('${name}')`).join();
    return `@font-face { font-family: 'Segoe UI'; font-weight: ${weight}; src: ${src} }`;
  })
  .join('\n');
const viewport = {width: 1200, height: 760};

async function draw(page, name, height = viewport.height) {
  for (const frame of page.frames()) {
    await frame.addStyleTag({content: FONT});
    await frame.evaluate(() => Promise.allSettled([...document.fonts].map((font) => font.load())));
  }
  // Nothing there changes under the pointer.
  await page.mouse.move(viewport.width / 2, height - 1);
  const picture = await page.screenshot({clip: {x: 0, y: 0, width: viewport.width, height}, animations: 'disabled'});
  if (picture.length > MAX_BYTES)
    throw new Error(`${name} has ${picture.length} bytes; at most ${MAX_BYTES} are allowed.`);
  writeFileSync(join(FOLDER, `${name}.png`), picture);
}

async function drawSteps(browser, {origin, users}, file) {
  const admin = await logIn(browser, origin, users.administrator, {viewport, reducedMotion: 'reduce'});
  const {page} = admin;

  await admin.chooseZip(file);
  await draw(page, 'wordpress-1-install', 360);
  await admin.installPlugin(file);

  await admin.open('options-general.php?page=good-practice-browser');
  const choice = page.getByRole('combobox', {name: 'Posts'});
  await choice.selectOption({label: await choice.getByRole('option', {name: /Good practices/}).innerText()});
  await draw(page, 'wordpress-2-source', 660);
  await page.getByRole('button', {name: 'Add the source'}).first().click();

  await page.getByRole('link', {name: 'Create a page'}).first().click();
  const editor = await admin.editor();
  const canvas = await editor.canvas();
  await canvas.locator('good-practice-browser article').first().waitFor();
  await editor.openSettings();
  await canvas.locator('good-practice-browser').click({force: true, position: {x: 5, y: 5}});
  await editor.sidebar.getByRole('combobox', {name: 'Source'}).waitFor();
  await canvas.locator('.wp-block-post-title').scrollIntoViewIfNeeded();
  await draw(page, 'wordpress-3-block');

  const address = await editor.publish();
  const visitor = await browser.newPage({viewport, locale: 'en-GB', reducedMotion: 'reduce'});
  await visitor.goto(address, {waitUntil: 'networkidle'});
  await visitor.getByRole('article').first().waitFor();
  await draw(visitor, 'wordpress-4-page');
}

const reason = await reasonToSkip();
if (reason) throw new Error(reason);
if (!existsSync('dist/embed/good-practice-browser.js'))
  throw new Error('dist/embed is missing. Run “npm run build” first.');
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
const file = join(folder, `good-practice-browser-wordpress-${version}.zip`);
writeFileSync(file, zip('good-practice-browser', pluginContents(version), sourceDate()));
const [site, browser] = await Promise.all([startWordPress(), launch()]);
try {
  await site.runPhp(addPractices);
  await drawSteps(browser, site, file);
} finally {
  await Promise.all([site.stop(), browser.close()]);
  rmSync(folder, {recursive: true});
}
