import {fold} from './fold.js';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Chinese, Japanese and Thai put no spaces between words.
const SIGNS = '\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u3400-\u9fff';
const UNSPACED = new RegExp(`[${SIGNS}]`);
const RUN = new RegExp(`[${SIGNS}]+|[^${SIGNS}]+`, 'g');

/** What stands between such signs may be one word or several, but no word of a text, folded or not, is across them. */
export const CHUNK = /[^\s.,;:!?()"“”„«»/-]+/g;

/** Whether a term is of a script without spaces: then it may be anywhere, as one sign may be a word. */
export const isUnspaced = (term: string): boolean => UNSPACED.test(term);

/** A word of a text, and where it stands in it. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * The words of a folded text, in order. A run of a script without spaces becomes overlapping pairs of characters, so that
 * any two that stand side by side are found.
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

/** The words of a text as the index knows them: folded. */
export const wordsOf = (text: string): string[] =>
  // what most chunks are is one word as it is, which is known in a tenth of the time
  /^[a-z\d]+$/.test(text) ? [text] : tokenize(fold(text)).map((token) => token.text);

/** Whether letters of a text are more than their folding: accented, or in another script of the same language. */
export function isAccented(text: string): boolean {
  // the sigma at the end of a word is not
  const letters = text.toLowerCase().replace(/[^\p{L}\p{M}]|ς/gu, '');
  return fold(letters) !== letters;
}
