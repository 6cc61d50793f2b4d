// Characters that nobody sees and that can reverse a line or break a parser: controls other than
// white space, halves of surrogate pairs, byte order marks, and controls of writing direction that
// span text. The marks U+200E, U+200F and U+061C stay: Arabic and Hebrew need them.
// Not with \p{Cs} and the flag u: WebKit takes half a pair and a byte order mark after it for one
// character.
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- controls are what this removes
  /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u206F\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// A single no-break space is typography (French has one before a colon). A run of them comes from
// an editor.
const WHITE_SPACE = /\s{2,}|[^\S \xA0\u202F]/g;
// Fillers of the Korean script are as wide as a syllable, and look like a space. Only old syllables
// need two of them, beside their other parts. The empty cell of Braille is a space too.
const FILLERS = /[\u3164\uFFA0]|\u115F(?![\u1161-\u11A7\uD7B0-\uD7C6])|(?<![\u1100-\u115E\uA960-\uA97C])\u1160/g;
const EMPTY_CELLS = /\u2800+/g;

/**
 * The most marks on one letter, together with invisible characters: Tibetan has up to eight. Of the
 * accents that all scripts share, four: Greek has that many, and more would cover the lines above.
 */
const MAX_MARKS = 8;
const MAX_ACCENTS = 4;
const longRun = (characters: string, max: number) => new RegExp(`([${characters}]{${max}})[${characters}]+`, 'gu');
const MARKS = longRun('\\p{M}\\p{Default_Ignorable_Code_Point}', MAX_MARKS);
const ACCENTS = longRun('\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF', MAX_ACCENTS);
// Invisible characters. Scripts and emoji need some of them after a letter or sign, which choose its
// form or join it to the next.
const FORMS = '\\u180B-\\u180F\\u200C\\u200D\\uFE00-\\uFE0F\\u{E0020}-\\u{E007F}\\u{E0100}-\\u{E01EF}';
const FORMED =
  `(?![${FORMS}\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\u0300-\\u036F])` +
  '[\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}]';
const INVISIBLE = new RegExp(`(${FORMED}[${FORMS}]+)|(?![\\u115F\\u1160])\\p{Default_Ignorable_Code_Point}`, 'gu');
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
// Anything but the space and the visible letters and signs of Latin, Greek, Cyrillic, Armenian and
// Hebrew, without marks.
const UNUSUAL = /[^ -~\xA1-\xAC\xAE-\u02FF\u0370-\u0482\u048A-\u0590\u05D0-\u05FF\u2010-\u2027]/;

/** Removes invisible characters that do harm. */
export function stripControls(text: string): string {
  return text.replace(UNWANTED, '');
}

/** Leaves out marks that are too many for a letter, as they would cover neighbouring lines. */
export const limitMarks = (text: string): string =>
  UNUSUAL.test(text) ? text.replace(MARKS, '$1').replace(ACCENTS, '$1') : text;

/** Makes each run of white space one space; line breaks too. */
export function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}

/**
 * Cleans a line: no controls and fillers, no more marks than a letter may have, white space trimmed
 * and collapsed. `''` if nothing in it is visible.
 */
export function cleanLine(text: string): string {
  // Nearly every line is clean already, and to see that takes a fifth of the time.
  if (!UNUSUAL.test(text) && !text.includes('  ') && text === text.trim()) return text;
  const visible = stripControls(text).replace(FILLERS, '').replace(EMPTY_CELLS, ' ');
  const line = collapse(limitMarks(visible)).trim();
  return VISIBLE.test(line) ? line : '';
}

/** Cleans a name: a line without invisible characters, so that no two names look the same. */
export function cleanName(text: string): string {
  const line = cleanLine(text);
  if (!UNUSUAL.test(line)) return line;
  const name = line.replace(INVISIBLE, (_, formed: string | undefined) => formed ?? '');
  // A letter may have got other neighbours.
  return name === line ? name : cleanName(name);
}

/**
 * Cleans each line, and keeps at most one empty line (the end of a paragraph) between two lines.
 */
export function cleanParagraphs(text: string): string {
  if (!/[\r\n]/.test(text)) return cleanLine(text);
  return text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
