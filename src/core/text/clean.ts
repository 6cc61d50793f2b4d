// What no reader sees and what may turn a line round or break a parser: controls other than white space, halves of surrogate pairs,
// the byte order mark, and the controls of writing direction that span more than their own place (the marks U+200E, U+200F and
// U+061C stay: Arabic and Hebrew need them).
// Not with \p{Cs} and the flag u: WebKit takes half a pair and a byte order mark after it for one letter.
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- they are what is meant
  /[\0-\x08\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u206F\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// A lone no-break space is typography (French puts one before a colon), a run of them is an editor's junk.
const WHITE_SPACE = /\s{2,}|[^\S \xA0\u202F]/g;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
// Beyond the space, and the letters and signs of Latin, Greek, Cyrillic, Armenian and Hebrew, all of which are seen.
const UNUSUAL = /[^ -~\xA1-\xAC\xAE-\u02FF\u0370-\u05FF\u2010-\u2027]/;

/** Without what cannot be seen and only does harm. */
export function stripControls(text: string): string {
  return text.replace(UNWANTED, '');
}

/** Runs of white space made one space each, line breaks too. */
export function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}

/** One line: no controls, white space trimmed and collapsed; `''` where nothing would be seen. */
export function cleanLine(text: string): string {
  // nearly every line is clean as it comes, which takes a fifth of the time to see
  if (!UNUSUAL.test(text) && !text.includes('  ') && text === text.trim()) return text;
  const line = collapse(stripControls(text)).trim();
  return VISIBLE.test(line) ? line : '';
}

/** Lines as they are, each as `cleanLine` makes it, with at most one empty line (`\n\n`, a paragraph's end) between them. */
export function cleanParagraphs(text: string): string {
  if (!/[\r\n]/.test(text)) return cleanLine(text);
  return text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
