// Every byte that a page loads is argued for. gzip level 9; a kB has 1,000 bytes.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const folder = 'dist/embed';
const budgets = [
  {files: /^good-practice-browser\.js$/, bytes: 86_000},
  {files: /^good-practice-browser\.worker\.js$/, bytes: 36_500},
  {files: /^locales[\\/].*\.json$/, bytes: 3_500},
];

if (!existsSync(folder))
  spawnSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: process.platform === 'win32'});

let isOver = false;
for (const name of readdirSync(folder, {recursive: true}).sort()) {
  const budget = budgets.find(({files}) => files.test(name))?.bytes;
  if (!budget) continue;
  const size = gzipSync(readFileSync(join(folder, name)), {level: 9}).length;
  if (size > budget) isOver = true;
  const [actual, allowed] = [size, budget].map((bytes) => bytes.toLocaleString('en').padStart(6));
  console.log(`${actual} of ${allowed} bytes  ${name}${size > budget ? '  TOO LARGE' : ''}`);
}
process.exit(isOver ? 1 : 0);
