import type {MatchedTerm, Tier} from '../engine.js';
import type {Practice} from '../practice.js';
import {finish, type Steps} from '../steps.js';
import {spellingOf, type Correction} from './correct.js';
import {fieldTexts, type FieldContext} from './fields.js';
import {createLexicon} from './lexicon.js';
import {buildPostings} from './postings.js';
import type {Query} from './query.js';
import {coverage, createTermScorer, TIERS, type TermScores} from './term-scores.js';
import {wordsOf} from './tokenize.js';

/** What a query found. */
export interface SearchMatches {
  /** Positions of practices, best first. */
  readonly ranked: readonly number[];
  readonly scoreOf: (practice: number) => number;
  readonly tierOf: (practice: number) => Tier | null;
  /** No practice has every term: these have the most. */
  readonly isPartial: boolean;
  readonly matchedTerms: readonly MatchedTerm[];
  readonly corrections: readonly Correction[];
}

export interface SearchIndex {
  search(query: Query): SearchMatches;
  /** How well each practice meets each term of a query; see `explain`. */
  scoreTerms(query: Query): readonly TermScores[];
  /** Positions of the practices that have a folded word, ascending; `fields`: the bits of fields, one of which has it. */
  ownersOf(word: string, fields?: number): Uint32Array;
}

/**
 * Reads the words of all practices once, and answers queries from them. Costs about 0.15 ms a practice of 2 kB, and two small numbers for
 * each distinct word of each practice in memory. The practices are kept for phrases and spellings only.
 */
export const createSearchIndex = (practices: readonly Practice[], context: FieldContext): SearchIndex =>
  finish(indexInSteps(practices, context));

/** The same with a rest now and then. */
export function* indexInSteps(practices: readonly Practice[], context: FieldContext): Steps<SearchIndex> {
  const postings = yield* buildPostings(practices, context);
  const {fieldMasks, words, offsets, owners} = postings;
  const lexicon = yield* createLexicon(words);
  const scoreTerm = createTermScorer(postings, lexicon, practices.length);
  const ownersAt = (word: number) => owners.subarray(offsets[word], offsets[word + 1]);
  const ownersOf = (text: string, fields = -1) => {
    const word = lexicon.find(text);
    const start = offsets[word] ?? 0;
    return ownersAt(word).filter((_, i) => fieldMasks[start + i]! & fields);
  };
  const textsOf = (practice: number) => fieldTexts(practices[practice]!, context).flat();

  const scoreTerms = ({accented, isLastOpen, terms}: Query) =>
    terms.map((term, i) => scoreTerm(term, isLastOpen && i === terms.length - 1, accented.has(term)));

  /** Which practices have a phrase: its words side by side in one text. Read afresh: phrases are rare, and few have all words in one field. */
  function phraseFinder(phrase: string): (practice: number) => boolean {
    const phraseWords = phrase.split(' ');
    const common = new Uint8Array(practices.length).fill(-1);
    for (const text of phraseWords) {
      const fields = new Uint8Array(practices.length);
      const word = lexicon.find(text);
      if (word >= 0) for (let i = offsets[word]!; i < offsets[word + 1]!; i++) fields[owners[i]!] = fieldMasks[i]!;
      for (let i = 0; i < fields.length; i++) common[i]! &= fields[i]!;
    }
    return (practice) =>
      fieldTexts(practices[practice]!, context).some(
        (texts, field) =>
          common[practice]! & (1 << field) &&
          texts.some((text) => ` ${wordsOf(text).join(' ')} `.includes(` ${phrase} `)),
      );
  }

  function search(query: Query): SearchMatches {
    const {excluded} = query;
    const phrases = query.phrases.map(phraseFinder);
    const hasPhrases = (practice: number) => phrases.every((has) => has(practice));
    const found = scoreTerms(query);
    const needed = found.some(({isNeeded}) => isNeeded) ? found.filter(({isNeeded}) => isNeeded) : found;
    const counts = new Uint8Array(practices.length);
    for (const {scores} of needed) for (let i = 0; i < scores.length; i++) if (scores[i]! > 0) counts[i]!++;
    // A count that no practice can reach by its terms.
    const EXCLUDED = needed.length + 1;
    for (const text of excluded) for (const practice of ownersOf(text)) counts[practice] = EXCLUDED;

    // With every term where there is any; else with as many as can be had, but never with none of them.
    let best = EXCLUDED;
    let matches: number[] = [];
    do {
      best--;
      for (let i = 0; i < counts.length; i++) if (counts[i] === best && hasPhrases(i)) matches.push(i);
    } while (best > 1 && !matches.length);

    const totals = new Float32Array(practices.length);
    const worst = new Uint8Array(practices.length);
    for (const practice of matches) {
      let sum = 0;
      for (const {scores} of found) sum += scores[practice]!;
      let common = -1;
      for (const {fields, tiers} of needed) {
        common &= fields[practice]!;
        worst[practice] = Math.max(worst[practice]!, tiers[practice]!);
      }
      totals[practice] = needed.length ? sum * coverage(common) : sum;
    }
    const FUZZY = TIERS.indexOf('fuzzy');
    const isFuzzy = (practice: number) => Number(worst[practice] === FUZZY);
    return {
      ranked: matches.sort((a, b) => isFuzzy(a) - isFuzzy(b) || totals[b]! - totals[a]! || a - b),
      scoreOf: (practice) => totals[practice]!,
      tierOf: (practice) => (found.length ? TIERS[worst[practice]!]! : null),
      isPartial: best < needed.length,
      matchedTerms: found.map(({matched}) => matched),
      corrections: found
        .filter(({nearest}) => nearest >= 0)
        .map(({matched, nearest}) => ({
          term: matched.text,
          spelling: spellingOf(words[nearest]!, textsOf(ownersAt(nearest)[0]!)),
        })),
    };
  }

  return {search, scoreTerms, ownersOf};
}
