// Letters that Unicode does not decompose, but that people leave out, cannot type or have on another keyboard: each with what it becomes.
const LETTERS = new Map(
  'ßss æae œoe þth øo đd ðd łl ħh ıi əe ŋn ŧt ɓb ɗd ƙk ƴy ɛe ɔo ςσ ةه ىي یي کك ہه ەه'
    .split(' ')
    .map((each) => [each.charAt(0), each.slice(1)]),
);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

// Dropped: accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic, which Unicode has side by side, the Arabic stretcher,
// apostrophes, and what cannot be seen (soft hyphen, zero-width, bidi). Kept: the vowel signs of other scripts, which make other words.
const DROPPED = /(?=\p{Mn})[\u0300-\u06ed]|[\p{Cf}'`\u2018\u2019\u02bb\u02bc\u05f3\u0640]/gu;
// So many accents are on no letter, and to put them in order takes time by the square of how many there are: 30 is the limit of Unicode itself
// (UAX 15). The narrow voicing marks become accents.
const ACCENTS = /[\p{M}\uff9e\uff9f]{30,}/gu;
// Japanese voicing stays with its sign: else か would begin が.
const VOICED = /.[\u3099\u309a]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const DIGIT = /(?!\d)\p{Nd}/gu;
// Latin, Greek and Cyrillic without marks of their own: each character is a letter.
const PLAIN = /^[^\u0300-\u036f\u0483-\uffff]*$/;
let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for letters, each with its place; where the browser does not know, characters with their marks. */
export function lettersOf(text: string): Iterable<{readonly segment: string; readonly index: number}> {
  // Made when it is needed first: that takes as long as half of the script.
  if ((Intl as Partial<typeof Intl>).Segmenter && !PLAIN.test(text))
    return (segmenter ??= new Intl.Segmenter()).segment(text);
  return [...text.matchAll(/.\p{M}*/gsu)].map(({0: segment, index}) => ({segment, index}));
}

/** A family of faces is one letter of eleven units; more is nobody's name. */
const LONGEST_LETTER = 40;

/** Steps back where `at` would tear what a reader takes for one letter. */
export function letterStart(text: string, at: number): number {
  if (at >= text.length) return at;
  const from = Math.max(0, at - LONGEST_LETTER);
  let start = at;
  // two units further: half a pair would be a letter of its own
  for (const {index} of lettersOf(text.slice(from, at + 2))) if (from + index <= at) start = from + index;
  return start;
}

/** A digit of any script as one of ours: they stand together in Unicode, the zero first. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/**
 * The one folding for search, facet search and sorting: two spellings that a visitor takes for the same fold to the same text.
 * Case, accents, apostrophes, full-width forms, the script of digits and hiragana or katakana make no difference; `ß` is `ss`, `ø` is `o`.
 * What is left is decomposed (NFKD), so that a Korean syllable that is being typed begins the whole one. For comparing, not for showing.
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
