import {html, LitElement, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import {writeCsv} from '../../core/feed/write/csv.js';
import {writeNativeJson} from '../../core/feed/write/native-json.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import {fold} from '../../core/text/fold.js';
import type {View} from '../browser/view-model.js';
import {base} from '../shared/base.js';
import {withDetails} from './fetch-details.js';
import css from './gpb-download.css?inline';

/** Saves all that was found, whatever is shown of it. */
export class GpbDownload extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {view: {attribute: false}};

  view!: View;

  private readonly announcer = new AnnouncerController(this);

  override render() {
    const {localizer, results} = this.view;
    return html`<p>${localizer.message('downloadAll', {count: results.totalHits})}</p>
      ${this.renderButton('csv')} ${this.renderButton('json')}`;
  }

  private renderButton(format: FileFormat) {
    const key = format === 'csv' ? 'asCsv' : 'asJson';
    return html`<button class="button" type="button" @click=${() => this.handleSave(format)}>
      ${this.view.localizer.message(key)}
    </button>`;
  }

  private async handleSave(format: FileFormat): Promise<void> {
    const {view} = this;
    const hits = await view.engine.hits(view.results.state);
    const file = savePractices(await withDetails(hits.map(({practice}) => practice)), format, view);
    this.announcer.announce(view.localizer, 'saved', {count: hits.length, file});
  }
}

export type FileFormat = 'csv' | 'json';

/** How long a browser may take to fetch what it shall save, in milliseconds. */
const DOWNLOAD_URL_LIFETIME_MS = 60_000;

/**
 * Hands the practices to the browser as a file, for the visitor to save. Nothing leaves the browser.
 * @returns the name of the file: the feed's title and date
 */
export function savePractices(practices: readonly Practice[], format: FileFormat, view: View): string {
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
function fileName({feed, labels, localizer}: View): string {
  const title = translationFor(feed.title, labels.language).text || localizer.message('results');
  const [date] = /^\d{4}-\d\d-\d\d/.exec(feed.updated) ?? [];
  return [title, date].flatMap((text) => fold(text ?? '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-');
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-download': GpbDownload;
  }
}
