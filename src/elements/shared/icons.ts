import {svg, type SVGTemplateResult} from 'lit';

/** Drawings of 24 by 24 units in the colour of the text; they say nothing that the text beside them does not. */
const icon = (shape: SVGTemplateResult) =>
  svg`<svg class="icon" viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2.25"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const searchIcon = icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`);
export const crossIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const checkIcon = icon(svg`<path d="m5 12.5 5 5 9-11"/>`);
export const chevronIcon = icon(svg`<path d="m6 9 6 6 6-6"/>`);
export const pinIcon = icon(
  svg`<path d="M12 21c4-4.6 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.5 6.4 6.5 11z"/><circle cx="12" cy="10" r="1.5"/>`,
);
export const filterIcon = icon(svg`<path d="M4 7h16M7 12h10M10 17h4"/>`);
