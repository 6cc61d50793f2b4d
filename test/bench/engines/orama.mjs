import {create, insertMultiple, search} from '@orama/orama';
import {fold, wordsOf} from '../words.mjs';

export const library = '@orama/orama';
export const title = 'Orama';
export const settings = 'tolerance 1, any word, folded, title three times as much, the first ten hits only';

export async function build(documents) {
  const fields = ['title', 'city', 'country', 'topics', 'period', 'text'];
  const index = create({
    schema: Object.fromEntries(fields.map((field) => [field, 'string'])),
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text) => [...new Set(wordsOf(fold(text)))],
      },
    },
  });
  // its own ids are texts
  await insertMultiple(
    index,
    documents.map((document) => ({...document, id: String(document.id)})),
  );
  const options = {
    properties: fields,
    tolerance: 1,
    threshold: 1,
    limit: 10,
    boost: {title: 3, city: 2, country: 2, topics: 2},
  };
  return {
    search: (text) => search(index, {term: text, ...options}),
    ids: ({hits}) => hits.map(({id}) => Number(id)),
  };
}
