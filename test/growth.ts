const TIMES = 8;

/** More than this is no growth in proportion, which would be 8, but perhaps one with the square, 64. */
export const IN_PROPORTION = 24;

/**
 * How many times as long `work` takes for what `make` makes of `n` as for an eighth of it. Two times of one run are compared, so that the
 * speed of the machine plays no part; each is the least of three, the one that was disturbed least. Times below 5 ms count as 5, as the
 * clocks of browsers are coarse: `n` must be so large that what is not in proportion takes seconds.
 */
export function growth<T>(make: (n: number) => T, work: (input: T) => unknown, n: number): number {
  const timeOf = (size: number) => {
    const input = make(size);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      work(input);
      return performance.now() - start;
    });
    return Math.max(5, Math.min(...times));
  };
  return timeOf(n) / timeOf(Math.ceil(n / TIMES));
}
