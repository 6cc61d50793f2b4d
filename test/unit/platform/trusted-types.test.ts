import {workerAddress} from '#own-files';
import {expect} from '@open-wc/testing';
import {isBlocked, policy} from '../../../src/platform/trusted-types.js';

describe('policy', () => {
  it('does not count a page as blocking that enforces nothing', () => {
    expect(isBlocked).to.be.false;
  });

  // Every tested browser has Trusted Types. A visitor's browser may not.
  if (policy) {
    const {createScriptURL} = policy;
    const worker = workerAddress({assetsHref: null, baseURI: document.baseURI});

    it('allows our worker', () => {
      expect(String(createScriptURL.call(policy, worker))).to.equal(worker);
    });

    it('allows a copy of our worker in a folder of the webmaster', () => {
      const copy = workerAddress({assetsHref: '/files/', baseURI: document.baseURI});
      expect(copy).to.equal(`${location.origin}/files/good-practice-browser.worker.js`);
      expect(String(createScriptURL.call(policy, copy))).to.equal(copy);
    });

    for (const url of [
      'https://elsewhere.example/other.js?good-practice-browser.worker.js',
      'https://elsewhere.example/worker/entry.js',
      'data:text/javascript,1',
      `${worker}?other`,
      worker.replace('entry', 'other'),
      'relative.js',
      '',
    ])
      it(`refuses “${url}”`, () => {
        expect(() => createScriptURL.call(policy, url)).to.throw(TypeError);
      });
  }
});
