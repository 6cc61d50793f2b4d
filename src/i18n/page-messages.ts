import {isObject} from '../core/feed/json-value.js';
import {MAX_LENGTHS} from '../core/text/limits.js';
import {warnOnce} from '../platform/warn-once.js';
import {en} from './en.js';
import type {PageMessages} from './messages.js';

const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_LENGTHS.message;
const areTexts = (value: unknown) => isObject(value) && Object.values(value).every(isText);

/** Whether this is a message that the interface shows: a text, or its plural forms. */
export const isMessage = (key: string, value: unknown): boolean =>
  Object.hasOwn(en, key) && (isText(value) || (isObject(value) && 'other' in value && areTexts(value)));

const areLabels = (value: unknown) => isObject(value) && Object.values(value).every(areTexts);

/** The strings of the page's own that it has as JSON. What is none of ours, or not in our form, is left out and said in the console. */
export function readPageMessages(json: string): PageMessages {
  const warn = (what: string) => warnOnce(`slot="messages": ${what}`);
  const own: Record<string, unknown> = {};
  try {
    for (const [key, value] of Object.entries(JSON.parse(json || '{}') as object)) {
      if (key === 'labels' ? areLabels(value) : isMessage(key, value)) own[key] = value;
      else
        warn(
          `“${key}” is not a message of the widget, has a wrong form, or has more than ${MAX_LENGTHS.message} characters.`,
        );
    }
  } catch (error) {
    warn(`the content is not a valid JSON object. ${String(error)}`);
  }
  return own;
}
