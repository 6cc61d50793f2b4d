// Every engine of the comparison, ours last. Each module has a `title`, its `settings` in words, and the npm `library` whose version is
// told; and `build`, which takes what it `reads` (documents, unless it says otherwise) and gives `search(text)` and `ids(hits)`: the ids of
// the first ten hits, taken outside the clock.
import * as flexsearch from './engines/flexsearch.mjs';
import * as fusePlain from './engines/fuse-plain.mjs';
import * as fuseTokens from './engines/fuse-tokens.mjs';
import * as fuseTuned from './engines/fuse-tuned.mjs';
import * as itemsjs from './engines/itemsjs.mjs';
import * as minisearch from './engines/minisearch.mjs';
import * as orama from './engines/orama.mjs';
import * as ours from './engines/ours.mjs';
import * as pagefind from './engines/pagefind.mjs';
import * as ufuzzy from './engines/ufuzzy.mjs';

export const engines = {
  'fuse-plain': fusePlain,
  'fuse-tuned': fuseTuned,
  'fuse-tokens': fuseTokens,
  minisearch,
  flexsearch,
  ufuzzy,
  orama,
  itemsjs,
  pagefind,
  ours,
};
