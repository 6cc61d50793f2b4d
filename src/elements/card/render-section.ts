import {html, nothing} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Section} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {MatchedTerm} from '../../core/state/search-results.js';
import {renderHeading} from '../shared/heading.js';
import {createMarker} from './text-parts.js';

/** What a section needs to know of its card. */
interface SectionCard {
  readonly open: boolean;
  readonly headingLevel: number;
  readonly imageHosts: readonly string[];
  readonly labels: Labels;
  readonly matchedTerms: readonly MatchedTerm[];
}

/** A part of the full text. Its HTML, if it has any, is drawn in an open card, by a feature that loads then; its words show until it has. */
export function renderSection(
  {heading, html: section, text}: Section,
  {open, headingLevel, imageHosts, labels, matchedTerms}: SectionCard,
  maxMarks: number,
) {
  const name = translationFor(heading, labels.language);
  const {lang, text: body} = translationFor(text, labels.language);
  // What is closed needs no marks, and marks take time.
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
