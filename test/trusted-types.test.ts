import {expect} from '@open-wc/testing';
import {assetsUrl} from '../src/script-url.js';
import {isBlocked, policy} from '../src/trusted-types.js';

describe('assetsUrl', () => {
  it('is the folder where the locales lie', async () => {
    expect(assetsUrl.endsWith('/')).to.be.true;
    expect((await fetch(`${assetsUrl}locales/fr.json`)).ok).to.be.true;
  });
});

describe('policy', () => {
  it('takes no page for blocked that enforces nothing', () => {
    expect(isBlocked).to.be.false;
  });

  // Every browser that the tests know has Trusted Types; a visitor's may not.
  if (policy) {
    const {createScriptURL} = policy;

    it('lets our own scripts through', () => {
      expect(String(policy?.createScriptURL(`${assetsUrl}good-practice-browser.extras.js`))).to.match(/extras\.js$/);
    });

    for (const url of [
      'https://elsewhere.example/good-practice-browser.extras.js',
      'data:text/javascript,1',
      `${assetsUrl}../outside.js`,
      `${assetsUrl.slice(0, -1)}-not/ours.js`,
      'relative.js',
      '',
    ])
      it(`refuses “${url}”`, () => {
        expect(() => createScriptURL.call(policy, url)).to.throw(TypeError);
      });
  }
});
