import {writeCsv} from '../../core/feed/write/csv.js';
import {writeNativeJson} from '../../core/feed/write/native-json.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import {fold} from '../../core/text/fold.js';
import type {FeatureView} from '../browser/feature-view.js';

export type FileFormat = 'csv' | 'json';

/** How long a browser may take to fetch what it shall save, in milliseconds. */
const DOWNLOAD_URL_LIFETIME_MS = 60_000;

/**
 * Hands the practices to the browser as a file, for the visitor to save. Nothing leaves the browser.
 * @returns the name of the file: the feed's title and date
 */
export function savePractices(practices: readonly Practice[], format: FileFormat, view: FeatureView): string {
  const {feed, labels} = view;
  const [text, type] =
    format === 'csv'
      ? [writeCsv(practices, labels), 'text/csv;charset=utf-8']
      : [writeNativeJson(feed, practices), 'application/json'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = `${fileName(view)}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_URL_LIFETIME_MS);
  return link.download;
}

/** Without what any file system minds, and without its ending. */
function fileName({feed, labels, localizer}: FeatureView): string {
  const title = translationFor(feed.title, labels.language).text || localizer.message('results');
  const [date] = /^\d{4}-\d\d-\d\d/.exec(feed.updated) ?? [];
  return [title, date].flatMap((text) => fold(text ?? '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-');
}
