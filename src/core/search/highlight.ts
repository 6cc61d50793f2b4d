import type {Translation} from '../practice.js';
import type {MatchedTerm, Phrase} from '../state/search-results.js';
import {fold, foldWithOffsets, letterStart} from '../text/fold.js';
import {CHUNK, tokenize} from '../text/tokenize.js';
import {mayBegin, mayBeInside} from './query.js';

/** Where a text hit the query: `[start, end)` in its own units. */
export type MatchRange = readonly [start: number, end: number];

/** A piece of a text, as a view draws it. */
export interface TextPart {
  readonly text: string;
  readonly isHighlighted: boolean;
}

/** Of a long text a closed card shows so many characters: about four lines. */
export const SNIPPET_LENGTH = 260;

/** So many matches are marked in the text of one practice: each is an element. */
export const MAX_MARKS = 5000;

/** How far before the first match a snippet begins. */
const LEAD = 60;

/**
 * Where the terms stand in a text, by the same folding as the index, in units of the **original** text; ascending, and
 * nothing twice; the first `max` of them. For what is drawn only.
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

/** The same one after the other, by their start; some may overlap. */
function* matchesIn(text: string, terms: readonly MatchedTerm[]): Generator<MatchRange, undefined> {
  // Most texts have none of the terms, and most chunks of the others neither: cheap to know, and the way back is dear.
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

/** Told each word of a text with its place, gives the places where phrases began that end with it. */
function createPhraseFinder(phrases: readonly Phrase[]): (word: string, start: number) => readonly number[] {
  const longest = Math.max(0, ...phrases.map(({length}) => length));
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

/** The text cut at the ranges; joined, the parts are the text. */
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

/** A shortened text on a closed card, and the language that it is in. */
export interface Snippet {
  readonly lang: string;
  readonly parts: readonly TextPart[];
}

/**
 * At most about `length` units of the first of the texts that has a match, around that match; of the first text where none has one.
 * Cut between words, with an ellipsis where something was left out.
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

/** Words longer than this (or scripts without spaces) are cut anywhere. */
const LONGEST_WORD = 30;

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + LONGEST_WORD).search(/\s\S/);
  return space < 0 ? letterStart(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(at - LONGEST_WORD, at + 1).search(/\s\S*$/);
  return space < 0 ? letterStart(text, at) : at - LONGEST_WORD + space;
}
