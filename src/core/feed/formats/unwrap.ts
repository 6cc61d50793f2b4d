import {isObject} from '../json-value.js';
import {textOf} from './json-fields.js';

type Json = Readonly<Record<string, unknown>>;

/** So deep in wrappings a value may stand. */
const MAX_DEPTH = 4;

/** The value that stands in what content management systems wrap it in, also in a list of such. */
export function unwrap(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => (isObject(each) ? unwrap(each, depth + 1) : each));
  if (!isObject(value) || depth > MAX_DEPTH) return value;
  const {attributes, data, end_value: end, label, processed, rendered, value: plain} = value;
  // relations of Strapi, texts of Plone
  if (data !== undefined) return unwrap(data, depth + 1);
  if (isObject(attributes)) return attributes;
  if (end) return toSpan([plain, end]);
  return rendered ?? processed ?? (plain === undefined || 'lat' in value ? value : (label ?? plain));
}

/** The day alone of what a database says: `2019-03-01T00:00:00Z`, `20190301`. */
export const toDay = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/s, '$1').replace(/^(\d{4})([01]\d)(\d\d)$/, '$1-$2-$3')
    : value;

/** From one day, or year, to another; one that is both is said once. */
export const toSpan = (ends: readonly unknown[]) =>
  [...new Set(ends.map(toDay).map(textOf))].filter(Boolean).join(' – ');

/** The first that an object has of some names. */
export const pick = (object: Json, names: string): unknown =>
  names
    .split(' ')
    .map((name) => object[name])
    .find(Boolean);

/** A tag that is closed or has attributes, or one of those that need neither: `Dear <name>` has none. */
const HTML = /<(?:!--|(?:br|hr|p|li)\b|\/[a-z]\w*\s*>|[a-z]\w*\s[^<>]*=)/i;
export const isHtml = (value: unknown): value is string => typeof value === 'string' && HTML.test(value);

/** What an attribute says where it first stands in HTML. */
export const attributeIn = (html: unknown, name: string): string | undefined =>
  isHtml(html) ? new RegExp(`\\s${name}=["']([^"']*)`, 'i').exec(html)?.[1] : undefined;
