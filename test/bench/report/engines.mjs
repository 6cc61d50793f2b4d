// Engines alone, as Markdown.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {queryClasses} from '../queries.mjs';
import {count, number, ratio, sectionOf, table} from './table.mjs';

const columns = {
  'build ms': 'buildMs',
  'p50 ms': 'p50',
  'p95 ms': 'p95',
  'typing p50 ms': 'typingP50',
  'typing p95 ms': 'typingP95',
  'heap MB': 'heapMb',
};
const withMegabytes = (engine) => ({...engine, heapMb: engine.heap === null ? null : engine.heap / 1e6});

function engineTable({engines, queries, keyStrokes}) {
  const rows = engines
    .map(withMegabytes)
    .map((engine) =>
      engine.failure
        ? [`${engine.title} (${engine.failure})`, ...Array(10).fill('–')]
        : [
            engine.title,
            ...Object.values(columns).map((name) => number(engine[name])),
            number(engine.recall),
            engine.queries,
            engine.keyStrokes,
            engine.rounds,
          ],
    );
  const asked = [`of ${queries} queries`, `of ${keyStrokes} key strokes`];
  return table(['engine', ...Object.keys(columns), 'recall@10', ...asked, 'rounds'], rows);
}

function ratioTable({engines}) {
  const find = (wanted) => engines.map(withMegabytes).find(({name, failure}) => name === wanted && !failure);
  const ours = find('ours');
  const rows = ['minisearch', 'fuse-plain'].flatMap((name) => {
    const peer = find(name);
    if (!ours || !peer) return [];
    return [[`ours ÷ ${peer.title}`, ...Object.values(columns).map((column) => ratio(ours[column], peer[column]))]];
  });
  return rows.length ? table(['ratio', ...Object.keys(columns)], rows) : '';
}

function recallTable({engines, classes}) {
  const present = queryClasses.map((name, i) => ({name, i})).filter(({i}) => classes[i]);
  const rows = engines
    .filter(({failure}) => !failure)
    .map(({title, recallByClass}) => [title, ...present.map(({i}) => number(recallByClass[i]))]);
  return table(['recall@10', ...present.map(({name, i}) => `${name} (${classes[i]})`)], rows);
}

const explanation = `
Every engine builds and searches in fresh pages of one browser. *Build* is the time from records in memory to an index that can be
asked; *heap* is what it adds to the page once garbage is collected, typed arrays included. *p50* and *p95* are over the queries,
*typing* over the same queries typed letter by letter. In a round every engine is asked each text once, in a task of its own, after warming
up with other texts; a time is the median of three rounds, or of fewer for engines that need more than 12 seconds for those. In a round an
engine has 15 seconds for queries and 8 for typing: slow ones answer the first of them only, as many as the table says. Queries come in an
order drawn by lot, but one of every class before a second of any, so that what was answered is a fair sample.

*recall@10*: of the practices that a query must find (ten of them where there are more), the share that is among the first ten
hits. Which they are is found out by code that ours does not use. “No hit” is the share of nonsense that finds nothing; the mean
leaves it out.
`;

const titleOf = ({size, isReal}) =>
  `### ${count(size)} ${isReal ? 'real practices, the demo’s' : 'generated practices'}`;

export function enginesToMarkdown({settings, sizes}) {
  const versions = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')).dependencies;
  const asked = settings.map(({title, settings: text, library}) => [title, versions[library] ?? 'these sources', text]);
  return sectionOf(
    '## Engines',
    explanation.trim(),
    ...sizes.flatMap((size) => [titleOf(size), engineTable(size), ratioTable(size), recallTable(size)]),
    '### How the engines were asked',
    table(['engine', 'version', 'settings'], asked, '---'),
  );
}
