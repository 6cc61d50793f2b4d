import type {MatchedTerm, Tier} from '../engine.js';
import type {Practice} from '../practice.js';
import {spellingOf, type Correction} from './correct.js';
import {fieldTexts, fieldWeights} from './fields.js';
import type {Labels} from './labels.js';
import {createLexicon, type Expansion} from './lexicon.js';
import {INFIX_LENGTH, PREFIX_LENGTH, type Query} from './query.js';
import {buildPostings} from './postings.js';
import {wordsOf} from './tokenize.js';

/** What a query found. */
export interface SearchMatches {
  /** Indices of practices, best first. */
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
}

const TIERS: readonly Tier[] = ['exact', 'prefix', 'infix', 'fuzzy'];
/** A word that is not there, and that few practices have anything like, is taken for a misspelling. */
const FEW = 10;
/** The bits of title, place and topics, which count as one field. */
const HEAD = 0b111;

/** How well each practice meets one term: by practice, 0 where it does not. */
interface TermScores {
  readonly scores: Float32Array;
  /** Index in `TIERS` of the best match, 0 where there is none. */
  readonly tiers: Uint8Array;
  /** One bit for each field that the term is in. */
  readonly fields: Uint8Array;
  /** False for a short word that is nearly everywhere, such as `the` or `de`: what lacks it is not worse. */
  readonly isNeeded: boolean;
  readonly matched: MatchedTerm;
  /** The word that was most likely meant, where no practice has the term or anything that holds it; else -1. */
  readonly nearest: number;
}

/**
 * Reads the words of all practices once. Costs about 0.1 ms a practice of 2 kB, and two small numbers for each distinct word of each
 * practice in memory. The practices are kept for phrases only.
 */
export function createSearchIndex(practices: readonly Practice[], labels: Labels): SearchIndex {
  const {words, offsets, owners, fieldMasks} = buildPostings(practices, labels);
  const lexicon = createLexicon(words);
  // A field says what it is about; the next ones that it is so: a word is not twice as good because a title repeats the city.
  const weights = Float32Array.from({length: 1 << fieldWeights.length}, (_, mask) =>
    fieldWeights
      .filter((_weight, field) => mask & (1 << field))
      .reduce((sum, weight, i) => sum + (i === 0 ? weight : weight / 4), 0),
  );

  function scoreTerm(term: string, isOpen: boolean): TermScores {
    const scores = new Float32Array(practices.length);
    const tiers = new Uint8Array(practices.length);
    const inFields = new Uint8Array(practices.length);
    let owned = 0;
    // A term counts by how few have it, or anything as close: were each word weighed alone, a rare `Polizeiarbeit` would outdo `Arbeitsmarkt`.
    const take = (tier: number, expansions: readonly Expansion[]) => {
      owned = expansions.reduce((sum, {word}) => sum + offsets[word + 1]! - offsets[word]!, owned);
      const rarity = Math.log(1 + practices.length / owned);
      for (const {word, closeness} of expansions)
        for (let i = offsets[word]!; i < offsets[word + 1]!; i++) {
          const practice = owners[i]!;
          const mask = fieldMasks[i]!;
          if (scores[practice] === 0) tiers[practice] = tier;
          scores[practice] = Math.max(scores[practice]!, rarity * closeness * weights[mask]!);
          inFields[practice]! |= mask & HEAD ? mask | HEAD : mask;
        }
    };
    const exact = lexicon.find(term);
    if (exact >= 0) take(0, [{word: exact, closeness: 1}]);
    const isNeeded = isOpen || term.length >= INFIX_LENGTH || owned <= Math.max(FEW, practices.length / 10);
    const isNumber = /\p{N}/u.test(term);
    if (isOpen || (term.length >= PREFIX_LENGTH && !isNumber)) take(1, lexicon.prefixed(term));
    if (term.length >= INFIX_LENGTH && !isNumber) take(2, lexicon.containing(term));
    const isUnknown = owned === 0;
    const similar = exact < 0 && owned < FEW ? lexicon.similar(term, isOpen) : [];
    take(3, similar);
    // Of words that are as close, the one that most practices have.
    const likely = ({word, closeness}: Expansion) =>
      closeness + (offsets[word + 1]! - offsets[word]!) / practices.length / 100;
    const best = similar.reduce((a, b) => (likely(b) > likely(a) ? b : a), similar[0] ?? {word: -1, closeness: 0});
    const nearest = isUnknown ? best.word : -1;
    const matched = {text: term, words: similar.map(({word}) => words[word]!)};
    return {scores, tiers, fields: inFields, isNeeded, matched, nearest};
  }

  /** Whether every phrase stands in some text of the practice, word by word. Read afresh: phrases are rare, and few have their words. */
  function hasPhrases(practice: Practice, phrases: readonly string[]): boolean {
    if (!phrases.length) return true;
    const texts = fieldTexts(practice, labels)
      .flat()
      .map((text) => ` ${wordsOf(text).join(' ')} `);
    return phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase} `)));
  }

  function search({terms, phrases, excluded, isLastOpen}: Query): SearchMatches {
    const found = terms.map((term, i) => scoreTerm(term, isLastOpen && i === terms.length - 1));
    const needed = found.some(({isNeeded}) => isNeeded) ? found.filter(({isNeeded}) => isNeeded) : found;
    const isExcluded = new Uint8Array(practices.length);
    for (const word of excluded.map((text) => lexicon.find(text)).filter((index) => index >= 0))
      for (let i = offsets[word]!; i < offsets[word + 1]!; i++) isExcluded[owners[i]!] = 1;

    const covered: number[][] = [...found, null].map(() => []);
    for (let i = 0; i < practices.length; i++) {
      const count = needed.reduce((sum, {scores}) => sum + Number(scores[i]! > 0), 0);
      if (!isExcluded[i]) covered[count]!.push(i);
    }
    // With every term where there is any; else with as many as can be had, but never with none of them.
    let best = needed.length + 1;
    let matches: number[];
    do matches = covered[--best]!.filter((i) => hasPhrases(practices[i]!, phrases));
    while (best > 1 && !matches.length);

    const totals = new Float32Array(practices.length);
    const worst = new Uint8Array(practices.length);
    for (const practice of matches) {
      const sum = found.reduce((total, {scores}) => total + scores[practice]!, 0);
      // Half as much again where title, place and topics, which say what it is about, have every term between them; less for other fields.
      const common = needed.reduce((mask, {fields}) => mask & fields[practice]!, weights.length - 1);
      totals[practice] = sum * (1 + weights[common]! / weights[HEAD]! / 2);
      worst[practice] = Math.max(0, ...needed.map(({tiers}) => tiers[practice]!));
    }
    const isFuzzy = (practice: number) => Number(TIERS[worst[practice]!] === 'fuzzy');
    return {
      ranked: matches.sort((a, b) => isFuzzy(a) - isFuzzy(b) || totals[b]! - totals[a]! || a - b),
      scoreOf: (practice) => totals[practice]!,
      tierOf: (practice) => (terms.length ? TIERS[worst[practice]!]! : null),
      isPartial: best < needed.length,
      matchedTerms: found.map(({matched}) => matched),
      corrections: found
        .filter(({nearest}) => nearest >= 0)
        .map(({matched, nearest}) => {
          const texts = fieldTexts(practices[owners[offsets[nearest]!]!]!, labels).flat();
          return {term: matched.text, spelling: spellingOf(words[nearest]!, texts)};
        }),
    };
  }

  return {search};
}
