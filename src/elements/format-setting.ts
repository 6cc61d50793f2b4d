import {formatNames, isFormatName, readDocument as readAs} from '../core/feed/formats/read-document.js';
import type {ReadDocument} from '../core/feed/parse-feed.js';

const said = new Set<string>();

/** Reads a document of the format that the webmaster names; tells them, once for the page, where there is none of this name. */
export const readDocument: ReadDocument = (content, address, format = '') => {
  if (format && !isFormatName(format.trim().toLowerCase()) && !said.has(format)) {
    said.add(format);
    const known = formatNames.join(', ');
    console.warn(`<good-practice-browser>: format: “${format}” is not one of ${known}; the content is looked at`);
  }
  return readAs(content, address, format);
};
