import {decodeEntities} from './html-text.js';

/** For readers that decode character references, as those of `normalize` do: what looks like one is written as one. */
export const escapeEntities = (text: string): string =>
  decodeEntities(text) === text ? text : text.replaceAll('&', '&amp;');
