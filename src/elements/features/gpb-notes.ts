import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {FeedPart} from '../../controllers/feed/feed-snapshot.js';
import type {FeedController} from '../../controllers/feed/feed.js';
import {RefreshController} from '../../controllers/feed/refresh.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import type {Localizer, MessageValues} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {readSeconds} from '../shared/attribute-rules.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {crossIcon, renderMessage} from '../shared/templates.js';
import css from './gpb-notes.css?inline';

/** Notes about the feed: one of several feeds is missing, or a newer one is available. */
export class GpbNotes extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    feed: {attribute: false},
    localizer: {attribute: false},
    source: {attribute: false},
    seconds: {attribute: 'refresh', converter: readSeconds},
    closed: {state: true},
    newer: {state: true},
  };

  /** The feed that is shown. */
  feed!: FeedInfo;
  localizer!: Localizer;
  /** Loads a newer feed, and shows it when the visitor asks for it. */
  source!: FeedController;
  /** The seconds between two looks for a newer feed: at least 30; 0 for never. */
  seconds = 0;

  /** The missing feeds whose note the visitor has closed. */
  private closed: readonly string[] = [];
  /** A newer feed, the ids of its new practices, and the feed that it replaces. */
  private newer: {readonly part: FeedPart; readonly ids: readonly string[]; readonly than: FeedInfo} | null = null;

  private readonly announcer = new AnnouncerController(this);
  private readonly refresher = new RefreshController(this, {
    source: () => this.source,
    pages: () => (this.offer?.part ?? this.source.snapshot).pages,
    seconds: () => this.seconds,
    onNewer: (part) => this.handleNewer(part),
  });

  override render() {
    const {feed, localizer} = this;
    const missing = feed.missing.filter((address) => !this.closed.includes(address));
    return html`
      ${
        missing.length
          ? html`<div class="note">
              <div>
                ${missing.map((address) => html`<p>${renderMessage(localizer, 'feedMissing', {host: nameOf(address)})}</p>`)}
              </div>
              <button type="button" aria-label=${localizer.message('close')} @click=${this.handleClose}>
                ${crossIcon}
              </button>
            </div>`
          : nothing
      }
      ${
        this.offer
          ? html`<div class="note">
              <p>${renderMessage(localizer, ...this.newerMessage(this.offer.ids.length))}</p>
              <button class="link" type="button" @click=${this.handleShow}>
                ${renderMessage(localizer, 'showNew')}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  private get offer() {
    return this.newer?.than === this.feed ? this.newer : null;
  }

  private newerMessage(count: number): readonly [MessageKey, MessageValues] {
    return count ? ['newPractices', {count}] : ['listChanged', {}];
  }

  private handleNewer(part: FeedPart): void {
    const {ids: shown, info: than} = this.source.snapshot.feed!;
    const known = new Set(shown);
    const ids = part.feed.ids.filter((id) => !known.has(id));
    const wasOffered = this.offer?.ids.length === ids.length;
    this.newer = {part, ids, than};
    if (!wasOffered) this.announcer.announce(this.localizer, ...this.newerMessage(ids.length));
  }

  /** The note is gone, so the focus goes to the first practice. */
  private handleClose(): void {
    this.closed = this.feed.missing;
    const root = this.getRootNode() as ShadowRoot;
    (root.querySelector('gpb-card') ?? (root.host as HTMLElement)).focus();
  }

  private handleShow(): void {
    const {ids, part} = this.newer!;
    this.newer = null;
    this.source.showNewer(part);
    this.dispatchEvent(new GpbEvent('gpb-renew', {ids}));
  }
}

/** A name for a feed: its host; on the page's own host, its file. */
function nameOf(address: string): string {
  const {host, pathname} = new URL(address);
  return (host === location.host && pathname.split('/').at(-1)) || host;
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-notes': GpbNotes;
  }
}
