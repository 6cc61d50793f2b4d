import itemsjs from 'itemsjs';

export const library = 'itemsjs';
export const title = 'itemsjs';
export const settings = 'searchable fields and three facets, which it counts as well; the first ten hits only';

export function build(documents) {
  // it writes into the records, and has a boost for a field called “name” only
  const items = documents.map(({title: name, ...rest}) => ({name, ...rest, topics: rest.topics.split(', ')}));
  const index = itemsjs(items, {
    searchableFields: ['city', 'country', 'topics', 'period', 'text'],
    aggregations: Object.fromEntries(['topics', 'country', 'period'].map((field) => [field, {conjunction: false}])),
  });
  return {
    search: (text) => index.search({query: text, per_page: 10}),
    ids: ({data}) => data.items.map(({id}) => id),
  };
}
