import {ACCENTED, codeOf, fieldsWith, type Postings} from './postings.js';

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
