import {expect} from '@open-wc/testing';
import {createWarningLog} from '../../../src/core/feed/feed-warnings.js';

describe('createWarningLog', () => {
  it('keeps what it is told, in order', () => {
    const {warn, warnings} = createWarningLog();
    warn('no-title', '/1', 'No title.');
    warn('bad-text', '/0/summary', 'No text.');
    expect(warnings).to.deep.equal([
      {code: 'no-title', pointer: '/1', message: 'No title.'},
      {code: 'bad-text', pointer: '/0/summary', message: 'No text.'},
    ]);
  });

  it('says nothing twice', () => {
    const {warn, warnings} = createWarningLog();
    warn('bad-text', '/0/summary', 'A');
    warn('bad-text', '/0/summary', 'B');
    warn('unknown-topic', '/0/topics', 'C', 'housing');
    warn('unknown-topic', '/7/topics', 'D', 'housing');
    warn('unknown-country', '/7/country', 'E', 'housing');
    expect(warnings.map(({message}) => message)).to.deep.equal(['A', 'C', 'E']);
  });

  it('keeps so many, and says how many more there were', () => {
    const {warn, warnings} = createWarningLog(2);
    for (let i = 0; i < 5; i++) warn('no-title', `/${i}`, '');
    warn('no-title', '/0', '');
    warn('no-title', '/4', '');
    expect(warnings.map(({pointer}) => pointer)).to.deep.equal(['/0', '/1', '']);
    expect(warnings[2]).to.deep.equal({code: 'more-warnings', pointer: '', message: 'Not listed: 3 more.'});
  });

  it('does not speak of more where there are just enough', () => {
    const {warn, warnings} = createWarningLog(2);
    for (let i = 0; i < 2; i++) warn('no-title', `/${i}`, '');
    expect(warnings).to.have.length(2);
  });
});
