import Fuse from 'fuse.js';
import {fold} from '../words.mjs';
import {foldDocument, weightedKeys} from '../page/folded.mjs';

export const library = 'fuse.js';
export const title = 'Fuse.js, tuned';
export const settings = 'whole records, folded, weighted, ignoreLocation, threshold 0.3';

export function build(documents) {
  const options = {keys: weightedKeys, ignoreLocation: true, threshold: 0.3};
  const fuse = new Fuse(documents.map(foldDocument), options);
  return {search: (text) => fuse.search(fold(text)), ids: (hits) => hits.slice(0, 10).map(({item}) => item.id)};
}
