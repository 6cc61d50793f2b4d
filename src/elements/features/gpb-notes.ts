import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {FeedPart} from '../../controllers/feed-snapshot.js';
import {RefreshController} from '../../controllers/refresh.js';
import type {LoadedFeed} from '../../core/engine/loaded-feed.js';
import type {MessageValues} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import type {FeatureView} from '../browser/feature-view.js';
import {wholeNumber} from '../browser/settings.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {crossIcon} from '../shared/icons.js';
import css from './gpb-notes.css?inline';

/** Nobody publishes practices that often, and every visitor's browser asks. */
const MIN_REFRESH_SECONDS = 30;

/** What there is to know about the feed: that one of several is missing, and that there is a newer one, which comes when it is asked for. */
export class GpbNotes extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    view: {attribute: false},
    seconds: {attribute: 'refresh', converter: wholeNumber('refresh', 600)},
    closed: {state: true},
    newer: {state: true},
  };

  view!: FeatureView;
  seconds = 0;

  /** The missing feeds that the visitor knows of. */
  private closed: readonly string[] = [];
  /** A newer feed, which practices are new in it, and the feed that it is newer than. */
  private newer: {readonly arrival: FeedPart; readonly ids: readonly string[]; readonly than: LoadedFeed} | null = null;

  private readonly announcer = new AnnouncerController(this);
  private readonly refresher = new RefreshController(this, {
    source: () => this.view.source,
    pages: () => (this.offer?.arrival ?? this.view.source.snapshot).pages,
    seconds: () => this.seconds && Math.max(this.seconds, MIN_REFRESH_SECONDS),
    onNewer: (arrival) => this.handleNewer(arrival),
  });

  override render() {
    const {localizer} = this.view;
    const missing = this.view.feed.missing.filter((address) => !this.closed.includes(address));
    return html`
      ${
        missing.length
          ? html`<div class="note">
              <div>
                ${missing.map((address) => html`<p>${localizer.message('feedMissing', {host: placeOf(address)})}</p>`)}
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
              <p>${localizer.message(...this.newerMessage(this.offer.ids.length))}</p>
              <button class="link" type="button" @click=${this.handleShow}>${localizer.message('showNew')}</button>
            </div>`
          : nothing
      }
    `;
  }

  private get offer() {
    return this.newer?.than === this.view.source.snapshot.feed ? this.newer : null;
  }

  private newerMessage(count: number): readonly [MessageKey, MessageValues] {
    return count ? ['newPractices', {count}] : ['listChanged', {}];
  }

  private handleNewer(arrival: FeedPart): void {
    const than = this.view.source.snapshot.feed!;
    const known = new Set(than.ids);
    const ids = arrival.feed.ids.filter((id) => !known.has(id));
    const wasOffered = this.offer?.ids.length === ids.length;
    this.newer = {arrival, ids, than};
    if (!wasOffered) this.announcer.announce(this.view.localizer, ...this.newerMessage(ids.length));
  }

  /** What comes next is the first practice. */
  private handleClose(): void {
    this.closed = this.view.feed.missing;
    const root = this.getRootNode() as ShadowRoot;
    (root.querySelector('gpb-card') ?? (root.host as HTMLElement)).focus();
  }

  private handleShow(): void {
    const {arrival, ids} = this.newer!;
    this.newer = null;
    this.view.source.showNewer(arrival);
    this.dispatchEvent(new GpbEvent('gpb-renew', {ids}));
  }
}

/** What a visitor may know a feed by: its host, but its file where that is the page's own. */
function placeOf(address: string): string {
  const {host, pathname} = new URL(address);
  return (host === location.host && pathname.split('/').at(-1)) || host;
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-notes': GpbNotes;
  }
}
