import {stripControls} from '../../core/text/clean.js';
import {cutText} from '../../core/text/limits.js';

/** In characters, encoded. Some mail programs cut or refuse a longer `mailto:` address. */
export const MAX_MAIL_ADDRESS = 1800;

/** In characters, encoded. A long subject would leave no room for the titles. */
const MAX_SUBJECT = 400;

export interface ListMail {
  readonly subject: string;
  readonly note: string;
  /** Of the practices, in their order. */
  readonly titles: readonly string[];
  /** “and 5 more”, for the titles that find no room. */
  readonly more: (count: number) => string;
  readonly link: string;
}

/**
 * The `mailto:` address of a message about a list. Visitors fill in who gets it. The link is always
 * whole, however long it is. The note and the titles get the room that it leaves.
 */
export function listMailAddress({link, more, note, subject, titles}: ListMail): string {
  const start = `mailto:?subject=${encode(fit(subject, MAX_SUBJECT))}&body=`;
  const room = MAX_MAIL_ADDRESS - start.length - encode(link).length;
  const intro = paragraph(fit(note.trim(), room - encode('\n\n').length));
  const list = paragraph(fittingTitles(titles, more, room - encode(`${intro}\n\n`).length));
  return start + encode(intro + list + link);
}

/** Mail has line breaks of two characters. Halves of characters have no encoding. */
const encode = (text: string): string => encodeURIComponent(stripControls(text).replace(/\r?\n/g, '\r\n'));

const paragraph = (text: string): string => text && `${text}\n\n`;

/** The text, or its longest beginning of whole letters that fits when it is encoded. */
function fit(text: string, room: number): string {
  if (encode(text).length <= room) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const length = (fits + tooLong) >> 1;
    if (encode(cutText(text, length)).length <= room) fits = length;
    else tooLong = length;
  }
  return cutText(text, fits);
}

/** One line for each title, as many as fit, and how many more there are. `''` if none fits. */
function fittingTitles(titles: readonly string[], more: ListMail['more'], room: number): string {
  const lines = titles.map((title) => `- ${title}\n`);
  const shown: string[] = [];
  let length = 0;
  let fitting = '';
  for (const line of lines) {
    shown.push(line);
    length += encode(line).length;
    const rest = lines.length - shown.length;
    const last = rest ? more(rest) : '';
    if (length > room) break;
    if (length + encode(last).length <= room) fitting = shown.join('') + last;
  }
  return fitting.trimEnd();
}
