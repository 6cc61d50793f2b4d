import {readCases} from '../test/security-cases.mjs';
import {table} from './table.mjs';

/** Requirement -> what we guarantee. Tests have the id of their requirement in their name. */
export const guarantees = {
  'S-01': 'HTML of a feed enters the page through one function only.',
  'S-02': 'Thousands of hostile texts, in every field of a feed, run no script.',
  'S-03': 'Only listed tags, attributes and kinds of addresses reach the page.',
  'S-04': 'The browser’s sanitizer and our own code give the same result.',
  'S-05': 'Cleaning HTML twice gives the same as cleaning it once, and never fails.',
  'S-06': 'If HTML cannot be cleaned safely, visitors see it as plain text.',
  'S-07': 'Addresses are judged as browsers read them, so `java\\nscript:` is no link.',
  'S-08': 'The widget runs under a strict Content-Security-Policy without a violation.',
  'S-09': 'It runs under policies with nonces and `strict-dynamic`.',
  'S-10': 'It makes one Trusted Types policy, also if the page has several copies of the script.',
  'S-11': 'If a policy forbids the widget, visitors see the content between the tags.',
  'S-12': '`sri.json` has the hash of every file. With `integrity`, browsers refuse a changed script.',
  'S-13': 'Links and images tell other sites nothing about the visitor’s search, and move nothing on the page.',
  'S-14': 'Images stay images, whichever file is behind the address.',
  'S-15': 'Names such as `__proto__` are ordinary values.',
  'S-16': 'No text of a visitor becomes a regular expression.',
  'S-17': 'The work for each key press is limited, also for long queries and large feeds.',
  'S-18': 'Feeds have a size limit. Visitors and the console are told when it is reached.',
  'S-19': 'Any JSON value as a feed leads to a list or to a clear message.',
  'S-20': 'Practices without an id, or with the same id, are all shown.',
  'S-21': 'Any encoding, entities and unusual characters are read without damage.',
  'S-22': 'Every answer of a server leads to a list or a clear message. Visitors can try again.',
  'S-23': 'When the visitor is online again, the feed loads without being asked for.',
  'S-24': 'A newer feed never removes what a visitor is reading.',
  'S-25': 'The last request wins, also if the widget is moved, removed or added again.',
  'S-26': 'A removed widget leaves nothing behind in the page.',
  'S-27': 'The widget works on pages whose scripts change built-in functions, and in any place of a page.',
  'S-28': 'It works on pages whose style sheets style every element.',
  'S-29': 'It works if the page has the script twice, or in two versions.',
  'S-30': 'Several widgets work on one page.',
  'S-31': 'Browsers can keep the page in their back/forward cache.',
  'S-32': 'The widget changes its own parameters of the address only.',
  'S-33': 'It works if elements of the page have the names of globals. It adds one global.',
  'S-34': 'It stores nothing. It works in sandboxed frames.',
  'S-35': 'It has no names that ad blockers look for.',
  'S-36': 'The console stays empty if nothing is wrong.',
  'S-37': 'The package has the right files, and builds can be repeated.',
};
const ENGINES = ['Chromium', 'Firefox', 'WebKit', 'Node'];

/** How many test cases hold each guarantee, in each engine. */
export function renderSecurityTable() {
  const cases = readCases();
  const rows = Object.entries(guarantees).map(([id, guarantee]) => {
    const counts = Object.values(cases[id] ?? {});
    if (!counts.length)
      throw new Error(`No case holds ${id}: give a test its name, and record (see security-cases.mjs).`);
    return [guarantee, ...ENGINES.map((engine) => counts.reduce((sum, count) => sum + (count[engine] ?? 0), 0) || '')];
  });
  return table(['Guarantee', ...ENGINES.map((engine) => `${engine}:`)], rows);
}
