import type {MatchedTerm, Tier} from '../state/search-results.js';
import {sum} from '../sum.js';
import {fieldWeights} from './fields.js';
import type {Expansion, Lexicon} from './lexicon.js';
import {ACCENTED, type Postings} from './postings.js';
import {mayBegin, mayBeInside, type QueryWord} from './query.js';
import type {Word} from './words.js';

export const TIERS: readonly Tier[] = ['exact', 'prefix', 'inflection', 'infix', 'concept', 'fuzzy'];

/** How well each practice meets one term: by its position, 0 where it does not. */
export interface TermScores {
  readonly scores: Float32Array;
  /** Index in `TIERS` of the best match, 0 where there is none. */
  readonly tiers: Uint8Array;
  /** One bit for each field that the term is in; title, place and topics, which say what it is about, count as one. */
  readonly fields: Uint8Array;
  /** False for a short word that is nearly everywhere, such as `the` or `de`: what lacks it is not worse. */
  readonly isNeeded: boolean;
  readonly matched: readonly MatchedTerm[];
}

/** The bits of title, place and topics. */
export const HEAD_FIELDS = 0b111;
/** A word that is not there, and that few practices have anything like, is taken for a misspelling. */
export const FEW_PRACTICES = 10;
/** What is written with accents and typed without, or the other way round, goes behind what is as it was typed. */
const OTHER_ACCENTS = 0.95;
/** Terms whose scores are kept while the rest of the query is typed: six bytes a practice each. */
const MAX_CACHED_TERMS = 16;

/** How close another form of a word is. */
const INFLECTED = 0.5;

/** How a word of a query is looked for. */
export interface TermOptions {
  /** Whether it may be the beginning of a word that is being typed. */
  readonly isOpen: boolean;
  /** Whether its meaning is known: then it is spelled right. */
  readonly isMeant: boolean;
  /** Whether it is of another language than the texts: then a part of a word is there by chance. */
  readonly isForeign: boolean;
  /** Forms of it that mean something else. */
  readonly otherMeanings: readonly string[];
}

/** A mask of fields in which title, place and topics are one. */
export const withHead = (mask: number): number => (mask & HEAD_FIELDS ? mask | HEAD_FIELDS : mask);

/** By a mask of fields, how much a word in them counts: the best field in full, the others a quarter each, as a title that repeats the city is not twice as good. */
export const weightOfFields: Float32Array = Float32Array.from({length: ACCENTED << 1}, (_, mask) => {
  const weights = fieldWeights.filter((_weight, field) => mask & (1 << field));
  return sum(weights.map((weight, i) => (i === 0 ? weight : weight / 4)));
});

/** More than 1 where a field, or title, place and topics between them, have all terms. `common` are the fields that each term is in. */
export const coverage = (common: number): number => 1 + weightOfFields[common]! / weightOfFields[HEAD_FIELDS]! / 2;

/** Finds the scores of words among `size` practices. */
export function createTermScorer(
  {fieldMasks, offsets, owners, words}: Postings,
  lexicon: Lexicon,
  size: number,
  /** The indexes of the other forms of a word that the practices have. */
  inflected: (word: Word) => readonly number[],
): (word: QueryWord, options: TermOptions) => TermScores {
  const kept = new Map<string, TermScores>();
  const countOwners = (word: number) => offsets[word + 1]! - offsets[word]!;

  function scoreTerm(
    {text: term, written, isAccented, isQuoted}: QueryWord,
    {isForeign, isMeant, isOpen, otherMeanings}: TermOptions,
  ): TermScores {
    const scores = new Float32Array(size);
    const tiers = new Uint8Array(size);
    const fields = new Uint8Array(size);
    let owned = 0;
    // A term counts by how few have it, or anything as close: were each word weighed alone, a rare `Polizeiarbeit` would outdo `Arbeitsmarkt`.
    const take = (tier: Tier, expansions: readonly Expansion[]) => {
      for (const {word} of expansions) owned += countOwners(word);
      const rarity = Math.log(1 + size / owned);
      for (const {word, closeness} of expansions)
        for (let i = offsets[word]!, end = offsets[word + 1]!; i < end; i++) {
          const practice = owners[i]!;
          const mask = fieldMasks[i]!;
          const before = scores[practice]!;
          if (before === 0) tiers[practice] = TIERS.indexOf(tier);
          const likeness = mask >= ACCENTED === isAccented ? 1 : OTHER_ACCENTS;
          const score = rarity * closeness * likeness * weightOfFields[mask]!;
          if (score > before) scores[practice] = score;
          fields[practice]! |= withHead(mask);
        }
    };
    const exact = lexicon.find(term);
    if (exact >= 0) take('exact', [{word: exact, closeness: 1}]);
    const isNeeded = isOpen || mayBeInside(term) || owned <= Math.max(FEW_PRACTICES, size / 10);
    if (isForeign) return {scores, tiers, fields, isNeeded, matched: [{text: '', words: [term]}]};
    const isNumber = /\p{N}/u.test(term);
    const isForm = (word: number) => word !== exact && !otherMeanings.includes(words[word]!);
    const forms = isNumber || isQuoted ? [] : inflected({text: term, written, isAccented}).filter(isForm);
    if (isOpen || (mayBegin(term) && !isNumber)) take('prefix', lexicon.prefixed(term));
    const inflections = forms.map((word) => ({word, closeness: INFLECTED}));
    take('inflection', inflections);
    if (mayBeInside(term) && !isNumber) take('infix', lexicon.containing(term));
    const similar = exact < 0 && owned < FEW_PRACTICES && !isQuoted && !isMeant ? lexicon.similar(term, isOpen) : [];
    take('fuzzy', similar);
    const found = [...similar, ...inflections].map(({word}) => words[word]!);
    return {scores, tiers, fields, isNeeded, matched: [{text: term, words: found}]};
  }

  return (word, options) => {
    const key = JSON.stringify([word, options]);
    const found = kept.get(key) ?? scoreTerm(word, options);
    if (kept.size === MAX_CACHED_TERMS) kept.clear();
    kept.set(key, found);
    return found;
  };
}
