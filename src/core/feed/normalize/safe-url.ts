import {stripControls} from '../../text/clean.js';
import {decodeEntities} from '../../text/html-text.js';
import {MAX_ADDRESS_LENGTH} from '../../text/limits.js';
import type {Item} from '../json-value.js';
import type {FieldReadContext} from './text.js';

/** An address that a link may have, out of a text with character references; see `safeUrl`. */
export const webUrl = (text: string, base: string): string =>
  text.length > MAX_ADDRESS_LENGTH ? '' : safeUrl(decodeEntities(text), base);

/**
 * An address that a link may have, absolute; `''` where it is none. Relative ones start from `base`, which is absolute. The
 * address is judged as the browser will read it, so that no disguise of `javascript:` (tabs, controls, capitals) helps. A place
 * within the feed itself (`#top`) is none that anybody could go to, and a very long one is no address either.
 */
export function safeUrl(text: string, base: string): string {
  if (text.length > MAX_ADDRESS_LENGTH) return '';
  const address = stripControls(text).trim();
  try {
    const {href, protocol} = new URL(address.replace(/^www\./i, 'https://$&'), base);
    return /^[^#]/.test(address) && /^(?:https?|mailto|tel):$/.test(protocol) ? href : '';
  } catch {
    return '';
  }
}

/**
 * An address on the feed's own host, absolute, for what is fetched by itself: a feed must not send its readers' browsers elsewhere. `''`
 * for any other. Relative ones start from `base`, the address of the feed.
 */
export function sameHostUrl(text: string, base: string): string {
  if (!text || !URL.canParse(text, base)) return '';
  const url = new URL(text, base);
  const {host, protocol} = new URL(base);
  if (!host || url.host !== host) return '';
  // a server behind another one may not know that it is reached by https
  url.protocol = protocol;
  return url.href;
}

/** The address that a field names; `''` for nothing, and for anything else, such as a text, with a warning. */
export function readSameHostUrl({value, pointer}: Item, {address, warn}: FieldReadContext): string {
  const text = value ?? '';
  const isAddress = typeof text === 'string' && text.length <= MAX_ADDRESS_LENGTH && !/\s/.test(text);
  const found = isAddress ? sameHostUrl(decodeEntities(text), address) : '';
  if (!found && text !== '') warn(isAddress ? 'foreign-address' : 'bad-address', {value, pointer});
  return found;
}
