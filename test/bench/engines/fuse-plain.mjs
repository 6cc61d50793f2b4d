import Fuse from 'fuse.js';

export const library = 'fuse.js';
export const title = 'Fuse.js, plain';
export const settings = 'whole records, defaults';

export function build(documents) {
  const fuse = new Fuse(documents, {keys: ['title', 'city', 'country', 'topics', 'period', 'text']});
  return {search: (text) => fuse.search(text), ids: (hits) => hits.slice(0, 10).map(({item}) => item.id)};
}
