import type {FacetDefinition} from '../attribute-values.js';
import {type Attribute, ONGOING} from '../practice.js';
import {
  isWithin,
  mapRefinements,
  type NumberRange,
  type Refinement,
  refinementKey,
  refinementPairs,
  type Refinements,
  refinementToText,
} from '../state/search-state.js';

// What practices have, and what refinements mean for it. An index of facets knows its values, and so
// does a cluster.

/** A value of a facet that any practice has. */
export interface KnownValue {
  /** As the facet spells it. */
  readonly value: string;
  /** Only cities have countries. */
  readonly countries: readonly string[];
}

export interface KnownFacet<Value extends KnownValue = KnownValue> extends FacetDefinition {
  /** By key. */
  readonly values: ReadonlyMap<string, Value>;
  /** Whether practices may have further values. A cluster does not count all. */
  readonly isCut?: boolean;
}

export type KnownFacets<Value extends KnownValue = KnownValue> = ReadonlyMap<Attribute, KnownFacet<Value>>;

/** Whether a refinement is a range of numbers. Of texts, `1..5` is one. */
export const isRange = ({kind}: FacetDefinition, refinement: Refinement): refinement is NumberRange =>
  kind === 'span' && typeof refinement !== 'string';

const rankOf = (key: string) => +key || Number(key === ONGOING);

/** Compares keys of a facet with numbers: the highest first, then ongoing, then without date. */
export const compareSpanKeys = (a: string, b: string): number => rankOf(b) - rankOf(a);

/** The values that match a refinement. */
export function valuesOf<Value extends KnownValue>(
  facet: KnownFacet<Value> | undefined,
  refinement: Refinement,
): Value[] {
  if (!facet) return [];
  if (isRange(facet, refinement))
    // Keys other than numbers are NaN, which is in no range.
    return [...facet.values].filter(([key]) => isWithin(+key, refinement)).map(([, value]) => value);
  const value = facet.values.get(refinementKey(facet.name, refinement));
  return value ? [value] : [];
}

/**
 * Drops values that no practice has (an address may be old or made up), and spells the others as
 * the facets do. Ranges stay. Returns the same object if nothing changes.
 */
export function knownRefinements(facets: KnownFacets, refinements: Refinements): Refinements {
  const known = mapRefinements(refinements, (chosen, attribute) => {
    const facet = facets.get(attribute);
    const spelled = chosen.flatMap((refinement): Refinement | [] => {
      if (facet && isRange(facet, refinement)) return refinement;
      return valuesOf(facet, refinement)[0]?.value ?? (facet?.isCut ? refinement : []);
    });
    return [...new Set(spelled)];
  });
  return JSON.stringify(known) === JSON.stringify(refinements) ? refinements : known;
}

/** The refinements that no practice matches, as the attribute `scope` has them: `country:XX`. */
export const unknownRefinements = (facets: KnownFacets, refinements: Refinements): string[] =>
  refinementPairs(refinements)
    .filter(([attribute, one]) => {
      const facet = facets.get(attribute);
      const mayBeCut = facet?.isCut && !isRange(facet, one);
      return !mayBeCut && !valuesOf(facet, one).length;
    })
    .map(([attribute, one]) => `${attribute}:${refinementToText(one)}`);

/** The chosen countries without a chosen city. Such a country matches as a whole. */
export function wholeCountriesOf(
  {city, country}: Refinements,
  countriesOf: (city: string) => readonly string[],
): string[] {
  const narrowed = city.map(refinementToText).flatMap(countriesOf);
  return country.map(refinementToText).filter((one) => !narrowed.includes(one));
}

/** The same, with the countries of each city as the facet knows them. */
export const wholeCountries = (facets: KnownFacets, refinements: Refinements): string[] =>
  wholeCountriesOf(refinements, (city) => valuesOf(facets.get('city'), city).flatMap(({countries}) => countries));
