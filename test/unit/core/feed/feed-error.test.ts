import {expect} from '@open-wc/testing';
import {FeedError} from '../../../../src/core/feed/feed-error.js';

describe('FeedError', () => {
  it('is an error with a name, a message and a cause', () => {
    const cause = new TypeError('refused');
    const error = new FeedError('network', 'The server is away.', {cause});
    expect(error).to.be.instanceOf(Error);
    expect(`${error}`).to.equal('FeedError: The server is away.');
    expect(error.cause).to.equal(cause);
    expect(error.status).to.equal(0);
  });

  for (const code of ['network', 'timeout'] as const) {
    it(`may be tried again after ${code}`, () => {
      expect(new FeedError(code, '').retryable).to.be.true;
    });
  }

  for (const code of ['too-large', 'not-json', 'not-a-feed'] as const) {
    it(`is final after ${code}`, () => {
      expect(new FeedError(code, '').retryable).to.be.false;
    });
  }

  for (const status of [408, 425, 429, 500, 502, 503, 504, 599]) {
    it(`may be tried again after HTTP ${status}`, () => {
      expect(new FeedError('http', '', {status})).to.include({status, retryable: true});
    });
  }

  for (const status of [304, 400, 401, 403, 404, 410, 418, 451]) {
    it(`is final after HTTP ${status}`, () => {
      expect(new FeedError('http', '', {status})).to.include({status, retryable: false});
    });
  }
});
