import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Practice, Translation} from '../../practice.js';
import {escapeHtml} from '../../text/html-text.js';

/** ` lang="fr" dir="auto"`, for a text in another language than that of the document. */
export const langAttribute = ({lang}: Translation, language: string): string =>
  lang && lang !== language ? ` lang="${escapeHtml(lang)}" dir="auto"` : '';

/** The paragraphs of a text as HTML. */
export function writeParagraphs(text: LocalizedText, language: string): string {
  const translation = translationFor(text, language);
  const lang = langAttribute(translation, language);
  return translation.text
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => `<p${lang}>${escapeHtml(paragraph).replaceAll('\n', '<br />')}</p>\n`)
    .join('');
}

/**
 * The full text as HTML: headings and paragraphs, all of them escaped. The HTML of a feed is never
 * copied. Its words are in `text`.
 */
export const writeSections = ({sections}: Practice, language: string): string =>
  sections
    .map(({heading, text}) => {
      const title = translationFor(heading, language);
      const lang = langAttribute(title, language);
      return `${title.text && `<h2${lang}>${escapeHtml(title.text)}</h2>\n`}${writeParagraphs(text, language)}`;
    })
    .join('');
