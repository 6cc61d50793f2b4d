// Scripts of pages, compiled as the build compiles ours.
import {join} from 'node:path';
import {build} from 'vite';

/**
 * @param {string} entry in this folder
 * @param {'es' | 'iife'} format
 * @returns {Promise<string>}
 */
export async function bundle(entry, format = 'es') {
  const [{output}] = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: join(import.meta.dirname, entry), name: '_', formats: [format], fileName: () => 'bundle.js'},
      // a library's ES file keeps its white space else
      rolldownOptions: {output: {minify: true, codeSplitting: false}},
    },
  });
  return output[0].code;
}
