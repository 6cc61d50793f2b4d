// Writes a value into a snippet, so that it stays this value in the language of the snippet, and becomes nothing else.

/**
 * Characters with a meaning in HTML, or in what may process HTML afterwards: braces in Liquid, Go, Twig, Fluid, FreeMarker, Vue, Svelte
 * and Joomla, brackets in WordPress. Also line breaks and invisible characters. U+0080 to U+009F have no character reference.
 */
const SPECIAL = /[&<>"'`{}[\]\\\0-\x1f\x7f\p{Cf}\p{Zl}\p{Zp}]/gu;
const names = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

const reference = (character) => names[character] ?? `&#${character.codePointAt(0)};`;

/** For an attribute in double quotes, and for text. */
export const escapeHtml = (text) => text.replace(SPECIAL, reference);

/** An attribute of a shortcode of WordPress, with its quotes. Shortcodes have no escape for quotes, so the value chooses them. */
export function quoteForShortcode(text) {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  return (
    quote +
    text.replace(SPECIAL, (character) => (quote === "'" && character === '"' ? '"' : reference(character))) +
    quote
  );
}

/** What would end a script, a template or a comment around the string, and what editors do not show. */
const SPECIAL_IN_SCRIPTS = /[<>&{}`$'\p{C}\p{Zl}\p{Zp}]/gu;

const unicodeEscape = (character) =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** A string of JavaScript or JSON, with its quotes. */
export const quoteForScript = (text) => JSON.stringify(text).replace(SPECIAL_IN_SCRIPTS, unicodeEscape);

/** An attribute of JSX, with its quotes or braces. */
export const quoteForJsx = (text) =>
  /^[\w ./:?=#,~+@%!()*;-]*$/.test(text) ? `"${text}"` : `{${quoteForScript(text)}}`;

/** A value as HTML can have it: without U+0000, the controls without a character reference, and halves of characters. */
export const toPossibleValue = (text) => text.replace(/[\0\x80-\x9f]/g, '').toWellFormed();
