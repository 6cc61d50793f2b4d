/** Where in a text something is, for people: `line 3, column 14`, both from 1. */
export function textPosition(text: string, at: number): string {
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
