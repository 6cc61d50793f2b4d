// JSON begins with ASCII, so one of these as the first byte belongs to a byte order mark.
const MARKS: Record<number, string> = {0xef: 'utf-8', 0xfe: 'utf-16be', 0xff: 'utf-16le'};
const LATIN_1 = /8859-1$|1252/;

/**
 * Decodes bytes: by the byte order mark; otherwise by `charset` (a label of the Encoding Standard,
 * for example from a Content-Type header); otherwise as UTF-8, which RFC 8259 requires of JSON;
 * otherwise as XML declares. If none of these fits everywhere, by the one that fits nearly
 * everywhere: one bad letter becomes U+FFFD, and does not change how all others are read. Otherwise
 * as windows-1252.
 *
 * A declared Latin-1 is ignored: web servers add it by default, and text in Latin-1 is hardly ever
 * valid UTF-8 by chance.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const labels = [MARKS[bytes[0]!] ?? charset, 'utf-8', encodingInXml(bytes)].filter((label) => !LATIN_1.test(label));
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

/** The encoding that XML declares. UTF-16 would not be readable here. */
function encodingInXml(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, 100));
  return /^<\?xml\s[^>]*\sencoding\s*=\s*["'](?!utf-16)([\w-]+)/i.exec(beginning)?.[1] ?? '';
}

/** Whether most letters beyond ASCII could be decoded. */
function isMostlySound(text: string): boolean {
  const letters = text.replace(/\p{ASCII}+/gu, '');
  return letters.replaceAll('\uFFFD', '').length * 2 > letters.length;
}
