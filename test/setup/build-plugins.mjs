// What our sources need of Vite beyond Vite: the same answers in the dev server, in the tests and in the builds.
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import MagicString from 'magic-string';
import {normalizePath} from 'vite';

const root = normalizePath(join(import.meta.dirname, '../..'));
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const isEmbed = ({name}) => name.startsWith('embed');
const isExtras = ({name}) => name === 'embedExtras';
/** The script itself: what comes with it has no Lit. */
const isScript = ({name}) => /^embed(?:Iife|Esm)$/.test(name);

/** Every module of core by its path from src/, as Vite takes entries. */
export const coreEntries = () =>
  Object.fromEntries(
    readdirSync(join(root, 'src/core'), {recursive: true})
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `core/${normalizePath(name)}`)
      .map((name) => [name.slice(0, -'.ts'.length), `src/${name}`]),
  );

/** The languages beside English, as they are shipped: BCP 47 tag -> minified JSON. */
function locales() {
  const folder = join(root, 'src/i18n/locales');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const minify = (name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return files.sort().map((name) => ({tag: basename(name, '.json'), json: minify(name)}));
}

const EXTRAS = 'dist/embed/good-practice-browser.extras.js';

const integrity = (text, algorithm) => `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** Code of the modules that src/env.d.ts declares. */
const generated = {
  build: (environment) => {
    // not built: the locales are read where they are written
    const assetsPath = environment.mode === 'dev' ? './i18n/' : isEmbed(environment) ? './' : './embed/';
    return `export const version = ${JSON.stringify(version)}; export const assetsPath = ${JSON.stringify(assetsPath)};`;
  },
  extras: (environment) => {
    const file = join(root, EXTRAS);
    // built before all else
    const hash = environment.mode !== 'dev' && existsSync(file) ? integrity(readFileSync(file), 'sha384') : '';
    return `export const integrity = ${JSON.stringify(hash)};`;
  },
  locales: (environment) => {
    const hash = (json) => (environment.mode === 'dev' ? '' : integrity(json, 'sha256'));
    return `export const integrities = new Map(${JSON.stringify(locales().map(({tag, json}) => [tag, hash(json)]))});`;
  },
};

/** @returns {import('vite').Plugin} The modules `virtual:build` and `virtual:locales`; and the locale files, beside the script. */
export function generatedModules() {
  const own = /(?:\0virtual:|\/src\/generated\/)(\w+)(?:\.js)?$/;
  return {
    name: 'gpb-generated-modules',
    resolveId(id) {
      if (!id.startsWith('virtual:')) return null;
      const name = id.slice('virtual:'.length);
      // in the builds it takes a place among the sources, or the npm files would get an odd folder for it
      return this.environment.mode === 'dev' ? `\0virtual:${name}` : `${root}/src/generated/${name}.js`;
    },
    load(id) {
      const name = own.exec(id)?.[1];
      return name && generated[name](this.environment);
    },
    generateBundle() {
      if (!isScript(this.environment)) return;
      for (const {tag, json} of locales())
        this.emitFile({type: 'asset', fileName: `locales/${tag}.json`, source: json});
    },
  };
}

/**
 * Points the bundled Lit at the one Trusted Types policy of src/trusted-types.ts, so that a page needs to allow one name only. Lit
 * would make its own while it loads, and throw where the page does not allow that. Fails where Lit no longer has what is replaced.
 * @returns {import('vite').Plugin}
 */
export function litPolicy() {
  const itsPolicy = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/;
  let isDone = false;
  return {
    name: 'gpb-lit-policy',
    apply: 'build',
    applyToEnvironment: isScript,
    transform: {
      filter: {id: /\/lit-html\/lit-html\.js$/},
      handler(code) {
        isDone = itsPolicy.test(code);
        const ours = `import {policy as gpbPolicy} from ${JSON.stringify(`${root}/src/trusted-types.ts`)};\n`;
        return {code: ours + code.replace(itsPolicy, 'gpbPolicy'), map: null};
      },
    },
    buildEnd(error) {
      if (!error && !isDone) this.error('Lit makes its Trusted Types policy otherwise than we know: see litPolicy().');
    },
  };
}

const kitPath = `${root}/src/elements/kit.ts`;
/** The object in that module, and its names. */
const kitObject = /(?<=const kit = )\{([^}]+)\}/;
const kitNames = () =>
  kitObject
    .exec(readFileSync(kitPath, 'utf8'))[1]
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * What src/elements/kit.ts hands over goes by its place in a list instead of by name: the same build makes both files.
 * @returns {import('vite').Plugin}
 */
export function kitByPlace() {
  return {
    name: 'gpb-kit-by-place',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: isEmbed,
    transform: {
      filter: {id: /\/src\/elements\/kit\.ts$/},
      handler: (code) => ({code: code.replace(kitObject, '[$1]'), map: null}),
    },
  };
}

/**
 * Lets the extras file take from the script what src/elements/kit.ts hands over, in place of copies of its own; and has it knock at the
 * door that this module opens. Fails where the extras need of a module what the kit does not have.
 * @returns {import('vite').Plugin}
 */
export function extrasFromKit() {
  const imports = /^import \{([^}]+)\} from '([^']+)';$/gm;
  const kit = new Map();
  return {
    name: 'gpb-extras-from-kit',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: isExtras,
    async buildStart() {
      const places = kitNames();
      for (const [, names, source] of readFileSync(kitPath, 'utf8').matchAll(imports)) {
        const code = names.split(',').map((name) => `export const ${name} = gpbKit[${places.indexOf(name.trim())}];`);
        kit.set((await this.resolve(source, kitPath, {skipSelf: true})).id, code.join('\n'));
      }
    },
    async resolveId(source, importer) {
      if (!importer || source.startsWith('\0')) return null;
      const id = (await this.resolve(source, importer, {skipSelf: true}))?.id;
      return kit.has(id) ? `\0gpb-kit:${id}` : null;
    },
    load: (id) => (id.startsWith('\0gpb-kit:') ? kit.get(id.slice('\0gpb-kit:'.length)) : null),
    renderChunk(code) {
      const wrapped = new MagicString(code);
      wrapped.prepend(`((door, caller) => {
        if (globalThis[door]) globalThis[door](...caller);
        else globalThis[door] = caller;
      })(Symbol.for('good-practice-browser'), [${JSON.stringify(version)}, (gpbKit) => {`);
      wrapped.append('}]);');
      return {code: wrapped.toString(), map: wrapped.generateMap({hires: true})};
    },
  };
}

/**
 * The embed files need a fifth of Fuse.js only, its matcher, but nothing can be shaken out of its class; nor do they need its table of
 * accents, since what we search is folded. Fails where Fuse.js no longer has what is replaced.
 * @returns {import('vite').Plugin}
 */
export function fuseMatchOnly() {
  const replacements = [
    [/^Fuse\.match = function\(pattern, text, options\) \{[^]*?^};$/m, ''],
    [/^Fuse\.(?:\w+ = [^{\n]*;|use = function[^]*?^};)$/gm, ''],
    [
      /^var (\w+) = Fuse;$/m,
      'var $1 = {match: (pattern, text, options) => new BitapSearch(pattern, options).searchIn(text)};',
    ],
    [/^\/\/#region src\/helpers\/diacritics\.ts$[^]*?^\/\/#endregion$/m, 'const stripDiacritics = (text) => text;'],
    [/^\tgetFn: get,$/m, ''],
  ];
  let isDone = false;
  return {
    name: 'gpb-fuse-match-only',
    apply: 'build',
    applyToEnvironment: (environment) => isEmbed(environment) && !isExtras(environment),
    transform: {
      filter: {id: /\/fuse\.basic\.mjs$/},
      handler(code) {
        isDone =
          /^class BitapSearch\b|^var BitapSearch = class\b/m.test(code) &&
          replacements.every(([from]) => code.search(from) >= 0);
        return {code: replacements.reduce((text, [from, to]) => text.replace(from, to), code), map: null};
      },
    },
    buildEnd(error) {
      if (!error && !isDone) this.error('Fuse.js is put together otherwise than we know: see fuseMatchOnly().');
    },
  };
}

/**
 * `core/` beside the pages of the demo is core as npm users have it: in the dev server, its sources.
 * @returns {import('vite').Plugin}
 */
export function coreFromSource() {
  return {
    name: 'gpb-core-from-source',
    apply: 'serve',
    enforce: 'pre',
    resolveId(id, importer) {
      const path = importer?.startsWith(`${root}/demo/`) && /^\.\/core\/(.+)\.js$/.exec(id)?.[1];
      return path ? `${root}/src/core/${path}.ts` : null;
    },
  };
}

/**
 * `embed/good-practice-browser.js`, `.mjs` and the extras of the dev server: the sources, so that the demo is written as a webmaster
 * would write it and yet reloads on every change.
 * @returns {import('vite').Plugin}
 */
export function embedFromSource() {
  return {
    name: 'gpb-embed-from-source',
    apply: 'serve',
    configureServer({config, middlewares}) {
      // a module has one address, or it would be there twice
      const folder = config.root === root ? '/src' : `/@fs/${root}/src`.replace('//', '/');
      const scripts = {
        '.js': `import('${folder}/define.ts');`,
        '.mjs': `import '${folder}/define.ts';`,
        '.extras.js': `import('${folder}/extras.ts');`,
      };
      middlewares.use((request, response, next) => {
        // the script looks for its further files beside the locales
        const extension = /\/(?:embed|i18n)\/good-practice-browser((?:\.extras)?\.m?js)(?:\?|$)/.exec(request.url)?.[1];
        if (!extension) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(scripts[extension]);
      });
    },
  };
}
