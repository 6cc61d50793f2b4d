import {cleanLine} from '../text/clean.js';
import {htmlToText} from '../text/html-text.js';
import {fieldsOf, listOf, textOf} from './json-value.js';

/** Characters of a server's message in ours. */
const MAX_LENGTH = 200;

/**
 * The error message of a server, as WordPress, JSON:API and others write it in JSON: `“No route was
 * found.” (rest_no_route)`. `''` if there is none.
 */
export function quoteRefusal(document: unknown): string {
  const {code, data, error, errors, message} = fieldsOf(document);
  const {detail, title} = fieldsOf(listOf(errors)[0]);
  // WordPress says in `params` what is wrong with each parameter.
  const [reason] = Object.values(fieldsOf(fieldsOf(data)['params']));
  const said = [message, error, fieldsOf(error)['message'], detail, title].find((each) => typeof each === 'string');
  const texts = [said, reason].map((each) => cleaned(typeof each === 'string' ? each : '')).filter(Boolean);
  if (!texts.length) return '';
  const name = textOf(code);
  return `“${texts.join(': ')}”${/^[\w.-]{1,60}$/.test(name) ? ` (${name})` : ''}`;
}

/** The same from a text, which may be anything. */
export function quoteRefusalIn(json: string): string {
  try {
    return quoteRefusal(JSON.parse(json));
  } catch {
    return '';
  }
}

function cleaned(text: string): string {
  const line = cleanLine(htmlToText(text.slice(0, MAX_LENGTH * 2)));
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
