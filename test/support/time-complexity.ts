const TIMES = 8;

/** Above this, `growth` is none in proportion, which would be 1, but perhaps one with the square, 8. */
export const IN_PROPORTION = 4;

/**
 * How many times as long `work` takes for what `make` makes of `n` as for eight pieces of an eighth of it. Two times of one run are
 * compared, so that the speed of the machine plays no part; where `work` is in proportion they are as long, so that others on the machine
 * disturb both alike; and of each the least of five counts. Times below 5 ms count as 5, as the clocks of browsers are coarse: `n` must be
 * so large that what is not in proportion takes seconds.
 */
export function growth<T>(make: (n: number) => T, work: (input: T) => unknown, n: number): number {
  const inputs = {whole: [make(n)], pieces: Array.from({length: TIMES}, () => make(Math.ceil(n / TIMES)))};
  const least = {whole: Infinity, pieces: Infinity};
  for (let i = 0; i < 5; i++)
    for (const name of ['pieces', 'whole'] as const) {
      const start = performance.now();
      for (const input of inputs[name]) work(input);
      least[name] = Math.min(least[name], performance.now() - start);
    }
  return Math.max(5, least.whole) / Math.max(5, least.pieces);
}
