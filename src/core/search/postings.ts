import type {Practice} from '../practice.js';
import {isAccented, wordsOf} from '../text/tokenize.js';
import {type Sliced, sortSliced} from '../time-slicing.js';
import {type FieldContext, fieldNames, fieldTexts} from './fields.js';
import {writtenAs} from './words.js';

/** Which practices have which words. Typed arrays: at 10,000 practices there are millions of pairs. */
export interface Postings {
  /** Distinct and sorted by code unit. */
  readonly words: readonly string[];
  /** Beside each word, how a text writes it, with accents where any does, in small letters: stemmers know accents. */
  readonly spellings: readonly string[];
  /** The practices that have the word `w` are `owners[offsets[w]]` to `owners[offsets[w + 1] - 1]`, ascending. */
  readonly offsets: Uint32Array;
  readonly owners: Uint16Array | Uint32Array;
  /** Beside each owner, the fields that the word is in: a bit for each of `fieldNames`; and whether it is written with accents there. */
  readonly fieldMasks: Uint8Array;
  /**
   * The words of all practices in their order, a byte for each: see `codeOf`. Before each text there is a 0, and those of the practice `p` end before
   * `codeEnds[p]`.
   */
  readonly codes: Uint8Array;
  readonly codeEnds: Uint32Array;
}

/** The bit of words that are written with accents, above those of the fields. */
export const ACCENTED = 1 << fieldNames.length;

/** So many numbers are moved without a rest: about a millisecond. */
const SLICE_LENGTH = 1 << 16;

/** Other forms of a word begin as it does, so they mostly share its code. */
const CODED_LETTERS = 4;

/** A number of a word from 1 to 255. */
export function codeOf(word: string): number {
  let code = 0;
  for (let i = 0; i < CODED_LETTERS; i++) code = code * 31 + (word.charCodeAt(i) || 0);
  return 1 + (code % 255);
}

/** By practice, the fields that have one of some words. */
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
  // A word is known by its number, in the order of its first appearance.
  const numbers = new Map<string, number>();
  /** The words of all chunks, one chunk after the other: those of chunk `i` end before `wordEnds[i]`. */
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

  // Each word of each practice, one after the other: its number, its fields; `ends` says where a practice ends.
  let pairs = new Uint32Array(SLICE_LENGTH);
  let masks = new Uint8Array(SLICE_LENGTH);
  let size = 0;
  const ends: number[] = [];
  /** Where each word was put last: in this practice, if behind its start. */
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

/** The same numbers with room for as many again. */
function grown<T extends Uint8Array | Uint32Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** Forms of one word that are looked for. */
const MAX_FORMS = 30;

/**
 * Finds words side by side. For each place of a phrase it takes the words that may be there, by their index; it gives, by practice, the
 * fields that have the phrase.
 */
export type PhraseFinder = (places: readonly (readonly number[])[]) => Uint8Array;

/** `wordsIn`: by field, the words of a practice in their order, each between spaces. */
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

    // To read texts takes long. Codes tell of nearly all practices that have the words elsewhere only.
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

/** Where a hash begins. No feed can know: else one could be made of chunks that all share a slot. */
const SEED = Math.random() * 2 ** 32;

/** Digits, letters and the apostrophe; what else ASCII has is in no word. Signs beyond make a chunk longer than it need be. */
const isInChunk = (code: number) => code > 63 || (code > 47 && code < 58) || code === 39;

/**
 * A reader of texts: gives the number of each chunk in order, and tells of each new one, the next number. A chunk may be one word or
 * several. Texts repeat themselves, millions of times in a large feed. So a chunk that was there before does not become a string: it is
 * looked up by its letters in a hash table, which takes a third of the time that a `Map` does.
 */
export function createChunkReader(handleNew: (chunk: string) => void): (text: string) => number[] {
  const chunks: string[] = [];
  /** A chunk's number and one, where its hash leads or in the first slot behind that was empty; 0 in empty slots. */
  let slots = new Uint32Array(1 << 12);
  /** FNV-1a of the chunk that was read last. */
  let hash = 0;

  /** Where the chunk ends that starts here. */
  function readChunk(text: string, start: number): number {
    hash = SEED;
    let at = start;
    for (let code; at < text.length && isInChunk((code = text.charCodeAt(at))); at++)
      hash = Math.imul(hash ^ code, 0x01000193);
    return at;
  }

  /** The slot of the chunk that was read: its own, or the empty one where it belongs. */
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
