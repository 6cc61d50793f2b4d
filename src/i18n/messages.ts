import type {en} from './en.js';

/** A message in the forms that CLDR knows for a language; `other` is always there. */
export type PluralForms = {readonly other: string} & {readonly [form in Intl.LDMLPluralRule]?: string};

export type MessageKey = keyof typeof en;

/** The strings of one language: English is the type of all others. */
export type Messages = {readonly [key in MessageKey]: string | PluralForms};
