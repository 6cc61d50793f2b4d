// Draws the pictures in docs/images: the list of the demo with the built files, as visitors see it.
// Run `npm run build` first. The pictures depend on the fonts of the machine, so look at them before you commit them.
import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {launch, startServer} from '../test/support/page-harness.mjs';

const FOLDER = 'docs/images';
/** Visitors of the README load the pictures each time. */
const MAX_BYTES = 250_000;
/** Space around the list, in CSS pixels. */
const MARGIN = 16;

// `system-ui` is another font on each machine.
const FONT = `body { font-family: 'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'Nimbus Sans', Arial, sans-serif }`;

const pictures = [
  {
    name: 'list-wide.png',
    query: '?gp-q=children&gp-topic=education',
    maxHeight: 880,
    // So high that the filters do not scroll by themselves.
    context: {viewport: {width: 1280, height: 1600}},
  },
  {
    name: 'list-phone.png',
    query: '?gp-q=children',
    maxHeight: 900,
    context: {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, isMobile: true, hasTouch: true},
  },
];

/**
 * Where the picture of the list begins and ends, in pixels of the page. It ends at the lowest line that cuts no card, and no text or control above the cards.
 * Runs in the page.
 */
function findEdges({margin, maxHeight}) {
  const list = document.querySelector('good-practice-browser');
  const top = list.getBoundingClientRect().top + scrollY - margin;
  const boxes = [];
  const collect = (root) => {
    for (const element of root.querySelectorAll('*')) {
      // The text of a closed card has a box, too. The filters beside the cards may go on below.
      if (!element.checkVisibility() || element.closest('#facets')) continue;
      if (element.shadowRoot) collect(element.shadowRoot);
      const hasText = [...element.childNodes].some(({data, nodeType}) => nodeType === Node.TEXT_NODE && data.trim());
      if (hasText || element.matches('article, input, button, select, svg'))
        boxes.push(element.getBoundingClientRect());
    }
  };
  collect(list.shadowRoot);
  const gap = margin / 4;
  const isFree = (line) => boxes.every((box) => box.bottom + scrollY + gap <= line || box.top + scrollY - gap >= line);
  let bottom = top + maxHeight;
  while (!isFree(bottom)) bottom--;
  return {top, bottom};
}

async function draw(browser, origin, {name, query, maxHeight, context}) {
  const page = await browser.newPage({...context, colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce'});
  await page.clock.setFixedTime('2026-01-15T12:00:00Z');
  await page.goto(`${origin}/index.html${query}`, {waitUntil: 'networkidle'});
  await page.addStyleTag({content: FONT});
  await page.locator('mark').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const {bottom, top} = await page.evaluate(findEdges, {margin: MARGIN, maxHeight});
  const clip = {x: 0, y: top, width: context.viewport.width, height: bottom - top};
  const picture = await page.screenshot({fullPage: true, clip});
  await page.close();
  if (picture.length > MAX_BYTES)
    throw new Error(`${name} has ${picture.length} bytes; at most ${MAX_BYTES} are allowed.`);
  await writeFile(join(FOLDER, name), picture);
}

if (!existsSync('dist/embed/good-practice-browser.js')) {
  console.error('dist/embed is missing. Run “npm run build” first.');
  process.exit(1);
}
await mkdir(FOLDER, {recursive: true});
const server = await startServer();
const browser = await launch();
try {
  for (const picture of pictures) await draw(browser, server.origin, picture);
} finally {
  await browser.close();
  server.close();
}
