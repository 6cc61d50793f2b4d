import {createLabels} from '../../../src/core/search/labels.ts';
import {parseQuery} from '../../../src/core/search/query.ts';
import {createSearchIndex} from '../../../src/core/search/search-index.ts';

export const title = 'good-practice-browser';
export const settings = 'as it is';
export const reads = 'feed';

export function build({practices, topics}) {
  const index = createSearchIndex(practices, {labels: createLabels(topics, 'en'), currentYear: 2026});
  return {search: (text) => index.search(parseQuery(text)), ids: ({ranked}) => ranked.slice(0, 10)};
}
