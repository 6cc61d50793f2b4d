import type {Practice} from '../practice.js';
import {addToHash} from '../text/hash.js';
import {isAccented, wordsOf} from '../text/tokenize.js';
import {type Sliced, sortSliced} from '../time-slicing.js';
import {type FieldContext, fieldNames, fieldTexts} from './fields.js';
import {writtenAs} from './words.js';

/**
 * Which practices have which words. The arrays are typed because 10,000 practices have millions of
 * such pairs.
 */
export interface Postings {
  /** Distinct, sorted by code unit. */
  readonly words: readonly string[];
  /**
   * Each word as texts spell it, in lower case, with accents if any text has them. Stemmers need
   * the accents.
   */
  readonly spellings: readonly string[];
  /**
   * The practices that have the word `w` are `owners[offsets[w]]` to `owners[offsets[w + 1] - 1]`,
   * ascending.
   */
  readonly offsets: Uint32Array;
  readonly owners: Uint16Array | Uint32Array;
  /**
   * For each owner, the fields that have the word: a bit for each of `fieldNames`, and `ACCENTED`.
   */
  readonly fieldMasks: Uint8Array;
  /**
   * The words of all practices in their order, one byte each (see `codeOf`), with a 0 before each
   * text. The words of the practice `p` end before `codeEnds[p]`.
   */
  readonly codes: Uint8Array;
  readonly codeEnds: Uint32Array;
}

/** The bit for words that are written with accents, above those of the fields. */
export const ACCENTED = 1 << fieldNames.length;

/** In entries: processing so many takes about a millisecond. */
const SLICE_LENGTH = 1 << 16;

/** In letters. Other forms of a word mostly have the same beginning, so they share its code. */
const CODED_LETTERS = 4;

/** A number from 1 to 255 for a word. */
export function codeOf(word: string): number {
  let code = 0;
  for (let i = 0; i < CODED_LETTERS; i++) code = code * 31 + (word.charCodeAt(i) || 0);
  return 1 + (code % 255);
}

/** For each practice, the fields that have one of the words. */
export function fieldsWith(
  {fieldMasks, offsets, owners}: Postings,
  size: number,
  words: readonly number[],
): Uint8Array<ArrayBuffer> {
  const fields = new Uint8Array(size);
  for (const word of words)
    for (let i = offsets[word]!, end = offsets[word + 1]!; i < end; i++) fields[owners[i]!]! |= fieldMasks[i]!;
  return fields;
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Reads the words of all practices once. */
export function* buildPostings(practices: readonly Practice[], context: FieldContext): Sliced<Postings> {
  // Each word has a number, in the order of its first appearance.
  const numbers = new Map<string, number>();
  /**
   * The words of all chunks, one chunk after the other. Those of chunk `i` end before
   * `wordEnds[i]`.
   */
  const chunkWords: number[] = [];
  const chunkCodes: number[] = [];
  const wordEnds: number[] = [];
  const accents: number[] = [];
  const accented = new Map<string, string>();
  const readChunks = createChunkReader((chunk) => {
    const chunkTexts = wordsOf(chunk);
    for (const word of chunkTexts) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      chunkWords.push(number);
      chunkCodes.push(codeOf(word));
    }
    wordEnds.push(chunkWords.length);
    const hasAccents = isAccented(chunk);
    accents.push(hasAccents ? ACCENTED : 0);
    if (hasAccents && chunkTexts.length === 1) accented.set(chunkTexts[0]!, writtenAs(chunk));
  });

  // Each word of each practice: its number and its fields. `ends` says where each practice ends.
  let pairs = new Uint32Array(SLICE_LENGTH);
  let masks = new Uint8Array(SLICE_LENGTH);
  let size = 0;
  const ends: number[] = [];
  /**
   * Where each word was stored last. If that is behind the start of the practice, the practice has
   * it already.
   */
  const places: number[] = [];
  let codes = new Uint8Array(SLICE_LENGTH);
  let codesSize = 0;
  const codeEnds = new Uint32Array(practices.length);
  function addText(text: string, field: number, start: number): void {
    codesSize++;
    for (const chunk of readChunks(text))
      for (let i = chunk && wordEnds[chunk - 1]!; i < wordEnds[chunk]!; i++) {
        const number = chunkWords[i]!;
        while (codesSize >= codes.length) codes = grown(codes);
        codes[codesSize++] = chunkCodes[i]!;
        let place = places[number] ?? -1;
        if (place < start) {
          if (size === pairs.length) [pairs, masks] = [grown(pairs), grown(masks)];
          places[number] = place = size++;
          pairs[place] = number;
        }
        masks[place]! |= (1 << field) | accents[chunk]!;
      }
  }
  for (const practice of practices) {
    const start = size;
    fieldTexts(practice, context).forEach((texts, field) => {
      for (const text of texts) addText(text, field, start);
    });
    codeEnds[ends.length] = codesSize;
    ends.push(size);
    yield;
  }

  const words = yield* sortSliced([...numbers.keys()], byCodeUnit);
  const ranks = new Uint32Array(words.length);
  for (let rank = 0; rank < words.length; rank++) {
    ranks[numbers.get(words[rank]!)!] = rank;
    if (rank % 1000 === 0) yield;
  }
  const offsets = new Uint32Array(words.length + 1);
  for (let i = 0; i < size; i++) {
    offsets[ranks[pairs[i]!]! + 1]!++;
    if (i % SLICE_LENGTH === 0) yield;
  }
  for (let rank = 0; rank < words.length; rank++) offsets[rank + 1]! += offsets[rank]!;
  const next = offsets.slice();
  const owners = new (practices.length > 0xffff ? Uint32Array : Uint16Array)(size);
  const fieldMasks = new Uint8Array(size);
  for (let i = 0, owner = 0; i < size; i++) {
    while (i === ends[owner]) owner++;
    const at = next[ranks[pairs[i]!]!]!++;
    owners[at] = owner;
    fieldMasks[at] = masks[i]!;
    if (i % SLICE_LENGTH === 0) yield;
  }
  const spellings = [...words];
  for (const [word, written] of accented) spellings[ranks[numbers.get(word)!]!] = written;
  return {words, spellings, offsets, owners, fieldMasks, codes: codes.slice(0, codesSize), codeEnds};
}

