import type {Attribute, Translation} from '../../../core/practice.js';
import type {FacetValue} from '../../../core/state/search-results.js';
import {refinementLabel} from '../../../i18n/localizer.js';
import type {MessageKey} from '../../../i18n/messages.js';
import type {FacetName} from '../settings.js';
import type {View} from '../view-model.js';

/** A value as it is shown. */
export interface FacetItem extends FacetValue {
  /** Of the item, and of the list of its cities. */
  readonly key: string;
  readonly attribute: Attribute;
  readonly label: Translation;
  /** It or one of its cities is chosen, or was touched last: it is shown whatever else is left out. */
  readonly isKept: boolean;
  /** Of a country, where cities are shown under it. */
  readonly cities: readonly FacetItem[];
  /** It is there because of the cities under it, which the visitor looked for. */
  readonly isFound?: boolean;
}

/** A facet as it is shown. */
export interface DrawnFacet {
  readonly name: FacetName;
  readonly title: MessageKey;
  readonly items: readonly FacetItem[];
  /** How much is chosen in it. */
  readonly chosen: number;
  /** What the picture of the years is drawn from; null for other facets. */
  readonly years: readonly FacetValue[] | null;
}

/** Who has so many countries has made them up: to look for the cities of each would take all day. */
const MAX_COUNTRIES_WITH_CITIES = 500;

/** The key of an item. */
export const itemKey = (attribute: Attribute, value: string): string => `${attribute} ${value}`;

/**
 * The facets in their order, without those that leave nothing to choose. Values come by count, then by name in the language of the
 * interface; years as they are. Cities stand under their countries where both are named, and there is more than one country.
 */
export function drawnFacets(view: View): DrawnFacet[] {
  const {facetNames, hasEmptyValues, labels, lists, localizer, results} = view;
  const {facets, state, totalHits} = results;
  const valuesOf = (attribute: Attribute) => facets.find((facet) => facet.attribute === attribute)?.values ?? [];

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
    return attribute === 'year'
      ? shown
      : shown.sort((a, b) => b.count - a.count || localizer.compare(a.label.text, b.label.text));
  }
  const citiesOf = (isThere: (countries: readonly string[]) => unknown) =>
    itemsOf(
      'city',
      valuesOf('city').filter(({countries}) => isThere(countries)),
    );

  const isNamed = (name: FacetName) => facetNames.includes(name);
  const countries = valuesOf('country').length;
  const hasPlaces = isNamed('country') && isNamed('city') && countries > 1 && countries < MAX_COUNTRIES_WITH_CITIES;

  return facetNames.flatMap((name): DrawnFacet | [] => {
    const attribute = name === 'year-range' ? 'year' : name;
    const isPicture = name === 'year-range';
    const isPlace = hasPlaces && name === 'country';
    const values = valuesOf(attribute);
    // the picture has the years; what is no year, or a single one that is chosen, is to tick where there is no list
    const ticks = isPicture
      ? values.filter(({value, isRefined}) => !isNamed('year') && (isRefined || !+value))
      : values;
    const alone = isPlace ? citiesOf((countries) => !countries.length) : [];
    const items = [...itemsOf(attribute, ticks, isPlace), ...alone];
    const years = isPicture && values.filter(({value}) => +value).length > 1 ? values : null;
    const isPointless = values.length < 2 && !items.some(({count, isKept}) => isKept || count < totalHits);
    if ((hasPlaces && name === 'city') || isPointless || !(years || items.length)) return [];
    const chosen = state.refinements[attribute].length + (isPlace ? state.refinements.city.length : 0);
    return {name, title: isPlace ? 'place' : attribute, items, chosen, years};
  });
}
