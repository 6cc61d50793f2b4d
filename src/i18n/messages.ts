import type {ValueNames} from '../core/search/labels.js';
import type {en} from './en.js';
import type {PluralForms} from './plural-forms.js';

export type MessageKey = keyof typeof en;

/** The strings of one language: English is the type of all others. */
export type Messages = {readonly [key in MessageKey]: string | PluralForms};

/** Strings of the page's own, which go before those of the language; and what it calls topics, countries and the like. */
export type PageMessages = Partial<Messages> & {readonly labels?: ValueNames};
