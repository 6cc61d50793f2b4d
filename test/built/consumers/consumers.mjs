// The frameworks and bundlers in which the package is tested. docs/frameworks.md is made of this table, of the apps in apps/, and of what the
// tests have recorded in results.json.
import {readFileSync} from 'node:fs';

/**
 * @typedef {object} Consumer
 * @property {string} id the folder of its app in apps/
 * @property {string} name
 * @property {string} file the file of the app that shows how it is done
 * @property {string} output the folder that the build writes
 * @property {boolean} worker whether a feed over 5 MB is read in a worker; otherwise the main thread does it, in slices
 * @property {string} [prerendered] what the page has before any script runs
 * @property {string} note what else there is to know; '' for nothing
 * @property {'all' | 'release'} suite which command tests it: `npm run test:all` or `npm run test:release`
 */

/** @type {readonly Consumer[]} */
export const consumers = [
  {
    id: 'vite',
    name: 'Vite, TypeScript, no framework',
    file: 'src/main.ts',
    output: 'dist',
    worker: true,
    note: '`vite dev` is tested as well.',
    suite: 'all',
  },
  {
    id: 'react',
    name: 'React 19, Vite, TypeScript',
    file: 'src/main.tsx',
    output: 'dist',
    worker: true,
    note: '`npm run build` checks the types of the tags with `tsc`.',
    suite: 'release',
  },
  {
    id: 'vue',
    name: 'Vue 3, Vite, TypeScript',
    file: 'src/App.vue',
    output: 'dist',
    worker: true,
    note: '`vue-tsc` with `strictTemplates` checks the tags. `isCustomElement` in `vite.config.ts` tells Vue that they are not its own components.',
    suite: 'release',
  },
  {
    id: 'sveltekit',
    name: 'SvelteKit 2, Svelte 5, prerendered',
    file: 'src/routes/+page.svelte',
    output: 'build',
    prerendered: 'Fallback content',
    worker: true,
    note: 'A static import works: on the server it does nothing. `svelte-check` checks the tags. The prerenderer follows `src`, so a feed of the same site must exist when it runs, for example in `static/`.',
    suite: 'release',
  },
  {
    id: 'next',
    name: 'Next.js 16, app router',
    file: 'app/practices.tsx',
    output: 'out',
    prerendered: 'Fallback content',
    worker: true,
    note: 'A static import in a client component works: on the server it does nothing. React does not attach `ongpb-…` to tags that a server has rendered, so the app adds listeners in an effect; properties that are no attributes, such as `practices`, likewise.',
    suite: 'release',
  },
  {
    id: 'webpack',
    name: 'webpack 5',
    file: 'src/main.js',
    output: 'dist',
    worker: true,
    note: '',
    suite: 'release',
  },
  {
    id: 'esbuild',
    name: 'esbuild',
    file: 'src/main.js',
    output: 'dist',
    worker: true,
    note: 'It does not copy the worker. The build copies `dist/embed/good-practice-browser.worker.js`, and `assets-href` names the folder. Otherwise the main thread reads large feeds, after one 404.',
    suite: 'release',
  },
  {
    id: 'rollup',
    name: 'Rollup 4',
    file: 'src/main.js',
    output: 'dist',
    worker: true,
    note: 'It does not copy the worker. The build copies `dist/embed/good-practice-browser.worker.js`, and `assets-href` names the folder. Otherwise the main thread reads large feeds, after one 404.',
    suite: 'release',
  },
  {
    id: 'eleventy',
    name: 'Eleventy 3',
    file: 'index.njk',
    output: '_site',
    prerendered: 'Une bonne pratique',
    worker: true,
    note: 'It copies the files for web pages (`dist/embed`), and prerenders the list with `good-practice-browser/node.js`.',
    suite: 'release',
  },
];

const resultsFile = new URL('results.json', import.meta.url);

/** What the tests that passed have recorded: consumer -> the date, the versions of its packages, and whether a worker read the large feed. */
export const readResults = () => JSON.parse(readFileSync(resultsFile, 'utf8'));
export {resultsFile};
