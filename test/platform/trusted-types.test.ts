import {workerAddress} from '#own-files';
import {expect} from '@open-wc/testing';
import {isBlocked, policy} from '../../src/platform/trusted-types.js';

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

    for (const url of [
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
