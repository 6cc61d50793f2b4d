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
import {placeLine} from '../card/place-line.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {crossIcon, renderHeading, renderMessage} from '../shared/templates.js';
import {withDetails} from './fetch-details.js';
import {copyText} from './gpb-copy-link.js';
import {savePractices, type FileFormat} from './gpb-download.js';
import css from './gpb-list.css?inline';

/**
 * The practices on the visitor's list: to share as a link, to print and to save. Only the page's
 * address keeps the list.
 */
export class GpbList extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    engine: {attribute: false},
    feed: {attribute: false},
    headingLevel: {attribute: false},
    ids: {attribute: false},
    imageHosts: {attribute: false},
    labels: {attribute: false},
    link: {attribute: false},
    localizer: {attribute: false},
    full: {state: true},
    isPrinting: {type: Boolean, reflect: true, attribute: 'printing'},
    copied: {state: true},
  };

  /** Finds the practices by their ids. */
  engine!: Engine;
  /** Names the files, and is written into JSON. */
  feed!: FeedInfo;
  /** The level of the printed practices' titles in the page's outline, 1 to 6. */
  headingLevel = 3;
  /** The ids of the listed practices, in their order. */
  ids: readonly string[] = [];
  /** Images of other hosts are not printed. */
  imageHosts: readonly string[] = [];
  labels!: Labels;
  /** The address of the list; `''` if the page's address is not the widget's to write. */
  link = '';
  localizer!: Localizer;
  /** Whether the practices are drawn in full, to be printed. */
  isPrinting = false;
  /** The practices in full, to be printed. */
  private full: readonly Practice[] = [];

  /**
   * The result of “Copy link”: the address in the clipboard, or the one to copy by hand if `isDone`
   * is false.
   */
  private copied: {readonly link: string; readonly isDone: boolean} | null = null;

  private readonly announcer = new AnnouncerController(this);
  private readonly search = new Task(this, {
    args: () => [this.engine, ...this.ids] as const,
    task: ([engine, ...ids]) => Promise.all(ids.map((id) => engine.practice(id))),
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
        <ul role="list">
          ${practices.map((practice, i) => html`<li>${this.renderPractice(practice, i)}</li>`)}
        </ul>
        ${gone ? html`<p class="gone">${renderMessage(localizer, 'gone', {count: gone})}</p>` : nothing}
        <div class="buttons">${this.renderButtons()}</div>
      </section>
      ${this.isPrinting ? this.renderInFull() : nothing}
    `;
  }

  private renderPractice(practice: Practice, index: number) {
    const {labels, localizer} = this;
    const {lang, text} = translationFor(practice.title, labels.language);
    return html`<div>
        <button
          class="title"
          type="button"
          lang=${lang || nothing}
          @click=${() => this.request('gpb-show', practice.id)}
        >
          ${text}
        </button>
        <span>${placeLine(practice, labels, localizer)}</span>
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

  private renderButtons() {
    const {copied, ids, link, localizer} = this;
    const isCopied = copied?.link === link && copied.isDone;
    const button = (key: MessageKey, handle: () => void, look = 'link') =>
      html`<button class=${look} type="button" @click=${handle}>${renderMessage(localizer, key)}</button>`;
    return html`
      ${
        link
          ? html`${button(isCopied ? 'linkCopied' : 'copyLink', () => this.handleCopy(), 'button')}
              <a class="button" href=${mailTo(localizer.message('sharedList', {count: ids.length}), link)}
                >${renderMessage(localizer, 'sendEmail')}</a
              >`
          : nothing
      }
      ${button('printList', () => this.handlePrint(), 'button')} ${button('asCsv', () => this.handleSave('csv'))}
      ${button('asJson', () => this.handleSave('json'))}
      ${button('clearList', () => this.dispatchEvent(new GpbEvent('gpb-clear-list', {})))}
      ${
        copied?.link === link && !isCopied
          ? html`<input readonly aria-label=${localizer.message('copyLink')} .value=${link} />`
          : nothing
      }
    `;
  }

  private renderInFull() {
    const {headingLevel, imageHosts, labels, localizer} = this;
    return html`<div class="print">
      ${this.full.map(
        (practice) =>
          html`<gpb-card
            .practice=${practice}
            .localizer=${localizer}
            .labels=${labels}
            .imageHosts=${imageHosts}
            .open=${true}
            .headingLevel=${headingLevel}
          ></gpb-card>`,
      )}
    </div>`;
  }

  private request(type: 'gpb-show' | 'gpb-toggle-listed', id: string): void {
    this.dispatchEvent(new GpbEvent(type, {id}));
  }

  private async handleRemove(id: string, index: number): Promise<void> {
    this.request('gpb-toggle-listed', id);
    await this.updateComplete;
    await this.search.taskComplete;
    await this.updateComplete;
    // The focus goes to the button that takes the place of the pressed one.
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  }

  private async handleCopy(): Promise<void> {
    const {link} = this;
    const isDone = await copyText(link);
    this.copied = {link, isDone};
    if (isDone) this.announcer.announce(this.localizer, 'linkCopied');
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.select();
  }

  private async handlePrint(): Promise<void> {
    this.full = await withDetails(this.practices);
    this.isPrinting = true;
    window.addEventListener('afterprint', () => (this.isPrinting = false), {once: true});
    await this.updateComplete;
    await Promise.all([...this.renderRoot.querySelectorAll('gpb-card')].map((card) => card.updateComplete));
    window.print();
  }

  private async handleSave(format: FileFormat): Promise<void> {
    const {localizer, practices} = this;
    const file = savePractices(await withDetails(practices), format, this);
    this.announcer.announce(localizer, 'saved', {count: practices.length, file});
  }
}

/** The address of a new message with a link in it. Visitors fill in who gets it. */
const mailTo = (subject: string, link: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(link)}`;

declare global {
  interface HTMLElementTagNameMap {
    'gpb-list': GpbList;
  }
}
