import type {Contact, Link} from '../practice.js';
import {describe, toFields, toItems, type Item} from './json-value.js';
import {readLocalized, readText} from './read-text.js';
import type {Reading} from './reading.js';
import {webAddress} from './web-address.js';

/** An address that a link may have, absolute; `''` for nothing, and for anything else with a warning. */
export function readAddress({value, pointer}: Item, {address, warn}: Reading): string {
  if (value === undefined || value === null || value === '') return '';
  const found = typeof value === 'string' ? webAddress(value, address) : '';
  if (!found)
    warn('bad-address', pointer, `${describe(value)} is not an address that a link may have. It was left out.`);
  return found;
}

/** Links: objects with `url` and `label`, or plain addresses. */
export function readLinks(item: Item, reading: Reading): Link[] {
  return toItems(item).flatMap((each) => {
    const field = toFields(each);
    // where there is no address to find fault with, the link itself is the fault
    const url = readAddress({value: field?.('url').value || each.value, pointer: each.pointer}, reading);
    const label = field ? readLocalized(field('label'), reading.language, reading.warn)[0]?.text : '';
    return url ? [{url, label: label || url}] : [];
  });
}

/** Who to ask: an object with `name`, `email`, `phone` and `url`, or one text with a name or an email address. */
export function readContact(item: Item, reading: Reading): Contact | null {
  const field = toFields(item);
  if (!field) {
    const text = readText(item, reading.warn);
    const isEmail = EMAIL.test(text);
    return text ? {name: isEmail ? '' : text, email: isEmail ? text : '', phone: '', url: ''} : null;
  }
  const contact = {
    name: readText(field('name'), reading.warn),
    email: readEmail(field('email'), reading),
    phone: readPhone(field('phone'), reading),
    url: readAddress(field('url'), reading),
  };
  return Object.values(contact).some(Boolean) ? contact : null;
}

// Loose on purpose: one "@", a dot after it, and nothing that could say more than whom a mail is for (`?cc=`).
const EMAIL = /^[^\s@<>"?&,;]{1,64}@[^\s@<>"?&,;]{1,190}\.[^\s@<>"?&,;.]{1,63}$/;

function readEmail(item: Item, {warn}: Reading): string {
  const text = readText(item, warn).replace(/^mailto:/i, '');
  if (!text || EMAIL.test(text)) return text;
  warn('bad-email', item.pointer, `${describe(text)} is not an email address. It was left out.`);
  return '';
}

function readPhone(item: Item, {warn}: Reading): string {
  const text = readText(item, warn).replace(/^tel:/i, '');
  if (!text || text.replace(/\D/g, '').length > 2) return text;
  warn('bad-phone', item.pointer, `${describe(text)} is not a telephone number. It was left out.`);
  return '';
}
