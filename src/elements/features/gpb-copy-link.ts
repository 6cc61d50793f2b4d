import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {Translation} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {base} from '../shared/base.js';
import {renderHiddenName, renderMessage} from '../shared/templates.js';
import css from './gpb-copy-link.css?inline';

/**
 * Copies or sends the link to a practice. If the browser refuses the clipboard, the link appears in
 * a field, selected.
 */
export class GpbCopyLink extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    link: {attribute: false},
    localizer: {attribute: false},
    name: {attribute: false},
    outcome: {state: true},
  };

  /** The address of the practice, absolute. */
  link = '';
  localizer!: Localizer;
  /** The title of the practice. */
  name!: Translation;

  private outcome: 'copied' | 'refused' | null = null;

  private readonly announcer = new AnnouncerController(this);

  override render() {
    const {link, localizer, outcome} = this;
    return html`
      ${this.renderButton(outcome === 'copied' ? 'linkCopied' : 'copyLink', () => this.handleCopy())}
      ${'share' in navigator ? this.renderButton('sendLink', () => this.handleSend()) : nothing}
      ${
        outcome === 'refused'
          ? html`<input readonly aria-label=${localizer.message('copyLink')} .value=${link} />`
          : nothing
      }
    `;
  }

  private renderButton(key: MessageKey, handle: () => void) {
    return html`<button class="link" type="button" part="link" @click=${handle}>
      ${renderMessage(this.localizer, key)}${renderHiddenName(this.name)}
    </button>`;
  }

  private async handleCopy(): Promise<void> {
    this.outcome = (await copyText(this.link)) ? 'copied' : 'refused';
    if (this.outcome === 'copied') this.announcer.announce(this.localizer, 'linkCopied');
    await this.updateComplete;
    const field = this.renderRoot.querySelector('input');
    field?.focus();
    field?.select();
  }

  private async handleSend(): Promise<void> {
    // Closing the dialog rejects. That is not an error.
    await navigator.share({title: this.name.text, url: this.link}).catch(() => undefined);
  }
}

/** Copies a text to the clipboard; false if the page or the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-copy-link': GpbCopyLink;
  }
}
