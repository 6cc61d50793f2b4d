import MiniSearch from 'minisearch';
import {fold} from '../words.mjs';

export const library = 'minisearch';
export const title = 'MiniSearch';
export const settings = 'fuzzy 0.2, prefix, all words, folded, title three times as much';

export function build(documents) {
  const index = new MiniSearch({
    fields: ['title', 'city', 'country', 'topics', 'period', 'text'],
    processTerm: fold,
    searchOptions: {fuzzy: 0.2, prefix: true, combineWith: 'AND', boost: {title: 3, city: 2, country: 2, topics: 2}},
  });
  index.addAll(documents);
  return {search: (text) => index.search(text), ids: (hits) => hits.slice(0, 10).map(({id}) => id)};
}
