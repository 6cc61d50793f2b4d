import {createLabels} from '../../../src/core/search/labels.ts';
import {parseQuery} from '../../../src/core/search/query.ts';
import {createSearchIndex} from '../../../src/core/search/search-index.ts';
import {createVocabulary} from '../../../src/core/search/vocabulary.ts';
import {runSync} from '../../../src/core/time-slicing.ts';
import english from '../../../src/generated/words/en.json' with {type: 'json'};

export const title = 'good-practice-browser';
export const settings = 'as it is, with the English words learnt';
export const reads = 'feed';

export function build({practices, topics}) {
  const index = createSearchIndex(practices, {labels: createLabels(topics, 'en'), currentYear: 2026});
  const vocabulary = runSync(createVocabulary([{language: 'en', file: english}]));
  return {search: (text) => index.search(parseQuery(text), vocabulary), ids: ({ranked}) => ranked.slice(0, 10)};
}
