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
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
// Anything but the space and the visible letters and signs of Latin, Greek, Cyrillic, Armenian and
// Hebrew.
const UNUSUAL = /[^ -~\xA1-\xAC\xAE-\u02FF\u0370-\u05FF\u2010-\u2027]/;

/** Removes invisible characters that do harm. */
export function stripControls(text: string): string {
  return text.replace(UNWANTED, '');
}

/** Makes each run of white space one space; line breaks too. */
export function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}

/**
 * Cleans a line: no controls, white space trimmed and collapsed. `''` if nothing in it is visible.
 */
export function cleanLine(text: string): string {
  // Nearly every line is clean already, and to see that takes a fifth of the time.
  if (!UNUSUAL.test(text) && !text.includes('  ') && text === text.trim()) return text;
  const line = collapse(stripControls(text)).trim();
  return VISIBLE.test(line) ? line : '';
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
