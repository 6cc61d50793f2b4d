import {matchRanges} from './highlight.js';

/** A term that no practice has, and the word that was most likely meant, spelled as a practice spells it. */
export interface Correction {
  readonly term: string;
  readonly spelling: string;
}

/** Where a folded word stands as a whole. */
const rangesOf = (text: string, word: string) => matchRanges(text, [{text: '', words: [word]}]);

/** How the texts spell a folded word: `Zürich` for `zurich`; the word itself where none has it. */
export function spellingOf(word: string, texts: readonly string[]): string {
  for (const text of texts) {
    const [range] = rangesOf(text, word);
    if (range) return text.slice(...range);
  }
  return word;
}

/** A query with its misspelt terms corrected, all else as it was typed; null where there is nothing to correct. */
export function correct(query: string, corrections: readonly Correction[]): string | null {
  let corrected = query;
  for (const {term, spelling} of corrections)
    for (const [start, end] of rangesOf(corrected, term).reverse())
      corrected = corrected.slice(0, start) + spelling + corrected.slice(end);
  return corrected === query ? null : corrected;
}
