import type {Translation} from '../practice.js';
import type {MatchedTerm, Phrase} from '../state/search-results.js';
import {fold, foldWithOffsets, letterStart} from '../text/fold.js';
import {CHUNK, tokenize} from '../text/tokenize.js';
import {mayBegin, mayBeInside} from './query.js';

/** The position of a match, `[start, end)`, in UTF-16 units of the text. */
export type MatchRange = readonly [start: number, end: number];

/** A part of a text as a view shows it. */
export interface TextPart {
  readonly text: string;
  readonly isHighlighted: boolean;
}

/** In characters: a closed card shows about four lines of a long text. */
export const SNIPPET_LENGTH = 260;

/** Each mark is an element. More of them in the text of one practice would slow the page down. */
export const MAX_MARKS = 5000;

/** In characters: how far before the first match a snippet begins. */
const LEAD = 60;

/**
 * The first `max` matches of the terms, in ascending order and without overlaps. Texts are folded
 * as in the index, but the positions are those of the **original** text.
 */
export function matchRanges(text: string, terms: readonly MatchedTerm[], max = MAX_MARKS): MatchRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of matchesIn(text, terms)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) {
      last[0] = Math.min(last[0], start);
      last[1] = Math.max(last[1], end);
    } else if (merged.length < max) merged.push([start, end]);
    else break;
  }
  return merged;
}

/** The matches in the order of their starts. Some may overlap. */
function* matchesIn(text: string, terms: readonly MatchedTerm[]): Generator<MatchRange, undefined> {
  // Folding with offsets is slow. Most texts and chunks have none of the terms, which plain folding
  // shows.
  const phrases = terms.flatMap((term) => term.phrases ?? []);
  const wanted = [...terms.flatMap(({text: term, words}) => [term, ...words]), ...phrases.flat(2)].filter(Boolean);
  const mayMatch = (folded: string) => wanted.some((word) => folded.includes(word));
  if (!mayMatch(fold(text))) return;
  const endPhrases = createPhraseFinder(phrases);
  for (const {0: chunk, index} of text.matchAll(CHUNK)) {
    const folded = fold(chunk);
    if (!mayMatch(folded)) {
      endPhrases('', 0);
      continue;
    }
    const {starts, ends} = foldWithOffsets(chunk);
    const matches = tokenize(folded).flatMap(({text: word, start}): MatchRange[] => {
      const wordEnd = index + ends[start + word.length - 1]!;
      const inWord = terms.flatMap((term): MatchRange[] => {
        const match = matchInWord(word, term);
        return match ? [[index + starts[start + match[0]]!, index + ends[start + match[1] - 1]!]] : [];
      });
      return [...endPhrases(word, index + starts[start]!).map((from): MatchRange => [from, wordEnd]), ...inWord];
    });
    yield* matches.sort((one, other) => one[0] - other[0]);
  }
}

/**
 * Takes the words of a text one by one. Returns where phrases begin that end with the current word.
 */
function createPhraseFinder(phrases: readonly Phrase[]): (word: string, start: number) => readonly number[] {
  if (!phrases.length) return () => [];
  const longest = Math.max(...phrases.map(({length}) => length));
  let last: {readonly word: string; readonly start: number}[] = [];
  return (word, start) => {
    last = [...last, {word, start}].slice(-longest);
    return phrases.flatMap((phrase) => {
      const words = last.slice(-phrase.length);
      const isMatch = words.length === phrase.length && phrase.every((forms, i) => forms.includes(words[i]!.word));
      return isMatch ? words[0]!.start : [];
    });
  };
}

function matchInWord(word: string, {text: term, words}: MatchedTerm): MatchRange | null {
  if (words.includes(word)) return [0, word.length];
  const at = word.indexOf(term);
  const isMatch = word === term || (at === 0 && mayBegin(term)) || (at > 0 && mayBeInside(term));
  return isMatch ? [at, at + term.length] : null;
}

/** Splits the text at the ranges. The joined parts are the text. */
export function textParts(text: string, ranges: readonly MatchRange[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push({text: text.slice(at, start), isHighlighted: false});
    parts.push({text: text.slice(start, end), isHighlighted: true});
    at = end;
  }
  if (at < text.length) parts.push({text: text.slice(at), isHighlighted: false});
  return parts;
}

/** The shortened text on a closed card, and its language. */
export interface Snippet {
  readonly lang: string;
  readonly parts: readonly TextPart[];
}

/**
 * The part of a text around its first match, about `length` units long. It takes the first text
 * that has a match, otherwise the first text. It ends between words, with an ellipsis for what is
 * left out.
 */
export function snippet(texts: readonly Translation[], terms: readonly MatchedTerm[], length: number): Snippet {
  let firstMatch = 0;
  const hasMatch = ({text}: Translation) => {
    const first = matchesIn(text, terms).next().value;
    if (first) [firstMatch] = first;
    return first !== undefined;
  };
  const {lang, text} = texts.find(hasMatch) ?? texts[0] ?? {lang: '', text: ''};
  const start = firstMatch + LEAD < length || firstMatch <= LEAD ? 0 : wordStart(text, firstMatch - LEAD);
  const end = text.length - start <= length ? text.length : wordEnd(text, start + length);
  const cut = text.slice(start, end).trimEnd();
  const parts = textParts(cut, matchRanges(cut, terms));
  const ellipsis = {text: '…', isHighlighted: false};
  return {lang, parts: [...(start > 0 ? [ellipsis] : []), ...parts, ...(end < text.length ? [ellipsis] : [])]};
}

/** In characters. A longer word, or a text without spaces, is cut anywhere. */
const LONGEST_WORD = 30;

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + LONGEST_WORD).search(/\s\S/);
  return space < 0 ? letterStart(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(at - LONGEST_WORD, at + 1).search(/\s\S*$/);
  return space < 0 ? letterStart(text, at) : at - LONGEST_WORD + space;
}
