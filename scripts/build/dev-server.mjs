// The pages of demo/ are written as a webmaster would write them. The dev server answers `embed/…` from the sources: it bundles the
// script when a page asks for it, and again after a change. One script loads faster than two hundred modules.
import {join} from 'node:path';
import {readFile} from 'node:fs/promises';
import {createBuilder, normalizePath} from 'vite';
import {generate} from './generate.mjs';
import {stemmerFiles} from './words.mjs';

const root = normalizePath(join(import.meta.dirname, '../..'));
const sources = `${root}/src/`;

/** File in dist/embed/ -> the environment of vite.config.ts that builds it. */
const scripts = {
  'good-practice-browser.js': 'development',
  'good-practice-browser.opensearch.js': 'developmentOpenSearch',
  'good-practice-browser.worker.js': 'developmentWorker',
};

/** @returns {(environment: string) => Promise<string>} bundles a script in memory, and gives its code */
function createBundler() {
  // Reading the configuration takes longer than a build.
  let builder;
  return async (environment) => {
    builder ??= createBuilder({root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn'});
    const {build, environments} = await builder;
    const [{output}] = [await build(environments[environment])].flat();
    return output[0].code;
  };
}

/** Where a file of a language lies. @param {string} name `locales/de.json`, `words/de.json`, `stemmers/de.js` */
function languageFile(name) {
  const stemmer = /^stemmers\/(.+)\.js$/.exec(name)?.[1];
  if (stemmer) return new Map(stemmerFiles()).get(stemmer);
  return /^(?:locales|words)\/[\w-]+\.json$/.test(name) ? join(sources, 'generated', name) : undefined;
}

/** @returns {import('vite').Plugin} */
export const builtFilesFromSource = () => ({
  name: 'built-files-from-source',
  apply: 'serve',
  enforce: 'pre',
  configureServer({httpServer, middlewares, watcher, ws}) {
    const bundle = createBundler();
    /** The scripts as they are until a source changes: name -> promise of the code. */
    const built = new Map();
    const build = (name) => {
      if (!built.has(name)) built.set(name, bundle(scripts[name]));
      return built.get(name);
    };

    async function answer(name, response) {
      response.setHeader('content-type', name.endsWith('.json') ? 'application/json' : 'text/javascript');
      response.setHeader('cache-control', 'no-store');
      const file = languageFile(name);
      if (file) return response.end(await readFile(file));
      try {
        response.end(await build(name));
      } catch (error) {
        ws.send({type: 'error', err: {message: error.message, stack: ''}});
        response.end(`console.error(${JSON.stringify(error.message)});`);
      }
    }

    middlewares.use(async (request, response, next) => {
      const name = /\/embed\/([^?]+)/.exec(request.url)?.[1] ?? '';
      if (name in scripts || languageFile(name)) await answer(name, response);
      else next();
    });

    watcher.add(sources).on('all', (_event, changed) => {
      const file = normalizePath(changed);
      if (!file.startsWith(sources)) return;
      if (file.startsWith(`${sources}i18n/`)) generate();
      built.clear();
      ws.send({type: 'full-reload'});
    });
    // Begins before the first page asks. If the build fails, the page learns why.
    if (httpServer) build('good-practice-browser.js').catch(() => {});
  },
});
