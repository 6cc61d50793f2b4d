// Long: one panel, with what each of its fields and buttons does.
import {Task} from '@lit/task';
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {Engine} from '../../core/engine/engine.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {renderPlaceLine} from '../card/place-line.js';
import {base} from '../shared/base.js';
import {GpbEvent, type ListTexts} from '../shared/events.js';
import {crossIcon, renderHeading, renderMessage} from '../shared/templates.js';
import brochureCss from './brochure.css?inline';
import {brochureDrawn, renderBrochure} from './brochure.js';
import {withDetails} from './fetch-details.js';
import css from './gpb-list.css?inline';
import {LinkCopier} from './link-copier.js';
import {listMailAddress} from './list-mail.js';
import {savePractices, type FileFormat} from './save-file.js';

/** In characters: a line on the cover, and half a page. */
const MAX_TITLE = 100;
const MAX_NOTE = 1000;

/**
 * The practices on the visitor's list: to share as a link, to print and to save. Only the page's
 * address keeps the list. Its title and note go into the e-mail and onto paper, never into the
 * address: otherwise a link could make this site say anything.
 */
export class GpbList extends LitElement {
  static override styles = [base, unsafeCSS(css), unsafeCSS(brochureCss)];
  static override properties = {
    cityHref: {attribute: false},
    engine: {attribute: false},
    feed: {attribute: false},
    headingLevel: {attribute: false},
    ids: {attribute: false},
    imageHosts: {attribute: false},
    labels: {attribute: false},
    link: {attribute: false},
    localizer: {attribute: false},
    texts: {attribute: false},
    full: {state: true},
    isPrinting: {type: Boolean, reflect: true, attribute: 'printing'},
  };

  /** Which page a city leads to; `''` for none. */
  cityHref = '';
  /** Finds the practices by their ids. */
  engine!: Engine;
  /** Names the files, and is written into JSON. */
  feed!: FeedInfo;
  /** The level of the heading in the page's outline, 1 to 6. */
  headingLevel = 3;
  /** The ids of the listed practices, in their order. */
  ids: readonly string[] = [];
  /** Images of other hosts are not printed. */
  imageHosts: readonly string[] = [];
  labels!: Labels;
  /** The address of the list; `''` if the page's address is not the widget's to write. */
  link = '';
  localizer!: Localizer;
  /** What the visitor typed. The parent sets this; the list asks for it with `gpb-describe-list`. */
  texts: ListTexts = {title: '', note: ''};
  /** Whether the practices are drawn in full, to be printed. */
  isPrinting = false;
  /** The practices in full, to be printed. */
  private full: readonly Practice[] = [];

  private readonly announcer = new AnnouncerController(this);
  private readonly copier = new LinkCopier(this, this.announcer);
  private readonly search = new Task(this, {
    args: () => [this.engine, ...this.ids] as const,
    task: ([engine, ...ids]) => Promise.all(ids.map((id) => engine.practice(id))),
    onError: () => this.announcer.announce(this.localizer, 'failedNetwork'),
  });

  /** The listed practices that the feed has. */
  private get practices(): readonly Practice[] {
    return this.search.value?.filter((practice) => practice !== null) ?? [];
  }

