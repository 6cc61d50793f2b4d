import {expect} from '@open-wc/testing';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createVocabulary, type Spelling} from '../../../../src/core/search/vocabulary.js';
import type {LanguageWords} from '../../../../src/core/search/words.js';
import {runSync} from '../../../../src/core/time-slicing.js';
import {falseFriends} from '../../../fixtures/meaning/false-friends.js';
import {wordsOfPage} from '../../../support/visitor-search.js';

/** Texts without any of the words, so that the search corrects as much as it can. */
const otherTexts: Spelling = {isRight: () => false, correct: () => undefined, isBegun: () => false};

/** What a query may mean in the loaded words. */
const meaningOf = (words: readonly LanguageWords[]) => {
  const vocabulary = runSync(createVocabulary(words));
  return (query: string) =>
    vocabulary.understand(parseQuery(query).words, otherTexts).flatMap(({parts}) => parts.flat());
};

const LINE = /^(?<word>.+) \(.+\) ≠ (?<lookAlike>.+)$/;
const linesOf = (text: string) =>
  text
    .trim()
    .split(/\n\s*/)
    .map((line) => LINE.exec(line)!.groups as {word: string; lookAlike: string});

describe('false friends', () => {
  for (const [language, text] of Object.entries(falseFriends))
    describe(`in “${language}”`, () => {
      let onPage: (query: string) => readonly string[];
      let inEnglish: typeof onPage;
      let inLanguage: typeof onPage;

      before(async () => {
        const words = await wordsOfPage(language);
        onPage = meaningOf(words);
        inEnglish = meaningOf(words.filter((each) => each.language === 'en'));
        inLanguage = meaningOf(words.filter((each) => each.language === language));
      });

      it('are at least twenty', () => expect(linesOf(text)).to.have.length.at.least(20));

      it('do not find what the similar word means', () => {
        const mistaken = linesOf(text).filter(({word, lookAlike}) => {
          const english = inEnglish(lookAlike);
          const wrong = english.length ? english : inLanguage(lookAlike);
          expect(wrong, `“${lookAlike}” is no look-alike: it means nothing`).not.to.deep.equal([]);
          return onPage(word).some((concept) => wrong.includes(concept));
        });
        expect(mistaken.map(({word, lookAlike}) => `${word} = ${lookAlike}`)).to.deep.equal([]);
      });
    });
});
