import type {PageMessages} from '../../src/i18n/messages.js';
import {en, formsOf, messageKeys} from './languages.js';

const LETTERS =
  'aàbƀcçdðeèfƒgğhĥiìjĵkķlļmɱnñoòpþqɋrŕsştţuùvṽwŵxẋyýzžAÀBƁCÇDÐEÈFƑGĞHĤIÌJĴKĶLĻMṀNÑOÒPÞQɊRŔSŞTŢUÙVṼWŴXẊYÝZŽ';
const accented = new Map(Array.from(LETTERS.matchAll(/(.)(.)/g), ([, plain = '', other = '']) => [plain, other]));

/** Changes the text between placeholders. */
const mapWords = (text: string, change: (words: string) => string) =>
  text
    .split(/(\{\w+\})/)
    .map((piece) => (piece.startsWith('{') ? piece : change(piece)))
    .join('');

/** `en-XA`: readable English without one plain letter, two fifths longer. */
export const accent = (text: string): string =>
  mapWords(text, (words) => words.replace(/[a-z]/gi, (letter) => accented.get(letter)!)) +
  ' ·ø'.repeat(Math.ceil((text.replace(/\{\w+\}/g, '').length * 0.4) / 3));

/** `ar-XB`: English that runs from right to left. */
export const mirror = (text: string): string =>
  mapWords(text, (words) => words.replace(/\S+/g, (word) => `\u200f\u202e${word}\u202c\u200f`));

/** All messages, changed. */
export const pseudoMessages = (change: (text: string) => string): PageMessages =>
  Object.fromEntries(
    messageKeys.map((key) => [
      key,
      Object.fromEntries(Object.entries(formsOf(en[key])).map(([form, text]) => [form, change(text)])),
    ]),
  );
