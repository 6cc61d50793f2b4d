import {expect} from '@open-wc/testing';
import {explain} from '../../../../src/core/search/explain.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex} from '../../../../src/core/search/search-index.js';
import {feedOf} from '../../../fixtures/practices.js';

describe('explain', () => {
  const {practices, topics} = feedOf(
    {title: 'Youth centre', summary: 'A house for music'},
    {title: 'Museum', sections: [{heading: '', text: 'Musicians and young people'}]},
  );
  const index = createSearchIndex(practices, {labels: createLabels(topics, 'en'), currentYear: 2026});
  const explained = (query: string, position: number) =>
    explain(index, parseQuery(query), position).map(({term, tier, fields}) => [term, tier, ...fields].join(' '));

  it('says of each term how it was found, and in which fields', () => {
    expect(explained('music yuoth ', 0)).to.deep.equal(['music exact summary', 'yuoth fuzzy title places topics']);
    expect(explained('music yuoth ', 1)).to.deep.equal(['music prefix sections', 'yuoth ']);
  });

  it('adds up to the score, but for what terms in one field add', () => {
    const query = parseQuery('music youth ');
    const sum = explain(index, query, 0).reduce((total, {score}) => total + score, 0);
    expect(index.search(query).scoreOf(0)).to.be.closeTo(sum, 1e-5);
  });
});
