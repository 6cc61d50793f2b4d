import {CHUNK} from './tokenize.js';

/** FNV-1a, from where no feed can know: else one could be made of chunks that all share a slot. */
const SEED = Math.random() * 2 ** 32;
const mixed = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);

/**
 * A reader of texts: gives the number of each chunk (see `CHUNK`), in order, and tells of each new one, the next number. Texts repeat
 * themselves, millions of times in a large feed. So a chunk that was there before does not become a string: its letters are looked
 * up in a hash table, which takes a quarter of the time that a `Map` does.
 */
export function createChunkReader(handleNew: (chunk: string) => void): (text: string) => number[] {
  /** By code unit, whether it stands between chunks. What lies beyond is taken for a letter: a chunk may be longer than it need be. */
  const separates = Uint8Array.from({length: 0x2100}, (_, code) => Number(String.fromCharCode(code).search(CHUNK) < 0));
  /** The letters of all chunks, one after the other: those of chunk `i` end before `ends[i]`. */
  let letters = new Uint16Array(1 << 12);
  const ends: number[] = [];
  /** A chunk's number and one, where its hash leads or in the first slot behind that was empty; 0 in empty slots. */
  let slots = new Uint32Array(1 << 12);

  /** The slot of the letters from `start` to `end`: their own, or the empty one where they belong. */
  function findSlot(hash: number, start: number, end: number): number {
    for (let slot = hash; ; slot++) {
      slot &= slots.length - 1;
      const chunk = slots[slot]! - 1;
      if (chunk < 0 || isChunk(chunk, start, end)) return slot;
    }
  }

  function isChunk(chunk: number, start: number, end: number): boolean {
    let at = ends[chunk - 1] ?? 0;
    if (ends[chunk]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (letters[i] !== letters[at++]) return false;
    return true;
  }

  function growSlots(): void {
    slots = new Uint32Array(slots.length * 2);
    for (let chunk = 0, i = 0; chunk < ends.length; chunk++) {
      const start = i;
      let hash = SEED;
      while (i < ends[chunk]!) hash = mixed(hash, letters[i++]!);
      slots[findSlot(hash, start, i)] = chunk + 1;
    }
  }

  return (text) => {
    const found: number[] = [];
    let end = ends.at(-1) ?? 0;
    for (let at = 0; at < text.length; at++) {
      const start = at;
      // behind those of all chunks, where they stay if they are new
      let put = end;
      let hash = SEED;
      for (let code; at < text.length && !separates[(code = text.charCodeAt(at))]; at++) {
        if (put === letters.length) letters = grown(letters);
        letters[put++] = code;
        hash = mixed(hash, code);
      }
      if (at === start) continue;
      const slot = findSlot(hash, end, put);
      if (slots[slot]) found.push(slots[slot]! - 1);
      else {
        found.push(ends.length);
        slots[slot] = ends.push((end = put));
        handleNew(text.slice(start, at));
        if (ends.length * 2 > slots.length) growSlots();
      }
    }
    return found;
  };
}

/** The same numbers with room for as many again. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
