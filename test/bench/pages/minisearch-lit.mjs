// MiniSearch with the same settings as among the engines.
import MiniSearch from 'minisearch';
import {fold} from '../words.mjs';
import {definePage} from './lit-page.mjs';

definePage((records) => {
  const index = new MiniSearch({
    fields: ['title', 'city', 'country', 'topics', 'years', 'text'],
    processTerm: fold,
    searchOptions: {fuzzy: 0.2, prefix: true, combineWith: 'AND', boost: {title: 3, city: 2, country: 2, topics: 2}},
  });
  index.addAll(records);
  return (text) => index.search(text).map(({id}) => records[id]);
});
