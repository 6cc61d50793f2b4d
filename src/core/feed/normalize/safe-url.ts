import {stripControls} from '../../text/clean.js';
import {decodeEntities} from '../../text/html-text.js';
import {MAX_ADDRESS_LENGTH} from '../../text/limits.js';

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
