import {html, LitElement, nothing, unsafeCSS, type PropertyValues} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {Engine} from '../../core/engine/engine.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';
import {renderMessage} from '../shared/templates.js';
import {withDetails} from './fetch-details.js';
import css from './gpb-download.css?inline';
import {savePractices, type FileFormat} from './save-file.js';

/** Saves all results as a file, not only those on the screen. */
export class GpbDownload extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    engine: {attribute: false},
    feed: {attribute: false},
    hasFailed: {state: true},
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

  /** Whether the practices failed to load, until the visitor tries again or the results change. */
  private hasFailed = false;

  private readonly announcer = new AnnouncerController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('results')) this.hasFailed = false;
  }

  override render() {
    const {localizer} = this;
    const {maxHits = Infinity, totalHits} = this.results;
    return html`<p>${renderMessage(localizer, 'downloadAll', {count: Math.min(totalHits, maxHits)})}</p>
      ${this.renderButton('csv')} ${this.renderButton('json')}
      ${this.hasFailed ? html`<p class="failed">${renderMessage(localizer, 'failedNetwork')}</p>` : nothing}`;
  }

  private renderButton(format: FileFormat) {
    const key = format === 'csv' ? 'asCsv' : 'asJson';
    return html`<button class="button" type="button" @click=${() => this.handleSave(format)}>
      ${renderMessage(this.localizer, key)}
    </button>`;
  }

  private async handleSave(format: FileFormat): Promise<void> {
    const {engine, localizer, results} = this;
    const hits = await engine.hits(results.state).catch(() => null);
    this.hasFailed = !hits;
    if (!hits) return this.announcer.announce(localizer, 'failedNetwork');
    const file = savePractices(await withDetails(hits.map(({practice}) => practice)), format, this);
    this.announcer.announce(localizer, 'saved', {count: hits.length, file});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-download': GpbDownload;
  }
}
