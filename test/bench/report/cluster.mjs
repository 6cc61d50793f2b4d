// How long a cluster takes, and how that changes with the practices and the nodes.
import {count, number, sectionOf, table} from './table.mjs';

const COLUMNS = [
  'practices',
  'nodes',
  'index, minutes',
  'on disk, MB',
  'search p50, ms',
  'search p95, ms',
  'typing p50, ms',
  'typing p95, ms',
  'kB a keystroke',
];

/** @param {string} [alignment] of the figures */
export const clusterTable = (figures, alignment) =>
  table(
    COLUMNS,
    figures.map(({bytes, diskBytes, indexSeconds, nodes, search, size, typing}) => [
      count(size),
      count(nodes),
      number(indexSeconds / 60),
      number(diskBytes / 1e6),
      number(search.p50),
      number(search.p95),
      number(typing.p50),
      number(typing.p95),
      number(bytes / 1000),
    ]),
    alignment,
  );

export const clusterToMarkdown = (figures) =>
  sectionOf(
    '## A cluster',
    'OpenSearch and nginx on this machine, with generated practices. All nodes share its cores. Times are those of the requests; bytes are those that reach the browser, gzip.',
    clusterTable(figures),
  );
