// How the queries' answers and the peers see words. Written apart from src/: what is measured must not say what is right.
const LETTERS = new Map(
  Object.entries({ł: 'l', đ: 'd', ø: 'o', ħ: 'h', ŧ: 't', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ς: 'σ'}),
);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Thai, Chinese and Japanese put no spaces between words. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;

/** Without case, and without the accents of Latin, Greek and Cyrillic; the vowel signs of other scripts stay. */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(LETTER, (letter) => LETTERS.get(letter))
    .normalize('NFC');

/** The words of a folded text, in order; scripts without spaces as overlapping pairs of characters. */
export const wordsOf = (folded) =>
  (folded.match(WORD) ?? []).flatMap((word) => (UNSPACED.test(word) ? pairs(word) : word));

function pairs(word) {
  if (word.length < 3) return [word];
  return Array.from({length: word.length - 1}, (_, i) => word.slice(i, i + 2));
}
