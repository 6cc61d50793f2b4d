import {expect} from '@open-wc/testing';
import {countries} from '../../../../fixtures/country-names.mjs';
import {countryCode} from '../../../../../src/core/feed/normalize/country.js';

// Requirement: I-08
describe('countryCode', () => {
  it(`reads ${countries.length} codes and names of the countries that a feed is likely to have`, () => {
    expect(countries.length).to.be.greaterThan(200);
    expect(countries.map(({text}) => `${text} ${countryCode(text)}`)).to.deep.equal(
      countries.map(({code, text}) => `${text} ${code}`),
    );
  });

  it('ignores three letters that are not a code', () => {
    for (const text of ['GER', 'DEN', 'SUI', 'EUR', 'THE', 'ABC', 'LEE']) expect(countryCode(text), text).to.equal('');
  });
});
