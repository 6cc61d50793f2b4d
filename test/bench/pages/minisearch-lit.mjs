// MiniSearch for search as you type: the last letters of a word may be missing, and a word of four letters or more may be misspelt.
import MiniSearch from 'minisearch';
import {fold} from '../words.mjs';
import {definePage} from './lit-page.mjs';

definePage((records) => {
  const index = new MiniSearch({
    fields: ['title', 'city', 'country', 'topics', 'years', 'text'],
    processTerm: fold,
    searchOptions: {
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
      prefix: (word) => word.length > 1,
      combineWith: 'AND',
      boost: {title: 3, city: 2, country: 2, topics: 2},
    },
  });
  index.addAll(records);
  return (text) => index.search(text).map(({id}) => records[id]);
});
