import {cpSync} from 'node:fs';
import {build} from 'esbuild';

await build({
  entryPoints: ['src/main.js'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
});
cpSync('index.html', 'dist/index.html');
const worker = 'good-practice-browser.worker.js';
cpSync(`node_modules/good-practice-browser/dist/embed/${worker}`, `dist/${worker}`);
