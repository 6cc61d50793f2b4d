import {html, nothing, type LitElement} from 'lit';
import type {AnnouncerController} from '../../controllers/announcer.js';
import type {Localizer} from '../../i18n/localizer.js';

/** An element with a link for visitors to copy. */
interface LinkHost extends LitElement {
  /** An absolute address. */
  readonly link: string;
  readonly localizer: Localizer;
}

type Outcome = 'copied' | 'refused';

/**
 * Copies the link of an element. If the page or the browser refuses the clipboard, the link appears
 * in a field, selected.
 */
export class LinkCopier {
  /** The link that was copied last. The element may have another one since. */
  private last: {readonly link: string; readonly outcome: Outcome} | null = null;

  constructor(
    private readonly host: LinkHost,
    private readonly announcer: AnnouncerController,
  ) {}

  /** What the button says. */
  get label(): 'copyLink' | 'linkCopied' {
    return this.outcome === 'copied' ? 'linkCopied' : 'copyLink';
  }

  /** The field from which the visitor copies a refused link. */
  renderField() {
    const {link, localizer} = this.host;
    return this.outcome === 'refused'
      ? html`<input readonly aria-label=${localizer.message('copyLink')} .value=${link} />`
      : nothing;
  }

  async copy(): Promise<void> {
    const {announcer, host} = this;
    const {link, localizer} = host;
    const outcome = await writeToClipboard(link);
    this.last = {link, outcome};
    if (outcome === 'copied') announcer.announce(localizer, 'linkCopied');
    host.requestUpdate();
    await host.updateComplete;
    const field = host.renderRoot.querySelector<HTMLInputElement>('input[readonly]');
    field?.focus();
    field?.select();
  }

  private get outcome(): Outcome | null {
    return this.last?.link === this.host.link ? this.last.outcome : null;
  }
}

async function writeToClipboard(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
