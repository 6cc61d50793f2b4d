import {stripControls} from '../../text/clean.js';
import {decodeEntities} from '../../text/html-text.js';
import {MAX_ADDRESS_LENGTH} from '../../text/limits.js';
import type {Item} from '../json-value.js';
import type {FieldReadContext} from './text.js';

/** An address for a link, from a text with character references; see `safeUrl`. */
export const webUrl = (text: string, base: string): string =>
  text.length > MAX_ADDRESS_LENGTH ? '' : safeUrl(decodeEntities(text), base);

/**
 * Returns an address that is safe in a link, absolute; `''` if it is not. Relative addresses start
 * at `base`, which is absolute. The address is parsed as browsers parse it, so that tabs, controls
 * or capitals cannot hide `javascript:`. A fragment (`#top`) and a very long address are not valid
 * either. A user and a password are left out: nobody means to publish them, and the user may look
 * like a host.
 */
export function safeUrl(text: string, base: string): string {
  if (text.length > MAX_ADDRESS_LENGTH) return '';
  const address = stripControls(text).trim();
  try {
    const url = withoutUser(new URL(address.replace(/^www\./i, 'https://$&'), base));
    const {href, protocol} = url;
    if (!/^[^#]/.test(address) || !/^(?:https?|mailto|tel):$/.test(protocol) || href === protocol) return '';
    // Only these two keep spaces.
    return href.replaceAll(' ', protocol === 'tel:' ? '' : '%20');
  } catch {
    return '';
  }
}

function withoutUser(url: URL): URL {
  url.username = url.password = '';
  return url;
}

/**
 * Returns an address on the host of the feed, absolute; `''` for any other. For documents that the
 * widget fetches by itself: a feed must not make visitors' browsers contact other hosts. Relative
 * addresses start at `base`, the address of the feed.
 */
export function sameHostUrl(text: string, base: string): string {
  if (!text || !URL.canParse(text, base)) return '';
  const url = withoutUser(new URL(text, base));
  const {host, protocol} = new URL(base);
  if (!host || url.host !== host) return '';
  // A server behind a proxy may not know that it is reached by https.
  url.protocol = protocol;
  return url.href;
}

/**
 * Reads such an address; `''` if there is none, and with a warning if it is on another host or not
 * an address.
 */
export function readSameHostUrl({value, pointer}: Item, {address, warn}: FieldReadContext): string {
  const text = value ?? '';
  const isAddress = typeof text === 'string' && text.length <= MAX_ADDRESS_LENGTH && !/\s/.test(text);
  const found = isAddress ? sameHostUrl(decodeEntities(text), address) : '';
  if (!found && text !== '') warn(isAddress ? 'foreign-address' : 'bad-address', {value, pointer});
  return found;
}

/** Whether an absolute address is on one of these hosts, each as `URL.host` gives it. */
export const isOnHost = (address: string, hosts: readonly string[]): boolean => hosts.includes(new URL(address).host);
