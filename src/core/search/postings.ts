import type {Practice} from '../practice.js';
import {isAccented, wordsOf} from '../text/tokenize.js';
import {sortSliced, type Sliced} from '../time-slicing.js';
import {createChunkReader} from './chunks.js';
import {fieldNames, fieldTexts, type FieldContext} from './fields.js';
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
