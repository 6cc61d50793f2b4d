import {html, nothing, type TemplateResult} from 'lit';
import {isSameLanguage, translationFor} from '../../core/localized-text.js';
import type {Practice, Section} from '../../core/practice.js';
import {matchRanges, textParts, type TextPart} from '../../core/search/highlight.js';
import type {Labels} from '../../core/search/labels.js';
import type {MatchedTerm} from '../../core/state/search-results.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderHeading, renderMessage} from '../shared/templates.js';

/**
 * Draws the parts of a text with its matches marked. Parts are text: a match never becomes HTML.
 */
export const renderTextParts = (parts: readonly TextPart[]): (string | TemplateResult)[] =>
  parts.map(({text, isHighlighted}) => (isHighlighted ? html`<mark part="mark">${text}</mark>` : text));

/** Marks the matches in one text after another, at most `max` in all. */
function createMarker(terms: readonly MatchedTerm[], max: number) {
  let left = max;
  return (text: string) => {
    const ranges = left > 0 ? matchRanges(text, terms, left) : [];
    left -= ranges.length;
    return renderTextParts(textParts(text, ranges));
  };
}

/** Draws a text with its matches marked. */
export const renderMarked = (text: string, terms: readonly MatchedTerm[]): (string | TemplateResult)[] =>
  renderTextParts(textParts(text, matchRanges(text, terms)));

/**
 * The language of a practice's text, if it differs from the `asked` one; otherwise, or if unknown,
 * `''`.
 */
export function foreignLanguage({summary, title}: Practice, asked: string): string {
  const {lang} = translationFor(summary.length ? summary : title, asked);
  return isSameLanguage(lang, asked) ? '' : lang;
}

/** The language of texts without translations, such as the period; `''` if the feed does not say. */
export const ownLanguage = ({summary, title}: Practice): string => (summary[0] ?? title[0])!.lang;

/** “Text in Italian”. */
export const renderTextLanguage = (language: string, localizer: Localizer) =>
  language
    ? html`<p class="text-language">
        ${renderMessage(localizer, 'textLanguage', {language: localizer.languageName(language)})}
      </p>`
    : nothing;

/** The properties of the card that its sections depend on. */
interface SectionCard {
  readonly open: boolean;
  readonly headingLevel: number;
  readonly imageHosts: readonly string[];
  readonly labels: Labels;
  readonly matchedTerms: readonly MatchedTerm[];
}

/**
 * A section of the full text. An open card draws the section's HTML, if the feed gives any, with a
 * feature that loads on demand. The plain text shows until the feature has loaded.
 */
export function renderSection(
  {heading, html: section, text}: Section,
  {open, headingLevel, imageHosts, labels, matchedTerms}: SectionCard,
  maxMarks: number,
) {
  const name = translationFor(heading, labels.language);
  const {lang, text: body} = translationFor(text, labels.language);
  // A closed card needs no marks, and finding matches takes time.
  const markMatches = createMarker(matchedTerms, maxMarks);
  const mark = (words: string) => (open ? markMatches(words) : words);
  const paragraphs = body
    .split('\n\n')
    .map((paragraph) => html`<p dir="auto" lang=${lang || nothing}>${mark(paragraph)}</p>`);
  return html`
    ${name.text ? renderHeading(headingLevel + 1, mark(name.text), {lang: name.lang}) : nothing}
    ${
      section && open
        ? html`<gpb-html
            exportparts="mark"
            dir="auto"
            lang=${lang || nothing}
            .source=${translationFor(section.source, labels.language).text}
            .base=${section.base}
            .headingLevel=${headingLevel + (name.text ? 2 : 1)}
            .imageHosts=${imageHosts}
            .matchedTerms=${matchedTerms}
            .maxMarks=${maxMarks}
            >${paragraphs}</gpb-html
          >`
        : paragraphs
    }
  `;
}
