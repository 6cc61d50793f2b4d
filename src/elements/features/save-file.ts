import type {FeedInfo} from '../../core/feed/feed.js';
import {writeCsv} from '../../core/feed/write/csv.js';
import {writeNativeJson} from '../../core/feed/write/native-json.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import {fold} from '../../core/text/fold.js';
import type {Localizer} from '../../i18n/localizer.js';

/** The feed that the practices of a file are from, and the language that the file is in. */
export interface FileContext {
  readonly feed: FeedInfo;
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/** How long the browser may take to read the file that it saves. */
const DOWNLOAD_URL_LIFETIME_MS = 60_000;

/**
 * Gives the browser a file, for the visitor to save. Nothing leaves the device.
 * @returns the name of the file
 */
export function saveFile(name: string, type: string, text: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_URL_LIFETIME_MS);
  return name;
}

/**
 * The feed's title and date, and perhaps what the file has of it. The name has no extension. It has
 * letters and digits only: every file system accepts them.
 */
export function fileName({feed, labels, localizer}: FileContext, content = ''): string {
  const title = translationFor(feed.title, labels.language).text || localizer.message('results');
  const [date = ''] = /^\d{4}-\d\d-\d\d/.exec(feed.updated) ?? [];
  return [title, date, content].flatMap((text) => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-');
}

export type FileFormat = 'csv' | 'json';

/**
 * Saves the practices as a file.
 * @returns the name of the file: the feed's title and date
 */
export function savePractices(practices: readonly Practice[], format: FileFormat, context: FileContext): string {
  const {feed, labels} = context;
  const [text, type] =
    format === 'csv'
      ? [writeCsv(practices, labels, feed.facets), 'text/csv;charset=utf-8']
      : [writeNativeJson(feed, practices), 'application/json'];
  return saveFile(`${fileName(context)}.${format}`, type, text);
}
