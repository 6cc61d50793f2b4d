import {expect} from '@open-wc/testing';
import {countryCode} from '../../../../../src/core/feed/normalize/country.js';

/** Alpha-2 and alpha-3 code, English name, and what the country is called in its own languages, and by those who write feeds. */
const table = `
  AD AND Andorra
  AL ALB Albania, Shqipëria, Shqipëri
  AM ARM Armenia, Հայաստան
  AT AUT Austria, Österreich, Republik Österreich
  AU AUS Australia
  AZ AZE Azerbaijan, Azərbaycan
  BA BIH Bosnia and Herzegovina, Bosna i Hercegovina, Босна и Херцеговина
  BE BEL Belgium, België, Belgique, Belgien
  BG BGR Bulgaria, България
  BR BRA Brazil, Brasil
  BY BLR Belarus, Беларусь
  CA CAN Canada
  CH CHE Switzerland, Schweiz, Suisse, Svizzera, Svizra
  CY CYP Cyprus, Κύπρος, Kıbrıs
  CZ CZE Czechia, Česko, Czech Republic, Česká republika
  DE DEU Germany, Deutschland, Bundesrepublik Deutschland
  DK DNK Denmark, Danmark
  EE EST Estonia, Eesti
  EL GRC Greece, Ελλάδα, Hellas, Ελλάς
  ES ESP Spain, España, Espanya, Espainia
  FI FIN Finland, Suomi
  FR FRA France
  GB GBR United Kingdom, Great Britain, Y Deyrnas Unedig
  GE GEO Georgia, საქართველო, Sakartvelo
  HR HRV Croatia, Hrvatska
  HU HUN Hungary, Magyarország
  IE IRL Ireland, Éire
  IL ISR Israel, ישראל
  IS ISL Iceland, Ísland
  IT ITA Italy, Italia
  JO JOR Jordan, الأردن
  JP JPN Japan, 日本
  KR KOR South Korea, 대한민국
  LB LBN Lebanon, لبنان
  LI LIE Liechtenstein
  LT LTU Lithuania, Lietuva
  LU LUX Luxembourg, Lëtzebuerg, Luxemburg
  LV LVA Latvia, Latvija
  MA MAR Morocco, المغرب, Maroc
  MC MCO Monaco
  MD MDA Moldova, Republic of Moldova, Republica Moldova
  ME MNE Montenegro, Crna Gora, Црна Гора
  MK MKD North Macedonia, Северна Македонија, Maqedonia e Veriut
  MT MLT Malta
  MX MEX Mexico, México
  NL NLD Netherlands, Nederland
  NO NOR Norway, Norge, Noreg
  NZ NZL New Zealand
  PL POL Poland, Polska
  PT PRT Portugal
  RO ROU Romania, România
  RS SRB Serbia, Србија, Srbija
  RU RUS Russia, Россия, Russian Federation
  SE SWE Sweden, Sverige
  SI SVN Slovenia, Slovenija
  SK SVK Slovakia, Slovensko
  SM SMR San Marino
  TN TUN Tunisia, تونس
  TR TUR Türkiye, Turkey
  UA UKR Ukraine, Україна
  UK GBR United Kingdom, U.K.
  US USA United States, United States of America
  VA VAT Vatican City
  XK XKX Kosovo, Kosova
`
  .trim()
  .split('\n')
  .map((line) => /^\s*(\S+) (\S+) (.+)$/.exec(line)!.slice(1))
  .flatMap(([alpha2 = '', alpha3 = '', names = '']) =>
    [alpha2, alpha2.toLowerCase(), alpha3, alpha3.toLowerCase(), ...names.split(', ')].map((text) => {
      const code = {EL: 'GR', UK: 'GB'}[alpha2] ?? alpha2;
      return {code, text};
    }),
  );

// Requirement: I-08
describe('countryCode', () => {
  it(`reads ${table.length} codes and names of the countries that a feed is likely to have`, () => {
    expect(table.length).to.be.greaterThan(200);
    expect(table.map(({text}) => `${text} ${countryCode(text)}`)).to.deep.equal(
      table.map(({code, text}) => `${text} ${code}`),
    );
  });

  it('ignores three letters that are not a code', () => {
    for (const text of ['GER', 'DEN', 'SUI', 'EUR', 'THE', 'ABC', 'LEE']) expect(countryCode(text), text).to.equal('');
  });
});
