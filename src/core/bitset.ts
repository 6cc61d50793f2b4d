/** A set of practices by their position in the feed: one bit each, 32 to a word. Bits past the last practice are never set. */
export type Bitset = Uint32Array;

/** The empty set, with room for all numbers below `size`. */
export function createBitset(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5);
}

/** The set of all numbers below `size`. */
export function createFullBitset(size: number): Bitset {
  const set = createBitset(size).fill(-1);
  // a shift by 32 is a shift by 0: a last word that is full must be left alone
  if (size & 31) set[set.length - 1] = 2 ** (size & 31) - 1;
  return set;
}

export function addBit(set: Bitset, position: number): void {
  set[position >>> 5]! |= 1 << (position & 31);
}

export function hasBit(set: Bitset, position: number): boolean {
  return ((set[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0;
}

/** Takes out of `set` what is not in `other`. */
export function intersectWith(set: Bitset, other: Bitset): void {
  for (let i = 0; i < set.length; i++) set[i]! &= other[i] ?? 0;
}

/** Calls `visit` with each number in the set, from the lowest. */
export function forEachBit(set: Bitset, visit: (position: number) => void): void {
  for (let i = 0; i < set.length; i++) {
    // `word & (word - 1)` drops the lowest bit, so that empty stretches cost nothing
    for (let word = set[i]!; word !== 0; word &= word - 1) visit(i * 32 + 31 - Math.clz32(word & -word));
  }
}

export function countBits(set: Bitset): number {
  let count = 0;
  forEachBit(set, () => count++);
  return count;
}
