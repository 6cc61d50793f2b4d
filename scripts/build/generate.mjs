// What the sources import and nobody writes by hand. `scripts/install.mjs` writes it before each npm script.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {readLocales, toShipped} from './locales.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/generated');

const HEADER = '// Written by scripts/build/generate.mjs.\n';

function buildModule(tags) {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `${HEADER}
/** The version in package.json. */
export const version: string = ${JSON.stringify(version)};

/** The tags of the languages beside English, as their files are named. */
export const languages: readonly string[] = ${JSON.stringify(tags.join(' '))}.split(' ');
`;
}

/** Literal addresses, which every bundler understands. */
const localesModule = (tags) => `${HEADER}
/** A module of each language beside English. */
export const locales: Readonly<Record<string, () => Promise<{default: unknown}>>> = {
${tags.map((tag) => `  '${tag}': () => import('./locales/${tag}.json'),`).join('\n')}
};
`;

/** A file that has not changed stays: a dev server or another build may be reading it. */
function write(name, text) {
  const path = join(folder, name);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Writes `src/generated/`. */
export function generate() {
  const locales = readLocales();
  const tags = locales.map(({tag}) => tag);
  mkdirSync(join(folder, 'locales'), {recursive: true});
  write('build.ts', buildModule(tags));
  write('locales.ts', localesModule(tags));
  for (const locale of locales) write(`locales/${locale.tag}.json`, JSON.stringify(toShipped(locale)));
  for (const name of readdirSync(join(folder, 'locales')))
    if (!tags.includes(name.replace(/\.json$/, ''))) rmSync(join(folder, 'locales', name));
}
