import {html, LitElement, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import {withDetails} from '../../controllers/fetch-details.js';
import type {FeatureView} from '../browser/feature-view.js';
import {base} from '../shared/base.js';
import css from './gpb-download.css?inline';
import {savePractices, type FileFormat} from './save-practices.js';

/** Saves all that was found, whatever is shown of it. */
export class GpbDownload extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {view: {attribute: false}};

  view!: FeatureView;

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

declare global {
  interface HTMLElementTagNameMap {
    'gpb-download': GpbDownload;
  }
}
