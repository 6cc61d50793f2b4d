import type {Contact, Image, Link} from '../../practice.js';
import {cutText, MAX_LENGTHS} from '../../text/limits.js';
import {toFields, type Item} from '../json-value.js';
import {webUrl} from './safe-url.js';
import {readItems, readLocalized, readText, type FieldReadContext} from './text.js';

/**
 * Reads an address for a link, absolute; `''` if there is none, and with a warning if it is not
 * safe or not an address.
 */
export function readAddress(item: Item, {address, warn}: FieldReadContext): string {
  const value = item.value ?? '';
  const found = typeof value === 'string' ? webUrl(value, address) : '';
  if (!found && value !== '') warn('bad-address', item);
  return found;
}

/** Reads links: objects with `url` and `label`, or plain addresses. */
export function readLinks(item: Item, context: FieldReadContext): Link[] {
  return readItems(item, context).flatMap((each) => {
    const field = toFields(each);
    // If there is no address, the warning is about the link itself.
    const url = readAddress({...each, value: field?.('url').value || each.value}, context);
    const label = field && readLocalized(field('label'), context, 'linkLabel')[0]?.text;
    return url ? [{url, label: label || shortened(url)}] : [];
  });
}

/** An address as a label. If cut, the link still leads to the whole address. */
const shortened = (url: string) => (url.length > MAX_LENGTHS.linkLabel ? cutText(url, MAX_LENGTHS.linkLabel) : url);

// Deliberately loose. But nothing that could add more than a recipient (`?cc=`), and nothing that
// was cut.
const EMAIL = /^[^\s?&<>@]+@[^\s?&<>@…]+$/;

/**
 * Reads a contact: an object with `name`, `email`, `phone` and `url`, or a text with a name or an
 * email address.
 */
export function readContact({value, pointer}: Item, context: FieldReadContext): Contact | null {
  if (value === undefined) return null;
  const only = typeof value === 'string' && EMAIL.test(value) ? 'email' : 'name';
  const field = toFields({value, pointer}) ?? ((key: string) => ({value: key === only ? value : undefined, pointer}));
  const read = (key: string) => readText(field(key), context, 'contact').replace(/^(?:mailto:|tel:)?\/*/i, '');
  const email = read('email');
  const isSound = !email || EMAIL.test(email);
  if (!isSound) context.warn('bad-address', field('email'));
  const contact = {
    name: read('name'),
    email: isSound ? email : '',
    phone: read('phone'),
    url: readAddress(field('url'), context),
  };
  return Object.values(contact).some(Boolean) ? contact : null;
}

/**
 * Reads an image: an object with `src` and `alt`, or an address. Null if there is none, and with a
 * warning if the address is not on a server.
 */
export function readImage(item: Item, context: FieldReadContext): Image | null {
  const field = toFields(item);
  const address = field?.('src') ?? item;
  const src = readAddress(address, context);
  if (src.startsWith('http')) return {src, alt: field ? readLocalized(field('alt'), context, 'imageAlt') : []};
  if (src) context.warn('bad-address', address);
  return null;
}
