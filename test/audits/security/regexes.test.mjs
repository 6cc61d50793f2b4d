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
 * More than any of them takes, also on a busy machine: recheck counts its steps, and the clock decides
 * nothing. So each run finds the same.
 */
const NEVER_MS = 600_000;
const limits = {
  timeout: NEVER_MS,
  seedingTimeout: NEVER_MS,
  incubationTimeout: NEVER_MS,
  attackTimeout: NEVER_MS,
  randomSeed: 1,
};

/**
 * Where recheck sees more than there is:
 * - A summary is cut to `SNIPPET_LENGTH` characters before its last word is looked for.
 * - field-names.ts looks for a language in names of fewer than `MAX_LENGTH` characters.
 * - fold.ts looks at 30 signs at most from each place, and then goes on after them. recheck takes more than a minute to see it.
 */
const bounded = [
  /\s?\S*$/,
  /(.+)-(.+)/,
  /^(.+?)[\s_.:(-]+(bg|c[asy]|d[ae]|e[lnstu]|f[ir]|g[al]|h[ru]|it|l[tv]|nl|p[lt]|r[ou]|s[klrv]|tr|uk)\)?$/i,
  /[\p{M}\uff9e\uff9f]{30,}/gu,
].map(String);

/** The tokens of a period, of which recheck does not know. period.ts cuts the text to 300 characters before. */
const isPeriodToken = (literal) => literal.startsWith('/(?<money>');

/** What recheck finds: `safe`, `vulnerable` or `unknown`. */
function statusOf(literal) {
  const [, source, flags] = /^\/([^]*)\/(\w*)$/.exec(literal);
  return checkSync(source, flags, limits).status;
}

/** Those that are dangerous, and those of which nobody knows. */
const unsafeOf = (literals) =>
  [...new Set(literals)]
    .map((literal) => `${statusOf(literal)}: ${literal}`)
    .filter((found) => !found.startsWith('safe: '));

// Requirement: S-16
describe('the regular expressions of the sources', () => {
  it('would be found where they need too much time', () => {
    assert.equal(statusOf('/^(a+)+$/'), 'vulnerable');
  });

  it('contain no sign that a visitor types or a feed brings', () => {
    const built = sources.filter((path) => /\bRegExp\(/.test(readFileSync(path, 'utf8')));
    assert.deepEqual(built.sort(), [...builtFromOurs, ...builtFromLetters].map((name) => join('src', name)).sort());
  });

  it('need time in proportion to the text, where they are built of words', async () => {
    const all = await builtOnes();
    assert.ok(all.length > 30, `${all.length} were built`);
    const literals = all.map(String);
    assert.equal(literals.filter(isPeriodToken).length, 1);
    assert.deepEqual(unsafeOf(literals.filter((literal) => !isPeriodToken(literal))), []);
  });

  it('need time in proportion to the text', () => {
    const all = sources.flatMap(literalsOf);
    assert.ok(all.length > 50);
    assert.deepEqual(
      bounded.filter((literal) => !all.includes(literal)),
      [],
    );
    assert.deepEqual(unsafeOf(all.filter((literal) => !bounded.includes(literal))), []);
  });
});
