/**
 * Creates a function that compares texts in the order of a language (a BCP 47 tag), and numbers in
 * them by value. If the browser does not know the order, `alphabet` has the letters, in lower case
 * with spaces between: `a b c ç d dh e ë`.
 */
export function createCompare(language: string, alphabet = ''): (a: string, b: string) => number {
  const {compare} = new Intl.Collator([language, 'en'], {numeric: true});
  if (!alphabet) return compare;
  const letters = alphabet.split(' ');
  // The longest first: `dh` before `d`.
  const letter = new RegExp([...letters].sort((a, b) => b.length - a.length).join('|'), 'g');
  // The syllables of Yi follow each other in every collation.
  const inOrder = (text: string) =>
    text.replace(letter, (found) => String.fromCharCode(0xa000 + letters.indexOf(found)));
  // A character that is not a letter of this language may be one of its letters with an accent.
  const key = (text: string) => inOrder(inOrder(text.toLocaleLowerCase(language).normalize()).normalize('NFD'));
  return (a, b) => compare(key(a), key(b)) || compare(a, b);
}
