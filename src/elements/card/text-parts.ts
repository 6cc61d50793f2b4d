import {html, type TemplateResult} from 'lit';
import type {TextPart} from '../../core/search/highlight.js';

/** A text with its matches marked. Text only: no HTML is ever made from a match. */
export const renderTextParts = (parts: readonly TextPart[]): (string | TemplateResult)[] =>
  parts.map(({text, isHighlighted}) => (isHighlighted ? html`<mark part="mark">${text}</mark>` : text));
