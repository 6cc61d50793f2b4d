import type {NumberRange} from '../state/search-state.js';
import type {QueryUnit} from './query.js';
import type {Word, YearPhrase} from './words.js';

const YEAR = /^[12]\d{3}$/;

/** Whether a word may be a year. */
export const isYear = ({text}: Pick<Word, 'text'>): boolean => YEAR.test(text);

/** The years that a phrase beside a year means. */
const ranges: Readonly<Partial<Record<YearPhrase, (year: number) => NumberRange>>> = {
  since: (from) => ({from, to: null}),
  after: (year) => ({from: year + 1, to: null}),
  until: (to) => ({from: null, to}),
  before: (year) => ({from: null, to: year - 1}),
};

const isLoneYear = ({words, years}: QueryUnit) =>
  words.length === 1 && isYear(words[0]!) && !words[0]!.isQuoted && !years;
const wordsOf = (units: readonly QueryUnit[]) => units.flatMap(({words}) => words);

/** One unit in place of several. */
const joined = (units: readonly QueryUnit[], years: NumberRange): QueryUnit => ({
  ...units.find(isLoneYear)!,
  words: wordsOf(units),
  years,
});

/**
 * Joins the units of a range of years into one: “2015 to 2018”, with nothing but stop words between
 * them, and “since 2016” or “2016 onwards”. `phraseOf` says what stop words mean beside a year.
 */
export function joinYears(
  units: readonly QueryUnit[],
  phraseOf: (words: readonly Word[]) => YearPhrase | undefined,
): readonly QueryUnit[] {
  const start = units.findIndex(isLoneYear);
  if (start < 0) return units;
  const replace = (from: number, to: number, years: NumberRange) =>
    joinYears([...units.slice(0, from), joined(units.slice(from, to), years), ...units.slice(to)], phraseOf);

  let end = start + 1;
  for (let i = end; i < units.length && (units[i]!.isStopWord || isLoneYear(units[i]!)); i++)
    if (isLoneYear(units[i]!)) end = i + 1;
  const years = wordsOf(units.slice(start, end))
    .filter(isYear)
    .map(({text}) => Number(text));
  if (years.length > 1) return replace(start, end, {from: Math.min(...years), to: Math.max(...years)});

  const rangeOf = (beside: readonly QueryUnit[]) => {
    const phrase = beside.every(({isStopWord}) => isStopWord) && phraseOf(wordsOf(beside));
    return phrase ? ranges[phrase]?.(years[0]!) : undefined;
  };
  for (let length = units.length - 1; length > 0; length--) {
    const before = start >= length && rangeOf(units.slice(start - length, start));
    if (before) return replace(start - length, end, before);
    const after = rangeOf(units.slice(end, end + length));
    if (after) return replace(start, end + length, after);
  }
  return [...units.slice(0, end), ...joinYears(units.slice(end), phraseOf)];
}
