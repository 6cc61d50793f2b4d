import {html, nothing} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';

const languageOf = (tag: string) => tag.split('-')[0];

/** “Text in Italian”, where title or summary are in another language than the one that the page asks for, and the feed says which. */
export function renderTextLanguage({title, summary}: Practice, asked: string, localizer: Localizer) {
  const foreign = [title, summary]
    .map((text) => translationFor(text, asked).lang)
    .find((lang) => lang && languageOf(lang) !== languageOf(asked));
  return foreign
    ? html`<p class="text-language">
        ${localizer.message('textLanguage', {language: localizer.languageName(foreign)})}
      </p>`
    : nothing;
}
