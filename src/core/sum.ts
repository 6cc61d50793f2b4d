/** A loop: old libraries replace `reduce` of all lists on a page. */
export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
