// What search engines show of the demo's pages.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {demoPages} from '../../../scripts/docs/demo-menu.mjs';

const pages = Object.keys(demoPages).map((name) => readFileSync(`demo/${name}`, 'utf8'));
const textsOf = (pattern) => pages.map((page) => page.match(pattern)?.[1] ?? '');

describe('the pages of the demo', () => {
  it('have a title each', () => {
    const titles = textsOf(/<title>([^<]+)<\/title>/);
    assert.equal(new Set(titles).size, pages.length);
    assert.ok(titles.every(Boolean));
  });

  it('have a description each that fits under a search result', () => {
    const descriptions = textsOf(/<meta\s+name="description"\s+content="([^"]+)"/);
    assert.equal(new Set(descriptions).size, pages.length);
    for (const text of descriptions) assert.ok(text.length >= 50 && text.length <= 160, text);
  });
});
