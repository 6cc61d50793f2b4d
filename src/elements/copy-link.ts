import {html, nothing} from 'lit';
import type {Translation} from '../core/practice.js';
import type {Localizer} from '../i18n/localizer.js';

/** What became of a link: nothing yet, it is in the clipboard, or (the address itself) it is shown to be copied by hand. */
export type LinkState = '' | 'copied' | (string & {});

/** Puts a link into the clipboard, which pages and browsers may refuse. */
export const copyLink = (url: string): Promise<LinkState> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(url))
    .then(
      () => 'copied',
      () => url,
    );

/** Hands a link to the dialog of the device. */
export async function sendLink(url: string, title: string): Promise<void> {
  // Whoever closes the dialog has changed their mind: no fault.
  await navigator.share({title, url}).catch(() => undefined);
}

/** To copy or send the link to a practice. Where the clipboard is refused, the link itself, selected. */
export function renderCopyLink(
  {lang, text}: Translation,
  state: LinkState,
  localizer: Localizer,
  handle: (how: 'copy' | 'send') => void,
) {
  const ofWhat = html`<span class="visually-hidden">: <span lang=${lang || nothing}>${text}</span></span>`;
  const renderButton = (how: 'copy' | 'send', label: string) =>
    html`<button class="link" type="button" part="link" @click=${() => handle(how)}>${label}${ofWhat}</button>`;
  const isCopied = state === 'copied';
  return html`<p class="pieces actions">
    ${renderButton('copy', localizer.message(isCopied ? 'linkCopied' : 'copyLink'))}
    ${'share' in navigator ? renderButton('send', localizer.message('sendLink')) : nothing}
    ${
      state && !isCopied
        ? html`<input readonly aria-label=${localizer.message('copyLink')} .value=${state} />`
        : nothing
    }
  </p>`;
}
