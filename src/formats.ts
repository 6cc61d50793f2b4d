// What reads feeds of other formats than our own: the entry of `good-practice-browser.formats.js`, for the page and for the worker; and for npm users.
import {formatNames, isFormatName, readDocument} from './core/feed/formats/read-document.js';
import {otherFormats} from './core/feed/other-formats.js';

const said = new Set<string>();

// tells the webmaster, once for the page, where there is no format of the name that they give
otherFormats.arrive((content, address, format = '') => {
  if (format && !isFormatName(format.trim().toLowerCase()) && !said.has(format)) {
    said.add(format);
    const known = formatNames.join(', ');
    console.warn(`<good-practice-browser>: format: “${format}” is not one of ${known}; the content is looked at`);
  }
  return readDocument(content, address, format);
});
