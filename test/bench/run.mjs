// `npm run bench`: search engines compared in one browser, and whole widgets. Installs what it needs first, the peers in this folder only.
// `-- --only widget,bytes` measures those parts again and leaves the others as they were. `--sizes 180,1000`, `--engines ours,minisearch` and
// `--seed 7` are for trying: what they give is written into data/, not into results.md.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

const here = import.meta.dirname;
const root = join(here, '../..');
const run = (cwd, ...args) => {
  const {status} = spawnSync(process.execPath, args, {cwd, stdio: 'inherit'});
  if (status !== 0) process.exit(1);
};
const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const sizesOf = (text) => {
  const sizes = text.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  return stop(`--sizes takes numbers of practices, such as 180,1000; not “${text}”`);
};

const {values} = parseArgs({
  options: Object.fromEntries(['only', 'sizes', 'engines', 'seed'].map((name) => [name, {type: 'string'}])),
});
const sizes = values.sizes && sizesOf(values.sizes);
const installer = join(root, 'scripts/install.mjs');
run(root, installer, '--browsers');
run(here, installer);
// what is there is measured, be it old
if (!existsSync(join(root, 'dist/embed'))) {
  run(root, join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app');
  run(root, join(root, 'scripts/build/finish.mjs'));
}

const {bench, partNames} = await import('./bench.mjs');
const only = values.only?.split(',') ?? partNames;
const unknown = only.find((name) => !partNames.includes(name));
if (unknown) stop(`--only takes ${partNames.join(', ')}; not “${unknown}”`);
await bench({
  only,
  sizes,
  engines: values.engines?.split(','),
  seed: Number(values.seed ?? 20_261_124),
  isTrial: Boolean(values.sizes ?? values.engines ?? values.seed),
  command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
});
