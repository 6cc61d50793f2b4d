import {html, LitElement, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {Engine} from '../../core/engine/engine.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import {writeCsv} from '../../core/feed/write/csv.js';
import {writeNativeJson} from '../../core/feed/write/native-json.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {fold} from '../../core/text/fold.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';
import {renderMessage} from '../shared/templates.js';
import {withDetails} from './fetch-details.js';
import css from './gpb-download.css?inline';

/** Saves all results as a file, not only those on the screen. */
export class GpbDownload extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    engine: {attribute: false},
    feed: {attribute: false},
    labels: {attribute: false},
    localizer: {attribute: false},
    results: {attribute: false},
  };

  /** Finds the practices of the results on all pages. */
  engine!: Engine;
  /** Names the file, and is written into JSON. */
  feed!: FeedInfo;
  labels!: Labels;
  localizer!: Localizer;
  results!: SearchResults;

  private readonly announcer = new AnnouncerController(this);

  override render() {
    const {localizer} = this;
    const {maxHits = Infinity, totalHits} = this.results;
    return html`<p>${renderMessage(localizer, 'downloadAll', {count: Math.min(totalHits, maxHits)})}</p>
      ${this.renderButton('csv')} ${this.renderButton('json')}`;
  }

  private renderButton(format: FileFormat) {
    const key = format === 'csv' ? 'asCsv' : 'asJson';
    return html`<button class="button" type="button" @click=${() => this.handleSave(format)}>
      ${renderMessage(this.localizer, key)}
    </button>`;
  }

  private async handleSave(format: FileFormat): Promise<void> {
    const {engine, localizer, results} = this;
    const hits = await engine.hits(results.state);
    const file = savePractices(await withDetails(hits.map(({practice}) => practice)), format, this);
    this.announcer.announce(localizer, 'saved', {count: hits.length, file});
  }
}

export type FileFormat = 'csv' | 'json';

/** The feed that the practices of a file are from, and the language that the file is in. */
export interface FileContext {
  readonly feed: FeedInfo;
  readonly labels: Labels;
  readonly localizer: Localizer;
}

/** How long the browser may take to read the file that it saves. */
const DOWNLOAD_URL_LIFETIME_MS = 60_000;

/**
 * Gives the practices to the browser as a file, for the visitor to save. Nothing leaves the device.
 * @returns the name of the file: the feed's title and date
 */
export function savePractices(practices: readonly Practice[], format: FileFormat, context: FileContext): string {
  const {feed, labels} = context;
  const [text, type] =
    format === 'csv'
      ? [writeCsv(practices, labels, feed.facets), 'text/csv;charset=utf-8']
      : [writeNativeJson(feed, practices), 'application/json'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = `${fileName(context)}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_URL_LIFETIME_MS);
  return link.download;
}

/** The name without its extension, of letters and digits only: every file system accepts them. */
function fileName({feed, labels, localizer}: FileContext): string {
  const title = translationFor(feed.title, labels.language).text || localizer.message('results');
  const [date] = /^\d{4}-\d\d-\d\d/.exec(feed.updated) ?? [];
  return [title, date].flatMap((text) => fold(text ?? '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-');
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-download': GpbDownload;
  }
}
