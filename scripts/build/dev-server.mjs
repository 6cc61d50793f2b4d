// The pages of demo/ look like those of a webmaster, with a tag for the built script. The dev
// server answers that address with the sources, so that the pages reload on every change.
import {join} from 'node:path';
import {normalizePath} from 'vite';
import {generate} from './generate.mjs';

const root = normalizePath(join(import.meta.dirname, '../..'));

/** @returns {import('vite').Plugin} */
export const builtFilesFromSource = () => ({
  name: 'built-files-from-source',
  apply: 'serve',
  enforce: 'pre',
  configureServer({config, middlewares, watcher}) {
    // Each module must have one address. Under a second address, the browser would load it again.
    const define = config.root === root ? '/src/define.ts' : `/@fs/${root}/src/define.ts`.replace('//', '/');
    middlewares.use((request, response, next) => {
      if (!/\/embed\/good-practice-browser\.js(?:\?|$)/.test(request.url)) return next();
      response.setHeader('content-type', 'text/javascript');
      response.end(`import('${define}');`);
    });
    const languages = join(root, 'src/i18n');
    watcher.add(languages).on('change', (file) => file.startsWith(languages) && generate());
  },
});
