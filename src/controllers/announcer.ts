import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Localizer, MessageValues} from '../i18n/localizer.js';
import type {MessageKey} from '../i18n/messages.js';
import {ancestorsOf} from '../platform/ancestors.js';

/**
 * Screen readers drop announcements while they echo typed keys. So an announcement waits until
 * there was no other for this long. GOV.UK and USWDS wait 1 to 1.5 seconds.
 */
const ANNOUNCE_DELAY_MS = 1200;

/**
 * The page's live regions. They are in the light DOM of the body, because screen readers often miss
 * regions in shadow roots. Two are polite, because a text that is set twice in one region is read
 * once. The third one interrupts.
 */
const regions: HTMLElement[] = [];
/** The index of the polite region that speaks next. */
let turn = 0;
/** How many elements of the page announce. The last one removes the regions. */
let users = 0;

/**
 * Puts the regions into the body, or into the modal dialog around an element: it hides everything
 * outside from screen readers. A router may have replaced the body, also by an old one with copies
 * of the regions.
 */
function placeRegions(element: Element): void {
  const root = document.documentElement;
  const dialog = [...ancestorsOf(element)].find((ancestor) => ancestor.matches('dialog:modal'));
  // `document.body` may be an image: `<img name="body">` hides the property.
  const place = dialog ?? root.querySelector('body')!;
  if (regions[0]?.parentElement === place) return;
  root.querySelectorAll('[data-gpb-region]').forEach((copy) => copy.remove());
  if (!regions.length) createRegions();
  place.append(...regions);
}

function createRegions(): void {
  for (const role of ['status', 'status', 'alert']) {
    const region = document.createElement('div');
    region.setAttribute('role', role);
    // Orca ignores an alert in Firefox without this attribute.
    if (role === 'alert') region.setAttribute('aria-live', 'assertive');
    region.dataset['gpbRegion'] = '';
    // A strict Content-Security-Policy blocks style attributes, but not CSSOM.
    Object.assign(region.style, {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    regions.push(region);
  }
}

export interface AnnounceOptions {
  /** Whether it interrupts the screen reader, unless the last announcement did so too. */
  readonly isUrgent?: boolean;
  /** Makes the text when it is read out; by default, the message. */
  readonly text?: () => string;
}

/**
 * Tells screen readers what has changed on the screen, once the visitor pauses. The latest text
 * wins.
 */
export class AnnouncerController implements ReactiveController {
  /** The key of the last announcement that was made. */
  said: MessageKey | null = null;
  private next: MessageKey | null = null;
  private timer = 0;
  private wasUrgent = false;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    users++;
    placeRegions(this.host);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    if (--users === 0) for (const region of regions.splice(0)) region.remove();
  }

  /** Cancels the waiting announcement if it has this key. */
  hush(key: MessageKey): void {
    if (this.next === key) clearTimeout(this.timer);
  }

  /** @param key the message, by which `said` and `hush` know the announcement */
  announce(
    localizer: Localizer,
    key: MessageKey,
    values: MessageValues = {},
    {isUrgent = false, text = () => localizer.message(key, values)}: AnnounceOptions = {},
  ): void {
    clearTimeout(this.timer);
    // What visitors wait for may come after the element has left the page.
    if (!this.host.isConnected) return;
    // Now, because screen readers ignore a region that appears together with its text.
    placeRegions(this.host);
    this.next = key;
    this.timer = window.setTimeout(() => {
      const region = regions[isUrgent && !this.wasUrgent ? 2 : turn];
      this.wasUrgent = isUrgent;
      this.said = key;
      this.next = null;
      if (!region) return;
      for (const other of regions) other.textContent = '';
      region.lang = localizer.language;
      region.textContent = text();
      turn = 1 - turn;
    }, ANNOUNCE_DELAY_MS);
  }
}
