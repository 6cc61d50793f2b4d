// The pages of demo/ are written as a webmaster would write them. The dev server answers the address of the built script from the
// sources, so that the pages reload on every change.
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
    // One address for each module: by another, the browser would load it twice.
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
