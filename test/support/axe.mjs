import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** Fails if axe objects to something on a page, or in the part of it that a selector names. */
export async function assertAccessible(page, part = 'html') {
  await page.evaluate(axe);
  const {violations} = await page.evaluate((selector) => globalThis.axe.run(selector), part);
  assert.deepEqual(
    violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`),
    [],
  );
}