/** A copy of the array with double the room. */
function grown<T extends Uint8Array | Uint32Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** How many forms of one word the search looks for in a phrase. */
const MAX_FORMS = 30;

/**
 * Finds adjacent words. Takes, for each position of a phrase, the indexes of the words that may be
 * there. Returns, for each practice, the fields that have the phrase.
 */
export type PhraseFinder = (places: readonly (readonly number[])[]) => Uint8Array;

/**
 * @param wordsIn returns, for each field, the words of a practice in their order, each between
 * spaces
 */
export function createPhraseFinder(
  postings: Postings,
  size: number,
  wordsIn: (practice: number) => readonly string[],
): PhraseFinder {
  const {codes, codeEnds, words} = postings;

  return (places) => {
    const found = new Uint8Array(size).fill(ACCENTED - 1);
    for (const forms of places) {
      const fields = fieldsWith(postings, size, forms);
      for (let i = 0; i < size; i++) found[i]! &= fields[i]!;
    }

    // Reading texts is slow. The codes rule out nearly all practices that have the words in other
    // places.
    const [firstCodes, ...nextCodes] = places.map((forms) => [...new Set(forms.map((form) => codeOf(words[form]!)))]);
    const mayHave = (practice: number) => {
      const own = codes.subarray(codeEnds[practice - 1] ?? 0, codeEnds[practice]);
      const isStart = (at: number) => nextCodes.every((some, i) => some.includes(own[at + i + 1]!));
      return firstCodes!.some((code) => {
        let at = own.indexOf(code);
        while (at >= 0 && !isStart(at)) at = own.indexOf(code, at + 1);
        return at >= 0;
      });
    };

    const parts = places.map((forms) =>
      forms
        .slice(0, MAX_FORMS)
        .map((form) => words[form]!)
        .join('|'),
    );
    const phrase = new RegExp(`${parts.map((part) => ` (?:${part})`).join('')} `);
    for (let i = 0; i < size; i++) {
      if (!found[i]) continue;
      if (mayHave(i)) wordsIn(i).forEach((text, field) => phrase.test(text) || (found[i]! &= ~(1 << field)));
      else found[i] = 0;
    }
    return found;
  };
}

/**
 * The start value of the hash. It is random, so that nobody can craft a feed whose chunks all share
 * a slot.
 */
const SEED = Math.random() * 2 ** 32;

/**
 * Digits, letters and the apostrophe. No other ASCII character is in a word. Other characters
 * beyond ASCII may make a chunk longer than necessary.
 */
const isInChunk = (code: number) => code > 63 || (code > 47 && code < 58) || code === 39;

/**
 * Creates a function that reads a text and returns the number of each of its chunks. It calls
 * `handleNew` with each new chunk, which gets the next number. A chunk has one word or several.
 *
 * Texts repeat their words millions of times in a large feed. So a known chunk does not become a
 * string: a hash table finds it by its letters, in a third of the time that a `Map` takes.
 */
export function createChunkReader(handleNew: (chunk: string) => void): (text: string) => number[] {
  const chunks: string[] = [];
  /** The number of a chunk plus one, at its hash or in the next free slot. 0 in free slots. */
  let slots = new Uint32Array(1 << 12);
  /** FNV-1a of the chunk that was read last. */
  let hash = 0;

  /** Returns where the chunk ends that starts here, and sets `hash`. */
  function readChunk(text: string, start: number): number {
    hash = SEED;
    let at = start;
    for (let code; at < text.length && isInChunk((code = text.charCodeAt(at))); at++) hash = addToHash(hash, code);
    return at;
  }

  /** The slot of the chunk that was read last, or the free slot where it belongs. */
  function findSlot(text: string, start: number, length: number): number {
    for (let slot = hash; ; slot++) {
      slot &= slots.length - 1;
      const known = chunks[slots[slot]! - 1];
      if (known === undefined || (known.length === length && text.startsWith(known, start))) return slot;
    }
  }

  return (text) => {
    const found: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const start = at;
      at = readChunk(text, start);
      if (at === start) continue;
      const slot = findSlot(text, start, at - start);
      const number = (slots[slot] ||= chunks.length + 1) - 1;
      found.push(number);
      if (number < chunks.length) continue;
      chunks.push(text.slice(start, at));
      handleNew(chunks[number]!);
      if (chunks.length * 2 < slots.length) continue;
      slots = new Uint32Array(slots.length * 2);
      chunks.forEach((chunk, i) => (slots[findSlot(chunk, 0, readChunk(chunk, 0))] = i + 1));
    }
    return found;
  };
}
