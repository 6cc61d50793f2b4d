/** By hand: old libraries put a `reduce` of their own into the page's lists. */
export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
