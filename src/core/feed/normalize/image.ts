import type {Image} from '../../practice.js';
import {toFields, type Item} from '../json-value.js';
import {readAddress} from './links.js';
import type {FieldReadContext} from './read-context.js';
import {readLocalized} from './text.js';

/** A picture: an object with `src` and `alt`, or a plain address; null for nothing, and with a warning for what is on no server. */
export function readImage(item: Item, reading: FieldReadContext): Image | null {
  const field = toFields(item);
  const address = field?.('src') ?? item;
  const src = readAddress(address, reading);
  if (src.startsWith('http')) return {src, alt: field ? readLocalized(field('alt'), reading, 'imageAlt') : []};
  if (src) reading.warn('bad-address', address);
  return null;
}
