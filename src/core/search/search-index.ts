import type {MatchedTerm, Tier} from '../engine.js';
import type {Practice} from '../practice.js';
import {fieldTexts, fieldWeights} from './fields.js';
import type {Labels} from './labels.js';
import {createLexicon, type Expansion} from './lexicon.js';
import type {Query} from './query.js';
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
}

export interface SearchIndex {
  search(query: Query): SearchMatches;
}

const TIERS: readonly Tier[] = ['exact', 'prefix', 'infix', 'fuzzy'];
/** A word that is not there, and that few practices have anything like, is taken for a misspelling. */
const FEW = 10;
/** Beginnings from three letters, but any while the word is being typed; insides from four: shorter ones are everywhere. */
const PREFIX_LENGTH = 3;
const INFIX_LENGTH = 4;

/** How well each practice meets one term: by practice, 0 where it does not. */
interface TermScores {
  readonly scores: Float32Array;
  /** Index in `TIERS` of the best match. */
  readonly tiers: Uint8Array;
  /** One bit for each field that the term is in. */
  readonly fields: Uint8Array;
  readonly matched: MatchedTerm;
}

/**
 * Reads the words of all practices once. Costs about 0.1 ms a practice of 2 kB, and two small numbers for each distinct word of each
 * practice in memory. The practices are kept for phrases only.
 */
export function createSearchIndex(practices: readonly Practice[], labels: Labels): SearchIndex {
  const {words, offsets, owners, fieldMasks} = buildPostings(practices, labels);
  const lexicon = createLexicon(words);
  const weights = Float32Array.from({length: 1 << fieldWeights.length}, (_, mask) =>
    fieldWeights.reduce((sum, weight, field) => sum + (mask & (1 << field) ? weight : 0), 0),
  );
  const countOwners = (expansions: Expansion[]) =>
    expansions.reduce((sum, {word}) => sum + offsets[word + 1]! - offsets[word]!, 0);

  function expand(term: string, isOpen: boolean): Expansion[] {
    const exact = lexicon.find(term);
    const expansions: Expansion[] = exact < 0 ? [] : [{word: exact, tier: 'exact', closeness: 1}];
    if (isOpen || term.length >= PREFIX_LENGTH) expansions.push(...lexicon.prefixed(term));
    if (term.length >= INFIX_LENGTH) expansions.push(...lexicon.containing(term));
    if (exact < 0 && countOwners(expansions) < FEW) expansions.push(...lexicon.similar(term));
    return expansions;
  }

  function scoreTerm(term: string, isOpen: boolean): TermScores {
    const scores = new Float32Array(practices.length);
    const tiers = new Uint8Array(practices.length).fill(TIERS.length);
    const inFields = new Uint8Array(practices.length);
    const fuzzyWords: string[] = [];
    for (const {word, tier, closeness} of expand(term, isOpen)) {
      const from = offsets[word]!;
      const to = offsets[word + 1]!;
      const weight = closeness * Math.log(1 + practices.length / (to - from));
      if (tier === 'fuzzy') fuzzyWords.push(words[word]!);
      for (let i = from; i < to; i++) {
        const practice = owners[i]!;
        scores[practice] = Math.max(scores[practice]!, weight * weights[fieldMasks[i]!]!);
        tiers[practice] = Math.min(tiers[practice]!, TIERS.indexOf(tier));
        inFields[practice]! |= fieldMasks[i]!;
      }
    }
    return {scores, tiers, fields: inFields, matched: {text: term, words: fuzzyWords}};
  }

  /** Whether every phrase stands in some text of the practice, word by word. Read afresh: phrases are rare, and their words are there. */
  function hasPhrases(practice: Practice, phrases: readonly string[]): boolean {
    const texts = fieldTexts(practice, labels)
      .flat()
      .map((text) => ` ${wordsOf(text).join(' ')} `);
    return phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase} `)));
  }

  function search({terms, phrases, excluded, isLastOpen}: Query): SearchMatches {
    const found = terms.map((term, i) => scoreTerm(term, isLastOpen && i === terms.length - 1));
    const isExcluded = new Uint8Array(practices.length);
    for (const word of excluded.map((text) => lexicon.find(text)).filter((index) => index >= 0))
      for (let i = offsets[word]!; i < offsets[word + 1]!; i++) isExcluded[owners[i]!] = 1;

    const coverage = (practice: number) => found.reduce((sum, {scores}) => sum + (scores[practice]! > 0 ? 1 : 0), 0);
    const covered: number[][] = Array.from({length: terms.length + 1}, () => []);
    for (let i = 0; i < practices.length; i++)
      if (!isExcluded[i] && (phrases.length === 0 || hasPhrases(practices[i]!, phrases))) covered[coverage(i)]!.push(i);
    // With every term where there is any; else with as many as can be had, but never with none of them.
    let best = terms.length;
    while (best > 1 && covered[best]!.length === 0) best--;
    const matches = covered[best]!;

    const totals = new Float32Array(practices.length);
    for (const practice of matches) totals[practice] = totalScore(found, practice);
    const worst = (practice: number) =>
      found.reduce((tier, {tiers, scores}) => (scores[practice]! > 0 ? Math.max(tier, tiers[practice]!) : tier), 0);
    const isFuzzy = (practice: number) => Number(TIERS[worst(practice)] === 'fuzzy');
    return {
      ranked: terms.length
        ? matches.sort((a, b) => isFuzzy(a) - isFuzzy(b) || totals[b]! - totals[a]! || a - b)
        : matches,
      scoreOf: (practice) => totals[practice]!,
      tierOf: (practice) => (terms.length ? TIERS[worst(practice)]! : null),
      isPartial: best < terms.length,
      matchedTerms: found.map(({matched}) => matched),
    };
  }

  /** The sum of the terms, and half as much again where one field has them all. */
  function totalScore(found: readonly TermScores[], practice: number): number {
    const sum = found.reduce((total, {scores}) => total + scores[practice]!, 0);
    const common = found.reduce((mask, term) => mask & term.fields[practice]!, ~0);
    return found.length > 1 && common !== 0 ? sum * 1.5 : sum;
  }

  return {search};
}
