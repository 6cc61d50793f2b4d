import {fold} from './fold.js';

// An accent alone is no word: an emoji may end with one.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
// Chinese, Japanese and Thai have no spaces between words.
const SIGNS = '\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u3400-\u9fff';
const UNSPACED = new RegExp(`[${SIGNS}]`);
const RUN = new RegExp(`[${SIGNS}]+|[^${SIGNS}]+`, 'g');

/**
 * A piece of text between such signs. It may be several words, but no word, folded or not, crosses
 * its ends.
 */
export const CHUNK = /[^\s.,;:!?()"“”„«»/+&-]+/g;

/**
 * Whether a term is in a script without spaces. It may be anywhere then, as one character may be a
 * word.
 */
export const isUnspaced = (term: string): boolean => UNSPACED.test(term);

/** A word of a text and its place. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * The words of a folded text, in order. A run of a script without spaces becomes overlapping pairs
 * of characters, so that any two neighbours are found.
 */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const {0: word, index} of folded.matchAll(WORD)) {
    if (!isUnspaced(word)) tokens.push({text: word, start: index});
    else for (const run of word.matchAll(RUN)) pushRun(tokens, run[0], index + run.index);
  }
  return tokens;
}

function pushRun(tokens: Token[], run: string, start: number): void {
  if (run.length < 3 || !isUnspaced(run)) tokens.push({text: run, start});
  else for (let i = 0; i + 1 < run.length; i++) tokens.push({text: run.slice(i, i + 2), start: start + i});
}

/** The folded words of a text. */
export const wordsOf = (text: string): string[] =>
  // Most chunks are one plain word, which this test shows in a tenth of the time.
  /^[a-z\d]+$/.test(text) ? [text] : tokenize(fold(text)).map((token) => token.text);

/**
 * Whether folding changes the letters of a text: they are accented, or in another script of the
 * same language.
 */
export function isAccented(text: string): boolean {
  if (/^[\x21-\x7e]*$/.test(text)) return false;
  // Folding changes the final sigma too, which is not an accent.
  const letters = text.toLowerCase().replace(/[^\p{L}\p{M}]|ς/gu, '');
  return fold(letters) !== letters;
}
