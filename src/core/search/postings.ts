import type {Practice} from '../practice.js';
import {fieldTexts} from './fields.js';
import type {Labels} from './labels.js';
import {wordsOf} from './tokenize.js';

/** Which practices have which words. Typed arrays: at 10,000 practices there are millions of pairs. */
export interface Postings {
  /** Distinct and sorted by code unit. */
  readonly words: readonly string[];
  /** The practices that have the word `w` are `owners[offsets[w]]` to `owners[offsets[w + 1] - 1]`, ascending. */
  readonly offsets: Uint32Array;
  readonly owners: Uint32Array;
  /** Beside each owner, the fields that the word is in: a bit for each of `fieldWeights`. */
  readonly fieldMasks: Uint8Array;
}

/** Reads the words of all practices once. */
export function buildPostings(practices: readonly Practice[], labels: Labels): Postings {
  const postings = new Map<string, number[]>();
  practices.forEach((practice, owner) => {
    const masks = new Map<string, number>();
    fieldTexts(practice, labels).forEach((texts, field) => {
      for (const word of texts.flatMap(wordsOf)) masks.set(word, masks.get(word)! | (1 << field));
    });
    for (const [word, mask] of masks) {
      const posting = postings.get(word);
      if (posting) posting.push(owner, mask);
      else postings.set(word, [owner, mask]);
    }
  });
  const words = [...postings.keys()].sort();
  const offsets = new Uint32Array(words.length + 1);
  words.forEach((word, i) => (offsets[i + 1] = offsets[i]! + postings.get(word)!.length / 2));
  const owners = new Uint32Array(offsets[words.length]!);
  const fieldMasks = new Uint8Array(owners.length);
  words.forEach((word, i) => {
    const posting = postings.get(word)!;
    for (let k = 0; k < posting.length; k += 2) {
      owners[offsets[i]! + k / 2] = posting[k]!;
      fieldMasks[offsets[i]! + k / 2] = posting[k + 1]!;
    }
  });
  return {words, offsets, owners, fieldMasks};
}
