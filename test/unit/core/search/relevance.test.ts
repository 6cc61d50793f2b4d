import {expect} from '@open-wc/testing';
import type {Feed} from '../../../../src/core/feed/feed.js';
import type {Practice} from '../../../../src/core/practice.js';
import {fieldTexts} from '../../../../src/core/search/fields.js';
import {createLabels, type Labels} from '../../../../src/core/search/labels.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex, type SearchIndex} from '../../../../src/core/search/search-index.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';
import {realFeed} from '../../../fixtures/practices.js';
import {isNamed, knownAnswers, unknownWords, type KnownAnswer} from '../../../fixtures/relevance.js';

/** What one query found of the intended practices. */
interface Outcome {
  readonly query: string;
  /**
   * The share of the intended practices that are among the first. If more are intended than fit,
   * the share of the places.
   */
  readonly recall: number;
  /** The same for the first ten places. */
  readonly recallAt10: number;
  /**
   * 1 if the first hit is intended, 1/2 if the second is the first intended one, and 0 if none is.
   */
  readonly reciprocalRank: number;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * The fewest edits that turn `a` into `b`: insert, drop, change a letter, or swap it with the next.
 */
function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, change, swap));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

describe('the relevance of search on the real feed', () => {
  let feed: Feed;
  let labels: Labels;
  let index: SearchIndex;
  let outcomes: Map<string, readonly Outcome[]>;
  let vocabulary: readonly string[];

  const search = (query: string) => index.search(parseQuery(query)).ranked;

  function judge({query, wanted, within}: KnownAnswer): Outcome {
    const isWanted = (practice: Practice) => wanted.some((name) => isNamed(practice, name));
    const ranked = search(query).map((practice) => isWanted(feed.practices[practice]!));
    const wantedCount = feed.practices.filter(isWanted).length;
    const recallAt = (limit: number) => ranked.slice(0, limit).filter(Boolean).length / Math.min(limit, wantedCount);
    const rank = ranked.indexOf(true) + 1;
    return {
      query,
      recall: recallAt(within),
      recallAt10: recallAt(10),
      reciprocalRank: rank === 0 ? 0 : 1 / rank,
    };
  }

  const all = () => [...outcomes.values()].flat();
  const missed = (some: readonly Outcome[]) => some.filter(({recall}) => recall < 1).map(({query}) => query);

  before(async () => {
    feed = await realFeed();
    labels = createLabels(feed.topics, 'en');
    index = createSearchIndex(feed.practices, {labels, currentYear: 2026});
    outcomes = new Map([...knownAnswers].map(([name, answers]) => [name, answers.map(judge)]));
    const texts = feed.practices.flatMap((practice) => fieldTexts(practice, {labels, currentYear: 2026}).flat());
    vocabulary = [...new Set(texts.flatMap(wordsOf))];
  });

  it('has queries for practices that exist', () => {
    const names = [...knownAnswers.values()].flat().flatMap(({wanted}) => wanted);
    expect(names).to.have.length.at.least(150);
    const isUnknown = (name: string) => !feed.practices.some((practice) => isNamed(practice, name));
    expect(names.filter(isUnknown)).to.deep.equal([]);
  });

  for (const name of ['exact', 'prefix', 'phrase', 'accents left out'])
    it(`is perfect for queries of the class “${name}”`, () => {
      expect(missed(outcomes.get(name)!)).to.deep.equal([]);
    });

  for (const name of knownAnswers.keys())
    it(`shows the intended practices first for queries of the class “${name}”`, () => {
      const some = outcomes.get(name)!;
      const message = `missed: ${missed(some).join(', ')}`;
      expect(mean(some.map(({recall}) => recall))).to.be.at.least(0.9, message);
      expect(mean(some.map(({reciprocalRank}) => reciprocalRank))).to.be.at.least(0.8, message);
    });

  // Requirement: I-11
  it('has 98 % of the intended practices among the first, and mostly as the very first', () => {
    const message = `missed: ${missed(all()).join(', ')}`;
    expect(mean(all().map(({recall}) => recall))).to.be.at.least(0.98, message);
    expect(mean(all().map(({recallAt10}) => recallAt10))).to.be.at.least(0.98, message);
    expect(mean(all().map(({reciprocalRank}) => reciprocalRank))).to.be.at.least(0.95);
  });

  it('finds nothing for words that no practice has', () => {
    expect(unknownWords.filter((word) => search(word).length > 0)).to.deep.equal([]);
    expect(unknownWords.filter((word) => search(`${word} `).length > 0)).to.deep.equal([]);
  });

  it('has unknown words that are not similar to any other', () => {
    const likeAnother = unknownWords.flatMap((unknown) => {
      const [word = ''] = wordsOf(unknown);
      const isTypo = (other: string) =>
        !/\d/.test(word) && countEdits(word, other) <= (word.length >= 8 && word[0] === other[0] ? 2 : 1);
      return vocabulary.filter((other) => other.includes(word) || isTypo(other)).map((other) => `${word} ${other}`);
    });
    expect(likeAnother).to.deep.equal([]);
  });

  it('never confuses two numbers', () => {
    const published = vocabulary.filter((word) => /^\d+$/.test(word));
    const beginnings = published.map((number) => number.slice(0, 3));
    for (const number of new Set([...published, ...beginnings])) {
      const expected = feed.practices.flatMap((practice, i) =>
        fieldTexts(practice, {labels, currentYear: 2026}).flat().flatMap(wordsOf).includes(number) ? i : [],
      );
      expect([...search(`${number} `)].sort((a, b) => a - b)).to.deep.equal(expected, number);
    }
  });
});
