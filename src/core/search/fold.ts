// Letters that Unicode does not decompose, but that people leave out, cannot type or have on another keyboard: each with what it becomes.
const LETTERS = new Map(
  'ßss æae œoe þth øo đd ðd łl ħh ıi əe ŋn ŧt ɓb ɗd ƙk ƴy ɛe ɔo ςσ ةه ىي یي کك ہه ەه'
    .split(' ')
    .map((each) => [each.charAt(0), each.slice(1)]),
);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

// Dropped: accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic, the Arabic stretcher, apostrophes, and what
// cannot be seen (soft hyphen, zero-width, bidi). Kept: the vowel signs of other scripts and Japanese voicing, which make other words.
const DROPPED =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u05f3\u0610-\u061a\u064b-\u065f\u0670'`\u2018\u2019\u02bb\u02bc\u00b4\uff07\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/g;
// Japanese voicing stays with its sign, else か would begin が; a Korean syllable that is being typed does begin the whole one.
const VOICED = /.[\u3099\u309a]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const DIGIT = /(?![0-9])\p{Nd}/u;
const DIGITS = new RegExp(DIGIT, 'gu');
const graphemes = new Intl.Segmenter();

/** A digit of any script as one of ours: they stand together in Unicode, the zero first. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/**
 * The one folding for search, facet search and sorting: two spellings that a visitor takes for the same fold to the same text.
 * Case, accents, apostrophes, full-width forms, the digits of a script and hiragana or katakana make no difference; `ß` is `ss`, `ø` is `o`. What is left is
 * decomposed (NFKD), so that a Korean syllable that is being typed begins the whole one. For comparing, not for showing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/['`]/g, '');
  return text
    .normalize('NFKD')
    .replace(VOICED, (sign) => sign.normalize())
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(LETTER, (letter) => LETTERS.get(letter)!)
    .replace(DIGITS, toAsciiDigit)
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** A folded text with the way back: the folded unit `i` comes from the original units `starts[i]` to `ends[i]`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Folds as `fold` does, what a reader takes for one letter at a time, and keeps the way back. Slower: for what is drawn only. */
export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const {segment, index} of graphemes.segment(text)) {
    const piece = fold(segment);
    folded += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return {text: folded, starts, ends};
}
