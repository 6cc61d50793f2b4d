import {html, nothing} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Localizer} from '../../i18n/localizer.js';

const languageOf = (tag: string) => tag.split('-')[0];

/** The language that the text of a practice is in, if the feed says it and it is another than the one that the page asks for; else `''`. */
export function foreignLanguage({summary, title}: Practice, asked: string): string {
  const {lang} = translationFor(summary.length ? summary : title, asked);
  return languageOf(lang) === languageOf(asked) ? '' : lang;
}

/** The language of what has no translations, such as the period. */
export const ownLanguage = ({summary, title}: Practice) => (summary[0] ?? title[0])!.lang || nothing;

/** “Text in Italian”. */
export const renderTextLanguage = (language: string, localizer: Localizer) =>
  language
    ? html`<p class="text-language">
        ${localizer.message('textLanguage', {language: localizer.languageName(language)})}
      </p>`
    : nothing;
