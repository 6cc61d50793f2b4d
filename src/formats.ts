// What reads feeds of other formats than our own: the entry of `good-practice-browser.formats.js`, for the page and for the worker; and for npm users.
import {formatNames, isFormatName, readDocument} from './core/feed/formats/read-document.js';
import {otherFormats} from './core/feed/other-formats.js';
import {tellWebmaster} from './core/tell-webmaster.js';

otherFormats.arrive((content, address, format = '') => {
  if (format && !isFormatName(format.trim().toLowerCase()))
    tellWebmaster(`format: “${format}” is not one of ${formatNames.join(', ')}; the content is looked at`);
  return readDocument(content, address, format);
});
