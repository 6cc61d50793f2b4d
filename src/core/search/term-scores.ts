import type {MatchedTerm, Tier} from '../state/search-results.js';
import {sum} from '../sum.js';
import {fieldWeights} from './fields.js';
import {type Expansion, isShort, type Lexicon} from './lexicon.js';
import {ACCENTED, type Postings} from './postings.js';
import {mayBegin, mayBeInside, type QueryWord} from './query.js';
import type {Word} from './words.js';

export const TIERS: readonly Tier[] = ['exact', 'prefix', 'inflection', 'infix', 'concept', 'fuzzy'];

/** How well each practice matches one term, by its position. 0 if it does not match. */
export interface TermScores {
  readonly scores: Float32Array;
  /** The index of the best match in `TIERS`. 0 if there is none. */
  readonly tiers: Uint8Array;
  /**
   * A bit for each field that has the term. Title, place and topics say what a practice is about,
   * so they count as one.
   */
  readonly fields: Uint8Array;
  /**
   * False for a very frequent short word such as `the` or `de`. Practices without it are not worse.
   */
  readonly isNeeded: boolean;
  readonly matched: readonly MatchedTerm[];
}

/** The bits of title, place and topics. */
export const HEAD_FIELDS = 0b111;
/**
 * If no practice has a word, and fewer than so many have a similar one, it counts as a misspelling.
 */
export const FEW_PRACTICES = 10;
/**
 * A word that was typed with other accents than the text has ranks behind one that was typed
 * exactly.
 */
const OTHER_ACCENTS = 0.95;
/**
 * How many terms to cache while a visitor types the rest of the query. Each takes six bytes for a
 * practice.
 */
const MAX_CACHED_TERMS = 16;

/** The closeness of another form of a word. */
const INFLECTED = 0.5;

/** How to look for a word of a query. */
export interface TermOptions {
  /** Whether it may be the beginning of a word that the visitor is still typing. */
  readonly isOpen: boolean;
  /** Whether its meaning is known. Then it is spelled correctly. */
  readonly isMeant: boolean;
  /** Whether it has a correction. */
  readonly isMisspelt: boolean;
  /**
   * Whether its language is not that of the texts. Then a part of a word matches by chance only.
   */
  readonly isForeign: boolean;
  /** Forms of it that mean something else. */
  readonly otherMeanings: readonly string[];
}

/** A mask of fields in which title, place and topics are one. */
export const withHead = (mask: number): number => (mask & HEAD_FIELDS ? mask | HEAD_FIELDS : mask);

/**
 * How much a word counts, by the mask of the fields that have it. The best field counts in full,
 * and the others count a quarter each. A title that repeats the city is not twice as good.
 */
export const weightOfFields: Float32Array = Float32Array.from({length: ACCENTED << 1}, (_, mask) => {
  const weights = fieldWeights.filter((_weight, field) => mask & (1 << field));
  return sum(weights.map((weight, i) => (i === 0 ? weight : weight / 4)));
});

/**
 * More than 1 if one field has all terms, or title, place and topics together have them. `common`
 * are the fields that have each term.
 */
export const coverage = (common: number): number => 1 + weightOfFields[common]! / weightOfFields[HEAD_FIELDS]! / 2;

/** Creates a function that scores words among `size` practices. */
export function createTermScorer(
  {fieldMasks, offsets, owners, words}: Postings,
  lexicon: Lexicon,
  size: number,
  /** Returns the indexes of other forms of a word that practices have. */
  inflected: (word: Word) => readonly number[],
): (word: QueryWord, options: TermOptions) => TermScores {
  const cache = new Map<string, TermScores>();
  const countOwners = (word: number) => offsets[word + 1]! - offsets[word]!;

  function scoreTerm(
    {text: term, written, isAccented, isQuoted}: QueryWord,
    {isForeign, isMeant, isMisspelt, isOpen, otherMeanings}: TermOptions,
  ): TermScores {
    const scores = new Float32Array(size);
    const tiers = new Uint8Array(size);
    const fields = new Uint8Array(size);
    let owned = 0;
    // All words found for a term share one rarity. Weighed alone, a rare `Polizeiarbeit` would beat
    // `Arbeitsmarkt` for `arbeit`.
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
    const mayBeMisspelt = isMisspelt || (!isMeant && (!isShort(term) || lexicon.has(term)));
    const isMissing = exact < 0 && owned < FEW_PRACTICES && !isQuoted;
    const similar = isMissing && mayBeMisspelt ? lexicon.similar(term, isOpen) : [];
    take('fuzzy', similar);
    const found = [...similar, ...inflections].map(({word}) => words[word]!);
    return {scores, tiers, fields, isNeeded, matched: [{text: term, words: found}]};
  }

  return (word, options) => {
    const key = JSON.stringify([word, options]);
    const found = cache.get(key) ?? scoreTerm(word, options);
    if (cache.size === MAX_CACHED_TERMS) cache.clear();
    cache.set(key, found);
    return found;
  };
}
