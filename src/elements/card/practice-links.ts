import {html, nothing} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Contact, Practice} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderHiddenName} from '../shared/hidden-name.js';
import {destination, hostOf} from './link-destination.js';
import {ownLanguage} from './render-text-language.js';

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
