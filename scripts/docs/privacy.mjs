// docs/privacy.md: what a test has seen the browser of a visitor send.
import {readFileSync} from 'node:fs';
import {code, table} from './table.mjs';

const record = 'test/built/privacy/sent.json';

const names = {
  'the page': 'the page',
  '/feed.json': 'the feed',
  '/texts.json': 'the full texts of the feed (`texts`)',
  '/picture.svg': 'images of practices',
  '/choir': 'the page that the link names',
};
/** Who comes first: those that the webmaster knows best. */
const hosts = ['your site', 'the server of the feed', 'a host in `image-hosts`', 'the site of the link'];

/** `?gp-q=choir&gp-sort=oldest` as `gp-q`, `gp-sort`. */
const parameters = (query) => [...new Set([...new URLSearchParams(query).keys()].map(code))].join(', ');

const fileOf = ({file, query}) =>
  (names[file] ?? code(file)) + (query ? ` with what the visitor chose (${parameters(query)})` : '');

/** Node 20 has no `Map.groupBy`. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** Who is asked for what, step by step. */
export function renderPrivacy() {
  const rows = JSON.parse(readFileSync(record, 'utf8')).flatMap(({requests, step}) => {
    if (!requests.length) return [[step, 'nobody', '', '', '']];
    const order = ({file, to}) => hosts.indexOf(to) * 2 + (file === 'the page' ? 0 : 1);
    const sorted = requests.toSorted((a, b) => order(a) - order(b));
    return groupBy(sorted, ({cookies, to}) => `${to} ${cookies}`).map((group, i) => [
      i ? '' : step,
      group[0].to,
      group.map(fileOf).join(', '),
      group[0].cookies ? 'those of your site' : 'none',
      [...new Set(group.map(({referrer}) => referrer).filter(Boolean))].join(', ') || 'nothing',
    ]);
  });
  return table(['A visitor …', 'Who is asked', 'For what', 'Cookies sent', 'Told of your page (`Referer`)'], rows);
}
