// `npm run bench`: search engines compared in one browser. Installs what it needs first, the peers in this folder only.
// `-- --sizes 180,1000`, `--engines ours,minisearch` (results.md is then left as it is), `--seed 7` for other feeds and queries.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {parseArgs} from 'node:util';

const here = import.meta.dirname;
const installer = join(here, '../setup/install.mjs');
const install = (cwd, ...args) => {
  const {status} = spawnSync(process.execPath, [installer, ...args], {cwd, stdio: 'inherit'});
  if (status !== 0) process.exit(1);
};

const sizesOf = (text) => {
  const sizes = text.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  console.error(`--sizes takes numbers of practices, such as 180,1000; not “${text}”`);
  return process.exit(1);
};

const {values} = parseArgs({options: {sizes: {type: 'string'}, engines: {type: 'string'}, seed: {type: 'string'}}});
const sizes = values.sizes && sizesOf(values.sizes);
install(join(here, '../..'), '--browsers');
install(here);
const {bench, realSize} = await import('./bench.mjs');
await bench({
  sizes: sizes ?? [realSize, 1000, 10_000, 20_000],
  names: values.engines?.split(','),
  seed: Number(values.seed ?? 20_261_124),
});
