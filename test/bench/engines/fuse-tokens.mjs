import Fuse from 'fuse.js';
import {fold} from '../words.mjs';
import {foldDocument, weightedKeys} from '../page/folded.mjs';

export const library = 'fuse.js';
export const title = 'Fuse.js, token search';
export const settings = 'the same with useTokenSearch, all words';

export function build(documents) {
  const options = {keys: weightedKeys, ignoreLocation: true, threshold: 0.3, useTokenSearch: true, tokenMatch: 'all'};
  const fuse = new Fuse(documents.map(foldDocument), options);
  return {search: (text) => fuse.search(fold(text)), ids: (hits) => hits.slice(0, 10).map(({item}) => item.id)};
}
