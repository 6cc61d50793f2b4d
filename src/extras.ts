// What few visitors need, in a file of its own: the entry of `good-practice-browser.extras.js`, and for npm users.
import {startFeedWorker} from './controllers/feed-worker.js';
import {gatherPages} from './controllers/gather-pages.js';
import {brought} from './controllers/load-file.js';
import {mergeFeeds} from './core/feed/merge-feeds.js';
import {GpbCopyLink} from './elements/extras/gpb-copy-link.js';
import {GpbCount} from './elements/extras/gpb-count.js';
import {GpbDetails} from './elements/extras/gpb-details.js';
import {GpbDownload} from './elements/extras/gpb-download.js';
import {GpbHtml} from './elements/extras/gpb-html.js';
import {GpbLatest} from './elements/extras/gpb-latest.js';
import {GpbList} from './elements/extras/gpb-list.js';
import {GpbNotes} from './elements/extras/gpb-notes.js';
import {GpbPractice} from './elements/extras/gpb-practice.js';
import {GpbSimilar} from './elements/extras/gpb-similar.js';
import {GpbYearRange} from './elements/extras/gpb-year-range.js';
import {enExtras} from './i18n/en-extras.js';
import {en} from './i18n/en.js';

// Where a language lacks a message, its English is looked up there.
Object.assign(en, enExtras);
Object.assign(brought, {startFeedWorker, mergeFeeds, gatherPages});

const tags: Record<string, CustomElementConstructor> = {
  'gpb-count': GpbCount,
  'gpb-details': GpbDetails,
  'gpb-html': GpbHtml,
  'gpb-latest': GpbLatest,
  'gpb-practice': GpbPractice,
  'gpb-copy-link': GpbCopyLink,
  'gpb-year-range': GpbYearRange,
  'gpb-list': GpbList,
  'gpb-notes': GpbNotes,
  'gpb-similar': GpbSimilar,
  // the last: see load-file.ts
  'gpb-download': GpbDownload,
};
for (const [tag, element] of Object.entries(tags)) if (!customElements.get(tag)) customElements.define(tag, element);
