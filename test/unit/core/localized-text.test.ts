import {expect} from '@open-wc/testing';
import {translationFor} from '../../../src/core/localized-text.js';

/** The language of the text that is shown on a page in `language`. */
const shown = (language: string, ...langs: string[]) =>
  translationFor(
    langs.map((lang) => ({lang, text: `Text ${lang}`})),
    language,
  ).lang;

describe('translationFor', () => {
  const table: [why: string, language: string, langs: string[], lang: string][] = [
    ['the same tag', 'pt-BR', ['pt', 'pt-BR'], 'pt-BR'],
    ['the same tag in another spelling', 'pt-br', ['pt', 'pt-BR'], 'pt-BR'],
    ['the tag without its region', 'pt-BR', ['pt-PT', 'pt', 'en'], 'pt'],
    ['the tag without its region, with its script', 'sr-Latn-RS', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['another region', 'pt-BR', ['en', 'pt-PT'], 'pt-PT'],
    ['the script of the region', 'zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['the script of the region rather than the language alone', 'zh-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['the script of another region', 'zh-HK', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['the usual script', 'sr-RS', ['sr-Latn', 'sr-Cyrl'], 'sr-Cyrl'],
    ['the usual script of the region', 'sr-ME', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['the usual script if no tag says one', 'zh', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['the language in another script rather than English', 'zh-TW', ['en', 'zh-Hans'], 'zh-Hans'],
    ['Bokmål for Nynorsk', 'nn', ['en', 'nb'], 'nb'],
    ['Nynorsk for Bokmål', 'nb-NO', ['en', 'nn-NO'], 'nn-NO'],
    ['English', 'fr', ['de', 'en-GB'], 'en-GB'],
    ['the first', 'fr', ['de', 'es'], 'de'],
    ['the first rather than one in no known language', 'en', ['de', 'und'], 'de'],
    ['the first if nobody knows the language of the page', '', ['de', 'es'], 'de'],
    ['the text in no language', '', ['de', ''], ''],
  ];
  for (const [why, language, langs, lang] of table)
    it(`chooses ${why}: ${lang || 'none'} of ${langs.join(', ')} for ${language || 'none'}`, () =>
      expect(shown(language, ...langs)).to.equal(lang));

  it('is empty for no text', () => expect(translationFor([], 'en')).to.deep.equal({lang: '', text: ''}));
});
