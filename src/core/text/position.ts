/** A place in a text as editors count: lines and columns from 1; a column is a UTF-16 unit. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Returns a function that converts offsets in a text to lines and columns. */
export function createPositionFinder(text: string): (offset: number) => TextPosition {
  const starts = [0];
  for (const {0: end, index} of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return {line: low + 1, column: offset - starts[low]! + 1};
  };
}

/** `line 3, column 14`, for messages. */
export function describePosition(text: string, offset: number): string {
  const {column, line} = createPositionFinder(text)(offset);
  return `line ${line}, column ${column}`;
}
