/** The number of letters to change, insert, remove, or swap with the next one. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let k = 0; k < b.length; k++) {
      const changed = row[k]! + Number(a[i] !== b[k]);
      const isSwapped = i > 0 && k > 0 && a[i] === b[k - 1] && a[i - 1] === b[k];
      next.push(Math.min(next[k]! + 1, row[k + 1]! + 1, changed, isSwapped ? before[k - 1]! + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
