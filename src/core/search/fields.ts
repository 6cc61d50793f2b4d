import {attributeValues} from '../attribute-values.js';
import type {LocalizedText, Practice} from '../practice.js';
import type {Labels} from './labels.js';

/** What the words of a practice depend on beside itself. */
export interface FieldContext {
  readonly labels: Labels;
  /** How far practices that are ongoing have come. */
  readonly currentYear: number;
}

/** The fields of a practice that are searched; a field is known by its place here. */
export const fieldNames = ['title', 'places', 'topics', 'period', 'summary', 'sections', 'years'] as const;

/**
 * How much a word counts in each field: a title says what a practice is about, a section what else there was, and a year between the first and the
 * last is not even written down.
 */
export const fieldWeights: readonly number[] = [8, 7, 4, 3, 2, 1, 0.5];

const texts = (localized: LocalizedText) => localized.map(({text}) => text);

// start-up, but no chain such as day-to-day, which would make up words, nor numbers; d’accueil. To begin with the hyphen is ten times as fast.
const RESPELLED = /-(?<=(?<![\p{L}-])(\p{L}+)-)(\p{L}+)(?![\p{L}-])|(?:['’ʼ]|ال(?<!\p{L}ال))(\p{L}{3,})/gu;

/** What a text has for those who type it otherwise: `startup`, `accueil`, `مدينة` for المدينة. */
const respelled = (text: string) =>
  /['’ʼ-]|ال/.test(text)
    ? [...text.matchAll(RESPELLED)].map(([, start = '', end = '', elided = '']) => start + end + elided)
    : [];

/** The texts of each field, in the order of `fieldNames`, in every language that they are in. */
export function fieldTexts(practice: Practice, {labels, currentYear}: FieldContext): readonly (readonly string[])[] {
  const {title, places, topics, period, summary, sections} = practice;
  const found = [
    texts(title),
    places.flatMap(({city, country}) => [city, ...labels.namesOf('country', country)]),
    topics.flatMap((topic) => labels.namesOf('topic', topic)),
    [period.text],
    texts(summary),
    sections.flatMap(({heading, text}) => [...texts(heading), ...texts(text)]),
    attributeValues(practice, 'year', currentYear).filter(Number),
  ];
  return found.map((strings) => [...strings, ...strings.flatMap(respelled)]);
}

/** A search looks for words in each of them, so a few titles in another language do not count. */
const MAX_LANGUAGES = 4;
const LEAST_SHARE = 0.05;

/**
 * The languages that the practices are written in, those of most practices first. A text that does not say its language counts as `unsaid`,
 * if that is a language.
 */
export function textLanguages(practices: readonly Practice[], unsaid = ''): readonly string[] {
  const counts = new Map<string, number>();
  for (const {summary, title} of practices)
    for (const {lang} of summary.length ? summary : title) {
      const language = lang || unsaid;
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  return [...counts]
    .filter(([language, count]) => language && count >= practices.length * LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language)
    .slice(0, MAX_LANGUAGES);
}
