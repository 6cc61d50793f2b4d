/**
 * The beginning of a cell that a spreadsheet takes for a formula, also in full-width forms. A
 * spreadsheet that expects another separator than a comma begins a cell after each semicolon, tab
 * or line end, and removes quotes there.
 */
const UNGUARDED = /(?<=^|[;\t\r\n])(?=(?:[^\S\t\r\n]|['"])*[=+\-@＝＋－＠\t\r])/g;
const GUARDED = /(?<=^|[;\t\r\n])'(?=(?:[^\S\t\r\n]|['"])*[=+\-@＝＋－＠\t\r])/g;

/**
 * Adds an apostrophe, which marks text in spreadsheets, before all that one could take for a
 * formula. A text that already begins with such an apostrophe gets one more.
 */
export const guardFormulas = (text: string): string => text.replace(UNGUARDED, "'");

/** Removes these apostrophes. */
export const unguardFormulas = (text: string): string => text.replace(GUARDED, '');
