// The script of the page that measures: every engine, ours from the sources, compiled as the build compiles them.
import {join} from 'node:path';
import {build} from 'vite';

/** @returns {Promise<string>} */
export async function bundlePage() {
  const [{output}] = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: join(import.meta.dirname, 'page/main.mjs'), formats: ['es'], fileName: 'main'},
    },
  });
  return output[0].code;
}
