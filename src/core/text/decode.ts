// JSON begins with ASCII: any of these as the first byte is that of a byte order mark.
const MARKS: Record<number, string> = {0xef: 'utf-8', 0xfe: 'utf-16be', 0xff: 'utf-16le'};

/**
 * Bytes to text: by the byte order mark, else by the declared `charset` (a label of the Encoding Standard, such as that of a
 * Content-Type header), else as UTF-8, which RFC 8259 wants of all JSON, and as windows-1252 where none of these fits.
 *
 * A declared Latin-1 does not count: web servers add it by default, and what is Latin-1 is hardly ever valid UTF-8 by chance.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const declared = /8859-1$|1252/.test(charset) ? '' : charset;
  for (const label of [MARKS[bytes[0]!] ?? declared, 'utf-8']) {
    try {
      return new TextDecoder(label, {fatal: true}).decode(bytes);
    } catch {
      // not a label, or not in this encoding
    }
  }
  // as a stream, for else Node 20 takes it for Latin-1, which has no quotes and no dashes
  return new TextDecoder('windows-1252').decode(bytes, {stream: true});
}
