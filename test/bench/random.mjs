// Numbers that look drawn by lot, and are the same in every run.

/** @returns {() => number} Numbers from 0 to below 1: Mulberry32 by Tommy Ettinger. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** In place: Fisher and Yates. */
export function shuffle(random, list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

/**
 * Draws indices by weight, each in constant time: the alias method of Walker.
 * @param {number[]} weights
 * @returns {(random: () => number) => number}
 */
export function createDraw(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (weight * weights.length) / total);
  const keep = new Float64Array(weights.length).fill(1);
  const aliases = new Int32Array(weights.length);
  const poor = [...shares.keys()].filter((i) => shares[i] < 1);
  const rich = [...shares.keys()].filter((i) => shares[i] >= 1);
  while (poor.length && rich.length) {
    const [from, to] = [rich.pop(), poor.pop()];
    keep[to] = shares[to];
    aliases[to] = from;
    shares[from] -= 1 - shares[to];
    (shares[from] < 1 ? poor : rich).push(from);
  }
  return (random) => {
    const i = Math.floor(random() * weights.length);
    return random() < keep[i] ? i : aliases[i];
  };
}
