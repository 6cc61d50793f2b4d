import {type Attribute, NO_DATE, ONGOING} from '../practice.js';
import type {CrossTable, SearchResults, ValueCount} from '../state/search-results.js';
import {isWithin, type Refinement, refinementsOf, type SearchState} from '../state/search-state.js';
import {mustJoinPlaces} from './facet-index.js';
import {wholeCountriesOf} from './known-values.js';
import {rangeHistogram, type RangeHistogram} from './range-histogram.js';

/** Refinements that replace those of their attributes. An empty list removes them. */
export type RefinementChange = Readonly<Record<string, readonly Refinement[]>>;

/** The practices with a value. */
export interface Group extends ValueCount {
  readonly attribute: Attribute;
  /** With this change, the search finds exactly these practices. */
  readonly change: RefinementChange;
}

/** The practices of a city. `country` is `''` if the city has none, or several. */
export interface CityGroup extends Group {
  readonly country: string;
}

/** The practices with a topic. */
export interface MatrixRow extends Group {
  /** For each column, how many practices have both. The changes of row and column find them. */
  readonly cells: readonly number[];
}

/** Practices by topic and place. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly Group[];
}

/** Practices by year. */
export interface YearCounts {
  /** From the last year to the first, with those between that have no practice. */
  readonly years: readonly Group[];
  /** Practices that still run, and those without a date. */
  readonly others: readonly Group[];
  /** Null if there are fewer than two years. */
  readonly histogram: RangeHistogram | null;
}

/** The search results in numbers. Groups are sorted by count, then by `compare`. */
export interface Statistics {
  readonly total: number;
  readonly matrix: Matrix;
  readonly years: YearCounts;
  readonly cities: readonly CityGroup[];
}

type CountPairs = (state: SearchState, rows: Attribute, columns: Attribute) => Promise<CrossTable>;

/**
 * Counts the search results. Each number is that of the list to which it leads, which has the same
 * query, collection and other filters.
 *
 * So selected topics, years and countries hide all others: a practice with a selected topic may have
 * another one too, but a search for the other one would find more than the results have. Selected
 * cities are columns, beside the selected countries of which no city is selected: `mustJoinPlaces`
 * says why.
 */
export async function countStatistics(
  countPairs: CountPairs,
  results: SearchResults,
  compare: (a: Group, b: Group) => number,
): Promise<Statistics> {
  const {facets, state, totalHits} = results;
  const {refinements} = state;
  const areJoined = mustJoinPlaces(facets.map(({attribute}) => attribute));
  const hasCities = refinements.city.length > 0;
  const [byCountry, byCity, byYear, places] = await Promise.all([
    countPairs(state, 'topic', 'country'),
    hasCities ? countPairs(state, 'topic', 'city') : null,
    // Only the rows matter. A feed has few sources.
    countPairs(state, 'year', 'source'),
    // A city leads to all of its practices, also to those whose feed names no country.
    countPairs(areJoined ? {...state, refinements: {...refinements, city: [], country: []}} : state, 'country', 'city'),
  ]);

  const isSelected =
    (attribute: Attribute) =>
    ({value}: ValueCount): boolean =>
      refinementsOf(refinements, attribute).some((one) =>
        typeof one === 'string' ? one === value : isWithin(+value, one),
      );
  const selectedOrAll = <Value extends ValueCount>(attribute: Attribute, values: readonly Value[]) =>
    refinementsOf(refinements, attribute).length ? values.filter(isSelected(attribute)) : values;

  const byCount = (a: Group, b: Group) => b.count - a.count || compare(a, b);
  const countriesOf = createCountriesOf(results, places);
  const wholeCountries = areJoined ? wholeCountriesOf(refinements, countriesOf) : [];
  const isInWholeCountry = ({value}: ValueCount) => countriesOf(value).some((one) => wholeCountries.includes(one));

  const countries = hasCities
    ? byCountry.columns.filter(({value}) => wholeCountries.includes(value))
    : selectedOrAll('country', byCountry.columns);
  const cities =
    hasCities || wholeCountries.length
      ? places.columns.filter((city) => isSelected('city')(city) || isInWholeCountry(city))
      : places.columns;

  const placeGroup =
    (attribute: 'city' | 'country') =>
    ({count, value}: ValueCount): Group => {
      const others = areJoined ? {city: [], country: []} : {};
      return {attribute, value, count, change: {...others, [attribute]: [value]}};
    };
  const cityGroup = (city: ValueCount): CityGroup => {
    const [country = '', another] = countriesOf(city.value);
    return {...placeGroup('city')(city), country: another ? '' : country};
  };
  return {
    total: totalHits,
    matrix: createMatrix(
      selectedOrAll('topic', byCountry.rows),
      [
        ...(byCity?.columns.filter(isSelected('city')).map(placeGroup('city')) ?? []),
        ...countries.map(placeGroup('country')),
      ].sort(byCount),
      {city: byCity, country: byCountry},
      byCount,
    ),
    years: countYears(selectedOrAll('year', byYear.rows)),
    cities: cities.map(cityGroup).sort(byCount),
  };
}

/**
 * Returns a function that finds the countries of a city. The results say them if the page has a
 * facet of cities. Otherwise it is a country that all practices of the city have.
 */
function createCountriesOf({facets}: SearchResults, {columns, rows}: CrossTable): (city: string) => readonly string[] {
  const known = facets.find(({attribute}) => attribute === 'city')?.values;
  if (known) {
    const countries = new Map(known.map((city) => [city.value, city.countries]));
    return (city) => countries.get(city) ?? [];
  }
  const counts = new Map(columns.map(({count, value}) => [value, count]));
  const countries = new Map<string, string[]>();
  for (const {cells, value: country} of rows)
    for (const {count, value: city} of cells)
      if (count === counts.get(city)) countries.set(city, [...(countries.get(city) ?? []), country]);
  return (city) => countries.get(city) ?? [];
}

function createMatrix(
  topics: readonly ValueCount[],
  columns: readonly Group[],
  tables: Readonly<Record<string, CrossTable | null>>,
  compare: (a: Group, b: Group) => number,
): Matrix {
  const cellsOf = (attribute: string, topic: string) => {
    const row = tables[attribute]?.rows.find(({value}) => value === topic);
    return new Map(row?.cells.map(({count, value}) => [value, count]));
  };
  const rows = topics.map(({count, value}): MatrixRow => {
    const counts: Record<string, ReadonlyMap<string, number>> = {
      city: cellsOf('city', value),
      country: cellsOf('country', value),
    };
    const cells = columns.map((column) => counts[column.attribute]!.get(column.value) ?? 0);
    return {attribute: 'topic', value, count, cells, change: {topic: [value]}};
  });
  return {rows: rows.sort(compare), columns};
}

/** The years count as in the histogram of the filters: a practice that still runs has all years up to the current one. */
function countYears(values: readonly ValueCount[]): YearCounts {
  const group = ({count, value}: ValueCount): Group => ({attribute: 'year', value, count, change: {year: [value]}});
  const isOther = ({value}: ValueCount) => value === ONGOING || value === NO_DATE;
  const years = values.filter((one) => !isOther(one));
  const histogram = rangeHistogram(
    years.map((year) => ({...year, isRefined: false, countries: []})),
    [],
  );
  const all = histogram?.bars.map(({count, number}) => ({count, value: String(number)})).reverse() ?? years;
  return {years: all.map(group), others: values.filter(isOther).map(group), histogram};
}
