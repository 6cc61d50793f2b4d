/** How files begin that are not text, a byte in each character; what they are, and what to do. */
const KINDS: readonly (readonly [start: string, said: string])[] = [
  ['PK\x03\x04', 'a spreadsheet (.xlsx, .ods) or another ZIP file. Save a spreadsheet as “CSV UTF-8”.'],
  ['\xD0\xCF\x11\xE0', 'an old Excel workbook (.xls). Save it as “CSV UTF-8”.'],
  ['\x1F\x8B', 'compressed (gzip). Unpack it, or let the server send the header Content-Encoding: gzip.'],
  ['%PDF-', 'a PDF. Publish the practices as a table (CSV) or as JSON.'],
];
const MAX_START = 5;

/** What a file is if it is not text, and what to do; `''` if it may be text. */
export function explainNotText(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, MAX_START));
  return KINDS.find(([start]) => beginning.startsWith(start))?.[1] ?? '';
}
