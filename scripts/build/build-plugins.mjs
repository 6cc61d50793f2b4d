// What our sources need of Vite beyond Vite: the same answers in the dev server, in the tests and in the builds.
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import MagicString from 'magic-string';
import {normalizePath} from 'vite';
import {extraKeys, localeFiles} from './locales.mjs';

const root = normalizePath(join(import.meta.dirname, '../..'));
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const isEmbed = ({name}) => name.startsWith('embed');
/** What the script and the worker fetch: the name in the file's, and where what they hand over to it stands. */
const furtherFiles = {
  embedExtras: {file: 'extras', kit: 'src/elements/kit.ts'},
  embedFormats: {file: 'formats', kit: 'src/core/feed/formats/kit.ts'},
};
const isFurther = ({name}) => name in furtherFiles;
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

const integrity = (text, algorithm) => `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** Code of the modules that src/env.d.ts declares. */
const generated = {
  build: (environment) => {
    // not built: the locales are asked for where they are written
    const assetsPath = environment.mode === 'dev' ? './i18n/' : isEmbed(environment) ? './' : './embed/';
    return `export const version = ${JSON.stringify(version)}; export const assetsPath = ${JSON.stringify(assetsPath)};`;
  },
  files: (environment) => {
    const hashOf = (name) => {
      const path = join(root, `dist/embed/good-practice-browser.${name}.js`);
      // built before all else
      return environment.mode !== 'dev' && existsSync(path) ? integrity(readFileSync(path), 'sha384') : '';
    };
    const hashes = Object.values(furtherFiles).map(({file}) => [file, hashOf(file)]);
    return `export const integrity = ${JSON.stringify(Object.fromEntries(hashes))};`;
  },
  locales: (environment) => {
    const hash = environment.mode === 'dev' ? '' : integrity(localeFiles().get('index.json'), 'sha256');
    return `export const integrity = ${JSON.stringify(hash)}; export const extraKeys = ${JSON.stringify(extraKeys())};`;
  },
};

/** @returns {import('vite').Plugin} The modules `virtual:build`, `virtual:files` and `virtual:locales`; and the locale files, beside the script. */
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
      for (const [name, source] of localeFiles()) this.emitFile({type: 'asset', fileName: `locales/${name}`, source});
    },
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => {
        // as they are shipped, where they are written; what imports one has a question mark
        const json = localeFiles().get(/\/i18n\/locales\/([\w.-]+\.json)$/.exec(request.url)?.[1]);
        if (!json) return next();
        response.setHeader('content-type', 'application/json');
        response.end(json);
      });
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

/**
 * What goes out of Lit's modules, and what takes its place: what only decorators, tagged styles, older browsers, servers, asynchronous directives, other copies
 * of Lit, or tasks and attributes of another kind than ours need; what it tells developers who use it wrongly; and its globals, which an element of the page with such an id would hide: it would throw.
 */
const litCuts = {
  '@lit/reactive-element/reactive-element.js': [
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.+?\}(?=this\._\$Eh=)/, ''],
    [',p=a.reactiveElementPolyfillSupport', ''],
    ['break;case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    [/;break;case Object:case Array:try\{.+?\}catch\(t\)\{.+?\}(?=\}return)/, ''],
    [/p\?\.\(\{ReactiveElement:y\}\),.+?(?=;export)/, '0'],
  ],
  'lit-element/lit-element.js': [
    [/,s\.litElementHydrateSupport.+?(?=const n=)/, ';'],
    [/\(s\.litElementVersions.+?(?=;export)/, ''],
    [/connectedCallback\(\)\{.+?(?=render\(\))/, ''],
  ],
  'lit-html/lit-html.js': [
    [/(?<=const j=\{).+?,(I:k),.+?(?=\})/, '$1'],
    [/,B=t\.litHtmlPolyfillSupport;.+?(?=;const D=)/, ''],
  ],
  'lit-html/directive-helpers.js': [[/let t;(e\._\$AQ).+?(e\._\$AM=o).+?\}(?=if)/, '$2}']],
  '@lit/reactive-element/css-tag.js': [
    [/(?<=,e=)t\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype/, '!0'],
    [/if\((this\._\$cssResult\$=!0),o!==s\)throw Error\(".+?"\)/, '$1'],
    [',this.t=e', ''],
    [',void 0,s)', ')'],
    [/const s=this\.t;if\(e&&void 0===t\).+?(?=\(\(this\.o=)(.+?),e&&o\.set\(s,t\)\)\}/, 'void 0===t&&$1);'],
  ],
  '@lit/task/task.js': [
    ['"object"==typeof s?s:{task:s,args:i}', 's'],
    [/(?<=T\(\)\{)if.+?const t=(this\.j\(\)).+?return t(?=\})/, 'return $1'],
    [/(?<=get status\(\)\{return this\.i\})render\(t\)\{.+?\}\}(?=\}const )/, ''],
    [/,"initialValue"in h&&\(.+?\)\)(?=\}hostUpdate)/, ''],
    [',this.autoRun=h.autoRun??!0', ''],
    ['!0===this.autoRun&&', ''],
    ['hostUpdated(){"afterUpdate"===this.autoRun&&this.S()}', ''],
    [/"afterUpdate"===this\.autoRun\?.+?:(?=this\._\.requestUpdate)/, ''],
  ],
  'lit-html/directives/repeat.js': [[/constructor\(e\)\{.+?\)\}(?=dt\()/, '']],
};

/**
 * Leaves out of the bundled Lit what this script has no use for. Fails where Lit no longer has what is left out.
 * @returns {import('vite').Plugin}
 */
export function litAsUsed() {
  return {
    name: 'gpb-lit-as-used',
    apply: 'build',
    applyToEnvironment: isScript,
    transform: {
      filter: {id: /\/node_modules\/@?lit/},
      handler(code, id) {
        let rest = code;
        for (const [from, to] of litCuts[normalizePath(id).split('/node_modules/').at(-1)] ?? []) {
          const cut = rest.replace(from, to);
          if (cut === rest) this.error(`Lit is put together otherwise than we know, without ${from}: see litAsUsed().`);
          rest = cut;
        }
        return {code: rest, map: null};
      },
    },
  };
}

/** The object in a kit, and its names. */
const kitObject = /(?<=const kit = )\{([^}]+)\}/;
const kitNames = (code) =>
  kitObject
    .exec(code)[1]
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * What a kit hands over goes by its place in a list instead of by name: the same build makes both files.
 * @returns {import('vite').Plugin}
 */
export function kitsByPlace() {
  return {
    name: 'gpb-kits-by-place',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: isEmbed,
    transform: {
      filter: {id: /\/kit\.ts$/},
      handler: (code) => ({code: code.replace(kitObject, '[$1]'), map: null}),
    },
  };
}

/**
 * Lets the further files take from the script what its kits hand over, in place of copies of their own; and has each knock at its
 * door (core/open-door.ts). Fails where one needs of a module what its kit does not have.
 * @returns {import('vite').Plugin}
 */
export function filesFromKits() {
  const imports = /^import \{([^}]+)\} from '([^']+)';$/gm;
  const kits = new Map();
  return {
    name: 'gpb-files-from-kits',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: isFurther,
    async buildStart() {
      const kit = new Map();
      const path = `${root}/${furtherFiles[this.environment.name].kit}`;
      const text = readFileSync(path, 'utf8');
      const places = kitNames(text);
      for (const [, names, source] of text.matchAll(imports)) {
        const code = names.split(',').map((name) => `export const ${name} = gpbKit[${places.indexOf(name.trim())}];`);
        kit.set((await this.resolve(source, path, {skipSelf: true})).id, code.join('\n'));
      }
      kits.set(this.environment.name, kit);
    },
    async resolveId(source, importer) {
      if (!importer || source.startsWith('\0')) return null;
      const id = (await this.resolve(source, importer, {skipSelf: true}))?.id;
      return kits.get(this.environment.name).has(id) ? `\0gpb-kit:${id}` : null;
    },
    load(id) {
      return id.startsWith('\0gpb-kit:') ? kits.get(this.environment.name).get(id.slice('\0gpb-kit:'.length)) : null;
    },
    renderChunk(code) {
      const {file} = furtherFiles[this.environment.name];
      const wrapped = new MagicString(code);
      wrapped.prepend(`((door, caller) => {
        if (globalThis[door]) globalThis[door](...caller);
        else globalThis[door] = caller;
      })(Symbol.for('good-practice-browser ${file}'), [${JSON.stringify(version)}, (gpbKit) => {`);
      wrapped.append('}]);');
      return {code: wrapped.toString(), map: wrapped.generateMap({hires: true})};
    },
  };
}

/**
 * The embed files need a fifth of Fuse.js only, its matcher, but nothing can be shaken out of its class. What lexicon.ts never asks
 * otherwise is constant in it: what follows from that falls away. Nor do they need its table of accents, since what we search is
 * folded. Fails where Fuse.js no longer has what is replaced, or lexicon.ts asks otherwise.
 * @returns {import('vite').Plugin}
 */
export function fuseMatchOnly() {
  const asked = 'isCaseSensitive: true, ignoreLocation: true';
  const constants = asked.replaceAll(': ', ' = ');
  const replacements = [
    [/^Fuse\.match = function\(pattern, text, options\) \{[^]*?^\};$/m, ''],
    [/^Fuse\.(?:\w+ = [^{\n]*;|use = function[^]*?^\};)$/gm, ''],
    [
      /^var (\w+) = Fuse;$/m,
      'var $1 = {match: (pattern, text, options) => new BitapSearch(pattern, options).searchIn(text)};',
    ],
    [/^\/\/#region src\/helpers\/diacritics\.ts$[^]*?^\/\/#endregion$/m, 'const stripDiacritics = (text) => text;'],
    [/^\tgetFn: get,$/m, ''],
    [
      /^function search\(text, pattern, patternAlphabet, \{[^}]*\}/m,
      `const distance = 0, findAllMatches = false, minMatchCharLength = 1, includeMatches = false, ignoreDiacritics = false, ${constants};
      function search(text, pattern, patternAlphabet, {location, threshold}`,
    ],
    [/(?<=^const Config = )/m, '/* @__PURE__ */ '],
    [/(?<=^\tconstructor\(pattern, )\{ location = [^}]*\}/m, '{threshold}'],
    [/(?<=^\t\tthis\.options = )\{\n\t\t\tlocation,[^}]*\}/m, '{threshold}'],
    [/^\t\tconst \{ isCaseSensitive, [^}]*\} = this\.options;$/m, ''],
    [/(?<=^\t\tconst )\{ location, [^}]*\}(?= = this\.options;$)/m, '{threshold}'],
    [/(?<= = search\(text, pattern, alphabet, )\{[^}]*\}/, '{location: startIndex, threshold}'],
    [/\bthis\.options\.(?=minMatchCharLength\b)/, ''],
  ];
  let isDone = false;
  return {
    name: 'gpb-fuse-match-only',
    apply: 'build',
    applyToEnvironment: (environment) => isEmbed(environment) && !isFurther(environment),
    transform: {
      filter: {id: /\/fuse\.basic\.mjs$/},
      handler(code) {
        isDone =
          /^class BitapSearch\b|^var BitapSearch = class\b/m.test(code) &&
          readFileSync(`${root}/src/core/search/lexicon.ts`, 'utf8').includes(`const bitap = {${asked}};`) &&
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
 * `embed/good-practice-browser.js`, `.mjs` and the further files of the dev server: the sources, so that the demo is written as a webmaster
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
        '.formats.js': `import('${folder}/formats.ts');`,
      };
      middlewares.use((request, response, next) => {
        // the script looks for its further files beside the locales
        const extension = /\/(?:embed|i18n)\/good-practice-browser((?:\.extras|\.formats)?\.m?js)(?:\?|$)/.exec(
          request.url,
        )?.[1];
        if (!extension) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(scripts[extension]);
      });
    },
  };
}
