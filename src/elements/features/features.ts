import {GpbCopyLink} from './gpb-copy-link.js';
import {GpbDetails} from './gpb-details.js';
import {GpbDownload} from './gpb-download.js';
import {GpbHtml} from './gpb-html.js';
import {GpbList} from './gpb-list.js';
import {GpbNotes} from './gpb-notes.js';
import {GpbRange} from './gpb-range.js';
import {GpbSimilar} from './gpb-similar.js';

/** The elements that `loadFeatures` defines, by their tags. */
export const features: Readonly<Record<string, CustomElementConstructor>> = {
  'gpb-copy-link': GpbCopyLink,
  'gpb-details': GpbDetails,
  'gpb-download': GpbDownload,
  'gpb-html': GpbHtml,
  'gpb-list': GpbList,
  'gpb-notes': GpbNotes,
  'gpb-similar': GpbSimilar,
  'gpb-range': GpbRange,
};
