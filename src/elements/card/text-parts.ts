import {html, type TemplateResult} from 'lit';
import {matchRanges, textParts, type TextPart} from '../../core/search/highlight.js';
import type {MatchedTerm} from '../../core/state/search-results.js';

/** A text that was cut into parts, with its matches marked. Text only: no HTML is ever made from a match. */
export const renderTextParts = (parts: readonly TextPart[]): (string | TemplateResult)[] =>
  parts.map(({text, isHighlighted}) => (isHighlighted ? html`<mark part="mark">${text}</mark>` : text));

/** Marks what was searched for in one text after the other, at most `max` times in all. */
export function createMarker(terms: readonly MatchedTerm[], max: number) {
  let left = max;
  return (text: string) => {
    const ranges = left > 0 ? matchRanges(text, terms, left) : [];
    left -= ranges.length;
    return renderTextParts(textParts(text, ranges));
  };
}

/** A text with what was searched for marked. */
export const renderMarked = (text: string, terms: readonly MatchedTerm[]): (string | TemplateResult)[] =>
  renderTextParts(textParts(text, matchRanges(text, terms)));
