/**
 * Where the rows of a table begin that hold anything, whichever of the usual separators it has. A cell in quotes may hold line breaks;
 * within one without them a quote is a plain character.
 */
export function csvRowOffsets(text: string): number[] {
  const offsets: number[] = [];
  const separator = /[,;\t\r\n]/g;
  let row = 0;
  let hasText = false;
  for (let at = 0; at < text.length;) {
    while (text[at] === ' ') at++;
    if (text[at] === '"') {
      at = endOfQuotes(text, at);
      hasText = true;
    }
    separator.lastIndex = at;
    const end = separator.test(text) ? separator.lastIndex - 1 : text.length;
    hasText ||= text.slice(at, end).trim() !== '';
    at = end + 1;
    if (text[end] !== '\n' && text[end] !== '\r' && end < text.length) continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    if (hasText) offsets.push(row);
    row = at;
    hasText = false;
  }
  return offsets;
}

/** Behind the quote that closes a cell; two of them are one quote within it. */
function endOfQuotes(text: string, start: number): number {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    if (text[at + 1] !== '"') return at + 1;
  }
}
