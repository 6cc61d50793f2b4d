// `npm run bench`: search engines compared in one browser, and whole widgets. Installs what it needs first, the peers in this folder only.
// `-- start bytes` measures those parts again and leaves the others as they were; `--rounds 1` measures each page once. `--sizes 180,1000`,
// `--engines ours,minisearch` and `--seed 7` are for trying: what they give is written into data/, not into results.md.
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

const roundsOf = (text) => {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  return stop(`--rounds takes a whole number from 1, such as 5; not “${text}”`);
};

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(['only', 'rounds', 'sizes', 'engines', 'seed'].map((name) => [name, {type: 'string'}])),
});
const sizes = values.sizes && sizesOf(values.sizes);
const rounds = values.rounds && roundsOf(values.rounds);
const installer = join(root, 'scripts/install.mjs');
run(root, installer, '--browsers');
run(here, installer);
// what is there is measured, be it old
if (!existsSync(join(root, 'dist/embed'))) {
  run(root, join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app');
  run(root, join(root, 'node_modules/typescript/bin/tsc'), '-p', 'src');
  run(root, join(root, 'scripts/build/finish.mjs'));
}

const {bench, partNames} = await import('./bench.mjs');
const named = [...positionals, ...(values.only?.split(',') ?? [])];
const only = named.length ? named : partNames;
const unknown = only.find((name) => !partNames.includes(name));
if (unknown) stop(`there is no part “${unknown}”; the parts are ${partNames.join(', ')}`);
await bench({
  only,
  sizes,
  rounds,
  engines: values.engines?.split(','),
  seed: Number(values.seed ?? 20_261_124),
  isTrial: Boolean(values.sizes ?? values.engines ?? values.seed),
  command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
});
