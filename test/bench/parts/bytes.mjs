// What a page loads, as gzip of level 9.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';

const here = join(import.meta.dirname, '..');
const root = join(here, '../..');
const embed = join(root, 'dist/embed');
const require = createRequire(join(here, 'package.json'));

/** The folder of a package, also of one that exports no package.json. */
function folderOf(name) {
  for (const folder of require.resolve.paths(name)) if (existsSync(join(folder, name))) return join(folder, name);
  throw new Error(`${name} is not installed`);
}

const packed = (content) => gzipSync(content, {level: 9}).length;
const fileOf = (folder, path, note) => ({
  file: path.split('/').at(-1),
  bytes: packed(readFileSync(join(folder, path))),
  note,
});

function ours() {
  const [largest] = readdirSync(join(embed, 'locales'))
    .map((name) => fileOf(embed, `locales/${name}`, 'the largest language; English needs none'))
    .sort((a, b) => b.bytes - a.bytes);
  return [
    fileOf(embed, 'good-practice-browser.js'),
    fileOf(embed, 'good-practice-browser.worker.js', 'for feeds of more than 5 MB'),
    largest,
  ];
}

/** What a bundler makes of the npm package: a page loads the entry and what that imports; what lies behind `import()` follows when it is needed. */
async function oursFromNpm() {
  const {output} = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {write: false, rolldownOptions: {input: join(root, 'dist/define.js')}},
  });
  const chunks = output.filter(({type}) => type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set();
  const add = (file) => {
    if (first.has(file)) return;
    first.add(file);
    byFile.get(file).imports.forEach(add);
  };
  chunks.filter(({isEntry}) => isEntry).forEach(({fileName}) => add(fileName));
  const isLanguage = ({facadeModuleId}) => /\blocales\b/.test(facadeModuleId ?? '');
  const sum = (list) => list.reduce((total, {code}) => total + packed(code), 0);
  const later = chunks.filter((chunk) => !first.has(chunk.fileName) && !isLanguage(chunk));
  return [
    {file: 'at once', bytes: sum([...first].map((file) => byFile.get(file)))},
    {
      file: 'later',
      bytes: sum(later),
      note: 'search, other formats and features: when a visitor or a feed needs them; without languages',
    },
  ];
}

/** The files that Pagefind writes beside an index, from one of a single page: each interface with the engine that it asks. */
async function pagefind() {
  const {buildPagefind} = await import('../pagefind-index.mjs');
  const document = {id: 1, title: 'One', city: '', country: '', topics: '', period: '', text: 'word'};
  const {files} = await buildPagefind([document]);
  const engine = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'];
  const pick = (...names) =>
    names.map((name) => ({file: name, bytes: packed(files.find(({path}) => path === name).content)}));
  return [
    {title: 'Pagefind, default interface', files: pick('pagefind-ui.js', 'pagefind-ui.css', ...engine)},
    {
      title: 'Pagefind, component interface',
      files: pick('pagefind-component-ui.js', 'pagefind-component-ui.css', ...engine),
    },
  ];
}

const instantSearch = () => [
  fileOf(folderOf('instantsearch.js'), 'dist/instantsearch.production.min.js', 'a server searches'),
  fileOf(folderOf('algoliasearch'), 'dist/lite/builds/browser.umd.js', 'asks the server'),
];

export async function* measureBytes() {
  const products = [
    {title: 'good-practice-browser', files: ours()},
    {title: 'good-practice-browser, npm and a bundler', files: await oursFromNpm()},
    {title: 'InstantSearch.js', files: instantSearch()},
    ...(await pagefind()),
  ];
  // of ours, every page loads the first alone
  const isOurs = (title) => title.startsWith('good-practice-browser');
  yield products.map(({title, files}) => ({
    title,
    files,
    bytes: (isOurs(title) ? files.slice(0, 1) : files).reduce((sum, {bytes}) => sum + bytes, 0),
  }));
}
