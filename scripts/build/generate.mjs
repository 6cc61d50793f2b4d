// Writes the generated sources in `src/generated/`. `scripts/install.mjs` runs it before each npm
// script.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {readLocales, toShipped} from './locales.mjs';
import {shippedWords, stemmers} from './words.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/generated');

const HEADER = '// Written by scripts/build/generate.mjs.\n';

function buildModule(tags, wordTags) {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `${HEADER}
/** The version in package.json. */
export const version: string = ${JSON.stringify(version)};

/** The tags of all languages except English, as their files are named. */
export const languages: readonly string[] = ${JSON.stringify(tags.join(' '))}.split(' ');

/** The tags of the languages that have words for searching. */
export const wordLanguages: readonly string[] = ${JSON.stringify(wordTags.join(' '))}.split(' ');

/** The tags of the languages that have a stemmer in a file. */
export const stemmedLanguages: readonly string[] = ${JSON.stringify(Object.keys(stemmers).join(' '))}.split(' ');
`;
}

/** The addresses are literal, so that every bundler understands them. */
const localesModule = (tags) => `${HEADER}
/** The modules of all languages except English. */
export const locales: Readonly<Record<string, () => Promise<{default: unknown}>>> = {
${tags.map((tag) => `  '${tag}': () => import('./locales/${tag}.json'),`).join('\n')}
};
`;

const wordsModule = (tags) => `${HEADER}
/** The modules of each language's words for searching. */
export const words: Readonly<Record<string, () => Promise<{default: unknown}>>> = {
${tags.map((tag) => `  '${tag}': () => import('./words/${tag}.json'),`).join('\n')}
};
`;

const stemmersModule = `${HEADER}
/** The stemmers of all languages that have one, except English. */
export const stemmers: Readonly<Record<string, () => Promise<{stemmer(word: string): string}>>> = {
${Object.entries(stemmers)
  .map(([tag, name]) => `  '${tag}': () => import('@orama/stemmers/${name}'),`)
  .join('\n')}
};
`;

/** Leaves unchanged files alone, since a dev server or another build may be reading them. */
function write(name, text) {
  const path = join(folder, name);
  mkdirSync(dirname(path), {recursive: true});
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Writes a file for each language, by its tag, and deletes those of removed languages. */
function writeLanguages(name, contents) {
  for (const [tag, content] of contents) write(`${name}/${tag}.json`, JSON.stringify(content));
  for (const file of readdirSync(join(folder, name)))
    if (!contents.has(file.replace(/\.json$/, ''))) rmSync(join(folder, name, file));
}

/** Writes `src/generated/`. */
export function generate() {
  const locales = readLocales();
  const tags = locales.map(({tag}) => tag);
  const words = shippedWords();
  const wordTags = words.map(({tag}) => tag);
  write('build.ts', buildModule(tags, wordTags));
  write('locales.ts', localesModule(tags));
  write('words.ts', wordsModule(wordTags));
  write('stemmers.ts', stemmersModule);
  writeLanguages('locales', new Map(locales.map((locale) => [locale.tag, toShipped(locale)])));
  writeLanguages('words', new Map(words.map(({tag, words: shipped}) => [tag, shipped])));
}
