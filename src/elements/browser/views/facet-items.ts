import {isSpanType} from '../../../core/own-facets.js';
import type {Attribute, Translation} from '../../../core/practice.js';
import type {Labels} from '../../../core/search/labels.js';
import {facetValues, type FacetValue, type SearchResults} from '../../../core/state/search-results.js';
import {refinementsOf, type Refinements} from '../../../core/state/search-state.js';
import {attributeName, type Localizer, messageText, refinementLabel} from '../../../i18n/localizer.js';
import type {FacetName} from '../settings.js';
import type {FacetLists} from '../store.js';

/** What the facets are made of. */
export interface FacetsView {
  /** The facets that are shown, in their order. */
  readonly facetNames: readonly FacetName[];
  /** Whether values are shown that would leave nothing. */
  readonly hasEmptyValues: boolean;
  readonly labels: Labels;
  readonly lists: FacetLists;
  readonly localizer: Localizer;
  /** What is selected. The results may still be those before. */
  readonly refinements: Refinements;
  readonly results: SearchResults;
}

/** A value to draw. */
export interface FacetItem extends FacetValue {
  /** The key of the value, and of the list of its cities. */
  readonly key: string;
  readonly attribute: Attribute;
  readonly label: Translation;
  /** It or one of its cities is selected, or was ticked or unticked last: it is always shown. */
  readonly isKept: boolean;
  /** The cities of a country, if they are shown under it. */
  readonly cities: readonly FacetItem[];
  /** The visitor searched for the cities under it, and not for the country. */
  readonly isFound?: boolean;
}

/** A facet to draw. */
export interface DrawnFacet {
  readonly name: FacetName;
  readonly attribute: Attribute;
  readonly title: Translation;
  readonly items: readonly FacetItem[];
  /** How many values are selected. */
  readonly chosen: number;
  /** Whether none of its values finds anything, and none is selected. */
  readonly isEmpty: boolean;
  /** The numbers of the histogram; null for other facets. */
  readonly numbers: readonly FacetValue[] | null;
}

/**
 * There are not as many countries. In a feed that makes them up, nesting takes time by the square.
 */
const MAX_COUNTRIES_WITH_CITIES = 500;

/** Values of `year` may also be `ongoing` or `none`. */
const isNumber = (value: string) => !Number.isNaN(+value);

/** Whether a facet has a chart with a range. Years of the feed's own have one, and no list. */
export const isDrawnAsRange = (name: FacetName, labels: Labels): boolean =>
  name === 'year-range' || (name !== 'year' && isSpanType(labels.typeOf(name)));

/** The key of an item. */
export const itemKey = (attribute: Attribute, value: string): string => `${attribute} ${value}`;

/**
 * The facets in their order, without those that offer no choice. Values are sorted by count, then
 * by name in the language of the interface; years keep their order. Cities are under their
 * countries if both are facets, and if there is more than one country.
 */
export function drawnFacets(view: FacetsView): DrawnFacet[] {
  const {facetNames, hasEmptyValues, labels, lists, localizer, results} = view;
  const {state, totalHits} = results;

  function itemsOf(attribute: Attribute, values: readonly FacetValue[], hasCities = false): FacetItem[] {
    const items = values.map((value): FacetItem => {
      const key = itemKey(attribute, value.value);
      const cities = hasCities ? citiesOf((countries) => countries.includes(value.value)) : [];
      const isKept = value.isRefined || key === lists.touched || cities.some((city) => city.isKept);
      return {
        ...value,
        attribute,
        cities,
        isKept,
        key,
        label: refinementLabel(attribute, value.value, labels, localizer),
      };
    });
    const shown = items.filter(({count, isKept}) => count || isKept || hasEmptyValues);
    return isSpanType(labels.typeOf(attribute))
      ? shown
      : shown.sort((a, b) => b.count - a.count || localizer.compare(a.label.text, b.label.text));
  }
  const citiesOf = (isThere: (countries: readonly string[]) => unknown) =>
    itemsOf(
      'city',
      facetValues(results, 'city').filter(({countries}) => isThere(countries)),
    );

  const isNamed = (name: FacetName) => facetNames.includes(name);
  const countries = facetValues(results, 'country').length;
  const hasPlaces = isNamed('country') && isNamed('city') && countries > 1 && countries < MAX_COUNTRIES_WITH_CITIES;

  return facetNames.flatMap((name): DrawnFacet | [] => {
    const attribute = name === 'year-range' ? 'year' : name;
    const isPicture = isDrawnAsRange(name, labels);
    const isPlace = hasPlaces && name === 'country';
    const values = facetValues(results, attribute);
    const bars = isPicture ? values.filter(({value}) => isNumber(value)) : [];
    const numbers = bars.length > 1 ? bars : null;
    // The histogram has the numbers. If there is no list, what is not a number, or a single selected
    // one, gets a checkbox.
    const ticks =
      name === 'year-range' || numbers
        ? values.filter(
            ({value, isRefined}) => !(attribute === 'year' && isNamed('year')) && (isRefined || !isNumber(value)),
          )
        : values;
    const alone = isPlace ? citiesOf((countries) => !countries.length) : [];
    const items = [...itemsOf(attribute, ticks, isPlace), ...alone];
    const isEmpty = ![...items, ...bars].some(({count}) => count) && !items.some((item) => item.isKept);
    const isPointless = values.length < 2 && !items.some(({count, isKept}) => isKept || count < totalHits);
    if ((hasPlaces && name === 'city') || isPointless || !(numbers || ticks.length || alone.length)) return [];
    const chosen = refinementsOf(state.refinements, attribute).length + (isPlace ? state.refinements.city.length : 0);
    const title = isPlace ? messageText('place', localizer) : attributeName(attribute, labels, localizer);
    return {name, attribute, title, items, chosen, isEmpty, numbers};
  });
}
