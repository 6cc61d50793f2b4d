import {html, nothing} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Contact, Practice} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderMessage} from '../shared/templates.js';
import {ownLanguage} from './practice-text.js';

/** The contact and the links. `normalize` lets only http, https, mailto and tel through. */
export function renderPracticeLinks(practice: Practice, localizer: Localizer) {
  const {contact, links} = practice;
  return html`
    ${contact ? html`<p class="contact"><b>${renderMessage(localizer, 'contact')}</b> ${renderContact(contact)}</p>` : nothing}
    ${
      links.length
        ? html`<ul class="links" role="list" aria-label=${localizer.message('links')}>
            ${links.map(({label, url}) => html`<li><a href=${url} dir="auto" lang=${ownLanguage(practice) || nothing}>${label}${destination(url, label)}</a></li>`)}
          </ul>`
        : nothing
    }
  `;
}

/**
 * The link to the page where a practice was published. Its name says which practice, because a page
 * has many such links. It is an attribute: screen readers take a hidden part of the text for a
 * second link.
 */
export function renderSource({title, url}: Practice, localizer: Localizer, language: string) {
  if (!url) return nothing;
  const host = hostOf(url) || url;
  const kind = destination(url, host);
  const name = `${localizer.message('sourceOn', {host})}${kind}: ${translationFor(title, language).text}`;
  return html`<p class="source">
    <a part="source" href=${url} aria-label=${name}>${renderMessage(localizer, 'sourceOn', {host})}${kind}</a>
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

/** The host of an address with its port, without `www.`; `''` for mailto and tel. */
export const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

/**
 * What a link's text does not say: another site, or a kind of document. For example ` (coe.int,
 * PDF)`.
 */
export function destination(url: string, text: string): string {
  const host = hostOf(url);
  const [, kind = ''] = /\.(pdf|docx?|xlsx?|pptx?|zip)(?:[?#]|$)/i.exec(url) ?? [];
  const isSaid = !host || host === hostOf(location.href) || namesHost(text, host);
  const unsaid = [isSaid ? '' : host, text.includes(kind.toUpperCase()) ? '' : kind.toUpperCase()].filter(Boolean);
  return unsaid.length ? ` (${unsaid.join(', ')})` : '';
}

/** What separates the words of a text, and so the addresses in it. */
const BETWEEN_WORDS = /[\s()<>"'“”„‘’«»,;!|…]+/;

/**
 * Whether a word of a text is this host, or an address on it. The browser parses each word, because
 * `t.co` also occurs in `parliament.co.uk`. The host must also occur in the word as written,
 * because the browser reads numbers as hosts.
 */
function namesHost(text: string, host: string): boolean {
  return text.split(BETWEEN_WORDS).some((word) => {
    const address = /^https?:/i.test(word) ? word : `https://${word}`;
    if (!word.toLowerCase().includes(host) || !URL.canParse(address)) return false;
    const named = hostOf(address);
    // A sentence may end with the address.
    return named === host || named === `${host}.`;
  });
}
