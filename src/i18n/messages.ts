import type {en} from './en.js';
import type {enExtras} from './en-extras.js';
import type {PluralForms} from './plural-forms.js';

export type MessageKey = keyof typeof en | keyof typeof enExtras;

/** The strings of one language: English is the type of all others. */
export type Messages = {readonly [key in MessageKey]: string | PluralForms};
