import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';

// by itself: the package would start a program for the same answers
process.env.RECHECK_BACKEND = 'pure';
const {checkSync} = await import('recheck');
const {ts} = await import('@custom-elements-manifest/analyzer');

/** Regular expressions in a source, as they are written there. */
function literalsOf(path) {
  const found = [];
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const sources = readdirSync('src', {recursive: true})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

/** Regular expressions that are made of words in the same source file. */
const builtFromOurs = [
  'core/text/compare.ts',
  'core/feed/normalize/country.ts',
  // one of three separators
  'core/feed/formats/csv.ts',
  // the name of an attribute
  'core/feed/formats/field-values.ts',
  'core/feed/normalize/period.ts',
  // the name of a parameter
  'core/feed/paging.ts',
  'core/state/refinement-syntax.ts',
  'core/state/route.ts',
  'core/text/clean.ts',
  'core/text/fold.ts',
  // separators of lists
  'core/text/html-text.ts',
  'core/text/tokenize.ts',
];

/** Regular expressions that are made of words which can only be letters and digits. */
const builtFromLetters = [
  // the Unicode name of a script
  'controllers/words.ts',
  // folded words
  'core/search/postings.ts',
];

/** Those that the built modules of core make of words, as they come out: some when they load, some when they are used. */
async function builtOnes() {
  const made = new Map();
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, parts) {
      const regex = new target(...parts);
      made.set(String(regex), regex);
      return regex;
    },
  });
  const load = (name) => import(`../../../dist/${name.replace(/ts$/, 'js')}`);
  for (const name of builtFromOurs) await load(name);
  (await load('core/text/compare.ts')).createCompare('sq', 'a b c ç d dh e ë')('a', 'b');
  (await load('core/feed/paging.ts')).askForAll('https://city.example/wp-json/wp/v2/posts');
  (await load('core/text/html-text.ts')).splitOutsideReferences('a;b', ';');
  (await load('core/feed/formats/csv.ts')).readCsv('title;city\nA;B', 'https://city.example/', () => false);
  globalThis.RegExp = native;
  return [...made.values()];
}

/**
 * Where recheck sees more than there is: a summary is cut to `SNIPPET_LENGTH` characters before its last word is looked for, and field-names.ts
 * looks for a language in names of fewer than `MAX_LENGTH` characters.
 */
const bounded = [
  /\s?\S*$/,
  /(.+)-(.+)/,
  /^(.+?)[\s_.:(-]+(bg|c[asy]|d[ae]|e[lnstu]|f[ir]|g[al]|h[ru]|it|l[tv]|nl|p[lt]|r[ou]|s[klrv]|tr|uk)\)?$/i,
].map(String);

// Requirement: S-16
describe('the regular expressions of the sources', () => {
  it('would be found where they need too much time', () => {
    assert.equal(checkSync('^(a+)+$', '').status, 'vulnerable');
  });

  it('contain no sign that a visitor types or a feed brings', () => {
    const built = sources.filter((path) => /\bRegExp\(/.test(readFileSync(path, 'utf8')));
    assert.deepEqual(built.sort(), [...builtFromOurs, ...builtFromLetters].map((name) => join('src', name)).sort());
  });

  it('need time in proportion to the text, where they are built of words', async () => {
    const all = await builtOnes();
    assert.ok(all.length > 30, `${all.length} were built`);
    const slow = all.filter(
      ({source, flags}) => checkSync(source, flags, {timeout: 2000, randomSeed: 1}).status === 'vulnerable',
    );
    assert.deepEqual(slow, []);
  });

  it('need time in proportion to the text', () => {
    const all = sources.flatMap((path) => literalsOf(path).map((literal) => ({path, literal})));
    assert.ok(all.length > 50);
    const slow = all.filter(({literal}) => {
      const [, source, flags] = /^\/([^]*)\/(\w*)$/.exec(literal);
      return checkSync(source, flags, {timeout: 2000, randomSeed: 1}).status === 'vulnerable';
    });
    // the clock of a busy machine may leave some undecided
    assert.deepEqual(
      slow.map(({literal}) => literal).filter((literal) => !bounded.includes(literal)),
      [],
    );
  });
});