  /** Puts the focus on the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  override render() {
    const {headingLevel, ids, localizer, practices} = this;
    const gone = (this.search.value?.length ?? 0) - practices.length;
    const name = renderMessage(localizer, 'listCount', {count: ids.length});
    return html`
      <section class="panel" aria-labelledby="heading">
        <div class="head">
          ${renderHeading(headingLevel, name, {id: 'heading'})}
          <button
            class="close"
            type="button"
            aria-label=${localizer.message('close')}
            @click=${() => this.dispatchEvent(new GpbEvent('gpb-close-list', {}))}
          >
            ${crossIcon}
          </button>
        </div>
        ${
          this.search.error
            ? this.renderFailure()
            : html`<ul role="list">
                ${practices.map((practice, i) => html`<li>${this.renderPractice(practice, i)}</li>`)}
              </ul>`
        }
        ${gone ? html`<p class="gone">${renderMessage(localizer, 'gone', {count: gone})}</p>` : nothing}
        ${this.renderTexts()}
        <div class="buttons">${this.renderButtons()}</div>
      </section>
      ${this.isPrinting ? this.renderOnPaper() : nothing}
    `;
  }

  private renderFailure() {
    const {localizer} = this;
    return html`<p class="failed">${renderMessage(localizer, 'failedNetwork')}</p>
      <button class="button" type="button" @click=${this.handleRetry}>${renderMessage(localizer, 'retry')}</button>`;
  }

  private renderPractice(practice: Practice, index: number) {
    const {labels, localizer} = this;
    const {lang, text} = translationFor(practice.title, labels.language);
    return html`<div>
        <button
          class="title"
          type="button"
          dir="auto"
          lang=${lang || nothing}
          @click=${() => this.request('gpb-show', practice.id)}
        >
          ${text}
        </button>
        <span>${renderPlaceLine(practice, labels, localizer, this.cityHref, this.baseURI)}</span>
      </div>
      <button
        class="remove"
        type="button"
        aria-label=${localizer.message('unlist', {title: text})}
        @click=${() => this.handleRemove(practice.id, index)}
      >
        ${crossIcon}
      </button>`;
  }

  /** The fields for what the visitor tells the receivers. */
  private renderTexts() {
    const {link, localizer, texts} = this;
    const hint = link ? 'texts-hint' : nothing;
    const change = (name: keyof ListTexts) => (event: Event) =>
      this.dispatchEvent(
        new GpbEvent('gpb-describe-list', {...texts, [name]: (event.target as HTMLInputElement).value}),
      );
    return html`<div class="texts">
      <label for="title">${renderMessage(localizer, 'listTitle')}</label>
      <input
        id="title"
        autocomplete="off"
        dir="auto"
        maxlength=${MAX_TITLE}
        aria-describedby=${hint}
        .value=${texts.title}
        @input=${change('title')}
      />
      <label for="note">${renderMessage(localizer, 'listNote')}</label>
      <textarea
        id="note"
        dir="auto"
        rows="3"
        maxlength=${MAX_NOTE}
        aria-describedby=${hint}
        .value=${texts.note}
        @input=${change('note')}
      ></textarea>
      ${link ? html`<p id="texts-hint">${renderMessage(localizer, 'listTextsHint')}</p>` : nothing}
    </div>`;
  }

  /** Nothing is printed or saved before there are practices. */
  private renderButtons() {
    const {copier, link, localizer, practices} = this;
    const button = (key: MessageKey, handle: () => void, look = 'link') =>
      html`<button class=${look} type="button" @click=${handle}>${renderMessage(localizer, key)}</button>`;
    return html`
      ${
        link
          ? html`${button(copier.label, () => copier.copy(), 'button')}
              <a class="button" href=${this.mailAddress}>${renderMessage(localizer, 'sendEmail')}</a>`
          : nothing
      }
      ${
        practices.length
          ? html`${button('printList', () => this.handlePrint(), 'button')}
            ${button('asCsv', () => this.handleSave('csv'))} ${button('asJson', () => this.handleSave('json'))}`
          : nothing
      }
      ${button('clearList', () => this.dispatchEvent(new GpbEvent('gpb-clear-list', {})))} ${copier.renderField()}
    `;
  }

  private renderOnPaper() {
    const {feed, full, headingLevel, imageHosts, labels, link, localizer, texts} = this;
    return renderBrochure({feed, headingLevel, imageHosts, labels, link, localizer, practices: full, texts});
  }

  private get mailAddress(): string {
    const {ids, labels, link, localizer, practices, texts} = this;
    return listMailAddress({
      subject: texts.title.trim() || localizer.message('sharedList', {count: ids.length}),
      note: texts.note,
      titles: practices.map(({title}) => translationFor(title, labels.language).text),
      more: (count) => localizer.message('andMore', {count}),
      link,
    });
  }

  private request(type: 'gpb-show' | 'gpb-toggle-listed', id: string): void {
    this.dispatchEvent(new GpbEvent(type, {id}));
  }

  private async handleRemove(id: string, index: number): Promise<void> {
    this.request('gpb-toggle-listed', id);
    await this.updateComplete;
    await this.search.taskComplete.catch(() => {});
    await this.updateComplete;
    if (this.search.error) return this.focus();
    // The focus goes to the button that takes the place of the pressed one.
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  }

  /** The pressed button disappears, and the focus goes to the heading. */
  private readonly handleRetry = async () => {
    await this.search.run();
    await this.updateComplete;
    if (!this.search.error) this.focus();
  };

  private async handlePrint(): Promise<void> {
    this.full = await withDetails(this.practices);
    this.isPrinting = true;
    window.addEventListener('afterprint', () => (this.isPrinting = false), {once: true});
    await this.updateComplete;
    await brochureDrawn(this.renderRoot);
    window.print();
  }

  private async handleSave(format: FileFormat): Promise<void> {
    const {localizer, practices} = this;
    const file = savePractices(await withDetails(practices), format, this);
    this.announcer.announce(localizer, 'saved', {count: practices.length, file});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-list': GpbList;
  }
}
