import {formatNames, readDocument as readAs} from '../core/feed/formats/read-document.js';
import type {ReadDocument} from '../core/feed/parse-feed.js';

const said = new Set<string>();

/** Reads a document of the format that the webmaster names; tells them, once for the page, where there is none of this name. */
export const readDocument: ReadDocument = (document, name = '') => {
  const format = name.trim().toLowerCase();
  if (format && !formatNames.includes(format) && !said.has(format)) {
    said.add(format);
    const known = formatNames.join(', ');
    console.warn(`<good-practice-browser>: format: “${name}” is not one of ${known}; the content is looked at`);
  }
  return readAs(document, format);
};
