import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Localizer, MessageValues} from '../i18n/localizer.js';
import type {MessageKey} from '../i18n/messages.js';

/** Screen readers swallow what comes while they echo typed keys: this long nothing more must come (GOV.UK's and USWDS's figure is 1 to 1.5 s). */
const ANNOUNCE_DELAY_MS = 1200;

/**
 * The page's live regions, in the light DOM of the body since regions deep in shadow roots are not reliably heard: a pair of polite
 * ones, because the same text set twice in one region is said once, and one that interrupts.
 */
const regions: HTMLElement[] = [];
/** Which of the polite pair speaks next. */
let turn = 0;
/** How many elements of the page announce: with the last of them the regions go. */
let users = 0;

/** Sees to it that they are in the page: a router may have put another body in, or one with copies of them from when it was left. */
function placeRegions(): void {
  if (regions[0]?.isConnected) return;
  const root = document.documentElement;
  root.querySelectorAll('[data-gpb-region]').forEach((copy) => copy.remove());
  if (!regions.length) createRegions();
  // Not `document.body`, which an image of that name would hide.
  root.querySelector('body')!.append(...regions);
}

function createRegions(): void {
  for (const role of ['status', 'status', 'alert']) {
    const region = document.createElement('div');
    region.setAttribute('role', role);
    region.dataset['gpbRegion'] = '';
    // Through CSSOM: a style attribute would be blocked by a strict CSP.
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

/** Says to screen readers what changed on the screen, once the visitor pauses; the latest text wins. */
export class AnnouncerController implements ReactiveController {
  /** What was said last. */
  said: MessageKey | null = null;
  private next: MessageKey | null = null;
  private timer = 0;
  private wasUrgent = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    users++;
    placeRegions();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    if (--users === 0) for (const region of regions.splice(0)) region.remove();
  }

  /** If this is what is to be said next, it is out of date. */
  hush(key: MessageKey): void {
    if (this.next === key) clearTimeout(this.timer);
  }

  /**
   * @param key what it is about: `said` and `hush` know it by that.
   * @param isUrgent is heard at once, unless what was said last was urgent too.
   * @param text what is said, if that is more than the message of the key; asked for when it is said.
   */
  announce(
    localizer: Localizer,
    key: MessageKey,
    values: MessageValues = {},
    isUrgent = false,
    text = () => localizer.message(key, values),
  ): void {
    clearTimeout(this.timer);
    // now: a region is heard of that was there before its text
    placeRegions();
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
