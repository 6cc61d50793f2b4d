// What a page loads, in bytes after gzip (level 9), and what the script is made of. A limit stops accidents: it is the size that was
// measured once, and 10 %. A commit of its own may raise it, with the reason.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {decode} from '@jridgewell/sourcemap-codec';
import {createBuilder} from 'vite';

const folder = 'dist/embed';
const limits = [
  {files: /^good-practice-browser\.js$/, bytes: 143_500},
  {files: /^good-practice-browser\.worker\.js$/, bytes: 72_300},
  {files: /^good-practice-browser\.opensearch\.js$/, bytes: 10_000},
  {files: /^locales[\\/].*\.json$/, bytes: 4_380},
  {files: /^words[\\/].*\.json$/, bytes: 20_000},
  {files: /^stemmers[\\/].*\.js$/, bytes: 3_120},
];

/** The parts of the script, each by the sources that belong to it; the first that fits counts. */
const groups = {
  Lit: /node_modules\/(?:lit|@lit)/,
  'Fuse.js': /node_modules\/fuse\.js/,
  'English stemmer': /node_modules\/@orama\/stemmers/,
  'feed: other formats': /src\/core\/feed\/formats\/(?!native-json)/,
  'feed: fetch, read, write': /src\/core\/feed\//,
  search: /src\/core\/search\//,
  'facets, state, engine': /src\/core\//,
  controllers: /src\/controllers\//,
  'features (download, list, similar …)': /src\/elements\/features\//,
  'card and satellites': /src\/elements\/(?:card|satellites)\//,
  'browser element': /src\/elements\//,
  'messages and languages': /src\/(?:i18n|generated)\//,
  'own files, policy, entry': /src\//,
};

const bytes = (number) => number.toLocaleString('en').padStart(7);

/** Prints each file with its limit. @returns {boolean} whether all keep theirs */
function checkLimits() {
  let isWithin = true;
  for (const name of readdirSync(folder, {recursive: true}).sort()) {
    const limit = limits.find(({files}) => files.test(name))?.bytes;
    if (!limit) continue;
    const size = gzipSync(readFileSync(join(folder, name)), {level: 9}).length;
    if (size > limit) isWithin = false;
    console.log(`${bytes(size)} of ${bytes(limit)} bytes  ${name}${size > limit ? '  TOO LARGE' : ''}`);
  }
  return isWithin;
}

/** The script, built once more in memory with a source map. */
async function buildWithMap() {
  const builder = await createBuilder({logLevel: 'error'});
  const {embed} = builder.environments;
  Object.assign(embed.config.build, {write: false, sourcemap: true});
  const [{output}] = [await builder.build(embed)].flat();
  return output[0];
}

/** How many characters of the minified script come from each group. */
function lengthsByGroup(code, map) {
  const lengths = Object.fromEntries(Object.keys(groups).map((name) => [name, 0]));
  const lines = code.split('\n');
  decode(map.mappings).forEach((segments, line) =>
    segments.forEach(([column, source], i) => {
      const end = segments[i + 1]?.[0] ?? lines[line].length;
      const name = Object.keys(groups).find((group) => groups[group].test(map.sources[source] ?? ''));
      if (name) lengths[name] += end - column;
    }),
  );
  return lengths;
}

if (!existsSync(folder))
  spawnSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: process.platform === 'win32'});
const isWithin = checkLimits();
const {code, map} = await buildWithMap();
const lengths = Object.entries(lengthsByGroup(code, map));
const rest = code.length - lengths.reduce((sum, [, length]) => sum + length, 0);
console.log('\nThe script by its parts, minified and before gzip:');
for (const [name, length] of [...lengths, ['style sheets, and what joins the modules', rest], ['all', code.length]])
  console.log(`${bytes(length)}  ${name}`);
process.exit(isWithin ? 0 : 1);
