import {expect} from '@open-wc/testing';
import {fieldNames} from '../../../../src/core/search/fields.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {createLexicon} from '../../../../src/core/search/lexicon.js';
import {buildPostings} from '../../../../src/core/search/postings.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex} from '../../../../src/core/search/search-index.js';
import {createTermScorer, TIERS} from '../../../../src/core/search/term-scores.js';
import {runSync} from '../../../../src/core/time-slicing.js';
import {feedOf} from '../../../fixtures/practices.js';
import {CURRENT_YEAR} from '../../../support/arbitraries.js';

describe('createTermScorer', () => {
  const {practices, topics} = feedOf(
    {title: 'Youth centre', summary: 'A house for music'},
    {title: 'Museum', sections: [{heading: '', text: 'Musicians and young people'}]},
  );
  const context = {labels: createLabels(topics, 'en'), currentYear: CURRENT_YEAR};
  const postings = runSync(buildPostings(practices, context));
  const scoreTerm = createTermScorer(postings, runSync(createLexicon(postings.words)), practices.length, () => []);
  const options = {isOpen: false, isMeant: false, isMisspelt: false, isForeign: false, otherMeanings: []};
  /** How well each term of a query matches one practice. */
  const termsOf = (query: string, position: number) =>
    parseQuery(query).words.map((word) => {
      const {fields, scores, tiers} = scoreTerm(word, options);
      const score = scores[position]!;
      return {
        term: word.text,
        tier: score > 0 ? TIERS[tiers[position]!] : '',
        fields: fieldNames.filter((_, field) => fields[position]! & (1 << field)),
        score,
      };
    });
  const inWords = (query: string, position: number) =>
    termsOf(query, position).map(({term, tier, fields}) => [term, tier, ...fields].join(' '));

  it('tells for each term how it was found, and in which fields', () => {
    expect(inWords('music cnetre ', 0)).to.deep.equal(['music exact summary', 'cnetre fuzzy title places topics']);
    expect(inWords('music cnetre ', 1)).to.deep.equal(['music prefix sections', 'cnetre ']);
  });

  it('gives scores that add up to the score of a practice, apart from the bonus for terms in one field', () => {
    const sum = termsOf('music youth ', 0).reduce((total, {score}) => total + score, 0);
    const {scoreOf} = createSearchIndex(practices, context).search(parseQuery('music youth '));
    expect(scoreOf(0)).to.be.closeTo(sum, 1e-5);
  });
});
