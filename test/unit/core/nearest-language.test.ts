import {expect} from '@open-wc/testing';
import {languageTag} from '../../../src/core/feed/normalize/text.js';
import {nearestLanguage} from '../../../src/core/localized-text.js';

const ours =
  'ar az bg bs ca cs cy da de el es et eu fi fo fr ga gl he hr hu hy is it ja ka ko lb lt lv mk mt nb nl nn pl pt rm ro ru se sk sl ' +
  'sq sr-Cyrl sr-Latn sv tr uk';

/** The language that a page names, and our language for it. */
const table: Record<string, string> = {
  fr: 'fr',
  'fr-CA': 'fr',
  'fr-ca-x-y': 'fr',
  FR: 'fr',
  fr_CA: 'fr',
  'fr-Latn-CH': 'fr',
  'fr-u-nu-latn': 'fr',
  frr: 'en',
  fra: 'fr',
  en: 'en',
  'en-GB': 'en',
  'en-US': 'en',
  sr: 'sr-Cyrl',
  'sr-RS': 'sr-Cyrl',
  'sr-BA': 'sr-Cyrl',
  'sr-ME': 'sr-Latn',
  'sr-Latn': 'sr-Latn',
  'sr-Latn-RS': 'sr-Latn',
  'sr-Cyrl-ME': 'sr-Cyrl',
  sr_RS: 'sr-Cyrl',
  'sr-latn-rs': 'sr-Latn',
  sh: 'sr-Latn',
  cnr: 'sr-Latn',
  no: 'nb',
  'no-NO': 'nb',
  'nb-NO': 'nb',
  'nb-SJ': 'nb',
  nn: 'nn',
  'nn-NO': 'nn',
  'pt-BR': 'pt',
  'pt-PT': 'pt',
  pt_BR: 'pt',
  'es-419': 'es',
  'es-MX': 'es',
  'de-AT': 'de',
  'de-CH': 'de',
  'de-1996': 'de',
  'de-CH-1996': 'de',
  'nl-BE': 'nl',
  'ca-valencia': 'ca',
  'ca-ES-valencia': 'ca',
  'el-polyton': 'el',
  'ar-MA': 'ar',
  'ar-EG-u-nu-arab': 'ar',
  arb: 'ar',
  iw: 'he',
  'iw-IL': 'he',
  mo: 'ro',
  'ro-MD': 'ro',
  'rm-sursilv': 'rm',
  'az-Latn-AZ': 'az',
  'bs-Latn': 'bs',
  'uk-UA': 'uk',
  'ja-JP': 'ja',
  'ko-Kore-KR': 'ko',
  'se-FI': 'se',
  'ga-IE': 'ga',
  'hy-AM': 'hy',
  zh: 'en',
  'zh-Hans': 'en',
  'zh-TW': 'en',
  zh_CN: 'en',
  th: 'en',
  und: 'en',
  '': 'en',
  ' ': 'en',
  '-': 'en',
  junk: 'en',
  'fr--CA': 'en',
  'x-klingon': 'en',
  'i-klingon': 'en',
  '{{ lang }}': 'en',
  '../fr': 'en',
  constructor: 'en',
  français: 'en',
};

// Requirement: I-04
describe('nearestLanguage', () => {
  it(`finds our language for ${Object.keys(table).length} tags`, () => {
    const languages = ours.split(' ');
    // The widget ignores invalid tags. WebKitGTK knows no other names of languages.
    const knowsNames = Intl.getCanonicalLocales('sh')[0] !== 'sh';
    const tags = Object.keys(table).filter((tag) => knowsNames || !['arb', 'cnr', 'sh'].includes(tag));
    const served = tags.map((tag) => [tag, nearestLanguage(languageTag(tag) || 'en', languages) || 'en']);
    expect(served).to.deep.equal(tags.map((tag) => [tag, table[tag]]));
  });
});
