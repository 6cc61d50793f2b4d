import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {Translation} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {base} from '../shared/base.js';
import {renderHiddenName, renderMessage} from '../shared/templates.js';
import css from './gpb-copy-link.css?inline';
import {LinkCopier} from './link-copier.js';

/** Copies or sends the link to a practice. */
export class GpbCopyLink extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    link: {attribute: false},
    localizer: {attribute: false},
    name: {attribute: false},
  };

  /** The address of the practice, absolute. */
  link = '';
  localizer!: Localizer;
  /** The title of the practice. */
  name!: Translation;

  private readonly copier = new LinkCopier(this, new AnnouncerController(this));

  override render() {
    const {copier} = this;
    return html`
      ${this.renderButton(copier.label, () => copier.copy())}
      ${'share' in navigator ? this.renderButton('sendLink', () => this.handleSend()) : nothing} ${copier.renderField()}
    `;
  }

  private renderButton(key: MessageKey, handle: () => void) {
    return html`<button class="link" type="button" part="link" @click=${handle}>
      ${renderMessage(this.localizer, key)}${renderHiddenName(this.name)}
    </button>`;
  }

  private async handleSend(): Promise<void> {
    // Closing the dialog rejects. That is not an error.
    await navigator.share({title: this.name.text, url: this.link}).catch(() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-copy-link': GpbCopyLink;
  }
}
