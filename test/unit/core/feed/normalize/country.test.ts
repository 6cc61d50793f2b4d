import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {countryCode, countryName, countryShortName} from '../../../../../src/core/feed/normalize/country.js';

/** ISO 3166-1, and Kosovo. */
const alpha2 = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
  CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
  GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
  MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
  RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
  TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`
  .trim()
  .split(/\s+/);
/** In some language "Kongo" may be either. */
const ambiguous = ['CG', 'CD'];

/** Country: texts that mean it. */
const texts: Record<string, readonly string[]> = {
  GB: [
    'gb',
    ' GB ',
    'UK',
    'U.K.',
    'uk',
    'Great Britain',
    'Britain',
    'United Kingdom',
    'the United Kingdom',
    'Royaume-Uni',
  ],
  'GB (its parts)': ['England', 'Scotland', 'Wales', 'Northern Ireland'],
  'GB (abroad)': [
    'Grande-Bretagne',
    'Gran Bretaña',
    'Gran Bretagna',
    'Großbritannien',
    'Reino Unido',
    'Regno Unito',
    'Storbritannien',
  ],
  GR: ['EL', 'el', 'Greece', 'Ελλάδα', 'ΕΛΛΑΔΑ', 'Grèce', 'Griechenland', 'Grecia', 'Греція'],
  US: [
    'USA',
    'U.S.A.',
    'U.S.',
    'United States',
    'United States of America',
    'America',
    'États-Unis',
    'Estados Unidos',
    'USA ',
  ],
  CZ: [
    'Czechia',
    'Czech Republic',
    'Česko',
    'Česká republika',
    'République tchèque',
    'República Checa',
    'Repubblica Ceca',
    'Tschechien',
  ],
  TR: ['Turkey', 'Türkiye', 'TÜRKİYE', 'turkiye', 'Republic of Türkiye', 'Turquie', 'Türkei'],
  MK: ['North Macedonia', 'Republic of North Macedonia', 'Macedonia', 'Северна Македонија', 'Macédoine du Nord'],
  XK: ['Kosovo', 'XK', 'Kosovë', 'Kosova', 'Косово'],
  NL: ['Netherlands', 'The Netherlands', 'Netherlands (the)', 'Holland', 'Nederland', 'Pays-Bas', 'Paesi Bassi'],
  IE: ['Ireland', 'Republic of Ireland', 'Éire', 'eire', 'Irlande', 'Irland'],
  MD: ['Moldova', 'Republic of Moldova', 'Moldova, Republic of', 'Moldova (Republic of)', 'Moldova (the Republic of)'],
  BA: [
    'Bosnia and Herzegovina',
    'Bosnia & Herzegovina',
    'Bosnia-Herzegovina',
    'Bosna i Hercegovina',
    'Bosnia',
    'Bosnie-Herzégovine',
  ],
  DE: ['Germany', 'Deutschland', 'Allemagne', 'Alemania', 'Niemcy', 'Saksa', 'Tyskland', 'Німеччина', 'Γερμανία'],
  ES: ['Spain', 'España', 'ESPAÑA', 'Espana', 'Espagne', 'Spanien'],
  PT: ['Portugal', 'PORTUGAL', 'Portogallo', 'Португалія'],
  NO: ['Norway', 'Norge', 'Norvège', 'Noruega'],
  IT: ['Italy', 'Italia', 'Italie', 'Włochy'],
  CA: ['Canada', 'Canadá', 'Kanada'],
  CH: ['Switzerland', 'Schweiz', 'Suisse', 'Svizzera', 'Suiza'],
  NZ: ['New Zealand', 'Nouvelle-Zélande', 'Neuseeland'],
  UA: ['Ukraine', 'Україна', 'УКРАЇНА', 'Ucrania', 'Ukraina'],
  PL: ['Poland', 'Polska', 'Pologne', 'Polen'],
  CY: ['Cyprus', 'Κύπρος', 'Kıbrıs', 'Chypre'],
  AU: ['Australia', 'Australie', 'Australien'],
  SE: ['Sweden', 'Sverige', 'Suède'],
  DK: ['Denmark', 'Danmark', 'Danemark'],
  IL: ['Israel', 'Israël', 'ישראל'],
  FR: ['France', 'Frankreich', 'Francia', 'Франция'],
  BE: ['Belgium', 'België', 'Belgique', 'Belgien'],
  KR: ['South Korea', 'Republic of Korea', 'Korea, Republic of', 'Korea (the Republic of)', 'Corée du Sud'],
  RS: ['Serbia', 'Србија', 'Srbija'],
  MX: ['Mexico', 'México', 'Mexique'],
  AT: ['Austria', 'Österreich', 'Autriche'],
  AL: ['Albania', 'Shqipëria'],
  AD: ['Andorra'],
  AM: ['Armenia', 'Հայաստան'],
  AZ: ['Azerbaijan', 'Azərbaycan'],
  BG: ['Bulgaria', 'България'],
  EE: ['Estonia', 'Eesti'],
  FI: ['Finland', 'Suomi'],
  GE: ['Georgia', 'საქართველო'],
  HR: ['Croatia', 'Hrvatska'],
  HU: ['Hungary', 'Magyarország'],
  IS: ['Iceland', 'Ísland'],
  LI: ['Liechtenstein'],
  LT: ['Lithuania', 'Lietuva'],
  LU: ['Luxembourg', 'Lëtzebuerg', 'Luxemburg'],
  LV: ['Latvia', 'Latvija'],
  MC: ['Monaco'],
  ME: ['Montenegro', 'Crna Gora', 'Црна Гора'],
  MT: ['Malta'],
  RO: ['Romania', 'România'],
  RU: ['Russia', 'Россия', 'Russian Federation'],
  SI: ['Slovenia', 'Slovenija'],
  SK: ['Slovakia', 'Slovensko', 'Slovak Republic'],
  SM: ['San Marino', 'Republic of San Marino'],
  JP: ['Japan'],
  VA: ['Vatican City'],
  CI: ["Côte d'Ivoire", 'Côte d’Ivoire'],
  KN: ['St. Kitts & Nevis'],
  LC: ['St. Lucia', 'Saint Lucia', 'St Lucia'],
};

/** What is no country, or not one for certain: the text stays unchanged. */
const unknown = [
  '',
  ' ',
  '-',
  '?',
  'N/A',
  'n.a.',
  '.',
  '&',
  'the',
  'EU',
  'UN',
  'ZZ',
  'SU',
  'DD',
  'AA',
  'QQQ',
  'GER',
  'DEN',
  'Europe',
  'Atlantis',
  'Leeds',
  'Georgia, USA',
  'Greece and Great Britain',
  'UK, America',
  'Korea (the Democratic People’s Republic of)',
  'Congo (the Democratic Republic of the)',
  '__proto__',
  'constructor',
  'toString',
  '🇬🇧',
  '826',
  'GB GB',
  'x'.repeat(10_000),
  '('.repeat(1_000_000),
];

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

  for (const [key, list] of Object.entries(texts)) {
    it(`reads ${key}`, () => {
      const code = key.slice(0, 2);
      expect(list.map((text) => [text, countryCode(text)])).to.deep.equal(list.map((text) => [text, code]));
    });
  }

  for (const text of unknown) {
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
