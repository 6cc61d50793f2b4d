import {stripControls} from './clean-text.js';
import {decodeEntities} from './html-text.js';

/**
 * An address that a link may have, absolute; `''` where it is none. Relative ones start from `base`, which is absolute. The
 * address is judged as the browser will read it, so that no disguise of `javascript:` (tabs, controls, entities, capitals) helps.
 */
export function webAddress(text: string, base: string): string {
  const address = stripControls(decodeEntities(text)).trim();
  try {
    const {href, protocol} = new URL(address.replace(/^www\./i, 'https://$&'), base);
    return address && /^(?:https?|mailto|tel):$/.test(protocol) ? href : '';
  } catch {
    return '';
  }
}
