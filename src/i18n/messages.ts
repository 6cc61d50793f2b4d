import {isObject} from '../core/feed/json-value.js';
import type {ValueNames} from '../core/search/labels.js';
import {MAX_LENGTHS} from '../core/text/limits.js';
import {warnOnce} from '../platform/warn-once.js';
import {en, type PluralForms} from './en.js';

export type MessageKey = keyof typeof en;

/** The messages of one language. The English ones define the type. */
export type Messages = {readonly [key in MessageKey]: string | PluralForms};

/**
 * The page's own messages, which take precedence over those of the language, and its labels for
 * topics, countries and other values.
 */
export type PageMessages = Partial<Messages> & {readonly labels?: ValueNames};

const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_LENGTHS.message;
const areTexts = (value: unknown) => isObject(value) && Object.values(value).every(isText);

/** Whether a value is a valid text for a message of the widget, or valid plural forms. */
export const isMessage = (key: string, value: unknown): boolean =>
  Object.hasOwn(en, key) && (isText(value) || (isObject(value) && 'other' in value && areTexts(value)));

const areLabels = (value: unknown) => isObject(value) && Object.values(value).every(areTexts);

/**
 * The page's own messages without unknown and invalid entries, which the console names.
 *
 * @param source where they are from
 */
export function checkPageMessages(messages: object, source: string): PageMessages {
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(messages)) {
    if (key === 'labels' ? areLabels(value) : isMessage(key, value)) own[key] = value;
    else
      warnOnce(
        `${source}: “${key}” is not a message of the widget, has a wrong form, or has more than ${MAX_LENGTHS.message} characters.`,
      );
  }
  return own;
}

/** Parses the page's own messages from JSON. */
export function readPageMessages(json: string): PageMessages {
  const source = 'slot="messages"';
  try {
    return checkPageMessages(JSON.parse(json || '{}') as object, source);
  } catch (error) {
    warnOnce(`${source}: the content is not a valid JSON object. ${String(error)}`);
    return {};
  }
}
