import {Task} from '@lit/task';
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import {withDetails} from '../../controllers/fetch-details.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {FeatureView} from '../browser/feature-view.js';
import {placeLine} from '../card/place-line.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {chevronIcon, crossIcon} from '../shared/icons.js';
import {copyText} from './copy-text.js';
import css from './gpb-list.css?inline';
import {savePractices, type FileFormat} from './save-practices.js';

/** The practices that the visitor has put on a list: to share as a link, to print and to save. The address alone keeps it. */
export class GpbList extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    view: {attribute: false},
    link: {attribute: false},
    full: {state: true},
    isPrinting: {type: Boolean, reflect: true, attribute: 'printing'},
    copied: {state: true},
  };

  view!: FeatureView;
  /** The address of the list; `''` where there is none to be had. */
  link = '';
  /** Whether the practices stand here in full, to be printed. */
  isPrinting = false;
  /** The practices in full, to be printed. */
  private full: readonly Practice[] = [];

  /** What became of “Copy link”: the address that is in the clipboard, or that the visitor must copy by hand. */
  private copied: {readonly link: string; readonly isDone: boolean} | null = null;

  private readonly announcer = new AnnouncerController(this);
  private readonly search = new Task(this, {
    args: () => [this.view.engine, ...this.view.state.list] as const,
    task: async ([engine, ...ids]) => {
      const found = await Promise.all(ids.map(async (id) => engine.practice(id)));
      return found.filter((practice) => practice !== null);
    },
  });

  /** Whoever comes with a list sees it; whoever begins one sees the practices. */
  private isOpen: boolean | undefined;

  private get practices(): readonly Practice[] {
    return this.search.value ?? [];
  }

  override render() {
    const {practices, view} = this;
    const {localizer, state} = view;
    this.isOpen ??= state.list.length > 1;
    const gone = this.search.value ? state.list.filter((id) => !practices.some((one) => one.id === id)).length : 0;
    return html`
      <details ?open=${this.isOpen} @toggle=${this.handleToggle}>
        <summary><span>${localizer.message('listCount', {count: state.list.length})}</span>${chevronIcon}</summary>
        <ul role="list">
          ${practices.map((practice, i) => html`<li>${this.renderPractice(practice, i)}</li>`)}
        </ul>
        ${gone ? html`<p class="gone">${localizer.message('gone', {count: gone})}</p>` : nothing}
        <div class="buttons">${this.renderButtons()}</div>
      </details>
      ${this.isPrinting ? this.renderInFull() : nothing}
    `;
  }

  private renderPractice(practice: Practice, index: number) {
    const {labels, localizer} = this.view;
    const {lang, text} = translationFor(practice.title, labels.language);
    return html`<div>
        <button class="title" type="button" lang=${lang || nothing} @click=${() => this.ask('gpb-show', practice.id)}>
          ${text}
        </button>
        <span>${placeLine(practice, labels)}</span>
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
    const {copied, link, view} = this;
    const {localizer} = view;
    const isCopied = copied?.link === link && copied.isDone;
    const button = (label: string, handle: () => void) =>
      html`<button class="button" type="button" @click=${handle}>${label}</button>`;
    return html`
      ${link ? button(localizer.message(isCopied ? 'linkCopied' : 'copyLink'), () => this.handleCopy()) : nothing}
      ${button(localizer.message('printList'), () => this.handlePrint())}
      ${button(localizer.message('asCsv'), () => this.handleSave('csv'))}
      ${button(localizer.message('asJson'), () => this.handleSave('json'))}
      ${button(localizer.message('clearList'), () => this.handleClear())}
      ${
        copied?.link === link && !isCopied
          ? html`<input readonly aria-label=${localizer.message('copyLink')} .value=${link} />`
          : nothing
      }
    `;
  }

  private renderInFull() {
    const {headingLevel, imageHosts, labels, localizer} = this.view;
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

  private ask(type: 'gpb-show' | 'gpb-toggle-listed', id: string): void {
    this.dispatchEvent(new GpbEvent(type, {id}));
  }

  private handleToggle(event: Event): void {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
  }

  private async handleRemove(id: string, index: number): Promise<void> {
    this.ask('gpb-toggle-listed', id);
    await this.updateComplete;
    await this.search.taskComplete;
    await this.updateComplete;
    // The focus goes to what takes its place.
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  }

  private handleClear(): void {
    for (const id of this.view.state.list) this.ask('gpb-toggle-listed', id);
  }

  private async handleCopy(): Promise<void> {
    const {link} = this;
    const isDone = await copyText(link);
    this.copied = {link, isDone};
    if (isDone) this.announcer.announce(this.view.localizer, 'linkCopied');
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
    const {practices, view} = this;
    const file = savePractices(await withDetails(practices), format, view);
    this.announcer.announce(view.localizer, 'saved', {count: practices.length, file});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-list': GpbList;
  }
}
