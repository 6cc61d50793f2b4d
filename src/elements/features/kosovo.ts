import {html} from 'lit';
import type {Attribute, Translation} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderMessage} from '../shared/templates.js';

// The Council of Europe writes the name of Kosovo with an asterisk, which leads to a footnote.

export const isKosovo = (country: string): boolean => country === 'XK';

/** What a value is called. Kosovo has its asterisk. */
export function valueName(attribute: Attribute, value: string, labels: Labels): Translation {
  const {lang, text} = labels.of(attribute, value);
  const mustHaveAsterisk = attribute === 'country' && isKosovo(value) && !text.endsWith('*');
  return {lang, text: mustHaveAsterisk ? `${text}*` : text};
}

/** The text of the footnote. */
export const renderKosovoNote = (localizer: Localizer) => html`* ${renderMessage(localizer, 'kosovoNote')}`;
