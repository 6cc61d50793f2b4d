import {valueKey} from '../attribute-values.js';
import type {QueryFilter, Understanding} from '../engine.js';
import type {FacetIndex} from '../facet-index.js';
import {countFacets, type Misses} from '../facets.js';
import type {Attribute, Translation} from '../practice.js';
import {refinementToText, type Refinements} from '../search-state.js';
import type {Term} from './dictionary.js';
import type {Labels} from './labels.js';
import {literalQuery, withoutWords} from './rewrite-query.js';
import type {FoundUnit, SearchMatches} from './search-index.js';
import {readWords} from './words.js';

/** What a query was, and what it found. */
export interface UnderstandingInput {
  readonly query: string;
  readonly matches: SearchMatches;
  readonly refinements: Refinements;
  readonly misses: Misses;
  /** Whether there are hits. */
  readonly hasHits: boolean;
}

export interface UnderstandingContext {
  readonly facetIndex: FacetIndex;
  readonly labels: Labels;
  /** The facets that the visitor sees. */
  readonly facets: readonly Attribute[];
  readonly arePlacesJoined: boolean;
  /** The languages that need not be named: the page's and those of the texts. */
  readonly ownLanguages: readonly string[];
  find(query: string): Promise<SearchMatches>;
}

const MAX_TERMS = 4;
const MAX_FILTERS = 3;
const MAX_SEARCHES = 3;
/** Words of the longest name that a query is searched for. */
const MAX_NAME_LENGTH = 6;
const FILTERED: readonly Attribute[] = ['topic', 'country', 'city', 'year'];

interface NamedValue {
  readonly attribute: Attribute;
  readonly value: string;
}

/** Tells how queries were understood. */
export function createUnderstanding(
  context: UnderstandingContext,
): (input: UnderstandingInput) => Promise<Understanding> {
  const {arePlacesJoined, facetIndex, facets, find, labels, ownLanguages} = context;
  const valuesByName = readNames(context);

  const hasValue = (attribute: Attribute, value: string) =>
    facetIndex[attribute].values.has(valueKey(attribute, value));

  /** The values that a unit names by its meaning: countries and cities in any language. */
  const placesOf = ({found, parts}: FoundUnit): NamedValue[] => [
    ...parts
      .flat()
      .filter((concept) => hasValue('country', concept))
      .map((value) => ({attribute: 'country' as const, value})),
    ...found
      .filter(({label}) => hasValue('city', label))
      .map(({label}) => ({
        attribute: 'city' as const,
        value: facetIndex.city.values.get(valueKey('city', label))!.value,
      })),
  ];

  /** The values that a query names, each with the folded words that name it. */
  function namedIn({units}: SearchMatches): (NamedValue & {readonly words: readonly string[]})[] {
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
    const keyOf = ({attribute, value}: NamedValue) => `${attribute} ${value}`;
    return [...new Map(named.map((one) => [keyOf(one), one])).values()].filter(
      ({attribute}) => FILTERED.includes(attribute) && facets.includes(attribute),
    );
  }

  async function findFilters({matches, misses, query, refinements}: UnderstandingInput): Promise<QueryFilter[]> {
    const filters: QueryFilter[] = [];
    for (const {attribute, value, words} of namedIn(matches).slice(0, MAX_FILTERS)) {
      if (refinements[attribute].map(refinementToText).includes(value)) continue;
      const rest = withoutWords(query, words);
      const {ranked} = await find(rest);
      const [facet] = countFacets(facetIndex, [attribute], ranked, misses, refinements, arePlacesJoined);
      const count = facet!.values.find((each) => each.value === value)?.count ?? 0;
      if (count) filters.push({attribute, value, query: rest, count});
    }
    return filters;
  }

  /** Where nothing is found: the parts of the query, in the words of the texts, that find something by themselves. */
  async function findSearches({units}: SearchMatches): Promise<Translation[]> {
    const searches: Translation[] = [];
    for (const {found, isStopWord, words} of units.length > 1 ? units : []) {
      const term = found[0];
      const text = term?.label ?? words.map(({written}) => written).join(' ');
      const {isPartial, ranked} = await find(text);
      if (!isStopWord && ranked.length && !isPartial) searches.push({lang: term?.language ?? '', text});
    }
    return searches.slice(0, MAX_SEARCHES);
  }

  return async (input) => {
    const {hasHits, matches, query} = input;
    const meant = matches.units.filter(({found}) => found.length);
    const typed = new Set(readWords(query).map(({text}) => text));
    const alsoFound = meant.flatMap(({found}) =>
      found.filter(({words}) => !words.every(({text}) => typed.has(text))).slice(0, MAX_TERMS),
    );
    const language = matches.units.find(({language: one}) => one && !ownLanguages.some((own) => isSame(own, one)));
    return {
      alsoFound: distinct(alsoFound, MAX_TERMS),
      literalQuery: alsoFound.length ? literalQuery(query, meant) : '',
      language: language?.language ?? '',
      filters: await findFilters(input),
      searches: hasHits ? [] : await findSearches(matches),
    };
  };
}

const distinct = (terms: readonly Term[], max: number): Translation[] =>
  [...new Map(terms.map(({label, language}) => [label, {lang: language, text: label}])).values()].slice(0, max);

const isSame = (one: string, other: string) => one.split('-')[0] === other.split('-')[0];

/** Values by the folded words of each of their names. */
function readNames({facetIndex, facets, labels}: UnderstandingContext): Map<string, NamedValue[]> {
  const named = new Map<string, NamedValue[]>();
  for (const attribute of FILTERED.filter((each) => facets.includes(each)))
    for (const {value} of facetIndex[attribute].values.values())
      for (const name of labels.namesOf(attribute, value)) {
        const key = readWords(name)
          .map(({text}) => text)
          .join(' ');
        if (key) named.set(key, [...(named.get(key) ?? []), {attribute, value}]);
      }
  return named;
}
