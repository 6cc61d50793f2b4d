import {en as builtIn, type PluralForms} from '../../src/i18n/en.js';
import type {FoundMessages} from '../../src/i18n/load-language.js';
import type {MessageKey, Messages} from '../../src/i18n/messages.js';

/** A file of src/i18n/locales. */
interface LanguageFile {
  readonly translators: readonly string[];
  readonly reviewed: boolean;
  /** Visitors read those that it lacks in English. */
  readonly messages: Partial<Messages>;
}

export const en: Messages = builtIn;
export const messageKeys = Object.keys(en) as MessageKey[];
export const english: FoundMessages = {language: 'en', direction: 'ltr', messages: en};

const files = import.meta.glob<LanguageFile>('../../src/i18n/locales/*.json', {eager: true, import: 'default'});

/** The languages beside English, by the names of their files. */
export const languages = new Map(
  Object.entries(files).map(([path, file]) => [/([\w-]+)\.json$/.exec(path)![1]!, file]),
);

/** Where a list of counts may change its form. */
export const counts = [
  ...Array.from({length: 26}, (_, n) => n),
  ...Array.from({length: 12}, (_, n) => 100 + n),
  1000,
  1_000_000,
];

/** A plain message has one form, which is that of all others. */
export const formsOf = (message: string | PluralForms): Partial<PluralForms> =>
  typeof message === 'string' ? {other: message} : message;

export const placeholdersOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
