// Letters that Unicode does not decompose, but that people leave out, cannot type or have on
// another keyboard, with their replacements.
const LETTERS = new Map(
  'ßss æae œoe þth øo đd ðd łl ħh ıi əe ŋn ŧt ɓb ɗd ƙk ƴy ɛe ɔo ςσ ةه ىي یي کك ہه ەه'
    .split(' ')
    .map((each) => [each.charAt(0), each.slice(1)]),
);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

// Removed: accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic, which are
// neighbours in Unicode; the Arabic stretcher; apostrophes; invisible characters. The vowel signs
// of other scripts stay: they make other words.
const DROPPED = /(?=\p{Mn})[\u0300-\u06ed]|[\p{Cf}'`\u2018\u2019\u02bb\u02bc\u05f3\u0640]/gu;
// No real letter has 30 marks (the limit of UAX 15), and to normalize longer runs takes quadratic
// time. The narrow voicing marks become accents.
const ACCENTS = /[\p{M}\uff9e\uff9f]{30,}/gu;
// Japanese voicing stays with its sign: otherwise か would be the beginning of が.
const VOICED = /.[\u3099\u309a]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const DIGIT = /(?!\d)\p{Nd}/gu;
// Latin, Greek and Cyrillic without separate marks: each character is a letter.
const PLAIN = /^[^\u0300-\u036f\u0483-\uffff]*$/;
let segmenter: Intl.Segmenter | undefined;

/**
 * What readers see as letters, each with its place. Without `Intl.Segmenter`, characters with their
 * marks.
 */
export function lettersOf(text: string): Iterable<{readonly segment: string; readonly index: number}> {
  // Created at the first use: that takes as long as half of the script.
  if ((Intl as Partial<typeof Intl>).Segmenter && !PLAIN.test(text))
    return (segmenter ??= new Intl.Segmenter()).segment(text);
  return [...text.matchAll(/.\p{M}*/gsu)].map(({0: segment, index}) => ({segment, index}));
}

/** An emoji of a family has eleven units. Longer letters are in nobody's name. */
const MAX_LETTER_LENGTH = 40;

/** The start of the letter that `at` is in, so that a cut at this place keeps letters whole. */
export function letterStart(text: string, at: number): number {
  if (at >= text.length) return at;
  const from = Math.max(0, at - MAX_LETTER_LENGTH);
  let start = at;
  // Two units further: otherwise half a surrogate pair would count as a letter.
  for (const {index} of lettersOf(text.slice(from, at + 2))) if (from + index <= at) start = from + index;
  return start;
}

/**
 * Converts a digit of any script to ASCII. In Unicode the ten digits of a script follow each other,
 * the zero first.
 */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/**
 * The folding for search, facet search and sorting: two spellings that visitors consider the same
 * become the same text. Case, accents, apostrophes, full-width forms, the script of digits, and
 * hiragana or katakana make no difference; `ß` is `ss`, `ø` is `o`. The result is decomposed
 * (NFKD), so that an unfinished Korean syllable is the beginning of the finished one. For
 * comparing, not for showing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/['`]/g, '');
  return text
    .replace(ACCENTS, '')
    .normalize('NFKD')
    .replace(VOICED, (sign) => sign.normalize())
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(LETTER, (letter) => LETTERS.get(letter)!)
    .replace(DIGIT, toAsciiDigit)
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/**
 * A folded text with its origin: unit `i` comes from the original units `starts[i]` to `ends[i]`.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Folds one letter at a time and keeps the origin of each unit. Slower than `fold`: only for text
 * that is drawn.
 */
export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const {segment, index} of lettersOf(text)) {
    const piece = fold(segment);
    folded += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + segment.length);
    }
  }
  return {text: folded, starts, ends};
}
