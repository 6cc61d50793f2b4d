// JSON begins with ASCII, so one of these as the first byte belongs to a byte order mark.
const MARKS: Record<number, string> = {0xef: 'utf-8', 0xfe: 'utf-16be', 0xff: 'utf-16le'};

/**
 * Decodes bytes: by the byte order mark; otherwise by `charset` (a label of the Encoding Standard,
 * for example from a Content-Type header); otherwise as UTF-8, which RFC 8259 requires of JSON. If
 * none of these fits everywhere, by the one that fits nearly everywhere: one bad letter becomes
 * U+FFFD, and does not change how all others are read. Otherwise as windows-1252.
 *
 * A declared Latin-1 is ignored: web servers add it by default, and text in Latin-1 is hardly ever
 * valid UTF-8 by chance.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const declared = /8859-1$|1252/.test(charset) ? '' : charset;
  const labels = [MARKS[bytes[0]!] ?? declared, 'utf-8'];
  for (const fatal of [true, false]) {
    for (const label of labels) {
      try {
        const text = new TextDecoder(label, {fatal}).decode(bytes);
        if (fatal || isMostlySound(text)) return text;
      } catch {
        // Not a label, or the text is not in this encoding.
      }
    }
  }
  // As a stream: otherwise Node 20 decodes Latin-1, which has no curly quotes and no dashes.
  return new TextDecoder('windows-1252').decode(bytes, {stream: true});
}

/** Whether most letters beyond ASCII could be decoded. */
function isMostlySound(text: string): boolean {
  const letters = text.replace(/\p{ASCII}+/gu, '');
  return letters.replaceAll('\uFFFD', '').length * 2 > letters.length;
}
