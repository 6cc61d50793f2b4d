// JSON begins with ASCII, so one of these as the first byte belongs to a byte order mark.
const MARKS: Record<number, string> = {0xef: 'utf-8', 0xfe: 'utf-16be', 0xff: 'utf-16le'};

/**
 * Decodes bytes: by the byte order mark; otherwise by `charset` (a label of the Encoding Standard,
 * for example from a Content-Type header); otherwise as UTF-8, which RFC 8259 requires of JSON. If
 * none of these fits, as windows-1252.
 *
 * A declared Latin-1 is ignored: web servers add it by default, and text in Latin-1 is hardly ever
 * valid UTF-8 by chance.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const declared = /8859-1$|1252/.test(charset) ? '' : charset;
  for (const label of [MARKS[bytes[0]!] ?? declared, 'utf-8']) {
    try {
      return new TextDecoder(label, {fatal: true}).decode(bytes);
    } catch {
      // Not a label, or the text is not in this encoding.
    }
  }
  // As a stream: otherwise Node 20 decodes Latin-1, which has no curly quotes and no dashes.
  return new TextDecoder('windows-1252').decode(bytes, {stream: true});
}
