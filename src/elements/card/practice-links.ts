import {html, nothing} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Contact, Practice} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderHiddenName} from '../shared/templates.js';
import {ownLanguage} from './practice-text.js';

/** Where to read and ask more. Addresses were checked by `normalize`: http, https, mailto and tel only. */
export function renderPracticeLinks(practice: Practice, localizer: Localizer, language: string) {
  const {contact, links} = practice;
  return html`
    ${contact ? html`<p class="contact"><b>${localizer.message('contact')}</b> ${renderContact(contact)}</p>` : nothing}
    ${
      links.length
        ? html`<ul class="links" role="list" aria-label=${localizer.message('links')}>
            ${links.map(({label, url}) => html`<li><a href=${url} dir="auto" lang=${ownLanguage(practice)}>${label}${destination(url, label)}</a></li>`)}
          </ul>`
        : nothing
    }
    ${renderSource(practice, localizer, language)}
  `;
}

/** The link to where a practice was published. Its name says which practice: a page has many. */
export function renderSource({title, url}: Practice, localizer: Localizer, language: string) {
  if (!url) return nothing;
  const host = hostOf(url) || url;
  return html`<p class="source">
    <a part="source" href=${url}
      >${localizer.message('sourceOn', {host})}${destination(url, host)}${renderHiddenName(translationFor(title, language))}</a
    >
  </p>`;
}

function renderContact({email, name, phone, url}: Contact) {
  return html`<span class="pieces">
    ${name ? html`<span>${url ? html`<a href=${url}>${name}${destination(url, name)}</a>` : name}</span>` : nothing}
    ${email ? html`<a href="mailto:${email}">${email}</a>` : nothing}
    ${phone ? html`<a href="tel:${phone}" dir="ltr">${phone}</a>` : nothing}
    ${url && !name ? html`<a href=${url}>${hostOf(url) || url}</a>` : nothing}
  </span>`;
}

/** The host that an address leads to, with its port; `''` for a mail or a call. */
export const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** Where a link leads, as far as its text does not say so: to another site, or to a document. */
export function destination(url: string, text: string): string {
  const host = hostOf(url);
  const [, kind = ''] = /\.(pdf|docx?|xlsx?|pptx?|zip)(?:[?#]|$)/i.exec(url) ?? [];
  const isSaid = !host || host === hostOf(location.href) || namesHost(text, host);
  const unsaid = [isSaid ? '' : host, text.includes(kind.toUpperCase()) ? '' : kind.toUpperCase()].filter(Boolean);
  return unsaid.length ? ` (${unsaid.join(', ')})` : '';
}

/** Between the words of a text, where an address begins or ends. */
const BETWEEN_WORDS = /[\s()<>"'“”„‘’«»,;!|…]+/;

/**
 * Whether one word of a text is this host, or an address there. The browser parses each word, because `t.co` also occurs in
 * `parliament.co.uk`. It takes numbers for hosts too, so the host must occur in the word as well.
 */
function namesHost(text: string, host: string): boolean {
  return text.split(BETWEEN_WORDS).some((word) => {
    const address = /^https?:/i.test(word) ? word : `https://${word}`;
    if (!word.toLowerCase().includes(host) || !URL.canParse(address)) return false;
    const named = hostOf(address);
    // The dot may end the sentence.
    return named === host || named === `${host}.`;
  });
}
