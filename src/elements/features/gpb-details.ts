import {html, LitElement, nothing, unsafeCSS, type PropertyValues} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import {createWarningLog} from '../../core/feed/feed-warnings.js';
import type {Practice} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {renderMessage} from '../shared/templates.js';
import {fetchDetails} from './fetch-details.js';
import css from './gpb-details.css?inline';

/** If a pointer or the focus rests on “Read more” for this time, the text is loaded in advance. */
const PREFETCH_DELAY_MS = 150;

/**
 * Loads the full text of a practice when its card opens, or is about to open. Says that the text
 * loads, or has failed to load.
 */
export class GpbDetails extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    practice: {attribute: false},
    localizer: {attribute: false},
    open: {type: Boolean},
    state: {state: true},
  };

  /** The practice; `details` has the address of its full text. */
  practice!: Practice;
  localizer!: Localizer;
  /** Whether the card is open. */
  open = false;

  private state: 'idle' | 'loading' | 'failed' | 'retrying' = 'idle';
  /** “Read more” of the card around it. */
  private toggle: HTMLElement | null = null;
  private timer = 0;
  /** The document whose warnings the page has received already. */
  private warnedOf = '';

  private readonly announcer = new AnnouncerController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.toggle = (this.getRootNode() as ShadowRoot).querySelector('.toggle');
    for (const type of ['pointerenter', 'focus']) this.toggle?.addEventListener(type, this.handleNear);
    for (const type of ['pointerleave', 'blur']) this.toggle?.addEventListener(type, this.handleAway);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.handleAway();
    for (const type of ['pointerenter', 'focus']) this.toggle?.removeEventListener(type, this.handleNear);
    for (const type of ['pointerleave', 'blur']) this.toggle?.removeEventListener(type, this.handleAway);
  }

  override willUpdate(changed: PropertyValues): void {
    const before = changed.get('practice') as Practice | undefined;
    if (before && before.id !== this.practice.id) this.state = 'idle';
    if (!this.open) this.announcer.hush('loadingText');
    else if (this.state === 'idle' || changed.has('open')) void this.load();
  }

  override render() {
    const {localizer, state} = this;
    if (!this.open) return nothing;
    if (state !== 'failed' && state !== 'retrying') return html`<p>${renderMessage(localizer, 'loadingText')}</p>`;
    return html`<p>
      ${renderMessage(localizer, 'textFailed')}
      <button class="link" type="button" aria-disabled=${state === 'retrying'} @click=${this.handleRetry}>
        ${renderMessage(localizer, 'retry')}
      </button>
    </p>`;
  }

  /** Loads the text; false if it fails to load. */
  private async load(): Promise<boolean> {
    const {announcer, localizer, practice} = this;
    this.handleAway();
    if (this.state !== 'retrying') this.state = 'loading';
    announcer.announce(localizer, 'loadingText');
    try {
      const {warn, warnings} = createWarningLog();
      const details = await fetchDetails(practice, warn);
      this.dispatchEvent(new GpbEvent('gpb-fill', {id: practice.id, details}));
      if (warnings.size && this.warnedOf !== practice.details)
        this.dispatchEvent(new GpbEvent('gpb-warned', {warnings: [...warnings.values()]}));
      this.warnedOf = practice.details;
      return true;
    } catch {
      if (practice.id !== this.practice.id) return false;
      this.state = 'failed';
      if (this.open) announcer.announce(localizer, 'textFailed', {}, {isUrgent: true});
      return false;
    }
  }

  private readonly handleNear = (): void => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void fetchDetails(this.practice).catch(() => {}), PREFETCH_DELAY_MS);
  };

  private readonly handleAway = (): void => clearTimeout(this.timer);

  private async handleRetry(): Promise<void> {
    if (this.state === 'retrying') return;
    this.state = 'retrying';
    const hadFocus = this.matches(':focus-within');
    // The pressed button disappears with the error.
    if ((await this.load()) && hadFocus) this.toggle?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-details': GpbDetails;
  }
}
