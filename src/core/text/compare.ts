/**
 * Compares texts as a language sorts them (a BCP 47 tag), numbers in them by their value. Where the browser has no order of its letters,
 * `alphabet` has them, in small and with spaces between: `a b c ç d dh e ë`.
 */
export function createCompare(language: string, alphabet = ''): (a: string, b: string) => number {
  const {compare} = new Intl.Collator([language, 'en'], {numeric: true});
  if (!alphabet) return compare;
  const letters = alphabet.split(' ');
  // The longest first: `dh` before `d`.
  const letter = new RegExp([...letters].sort((a, b) => b.length - a.length).join('|'), 'g');
  // The syllables of Yi come one after the other in every collation.
  const inOrder = (text: string) =>
    text.replace(letter, (found) => String.fromCharCode(0xa000 + letters.indexOf(found)));
  // What is no letter of the language may still be one with an accent.
  const key = (text: string) => inOrder(inOrder(text.toLocaleLowerCase(language).normalize()).normalize('NFD'));
  return (a, b) => compare(key(a), key(b)) || compare(a, b);
}
