/**
 * Bytes to text. The byte order mark decides, else the declared `charset` (a label of the Encoding Standard, such as that of a
 * Content-Type header; an unknown one counts as none), else UTF-8, which RFC 8259 wants of all JSON.
 *
 * Two common mistakes are mended:
 * - Valid UTF-8 declared as Latin-1 is UTF-8. Web servers add that charset by default, and Latin-1 text is hardly ever
 *   valid UTF-8 by chance.
 * - Invalid UTF-8 is windows-1252 if more of its characters beyond ASCII are broken than whole. A few broken ones among many
 *   are a text that something cut in the middle of a letter: it stays UTF-8, with U+FFFD in these places.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const declared = decoderOf(markOf(bytes) || charset);
  const {encoding} = declared;
  if (encoding !== 'utf-8' && encoding !== 'windows-1252') return declared.decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    const text = declared.decode(bytes);
    return encoding === 'utf-8' && isMostlyBroken(text) ? new TextDecoder('windows-1252').decode(bytes) : text;
  }
}

/** The encoding that a byte order mark names. */
function markOf([a, b, c]: Uint8Array): string {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : '';
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

function isMostlyBroken(text: string): boolean {
  const beyondAscii = text.replace(/[\0-\x7F]+/g, '').length;
  return (text.split('\uFFFD').length - 1) * 2 > beyondAscii;
}
