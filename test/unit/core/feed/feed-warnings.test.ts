import {expect} from '@open-wc/testing';
import {createWarningLog} from '../../../../src/core/feed/feed-warnings.js';

describe('createWarningLog', () => {
  it('keeps the problems in order, as texts', () => {
    const {warn, warnings} = createWarningLog();
    warn('no-title', {value: {}, pointer: '/1'});
    warn('unknown-country', {value: 'Narnia', pointer: '/0/country'}, 'kept');
    expect([...warnings.values()]).to.deep.equal([
      {code: 'no-title', pointer: '/1', message: 'An object: no title, left out.'},
      {code: 'unknown-country', pointer: '/0/country', message: '"Narnia": unknown country, kept.'},
    ]);
  });

  it('keeps a repeated problem once', () => {
    const {warn, warnings} = createWarningLog();
    warn('bad-text', {value: [], pointer: '/0/summary'});
    warn('bad-text', {value: [], pointer: '/0/summary'});
    warn('bad-text', {value: [], pointer: '/1/summary'});
    warn('empty-section', {value: '', pointer: '/0/sections'});
    warn('empty-section', {value: '', pointer: '/1/sections'});
    warn('unknown-topic', {value: 'housing', pointer: '/0/topics'});
    warn('unknown-topic', {value: 'housing', pointer: '/7/topics'});
    warn('unknown-country', {value: 'housing', pointer: '/7/country'});
    expect([...warnings.values()].map(({pointer}) => pointer)).to.deep.equal([
      '/0/summary',
      '/1/summary',
      '/0/sections',
      '/1/sections',
      '/0/topics',
      '/7/country',
    ]);
  });

  it('keeps at most a thousand problems', () => {
    const {warn, warnings} = createWarningLog();
    for (let i = 0; i < 1500; i++) warn('no-title', {value: {}, pointer: `/${i}`});
    expect(warnings.size).to.equal(1000);
  });
});
