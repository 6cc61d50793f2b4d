// Which tests hold which requirement: the comment `// Requirement: S-12, A-30` above a test, or above a suite for all tests in it.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * @typedef {object} TaggedTest a test or a suite
 * @property {string} file
 * @property {string} title as written, with `${…}` for what a loop fills in
 * @property {string} [suite] the title of the suite around it
 * @property {string[]} ids
 */

const TAG = /^( *)\/\/ Requirement: (.+)$/;
const START = /^ *(?:it|describe)(?:\.\w+)?\(\s*(?:(['"`])(.*?)(?<!\\)\1)?/s;
const SUITE = /^( *)describe\(\s*(['"`])(.*?)(?<!\\)\2/s;

/** The title at a line; undefined if a variable holds it. */
const titleAt = (lines, at) => START.exec(lines.slice(at, at + 3).join('\n'))?.[2];

/** The title of the suite around a line: the nearest one before it that is indented less. */
function suiteTitle(lines, at, indent) {
  for (let i = at - 1; i >= 0; i--) {
    const suite = SUITE.exec(lines.slice(i, i + 3).join('\n'));
    if (suite && suite[1].length < indent.length) return suite[3];
  }
  return undefined;
}

/** @returns {TaggedTest[]} */
export function taggedTestsOf(file, source) {
  const lines = source.split('\n');
  return lines.flatMap((line, i) => {
    const [, indent, list] = TAG.exec(line) ?? [];
    if (!list) return [];
    const next = lines.findIndex((each, j) => j > i && !/^ *\/\//.test(each));
    if (!START.test(lines.slice(next, next + 3).join('\n')))
      throw new Error(`${file}:${i + 1}: a “Requirement” comment belongs directly above it() or describe().`);
    const ids = list.split(/,\s*/);
    const wrong = ids.find((id) => !/^[A-Z]-\d{1,2}$/.test(id));
    if (wrong !== undefined) throw new Error(`${file}:${i + 1}: “${wrong}” is no id of a requirement, such as S-12.`);
    const suite = suiteTitle(lines, next, indent);
    const title = titleAt(lines, next) ?? suite ?? '';
    return [{file, suite, title: title.replaceAll(/\\(['"`])/g, '$1'), ids}];
  });
}

/** @returns {TaggedTest[]} in the order of their files */
export const readTaggedTests = () =>
  readdirSync('test', {recursive: true})
    .map((name) => join('test', name).replaceAll('\\', '/'))
    .filter((file) => /\.test\.(?:ts|mjs)$/.test(file) && !file.includes('/node_modules/'))
    .sort()
    .flatMap((file) => taggedTestsOf(file, readFileSync(file, 'utf8')));

const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/** Matches a title when it is run, with any text for `${…}`. */
const toPattern = (title) =>
  new RegExp(
    `^${title
      .split(/\$\{.*?\}(?!\})/)
      .map(escape)
      .join('.*')}$`,
    's',
  );

/** @returns {(file: string, name: string) => string[]} the ids that a test holds. `name`: after those of its suites, `suite > test` */
export function createRequirementFinder(tagged = readTaggedTests()) {
  const patterns = tagged.map(({file, title, ids}) => ({file, ids, pattern: toPattern(title)}));
  return (file, name) => {
    const parts = name.split(' > ');
    const found = patterns.filter((each) => each.file === file && parts.some((part) => each.pattern.test(part)));
    return [...new Set(found.flatMap(({ids}) => ids))];
  };
}
