// Fuse.js as its first example shows it: whole records, defaults.
import Fuse from 'fuse.js';
import {definePage} from './lit-page.mjs';

definePage((records) => {
  const fuse = new Fuse(records, {keys: ['title', 'city', 'country', 'topics', 'years', 'text']});
  return (text) => fuse.search(text).map(({item}) => item);
});
