import {Charset, Document} from 'flexsearch';

export const library = 'flexsearch';
export const title = 'FlexSearch';
export const settings = 'tokenize forward, Charset.Normalize, suggest, the first ten hits only';

export function build(documents) {
  const index = new Document({
    document: {
      id: 'id',
      index: ['title', 'city', 'country', 'topics', 'period', 'text'].map((field) => ({
        field,
        tokenize: 'forward',
        encoder: Charset.Normalize,
      })),
    },
  });
  for (const document of documents) index.add(document);
  return {
    search: (text) => index.search(text, {limit: 10, merge: true, suggest: true}),
    ids: (hits) => hits.map(({id}) => id),
  };
}
