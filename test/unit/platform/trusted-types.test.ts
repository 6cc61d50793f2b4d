import {workerAddress} from '#own-files';
import {expect} from '@open-wc/testing';
import {isBlocked, policy} from '../../../src/platform/trusted-types.js';

describe('policy', () => {
  it('takes no page for blocked that enforces nothing', () => {
    expect(isBlocked).to.be.false;
  });

  // Every browser that the tests know has Trusted Types; a visitor's may not.
  if (policy) {
    const {createScriptURL} = policy;
    const worker = workerAddress({assetsHref: null, baseURI: document.baseURI});

    it('lets our worker through', () => {
      expect(String(createScriptURL.call(policy, worker))).to.equal(worker);
    });

    it('lets the copy of our worker through that a webmaster has made', () => {
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
