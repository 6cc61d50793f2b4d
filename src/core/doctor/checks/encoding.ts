import type {RawFeed} from '../../feed/feed.js';
import {pointerTo} from '../../feed/json-value.js';
import {sum} from '../../sum.js';
import {cleanLine} from '../../text/clean.js';
import type {Issue} from '../report.js';

/** UTF-8 that was taken for windows-1252, and converted to UTF-8 again: `CafÃ©`, `â€™`, `Å‚`, `Ð”Ñ–`. */
const TWICE = /Ã[¡-º¼-¿€„‡ˆ‰œŸ]|Â[¡-º¼-¿]|â€|[ÄÅ][‚„†‡›™š¡¯¼¾ž]|(?:[ÎÏÐÑ][^\p{ASCII}À-ÿ]){2}/u;
/**
 * What no word has that windows-1252 can write: a byte that means nothing there, or too many letters
 * with accents in a row (Cyrillic, Greek), a sign between letters (`s¹siedzki` in Polish), a capital
 * after a small letter (`CafŽ` of old Macs), or two different accents in a row (`pøíklad` in Czech).
 */
const OTHER = /[\x81\x8D\x8F\x90\x9D]|[À-ÿ]{5}|\p{L}[¹³º¼¾¿¯]\p{Ll}|\p{Ll}[ŸŽ]|[øèìùò][áéíý]|[áéíý][øèìùò]/u;
/** In each such encoding more words look wrong. */
const MIN_WORDS = 2;
/** Among the words with letters beyond ASCII. */
const MIN_SHARE = 0.05;
/** Characters of a word in a message. */
const MAX_WORD_LENGTH = 40;

/**
 * Letters that were read in another encoding than they were written in. `isGuess`: whether the
 * document was read as windows-1252, since it is not in UTF-8.
 */
export function checkEncoding({pointer, records}: Pick<RawFeed, 'pointer' | 'records'>, isGuess: boolean): Issue[] {
  const words = records.map(wordsBeyondAscii);
  const matching = (pattern: RegExp) => words.map((list) => list.filter((word) => pattern.test(word)));
  const report = (wrong: readonly string[][], why: string): Issue => {
    const first = wrong.findIndex(({length}) => length);
    const sample = cleanLine(wrong[first]![0]!.slice(0, MAX_WORD_LENGTH));
    return {
      code: 'wrong-encoding',
      pointer: pointerTo(pointer, first),
      message: `Letters look wrong. ${why}: “${sample}”.`,
      count: wrong.filter(({length}) => length).length,
    };
  };
  const twice = matching(TWICE);
  if (countAll(twice)) return [report(twice, 'UTF-8 was converted to UTF-8 once more')];
  const other = isGuess ? matching(OTHER) : [];
  return countAll(other) >= Math.max(MIN_WORDS, countAll(words) * MIN_SHARE)
    ? [report(other, 'The file is in another encoding than UTF-8 and Windows-1252')]
    : [];
}

const wordsBeyondAscii = (record: unknown): string[] =>
  JSON.stringify(record)
    .split(/[\s"\\]+/)
    .filter((word) => /\P{ASCII}/u.test(word));

const countAll = (lists: readonly string[][]) => sum(lists.map(({length}) => length));
