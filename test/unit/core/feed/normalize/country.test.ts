import {expect} from '@open-wc/testing';
import {alpha2, noCountries, spellings} from '../../../../fixtures/country-names.mjs';
import fc from '../../../../support/fast-check.mjs';
import {countryCode, countryName, countryShortName} from '../../../../../src/core/feed/normalize/country.js';

/** In some language "Kongo" may be either. */
const ambiguous = ['CG', 'CD'];

describe('countryCode', () => {
  it('knows every alpha-2 code of ISO 3166-1, in any case', () => {
    expect(alpha2.map((code) => [countryCode(code), countryCode(code.toLowerCase())])).to.deep.equal(
      alpha2.map((code) => [code, code]),
    );
  });

  it('accepts no other two letters', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const words = letters.flatMap((a) => letters.map((b) => a + b));
    expect(words.filter((word) => countryCode(word))).to.deep.equal([...alpha2, 'EL', 'UK'].sort());
  });

  for (const [key, list] of Object.entries(spellings)) {
    it(`reads ${key}`, () => {
      const code = key.slice(0, 2);
      expect(list.map((text) => [text, countryCode(text)])).to.deep.equal(list.map((text) => [text, code]));
    });
  }

  for (const text of noCountries) {
    it(`does not know ${JSON.stringify(text.slice(0, 60))}`, () => {
      expect(countryCode(text)).to.equal('');
    });
  }

  for (const language of ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'el', 'he']) {
    it(`recognizes every country name in ${language}`, () => {
      const lost = alpha2.filter((code) => countryCode(countryName(code, language)) !== code);
      expect(ambiguous).to.include.members(lost);
    });
  }

  it('ignores case, accents and white space', () => {
    const clear = alpha2.filter((code) => !ambiguous.includes(code));
    fc.assert(
      fc.property(fc.constantFrom(...clear), fc.constantFrom('en', 'fr', 'de', 'es', 'pt', 'pl'), (code, language) => {
        const name = countryName(code, language);
        const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
        for (const text of [name.toUpperCase(), name.toLowerCase(), bare, `\u00a0${name}\t`]) {
          expect(countryCode(text), text).to.equal(code);
        }
      }),
    );
  });

  it('returns a code or nothing for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'})), (text) => {
        expect(countryCode(text)).to.match(/^(?:[A-Z]{2})?$/);
      }),
    );
  });
});

describe('countryName', () => {
  // only names that no engine spells otherwise
  it('names a country in a language', () => {
    expect(countryName('DE', 'en')).to.equal('Germany');
    expect(countryName('DE', 'fr')).to.equal('Allemagne');
    expect(countryName('DE', 'de-AT')).to.equal('Deutschland');
    expect(countryName('XK', 'en')).to.equal('Kosovo');
  });

  for (const tag of ['tlh', 'und', 'zz', 'valueOf', 'toString']) {
    it(`uses English if the language is ${JSON.stringify(tag)}`, () => {
      expect(countryName('ES', tag)).to.equal('Spain');
    });
  }

  it('returns any other text unchanged', () => {
    for (const text of ['', 'gb', 'GBR', 'EU', 'ZZ', 'UK', 'Atlantis', '__proto__', 'constructor']) {
      expect(countryName(text, 'en')).to.equal(text);
    }
  });
});

describe('countryShortName', () => {
  it('is the short form that people type', () => {
    expect(['GB', 'US', 'ES', 'Narnia'].map(countryShortName)).to.deep.equal(['UK', 'US', 'Spain', 'Narnia']);
  });
});
