// Counts of facets, as Markdown.
import {count, number, ratio, sectionOf, table} from './table.mjs';

const explanation = `
Counts of three facets are disjunctive: of each facet with its own refinements set aside. They are taken in turn after a refinement was toggled, and after a
query found other practices (all, 30 %, 5 % or 0.5 % of them). Both sides are told what changed and hand over what a page draws: of each facet the values
that would leave anything, with their counts, the most frequent first; both are checked to count the same at every step. Ours finds who passes
where refinements change, and counts afresh; crossfilter2 keeps its counts up to date, so that it touches what changed only, and is asked by the quickest way that it has. Times are medians over
five pages. *Search with facets* is a whole answer of ours: hits, their order and the counts, with one topic chosen.
`;

function sizeToMarkdown({size, refinement, query, search}) {
  const changes = [refinement, query];
  const row = (title, name) => [
    title,
    ...changes.flatMap((change) => [number(change[name].p50), number(change[name].p95)]),
  ];
  const ratios = (name, title) => [
    title,
    ...changes.flatMap((change) =>
      ['p50', 'p95'].map((share) => ratio(change.crossfilter[share], change[name][share])),
    ),
  ];
  return sectionOf(
    `### ${count(size)} practices`,
    table(
      ['counts of three facets', 'refined: p50 ms', 'p95 ms', 'other query: p50 ms', 'p95 ms'],
      [
        row('crossfilter2', 'crossfilter'),
        row('ours', 'ours'),
        row('of it, `countFacets`', 'counting'),
        ratios('ours', 'crossfilter2 ÷ ours'),
        ratios('counting', 'crossfilter2 ÷ `countFacets`'),
        ['ours, search with facets', '', '', number(search.p50), number(search.p95)],
      ],
    ),
  );
}

export const facetsToMarkdown = (sizes) =>
  sectionOf('## Counts of facets', explanation.trim(), ...sizes.map(sizeToMarkdown));
