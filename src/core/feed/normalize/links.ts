import type {Contact, Image, Link} from '../../practice.js';
import {cutText, MAX_LENGTHS} from '../../text/limits.js';
import {toFields, toItems, type Item} from '../json-value.js';
import {webUrl} from './safe-url.js';
import {readLocalized, readText, type FieldReadContext} from './text.js';

/** An address that a link may have, absolute; `''` for nothing, and for anything else with a warning. */
export function readAddress(item: Item, {address, warn}: FieldReadContext): string {
  const value = item.value ?? '';
  const found = typeof value === 'string' ? webUrl(value, address) : '';
  if (!found && value !== '') warn('bad-address', item);
  return found;
}

/** Links: objects with `url` and `label`, or plain addresses. */
export function readLinks(item: Item, reading: FieldReadContext): Link[] {
  return toItems(item).flatMap((each) => {
    const field = toFields(each);
    // where there is no address to find fault with, the link itself is the fault
    const url = readAddress({...each, value: field?.('url').value || each.value}, reading);
    const label = field && readLocalized(field('label'), reading, 'linkLabel')[0]?.text;
    return url ? [{url, label: label || shortened(url)}] : [];
  });
}

/** An address that stands for a label. Cut, it still leads where it did. */
const shortened = (url: string) => (url.length > MAX_LENGTHS.linkLabel ? cutText(url, MAX_LENGTHS.linkLabel) : url);

// Loose on purpose, but nothing that could say more than whom a mail is for (`?cc=`), and nothing that was cut.
const EMAIL = /^[^\s?&<>@]+@[^\s?&<>@…]+$/;

/** Who to ask: an object with `name`, `email`, `phone` and `url`, or one text with a name or an email address. */
export function readContact({value, pointer}: Item, reading: FieldReadContext): Contact | null {
  if (value === undefined) return null;
  const only = typeof value === 'string' && EMAIL.test(value) ? 'email' : 'name';
  const field = toFields({value, pointer}) ?? ((key: string) => ({value: key === only ? value : undefined, pointer}));
  const read = (key: string) => readText(field(key), reading, 'contact').replace(/^(?:mailto:|tel:)?\/*/i, '');
  const email = read('email');
  const isSound = !email || EMAIL.test(email);
  if (!isSound) reading.warn('bad-address', field('email'));
  const contact = {
    name: read('name'),
    email: isSound ? email : '',
    phone: read('phone'),
    url: readAddress(field('url'), reading),
  };
  return Object.values(contact).some(Boolean) ? contact : null;
}

/** A picture: an object with `src` and `alt`, or a plain address; null for nothing, and with a warning for what is on no server. */
export function readImage(item: Item, reading: FieldReadContext): Image | null {
  const field = toFields(item);
  const address = field?.('src') ?? item;
  const src = readAddress(address, reading);
  if (src.startsWith('http')) return {src, alt: field ? readLocalized(field('alt'), reading, 'imageAlt') : []};
  if (src) reading.warn('bad-address', address);
  return null;
}
