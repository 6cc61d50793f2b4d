import {valueKey} from '../attribute-values.js';
import type {KnownFacets} from '../facets/known-values.js';
import {isSameLanguage} from '../localized-text.js';
import type {Attribute, Translation} from '../practice.js';
import type {FacetValue, QueryFilter, Understanding} from '../state/search-results.js';
import {type Refinement, refinementsOf, refinementToText, type Refinements} from '../state/search-state.js';
import type {Term} from './dictionary.js';
import type {Labels} from './labels.js';
import {isPlace, literalQuery, mayBeInside, withoutWords} from './query.js';
import type {FoundUnit, SearchMatches} from './search-index.js';
import {readWords, type Word} from './words.js';

/** A query and its matches. */
export interface UnderstandingInput {
  readonly query: string;
  readonly matches: Pick<SearchMatches, 'corrections' | 'units'>;
  readonly refinements: Refinements;
  readonly hasHits: boolean;
  /** How many practices another query finds with other refinements. */
  count(query: string, refinements: Refinements): Promise<number>;
  /** The cities of what this query finds, counted as a facet. */
  countCities(): Promise<readonly FacetValue[]>;
}

export interface UnderstandingContext {
  readonly facets: KnownFacets;
  readonly labels: Labels;
  /** Whether countries and cities are one facet: a practice in one of the selected places matches. */
  readonly arePlacesJoined: boolean;
  /** The languages of the page and of the texts. Visitors need not be told about them. */
  readonly ownLanguages: readonly string[];
  /** Whether words ask for cities, such as “which cities”. */
  asksForCities(words: readonly Word[]): boolean;
  /** Whether practices have all words of a query. */
  finds(query: string): Promise<boolean>;
  /** Whether two words are forms of the same word of a language. */
  isSameWord(one: Word, other: Word, language: string): boolean;
}

/** How many terms, filters and searches to offer: visitors read them above the cards. */
const MAX_TERMS = 4;
const MAX_FILTERS = 3;
const MAX_SEARCHES = 3;
/** In words: how long a name of a value in a query may be. */
const MAX_NAME_LENGTH = 6;

interface NamedValue {
  readonly attribute: Attribute;
  readonly value: Refinement;
}

/** A value, and its folded words in a query. */
interface ValueInQuery extends NamedValue {
  readonly words: readonly string[];
}

