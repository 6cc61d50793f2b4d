// Which tests hold what we promise of safety: rows S-01 to S-37, by the names of the tests. A row that no test names is shown as a gap.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseSync} from 'vite';

const rows = [
  'HTML of feeds comes into the page by one door',
  'thousands of hostile texts in every field do nothing',
  'what comes in is on a list of tags, attributes and schemes',
  'the ways of making it safe agree',
  'made safe twice is the same as once, and nothing throws',
  'without a safe way there is plain text, never raw HTML',
  'addresses as browsers read them',
  'a strict Content-Security-Policy, without a violation',
  'policies of nonces and `strict-dynamic`',
  'one Trusted Types policy, however many copies',
  'policies that forbid ours leave the page’s own text',
  'every file has its hash, and a tampered one is not used',
  'links and images give nothing away, and move nothing',
  'images are images, whatever they hold',
  'names such as `__proto__` are ordinary values',
  'no text of a visitor becomes a pattern',
  'a key press costs milliseconds, at any size',
  'feeds have a largest size, and that is said',
  'any JSON whatsoever gives a defined state',
  'practices without an id, or with the same, are all there',
  'any encoding, entities, odd characters',
  'whatever a server answers is said in words, and can be tried again',
  'who comes back online need not ask',
  'a newer feed never takes away what is read',
  'what is asked last is shown; moved, taken out, put in again',
  'nothing is left behind in the page',
  'pages whose scripts change what is built in, and any place in a page',
  'pages whose style sheets style everything',
  'the script twice, or in two versions',
  'several widgets on a page',
  'browsers may keep the page that is left',
  'the address is the page’s; ours are a few keys in it',
  'names in the page that hide what we use; one global',
  'no storage; frames without an origin',
  'no names that filters against advertisements look for',
  'the console stays empty',
  'the package holds what it shall, and builds are repeatable',
];
const ids = rows.map((_, i) => `S-${String(i + 1).padStart(2, '0')}`);

const named = (text) => ids.filter((id) => text.includes(id));
const textOf = (node) =>
  node?.type === 'TemplateLiteral'
    ? node.quasis.map(({value}) => value.raw).join('')
    : typeof node?.value === 'string'
      ? node.value
      : '';

/** The rows that the tests of a syntax tree are named by, one for each test; a list of names for tests counts as they do. */
function* rowsOf(node, around = []) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const each of node) yield* rowsOf(each, around);
    return;
  }
  const call = node.type === 'CallExpression' && /^(?:describe|it)$/.exec(node.callee.name)?.[0];
  const [name, ...rest] = call ? node.arguments : [];
  if (call === 'describe') yield* rowsOf(rest, [...around, ...named(textOf(name))]);
  else if (call === 'it') {
    yield* new Set([...around, ...named(textOf(name))]);
    yield* rowsOf(rest);
  } else if (node.type === 'Literal') yield* named(textOf(node));
  else for (const child of Object.values(node)) yield* rowsOf(child, around);
}

/** Where a file's tests run. */
function enginesOf(file, code) {
  if (file.endsWith('.ts')) return ['Chromium', 'Firefox', 'WebKit'];
  return code.includes('startHarness') ? ['Chromium'] : ['Node'];
}

/** Row -> how many tests are named by it, and where they run. */
function countTests() {
  const found = new Map(ids.map((id) => [id, {tests: 0, engines: new Set()}]));
  const files = readdirSync('test', {recursive: true}).filter((name) => /\.test\.(?:ts|mjs)$/.test(name));
  for (const file of files.sort()) {
    const code = readFileSync(join('test', file), 'utf8');
    for (const id of rowsOf(parseSync(file, code).program.body)) {
      const row = found.get(id);
      row.tests++;
      for (const engine of enginesOf(file, code)) row.engines.add(engine);
    }
  }
  return found;
}

export function renderSecurityTable() {
  const found = countTests();
  const lines = ids.map((id, i) => {
    const {engines, tests} = found.get(id);
    return `| ${id} | ${rows[i]} | ${tests || '—'} | ${tests ? [...engines].sort().join(', ') : 'a gap'} |`;
  });
  return ['| Row | What is held to | Tests | In |', '| --- | --- | ---: | --- |', ...lines].join('\n');
}
