import {
  facetTypes,
  isFacetName,
  isReservedName,
  MAX_OWN_FACETS,
  type FacetType,
  type OwnFacet,
} from '../../own-facets.js';
import type {FacetValues} from '../../practice.js';
import {splitOutsideReferences} from '../../text/html-text.js';
import {isObject, MAX_ITEMS, pointerTo, toFields, type Item} from '../json-value.js';
import {findField, readPageFacets, withoutPrefix} from '../own-fields.js';
import {readItems, readList, readLocalized, readText, type TextContext} from './text.js';

/** A facet of a feed, and the field of its records that has the values. */
export interface FacetField extends OwnFacet {
  readonly field: string;
}

/**
 * Reads the facets that a feed describes, and those that the page describes if the feed does not.
 * What is wrong gets a warning each, and the other facets work.
 */
export function readFacets(
  described: Item,
  pageFacets: string,
  records: readonly unknown[],
  context: TextContext,
): FacetField[] {
  const {language, warn} = context;
  const found = new Map<string, FacetField>();
  for (const item of readList(described, MAX_ITEMS, {bad: 'bad-facet', tooMany: 'too-many-items'}, warn)) {
    const facet = readFacet(item, context);
    if (!facet) continue;
    const {name} = facet;
    const named = {value: name, pointer: pointerTo(item.pointer, 'name')};
    if (found.has(name)) warn('duplicate-facet', named);
    else if (found.size === MAX_OWN_FACETS) warn('too-many-facets', named);
    else found.set(name, facet);
  }
  for (const {name, type} of readPageFacets(pageFacets)) {
    if (found.has(name) || found.size === MAX_OWN_FACETS) continue;
    for (const record of records) {
      const field = isObject(record) ? findField(record, name) : undefined;
      if (!field) continue;
      found.set(name, {name, type, field, label: [{lang: language, text: labelOf(field)}]});
      break;
    }
  }
  return [...found.values()];
}

/** The name of a column as people would write it: `field_target_group` is “Target group”. */
function labelOf(field: string): string {
  const words = withoutPrefix(field).replaceAll(/[_-]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function readFacet(item: Item, context: TextContext): FacetField | null {
  const {language, warn} = context;
  const fields = toFields(item);
  if (!fields) {
    warn('bad-facet', item);
    return null;
  }
  const nameItem = fields('name');
  const name = typeof nameItem.value === 'string' ? nameItem.value : '';
  if (!isFacetName(name) || isReservedName(name)) {
    warn(isReservedName(name) ? 'reserved-facet-name' : 'bad-facet-name', nameItem);
    return null;
  }
  const label = readLocalized(fields('label'), context, 'name');
  if (!label.length) warn('no-facet-label', {...nameItem, value: name}, 'its name is shown');
  const typeItem = fields('type');
  const type = facetTypes.find((each) => each === typeItem.value);
  if (!type && typeItem.value !== undefined) warn('unknown-facet-type', typeItem, 'read as a list');
  return {
    name,
    type: type ?? 'list',
    label: label.length ? label : [{lang: language, text: name}],
    field: readText(fields('field'), context, 'name') || name,
  };
}

const NO_VALUES: readonly FacetValues[] = [];

/** Reads the values of a record in the feed's own facets. */
export function readFacetValues(
  record: Item,
  facets: readonly FacetField[],
  context: TextContext,
): readonly FacetValues[] {
  if (!facets.length) return NO_VALUES;
  const own = record.value as Readonly<Record<string, unknown>>;
  return facets.flatMap(({field, name, type}) => {
    const key = findField(own, field);
    if (key === undefined) return [];
    const values = readValues({value: own[key], pointer: pointerTo(record.pointer, key)}, type, context);
    return values.length ? {name, values} : [];
  });
}

function readValues(item: Item, type: FacetType, context: TextContext): string[] {
  const values = readItems(item, context).flatMap((each): string[] => {
    const {pointer, value} = each;
    if (value === null || value === undefined) return [];
    if (typeof value !== 'string' && typeof value !== 'number') {
      context.warn('bad-facet-value', each);
      return [];
    }
    const parts = typeof value === 'string' && type !== 'text' && !Array.isArray(item.value) ? split(value) : [value];
    return parts.flatMap((part) => readValue({value: part, pointer}, type, context));
  });
  return [...new Set(values)];
}

const split = (text: string) => (/[;|\r\n]/.test(text) ? splitOutsideReferences(text, ';|\r\n') : [text]);

function readValue(item: Item, type: FacetType, context: TextContext): string | [] {
  const text = readText(item, context, 'name');
  if (!text) return [];
  // A number of JSON is clear.
  const isAmbiguous = type === 'number' && typeof item.value === 'string' && isAmbiguousNumber(text);
  const value = isAmbiguous ? undefined : {text: asIs, list: asIs, number: toNumber, year: toYear}[type](text);
  if (value === undefined) {
    const why = isAmbiguous ? `it may be ${Number(text)} or ${text.replace('.', '')}` : `not a ${type}`;
    context.warn('bad-facet-value', {...item, value: text}, `left out: ${why}`);
  }
  return value ?? [];
}

const asIs = (text: string) => text;

/** Digits with spaces or apostrophes between thousands, and a dot before decimals. */
const NUMBER = /^-?\d+(?:[\s’']\d{3})*(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i;

/** Whether the dot may be before decimals, or separate thousands as in many languages: `31.000`. */
export const isAmbiguousNumber = (text: string): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);

/** The number as JavaScript writes it, so that one number is one value. */
const toNumber = (text: string) =>
  NUMBER.test(text) ? String(Number(text.replaceAll(/[\s’']/g, '')) || 0) : undefined;

/** The year, also of a date. */
const toYear = (text: string) => {
  const [, year] = /^(\d{1,4})(?:-\d\d(?:-\d\d(?:T\S*)?)?)?$/.exec(text) ?? [];
  return year && String(Number(year));
};