/** Creates a function that describes how a query was understood. */
export function createUnderstanding(
  context: UnderstandingContext,
): (input: UnderstandingInput) => Promise<Understanding> {
  const {arePlacesJoined, asksForCities, facets, finds, isSameWord, ownLanguages} = context;
  const valuesByName = readNames(context);

  const hasValue = (attribute: Attribute, value: string) =>
    facets.get(attribute)!.values.has(valueKey(attribute, value));

  /** The countries and cities that a unit means, in any language. */
  const placesOf = ({found, parts}: FoundUnit): NamedValue[] => [
    ...parts
      .flat()
      .filter((concept) => hasValue('country', concept))
      .map((value) => ({attribute: 'country' as const, value})),
    ...found
      .filter(({label}) => hasValue('city', label))
      .map(({label}) => ({
        attribute: 'city' as const,
        value: facets.get('city')!.values.get(valueKey('city', label))!.value,
      })),
  ];

  /** The values that a query names. */
  function namedIn({units}: UnderstandingInput['matches']): ValueInQuery[] {
    const texts = units.flatMap(({words}) => words.map(({text}) => text));
    const named = units.flatMap((unit) =>
      placesOf(unit).map((value) => ({...value, words: unit.words.map(({text}) => text)})),
    );
    for (let start = 0; start < texts.length; start++)
      for (let length = 1; length <= MAX_NAME_LENGTH; length++) {
        const words = texts.slice(start, start + length);
        if (words.length < length) break;
        named.push(...(valuesByName.get(words.join(' ')) ?? []).map((value) => ({...value, words})));
      }
    const spans = units.flatMap(({words, years}) =>
      years ? {attribute: 'year' as const, value: years, words: words.map(({text}) => text)} : [],
    );
    const isInSpan = ({attribute, words}: ValueInQuery) =>
      attribute === 'year' && spans.some((span) => words.every((word) => span.words.includes(word)));
    const keyOf = ({attribute, value}: NamedValue) => `${attribute} ${refinementToText(value)}`;
    const all = [...named.filter((one) => !isInSpan(one)), ...spans];
    return [...new Map(all.map((one) => [keyOf(one), one])).values()];
  }

  /** With one value in place of those of its facet. */
  function refinedBy(refinements: Refinements, {attribute, value}: NamedValue): Refinements {
    const isPlace = arePlacesJoined && (attribute === 'city' || attribute === 'country');
    return {...refinements, ...(isPlace && {city: [], country: []}), [attribute]: [value]};
  }

  async function findFilters(input: UnderstandingInput): Promise<QueryFilter[]> {
    const {count: countWith, matches, refinements} = input;
    const filters: QueryFilter[] = [];
    for (const {attribute, value, words} of namedIn(matches).slice(0, MAX_FILTERS)) {
      if (refinementsOf(refinements, attribute).map(refinementToText).includes(refinementToText(value))) continue;
      const rest = restOf(input, words);
      const count = await countWith(rest, refinedBy(refinements, {attribute, value}));
      if (count) filters.push({attribute, value, query: rest, count});
    }
    return filters;
  }

  async function findCities({countCities, matches: {units}}: UnderstandingInput): Promise<readonly FacetValue[]> {
    // “Twin cities” mean something else.
    const words = units.filter(({parts}) => !parts.length).flatMap((unit) => unit.words);
    if (!asksForCities(words.filter(({isQuoted}) => !isQuoted))) return [];
    return (await countCities()).filter(({count, isRefined}) => count || isRefined);
  }

  /**
   * The parts of a query without hits that find something by themselves, in the words of the texts.
   */
  async function findSearches({units}: UnderstandingInput['matches']): Promise<Translation[]> {
    const searches: Translation[] = [];
    for (const {found, isStopWord, words} of units.length > 1 ? units : []) {
      const term = found[0];
      const text = term?.label ?? words.map(({written}) => written).join(' ');
      const isTelling = term !== undefined || words.some((word) => mayBeInside(word.text));
      if (!isStopWord && isTelling && (await finds(text))) searches.push({lang: term?.language ?? '', text});
    }
    return searches.slice(0, MAX_SEARCHES);
  }

  /** Whether a list has all words of a term, in any form. */
  const isAmong = ({language, words}: Term, others: readonly Word[]) =>
    words.every((word) => others.some((other) => word.text === other.text || isSameWord(word, other, language)));

  /** The terms that say more than the query and the terms before them. */
  function tellingTerms(unit: FoundUnit, typed: readonly Word[]): Term[] {
    const telling: Term[] = [];
    // One name of a place is enough.
    for (const term of isPlace(unit) ? unit.found.slice(0, 1) : unit.found)
      if (!isAmong(term, typed) && !telling.some((other) => isAmong(term, other.words))) telling.push(term);
    return telling.slice(0, MAX_TERMS);
  }

  return async (input) => {
    const {hasHits, matches, query} = input;
    const meant = matches.units.filter(({found}) => found.length);
    const typed = [query, ...matches.corrections.map(({spelling}) => spelling)].flatMap(readWords);
    const alsoFound = meant.flatMap((unit) => tellingTerms(unit, typed));
    const foreign = matches.units.find(
      ({language}) => language && !ownLanguages.some((own) => isSameLanguage(own, language)),
    );
    return {
      alsoFound: distinct(alsoFound, MAX_TERMS),
      literalQuery: alsoFound.length ? literalQuery(query, meant) : '',
      language: foreign?.language ?? '',
      filters: await findFilters(input),
      cities: await findCities(input),
      searches: hasHits ? [] : await findSearches(matches),
    };
  };
}

/**
 * The query without the words that name a value, and without stop words before them. Empty if only
 * stop words remain.
 */
function restOf({matches: {units}, query}: UnderstandingInput, words: readonly string[]): string {
  const isNamed = (unit: FoundUnit | undefined) => unit?.words.every(({text}) => words.includes(text));
  const isLeft = (unit: FoundUnit, i: number) =>
    !isNamed(unit) && !(unit.isStopWord && isNamed(units.find((next, k) => k > i && !next.isStopWord)));
  const left = units.filter(isLeft);
  if (left.every(({isStopWord}) => isStopWord)) return '';
  const dropped = units.filter((unit) => !left.includes(unit)).flatMap((unit) => unit.words.map(({text}) => text));
  return withoutWords(query, dropped);
}

const distinct = (terms: readonly Term[], max: number): Translation[] =>
  [...new Map(terms.map(({label, language}) => [label, {lang: language, text: label}])).values()].slice(0, max);

/** Values by the folded words of each of their names. Names of feeds are no filters that a query means. */
function readNames({facets, labels}: UnderstandingContext): Map<string, NamedValue[]> {
  const named = new Map<string, NamedValue[]>();
  for (const {kind, name: attribute, values} of facets.values()) {
    // A number in a query is a year, if anything.
    if (attribute === 'source' || (kind === 'span' && attribute !== 'year')) continue;
    for (const {value} of values.values())
      for (const name of labels.namesOf(attribute, value)) {
        const key = readWords(name)
          .map(({text}) => text)
          .join(' ');
        if (key) named.set(key, [...(named.get(key) ?? []), {attribute, value}]);
      }
  }
  return named;
}
