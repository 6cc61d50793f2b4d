import {cpSync} from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';

const worker = 'good-practice-browser.worker.js';

function copyFiles() {
  cpSync('index.html', 'dist/index.html');
  cpSync(`node_modules/good-practice-browser/dist/embed/${worker}`, `dist/${worker}`);
}

export default {
  input: 'src/main.js',
  output: {dir: 'dist', format: 'es'},
  plugins: [nodeResolve(), {name: 'copy-files', writeBundle: copyFiles}],
};
