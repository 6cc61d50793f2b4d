import {isObject} from '../core/feed/json-value.js';
import {tellWebmaster} from '../core/tell-webmaster.js';
import {en} from './en.js';
import type {OwnMessages} from './messages.js';

const areTexts = (value: unknown) => isObject(value) && Object.values(value).every((text) => typeof text === 'string');

/** Whether this is a message that the interface shows: a text, or its plural forms. */
export const isMessage = (key: string, value: unknown): boolean =>
  Object.hasOwn(en, key) && (typeof value === 'string' || (isObject(value) && 'other' in value && areTexts(value)));

const areLabels = (value: unknown) => isObject(value) && Object.values(value).every(areTexts);

/** The strings of the page's own that it has as JSON. What is none of ours, or not in our form, is left out and said in the console. */
export function readOwnMessages(json: string): OwnMessages {
  const warn = (what: string) => tellWebmaster(`slot="messages": ${what}`);
  const own: Record<string, unknown> = {};
  try {
    for (const [key, value] of Object.entries(JSON.parse(json || '{}') as object)) {
      if (key === 'labels' ? areLabels(value) : isMessage(key, value)) own[key] = value;
      else warn(`“${key}” is no message, or not in the form of one`);
    }
  } catch (error) {
    warn(String(error));
  }
  return own;
}
