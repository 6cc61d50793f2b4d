import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {readLocales} from '../build/locales.mjs';
import {readWords, stemmers} from '../build/words.mjs';
import {docsPages} from './docs-pages.mjs';
import {refuse} from './refuse.mjs';

const script = 'good-practice-browser';
const startPage = join(import.meta.dirname, 'start-page');

/** A release without one of these would not work. */
const required = () => [
  'LICENSES.txt',
  'sri.json',
  `${script}.js`,
  `${script}.opensearch.js`,
  `${script}.worker.js`,
  ...readLocales().map(({tag}) => `locales/${tag}.json`),
  ...readWords().map(({tag}) => `words/${tag}.json`),
  ...Object.keys(stemmers).map((tag) => `stemmers/${tag}.js`),
  ...['check', 'configure', 'template'].flatMap((name) => [`tools/${name}.html`, `tools/${name}.js`]),
  ...['check.css', 'configure.css', 'icon.svg', 'tools.css'].map((name) => `tools/${name}`),
];

export const read = (file) => (existsSync(file) ? readFileSync(file) : refuse(`${file} is missing.`));

/** Path -> bytes of each file below a folder. */
export function readFolder(folder) {
  if (!existsSync(folder)) refuse(`${folder} is missing. Run “npm run build”.`);
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name, parentPath}) => join(parentPath, name))
    .map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file)]);
}

/** In the zip, the script is one folder above the tools, without `embed/`, and there are the docs. */
function inZip(name, bytes) {
  if (!name.endsWith('.html')) return bytes;
  const html = bytes.toString().replaceAll('"../embed/', '"../');
  return Buffer.from(html.replace('<html ', '<html data-docs="../docs/" '));
}

/** Refuses if a file and its hash come from two builds. */
function checkHashes(contents) {
  for (const [name, hash] of Object.entries(JSON.parse(contents.get('sri.json')))) {
    const bytes = contents.get(name) ?? '';
    if (hash !== `sha384-${createHash('sha384').update(bytes).digest('base64')}`)
      refuse(`dist/embed/${name} is not the file that dist/embed/sri.json has the hash of. Run “npm run build”.`);
  }
}

/**
 * The files of the zip for webmasters: those of dist/embed, which pages load, and those that a
 * webmaster deletes before publishing: the tools, the docs, a start page and the demo feed.
 * @returns {Map<string, Uint8Array>}
 */
export function zipContents(version) {
  const contents = new Map([
    ...readFolder('dist/embed'),
    ...readFolder('dist/tools').map(([name, bytes]) => [`tools/${name}`, inZip(name, bytes)]),
    ['demo/practices.json', read('demo/practices.json')],
    ...readFolder('demo/feeds').map(([name, bytes]) => [`demo/feeds/${name}`, bytes]),
    ...docsPages(version),
    ['docs/docs.css', read(join(startPage, 'docs.css'))],
    ['demo/start.css', read(join(startPage, 'start.css'))],
    ['index.html', Buffer.from(read(join(startPage, 'index.html')).toString().replaceAll('{{version}}', version))],
  ]);
  const missing = required().filter((name) => !contents.get(name)?.length);
  if (missing.length) refuse(`dist/ lacks ${missing.join(', ')}. Run “npm run build”.`);
  checkHashes(contents);
  return contents;
}
