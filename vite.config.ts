import {rmSync} from 'node:fs';
import {defineConfig} from 'vite';
import {
  coreEntries,
  coreFromSource,
  embedFromSource,
  filesFromKits,
  fuseMatchOnly,
  generatedModules,
  kitsByPlace,
  litAsUsed,
  litPolicy,
} from './scripts/build/build-plugins.mjs';
import {collapseTemplates, compressEmbed} from './scripts/build/compress.mjs';
import {shortenNames} from './scripts/build/shorten-names.mjs';

// cssTarget: for ES2022 alone, light-dark() would be rewritten into variables that no page sets, and the colours lost
const shared = {target: 'es2022', cssTarget: ['chrome125', 'firefox126', 'safari17.5'], sourcemap: true};

/** Each module under its own name; a style sheet beside the module of the same name, and the compiler's helper in no odd folder. */
function entryFileNames({name, facadeModuleId}: {name: string; facadeModuleId?: string | null}): string {
  if (name.includes('_virtual/')) return 'generated/decorate.js';
  return facadeModuleId?.includes('.css') ? '[name].css.js' : '[name].js';
}

/** What npm users import: one file a module, their bundler's to minify, the libraries theirs to share. */
const npm = {
  consumer: 'client' as const,
  build: {
    ...shared,
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    // core is imported file by file, also what no element needs
    lib: {
      entry: {
        index: 'src/index.ts',
        define: 'src/define.ts',
        extras: 'src/extras.ts',
        formats: 'src/formats.ts',
        'cli/main': 'src/cli/main.ts',
        ...coreEntries(),
      },
      formats: ['es' as const],
    },
    rolldownOptions: {
      external: [/^node:/, /^lit(\/|$)/, /^@lit\//, /^fuse\.js(\/|$)/],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames,
      },
    },
  },
};

/** One file with everything in it, for a page: the script, as a classic one or a module, or what comes with it. */
const embed = (entry: string, format: 'es' | 'iife', fileName: string) => ({
  consumer: 'client' as const,
  build: {
    ...shared,
    outDir: 'dist/embed',
    emptyOutDir: false,
    // the entries export nothing, so that `name` names nothing; Vite asks for one all the same
    lib: {entry, name: '_', formats: [format], fileName: () => fileName},
    rolldownOptions: {
      output: {
        minify: true, // a library's ES file would keep its white space
        comments: false, // and its notes for other bundlers
        charset: 'ascii' as const, // pages in other encodings than UTF-8 may hold the classic script
        postBanner: '/*! LICENSES.txt */',
      },
      // a classic script has no import.meta; it knows itself by document.currentScript
      ...(format === 'iife' && {transform: {define: {'import.meta.url': 'undefined'}}}),
    },
  },
});

export default defineConfig(({command}) => ({
  root: command === 'serve' ? 'demo' : '.',
  server: {
    host: '127.0.0.1', // by number: the smallest containers know no localhost
    open: process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']),
    fs: {allow: ['..']},
  },
  plugins: [
    generatedModules(),
    litPolicy(),
    litAsUsed(),
    fuseMatchOnly(),
    kitsByPlace(),
    filesFromKits(),
    collapseTemplates(),
    shortenNames(),
    compressEmbed(),
    embedFromSource(),
    coreFromSource(),
  ],
  builder: {
    async buildApp(builder) {
      rmSync('dist', {recursive: true, force: true});
      // first those of which the others have the hash
      for (const name of ['embedExtras', 'embedFormats', 'npm', 'embedIife', 'embedEsm', 'embedWorker'])
        await builder.build(builder.environments[name]!);
    },
  },
  // only there: the dev server would optimize the dependencies once for each
  ...(command === 'build' && {
    environments: {
      embedExtras: embed('src/extras.ts', 'iife', 'good-practice-browser.extras.js'),
      embedFormats: embed('src/formats.ts', 'iife', 'good-practice-browser.formats.js'),
      npm,
      embedIife: embed('src/define.ts', 'iife', 'good-practice-browser.js'),
      embedEsm: embed('src/define.ts', 'es', 'good-practice-browser.mjs'),
      embedWorker: embed('src/worker.ts', 'iife', 'good-practice-browser.worker.js'),
    },
  }),
}));
