import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {defineConfig, mergeConfig, normalizePath, type EnvironmentOptions} from 'vite';
import {builtFilesFromSource} from './scripts/build/dev-server.mjs';
import {litPatch} from './scripts/build/lit-patch.mjs';
import {ownExports} from './scripts/build/own-exports.mjs';
import {deadlyNames} from './src/platform/deadly-names.js';

const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};

const shared = {
  target: 'es2022',
  // For ES2022 alone, light-dark() becomes variables that no page sets, and the colours are lost.
  cssTarget: ['chrome125', 'firefox126', 'safari17.5'],
  cssMinify: true,
  emptyOutDir: false,
};

/** Every module of core, by its path: npm users may import each. */
const coreModules = Object.fromEntries(
  readdirSync('src/core', {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => normalizePath(`core/${name.slice(0, -'.ts'.length)}`))
    .map((name) => [name, `src/${name}.ts`]),
);

/** For bundlers, servers and Node: one module for each source file. Dependencies stay outside, and `import()` stays for bundlers to split at. */
const npm: EnvironmentOptions = {
  // As for a server, Vite leaves `new URL('./entry.js', import.meta.url)` as written, for the user's bundler to see.
  consumer: 'server',
  build: {
    ...shared,
    outDir: 'dist',
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        define: 'src/define.ts',
        'cli/main': 'src/cli/main.ts',
        'node/index': 'src/node/index.ts',
        ...coreModules,
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^node:/, /^lit(\/|$)/, /^@lit\//, /^fuse\.js(\/|$)/],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // A style sheet lies beside the module of the same name.
        entryFileNames: ({facadeModuleId}) => (facadeModuleId?.includes('.css') ? '[name].css.js' : '[name].js'),
      },
    },
  },
};

const names = JSON.stringify(deadlyNames);

/**
 * Ends the script on a page that it cannot start on, as define.ts does. The bundler's own code, which runs before any module, would throw there:
 * it defines properties.
 */
const endOnHostilePage = `
  for (const name of ${names})
    if (name in {})
      return console.warn('good-practice-browser ${version} does not start: a script of the page has set Object.prototype.' + name + '. Update or remove that script.');
`;

/** One self-contained classic script, with everything that the entry imports in any way. `intro` is code that runs first. */
const classicScript = (entry: string, outDir: string, fileName: string, intro = ''): EnvironmentOptions => ({
  consumer: 'client',
  resolve: {conditions: ['embed', 'module', 'browser', 'development|production']},
  build: {
    ...shared,
    outDir,
    // The entries export nothing, so the name that Vite asks for is not used.
    lib: {entry, name: '_', formats: ['iife'], fileName: () => fileName},
    rolldownOptions: {
      output: {
        minify: true,
        intro,
        charset: 'ascii', // a page in any encoding may hold the script
        comments: false,
        // The semicolon: the file before it in a concatenation may lack its last one.
        postBanner: ';/*! good-practice-browser: see LICENSES.txt */',
      },
      transform: {define: {'import.meta.url': 'undefined'}}, // a classic script has none
    },
  },
});

/** What the dev server bundles in memory: readable, and with Lit's own warnings. */
const forDevelopment = (script: EnvironmentOptions): EnvironmentOptions =>
  mergeConfig(script, {
    build: {write: false, sourcemap: 'inline', rolldownOptions: {output: {minify: false, comments: true}}},
  }) as EnvironmentOptions;

export default defineConfig(({command}) => ({
  root: command === 'serve' ? 'demo' : '.',
  server: {
    host: '127.0.0.1', // by number: the smallest containers do not know localhost
    open: process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']),
    fs: {allow: ['..']},
  },
  // How long the bundler's plugins take is nothing to act on.
  build: {rolldownOptions: {checks: {pluginTimings: false}}},
  plugins: [litPatch(join(import.meta.dirname, 'src/platform/trusted-types.ts')), ownExports(), builtFilesFromSource()],
  builder: {
    async buildApp(builder) {
      rmSync('dist', {recursive: true, force: true});
      for (const name of ['npm', 'npmWorker', 'embed', 'openSearch', 'checkTool', 'configureTool', 'templateTool'])
        await builder.build(builder.environments[name]!);
    },
  },
  // The dev server would optimize the dependencies once for each environment.
  environments:
    command === 'serve'
      ? {}
      : {
          npm,
          npmWorker: classicScript('src/worker/entry.ts', 'dist/worker', 'entry.js'),
          embed: classicScript('src/embed.ts', 'dist/embed', 'good-practice-browser.js', endOnHostilePage),
          openSearch: classicScript('src/opensearch.ts', 'dist/embed', 'good-practice-browser.opensearch.js'),
          checkTool: classicScript('demo/tools/check.js', 'dist/tools', 'check.js'),
          configureTool: classicScript('demo/tools/configure.js', 'dist/tools', 'configure.js'),
          templateTool: classicScript('demo/tools/template.js', 'dist/tools', 'template.js'),
          development: forDevelopment(classicScript('src/embed.ts', 'dist', 'good-practice-browser.js')),
          developmentOpenSearch: forDevelopment(
            classicScript('src/opensearch.ts', 'dist', 'good-practice-browser.opensearch.js'),
          ),
          developmentWorker: forDevelopment(
            classicScript('src/worker/entry.ts', 'dist', 'good-practice-browser.worker.js'),
          ),
        },
}));
