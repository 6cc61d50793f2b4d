// What we promise of safety, rows S-01 to S-37, and how many cases hold each: those that passed when it was recorded last.
import {readCases} from '../test/security-cases.mjs';

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
  'every file has its hash; with `integrity`, a changed script is not used',
  'links and images give nothing away, and move nothing',
  'images are images, whatever they hold',
  'names such as `__proto__` are ordinary values',
  'no text of a visitor becomes a pattern',
  'a key press costs milliseconds, at any size',
  'feeds have a size limit, and the widget says so',
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
  'the package has the right files, and builds are repeatable',
];
const ENGINES = ['Chromium', 'Firefox', 'WebKit', 'Node'];

export function renderSecurityTable() {
  const cases = readCases();
  const lines = rows.map((row, i) => {
    const id = `S-${String(i + 1).padStart(2, '0')}`;
    const counts = Object.values(cases[id] ?? {});
    if (!counts.length)
      throw new Error(`No case holds ${id}: give a test its name, and record (see security-cases.mjs).`);
    const cells = ENGINES.map((engine) => counts.reduce((sum, count) => sum + (count[engine] ?? 0), 0) || '');
    return `| ${[id, row, ...cells].join(' | ')} |`;
  });
  const head = [
    `| Row | What is held to | ${ENGINES.join(' | ')} |`,
    `| --- | --- |${' ---: |'.repeat(ENGINES.length)}`,
  ];
  return [...head, ...lines].join('\n');
}
