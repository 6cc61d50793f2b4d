import {stripControls} from './clean-text.js';
import {decodeEntities} from './html-text.js';

const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * An address that a link may have, absolute; `''` where it is none. Relative ones start from `base`, if that is absolute. The
 * address is judged as the browser will read it, so that no disguise of `javascript:` (tabs, controls, entities, capitals) helps.
 */
export function webAddress(text: string, base: string): string {
  const address = stripControls(decodeEntities(text)).trim();
  if (!address) return '';
  try {
    const from = URL.canParse(base) ? base : undefined;
    const {href, protocol} = new URL(/^www\./i.test(address) ? `https://${address}` : address, from);
    return SCHEMES.includes(protocol) ? href : '';
  } catch {
    return '';
  }
}
