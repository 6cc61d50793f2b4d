import type {FacetValue} from '../core/engine.js';
import type {Attribute} from '../core/practice.js';
import {yearHistogram, type YearHistogram} from '../core/year-histogram.js';
import {refinementLabel} from '../i18n/refinement-label.js';
import type {MessageKey} from '../i18n/messages.js';
import type {FacetName} from './settings.js';
import type {View} from './view.js';

/** A value as it is shown. */
export interface FacetItem extends FacetValue {
  /** Of the item, and of the list of its cities. */
  readonly key: string;
  readonly attribute: Attribute;
  readonly label: string;
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
  readonly histogram: YearHistogram | null;
}

/** The key of an item. */
export const itemKey = (attribute: Attribute, value: string): string => `${attribute} ${value}`;

const isChosen = ({isRefined}: FacetValue) => isRefined;

/**
 * The facets in their order, without those that leave nothing to choose: where there is one value only. Values come by count, then by name
 * in the language of the interface; years as they are. Cities stand under their countries where both are named.
 */
export function drawnFacets({facetNames, hasEmptyValues, labels, lists, localizer, results}: View): DrawnFacet[] {
  const {refinements} = results.state;
  const valuesOf = (attribute: Attribute) =>
    results.facets.find((facet) => facet.attribute === attribute)?.values ?? [];
  const isPointless = (values: readonly FacetValue[]) => values.length < 2 && !values.some(isChosen);

  function itemsOf(attribute: Attribute, values: readonly FacetValue[], citiesOf: typeof noCities = noCities) {
    const items = values.map((value): FacetItem => {
      const key = itemKey(attribute, value.value);
      const cities = citiesOf(value.value);
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
      : shown.sort((a, b) => b.count - a.count || localizer.compare(a.label, b.label));
  }

  const named = (name: FacetName) => facetNames.includes(name);
  const hasPlaces = named('country') && named('city') && !isPointless(valuesOf('country'));
  const citiesBy = new Map<string, FacetValue[]>();
  if (hasPlaces)
    for (const city of valuesOf('city'))
      for (const country of city.countries.length ? city.countries : [''])
        citiesBy.set(country, [...(citiesBy.get(country) ?? []), city]);
  const citiesOf = (country: string) => itemsOf('city', citiesBy.get(country) ?? []);

  return facetNames.flatMap((name): DrawnFacet | [] => {
    const attribute = name === 'year-range' ? 'year' : name;
    const values = valuesOf(attribute);
    if (isPointless(values) || (hasPlaces && name === 'city')) return [];
    const chosen = refinements[attribute].length;
    if (hasPlaces && name === 'country')
      return {
        name,
        title: 'place',
        items: [...itemsOf(name, values, citiesOf), ...citiesOf('')],
        chosen: chosen + refinements.city.length,
        histogram: null,
      };
    // the picture has the years; what is no year, or a single one that is chosen, is to tick where there is no list
    const ticks = values.filter(({value, isRefined}) => !named('year') && (isRefined || !+value));
    const isPicture = name === 'year-range';
    return {
      name,
      title: attribute,
      items: itemsOf(attribute, isPicture ? ticks : values),
      chosen,
      histogram: isPicture ? yearHistogram(values, refinements.year) : null,
    };
  });
}

const noCities = (_country: string): readonly FacetItem[] => [];
