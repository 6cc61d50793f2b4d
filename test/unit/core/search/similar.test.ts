import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import type {Practice} from '../../../../src/core/practice.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {createSearchIndex} from '../../../../src/core/search/search-index.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';
import {rankSimilar} from '../../../../src/core/search/similar.js';
import {feedOf, realFeed} from '../../../fixtures/practices.js';
import {CURRENT_YEAR, makePractice, practice} from '../../../support/arbitraries.js';

const indexOf = (list: readonly Practice[]) =>
  createSearchIndex(list, {labels: createLabels([], 'en'), currentYear: CURRENT_YEAR});

const make = (id: string, topics: readonly string[], ...countries: string[]) =>
  makePractice({id, topics, places: countries.map((country) => ({city: '', country, location: null}))});

const practices = [
  make('leeds', ['youth', 'sport', '__proto__'], 'GB', ''),
  make('york', ['youth'], 'GB'),
  make('bergen', ['youth'], 'NO'),
  make('hull', [], 'GB', 'GB'),
  make('oslo', ['sport'], 'NO'),
  make('palma', ['housing'], 'ES'),
  make('nowhere', ['housing'], ''),
  make('lyon', ['youth', '__proto__'], 'FR'),
];
const similarTo = (at: number) => rankSimilar(practices, practices[at]!, indexOf(practices)).map(({id}) => id);

describe('rankSimilar', () => {
  it('ranks first by more and rarer shared topics, then by the same country, in feed order', () => {
    expect(similarTo(0)).to.deep.equal(['lyon', 'oslo', 'york', 'bergen', 'hull']);
  });

  it('does not treat places without a country as the same', () => {
    expect(similarTo(6)).to.deep.equal(['palma']);
  });

  it('returns nothing if nothing is shared', () => {
    expect(rankSimilar(practices, make('alone', ['none of them'], 'XX'), indexOf(practices))).to.deep.equal([]);
  });

  it('returns every other practice that shares something, once', () => {
    fc.assert(
      fc.property(fc.array(practice, {minLength: 1, maxLength: 20}), (list) => {
        const [one, ...others] = list as [(typeof list)[0], ...typeof list];
        const countries = one.places.flatMap(({country}) => country || []);
        const sharing = others.filter(
          ({topics, places}) =>
            topics.some((topic) => one.topics.includes(topic)) ||
            places.some(({country}) => countries.includes(country)),
        );
        expect(rankSimilar(list, one, indexOf(list))).to.have.members(sharing);
      }),
      {numRuns: 500},
    );
  });

  describe('with words', () => {
    /** Thirty practices. A word in two of them is rare, and a word in three is not. */
    const withWords = (...texts: string[]) =>
      feedOf(...Array.from({length: 30}, (_, i) => ({id: String(i), title: `Title${i}`, summary: texts[i] ?? ''})))
        .practices;
    const idsLike = (list: readonly Practice[]) => rankSimilar(list, list[0]!, indexOf(list)).map(({id}) => id);

    it('counts rare words only', () => {
      expect(
        idsLike(withWords('A zoo for all', 'A park for all', 'All go to the zoo', 'A place for all')),
      ).to.deep.equal(['2']);
    });

    it('treats spellings of a word as the same', () => {
      expect(idsLike(withWords('In ZÜRICH', 'Nothing', 'Zurich'))).to.deep.equal(['2']);
    });

    it('counts words only in fields that say what the other practice is about', () => {
      const [one, ...others] = withWords('A zoo');
      const aside = {heading: [], text: [{lang: 'en', text: 'There is a zoo.'}], html: null};
      const list = [one!, {...others[0]!, sections: [aside]}, ...others.slice(1)];
      expect(idsLike(list)).to.deep.equal([]);
    });

    it('counts a word as rare if few practices are about it, however many mention it', () => {
      const [one, ...others] = withWords('Zoo', 'Park', 'Another zoo');
      const aside = {heading: [], text: [{lang: 'en', text: 'There is a zoo.'}], html: null};
      const list = [one!, ...others.map((other) => ({...other, sections: [aside]}))];
      expect(idsLike(list)).to.deep.equal(['2']);
    });

    it('ranks as a comparison with each practice, word by word, does', () => {
      const summary = fc
        .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {maxLength: 3})
        .map((words) => words.join(' '));
      const records = fc.array(fc.record({title: summary, summary}), {minLength: 2, maxLength: 60});
      fc.assert(
        fc.property(records, (some) => {
          const list = feedOf(
            ...some.map((record, i) => ({summary: record.summary, title: `t${i} ${record.title}`, id: `p${i}`})),
          ).practices;
          const wordsIn = ({title, summary: text}: Practice) =>
            new Set([...title, ...text].flatMap((each) => wordsOf(each.text)));
          const scoreOf = (other: Practice) => {
            let score = 0;
            for (const word of wordsIn(list[0]!)) {
              const count = list.filter((each) => wordsIn(each).has(word)).length;
              if (count <= 2 || count <= list.length / 20)
                score += wordsIn(other).has(word) ? 0.3 * Math.log(1 + list.length / count) : 0;
            }
            return score;
          };
          const expected = list
            .slice(1)
            .filter(scoreOf)
            .sort((a, b) => scoreOf(b) - scoreOf(a));
          expect(rankSimilar(list, list[0]!, indexOf(list))).to.deep.equal(expected);
        }),
        {numRuns: 300},
      );
    });

    const alike: [string, string][] = [
      ['salt-table-on-interreligious-dialogue', 'valladolid-interreligious-dialogue'],
      ['bradford-roma-strategy-2021-2025', 'berlin-neukolln-strategy-for-roma-inclusion'],
      ['turin-anti-racism-cockpit', 'turin-anti-racism-as-an-urban-common'],
      ['erlangen-music-making-without-language', 'limassol-workshops-and-free-music-lessons-help-maintain'],
      ['erlangen-siemens-program-for-integrating-refugees', 'ravenna-career-counselling-for-sprar-beneficiaries'],
      ['lisbon-the-festival-todos-to-celebrate-interculturality', 'lisbon-todos-walk-of-cultures'],
      ['montreal-intercultural-council', 'stavanger-immigrants-council'],
      ['maribyrnong-political-literacy-sessions', 'auckland-intercultural-elections'],
    ];
    for (const [id, first] of alike)
      it(`puts ${first} first for ${id} of the real feed`, async () => {
        const list = (await realFeed()).practices;
        const [best] = rankSimilar(
          list,
          list.find((each) => each.id === id)!,
          indexOf(list),
        );
        expect(best!.id).to.equal(first);
      });
  });
});
