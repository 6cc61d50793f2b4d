// What a page loads, as gzip of level 9.
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const here = join(import.meta.dirname, '..');
const embed = join(here, '../../dist/embed');
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
  return [
    fileOf(embed, 'good-practice-browser.js'),
    fileOf(embed, 'good-practice-browser.worker.js', 'for large feeds only'),
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
    {title: 'InstantSearch.js', files: instantSearch()},
    ...(await pagefind()),
  ];
  // of ours, every page loads the first alone
  yield products.map(({title, files}, i) => ({
    title,
    files,
    bytes: (i ? files : files.slice(0, 1)).reduce((sum, {bytes}) => sum + bytes, 0),
  }));
}
