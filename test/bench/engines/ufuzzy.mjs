import UFuzzy from '@leeoniya/ufuzzy';
import {fold} from '../words.mjs';
import {foldDocument} from '../page/folded.mjs';

export const library = '@leeoniya/ufuzzy';
export const title = 'uFuzzy';
export const settings = 'each record as one folded text, unicode, one error a word, words in any order';

export function build(documents) {
  const haystack = documents.map((document) => {
    const {title: name, city, country, topics, period, text} = foldDocument(document);
    return [name, city, country, topics, period, text].join('\n');
  });
  const finder = new UFuzzy({
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraSplit: '\\p{Ll}\\p{Lu}',
    intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
    intraChars: "[\\p{L}\\d']",
    intraContr: "'\\p{L}{1,2}\\b",
    intraMode: 1,
  });
  return {
    search: (text) => finder.search(haystack, fold(text), 1),
    ids: ([found, info, order]) => (order?.map((i) => info.idx[i]) ?? found ?? []).slice(0, 10),
  };
}
