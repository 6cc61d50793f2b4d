// Checks the docs: links and anchors, samples of code, and the words of our prose. `npm run check` runs it.
//
//   node scripts/docs/check.mjs                      everything that must be in order
//   node scripts/docs/check.mjs --phrases src docs   phrases to replace in these folders and files
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path/posix';
import {checkProsePhrases, checkSourcePhrases} from './check/banned-phrases.mjs';
import {checkLinks} from './check/links.mjs';
import {readMarkdown} from './check/markdown.mjs';
import {checkSamples} from './check/samples.mjs';

const proseFolders = [
  '.github',
  'CONTRIBUTING.md',
  'README.md',
  'SECURITY.md',
  'demo',
  'docs',
  'scripts',
  'src',
  'test',
];
const pages = [...proseFolders, 'CHANGELOG.md'];
/** Other people's words, translations, and what programs write. */
const isForeign = (file) =>
  /node_modules|^src\/(?:generated|i18n\/(?:locales|words))\/|^test\/(?:fixtures|built\/consumers\/apps)\/|^test\/bench\/results|host-scripts\//.test(
    file,
  );

/** The files of a folder, or the file itself. */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name, parentPath}) => join(parentPath.replaceAll('\\', '/'), name))
    .filter((file) => !isForeign(file))
    .sort();
}

const read = (file) => readFileSync(file, 'utf8');
const isMarkdown = (file) => file.endsWith('.md');

function checkPhrases(file) {
  if (isMarkdown(file)) return checkProsePhrases(readMarkdown(file, read(file)));
  return /\.(?:ts|js|mjs)$/.test(file) ? checkSourcePhrases(file, read(file)) : [];
}

function checkPage(file) {
  const page = readMarkdown(file, read(file));
  return [...checkLinks(page), ...checkSamples(page)];
}

const [option, ...folders] = process.argv.slice(2);
const problems =
  option === '--phrases'
    ? (folders.length ? folders : proseFolders).flatMap(filesOf).flatMap(checkPhrases)
    : [
        ...pages.flatMap(filesOf).filter(isMarkdown).flatMap(checkPage),
        ...proseFolders.flatMap(filesOf).flatMap(checkPhrases),
      ];
for (const {file, line, message} of problems) console.error(`${file}:${line}: ${message}`);
if (problems.length) process.exitCode = 1;
