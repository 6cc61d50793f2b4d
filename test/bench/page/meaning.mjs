// Judges the search by meaning in a page.
import {floods, groupBy, hasAnswer, summarize} from '../../support/judge.js';
import {judgeMeaning} from '../../support/judged-queries.js';

globalThis.judgeMeaning = async () => {
  const outcomes = await judgeMeaning();
  const answered = outcomes.filter(hasAnswer);
  const summaries = (key) => [...groupBy(answered, key)].map(([name, some]) => ({name, ...summarize(some)}));
  return {
    all: summarize(answered),
    kinds: summaries('kind'),
    languages: summaries('lang'),
    none: {
      queries: outcomes.length - answered.length,
      flooded: floods(outcomes, false).length,
      strict: floods(outcomes, true).length,
    },
  };
};
