// Letters that Unicode does not decompose, but that people leave out or cannot type.
const LETTERS = new Map([
  ...Object.entries({ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ', ة: 'ه', ى: 'ي'}),
  ...[...'øđðłħıəŋ'].map((letter, i): [string, string] => [letter, 'oddlhien'.charAt(i)]),
]);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

// Dropped: accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic, the Arabic stretcher, apostrophes, and what
// cannot be seen (soft hyphen, zero-width, bidi). Kept: the vowel signs of other scripts and Japanese voicing, which make other words.
const DROPPED =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670'`\u2018\u2019\u02bb\u02bc\u00b4\uff07\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
// Half-width voicing marks are letters to Unicode, but belong to the letter before.
const CLUSTER = /[^\p{M}\uff9e\uff9f]?[\p{M}\uff9e\uff9f]*/gu;

/**
 * The one folding for search, facet search and sorting: two spellings that a visitor takes for the same fold to the same text.
 * Case, accents, apostrophes, full-width forms and hiragana or katakana make no difference; `ß` is `ss`, `ø` is `o`. What is left is
 * decomposed (NFKD), so that a Korean syllable that is being typed begins the whole one. For comparing, not for showing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/['`]/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(LETTER, (letter) => LETTERS.get(letter)!)
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** A folded text with the way back: the folded unit `i` comes from the original units `starts[i]` to `ends[i]`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Folds as `fold` does, letter by letter, and keeps the way back. Slower: for what is drawn only. */
export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const {0: cluster, index} of text.matchAll(CLUSTER)) {
    const piece = fold(cluster);
    folded += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return {text: folded, starts, ends};
}
