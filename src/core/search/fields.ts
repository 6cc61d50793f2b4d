import {attributeValues} from '../attribute-values.js';
import {countEach} from '../count-each.js';
import {type LocalizedText, NO_DATE, type Practice} from '../practice.js';
import type {Labels} from './labels.js';

/** What the words of a practice depend on, apart from the practice. */
export interface FieldContext {
  readonly labels: Labels;
  /** Up to which year ongoing practices run. */
  readonly currentYear: number;
}

/**
 * The fields of a practice that the search reads. Values of the feed's own facets are with the
 * topics. Other modules know a field by its index here. At
 * most seven: a byte has a bit for each, and one for accents.
 */
export const fieldNames = ['title', 'places', 'topics', 'period', 'summary', 'sections', 'years'] as const;

/**
 * How much a match in each field counts. A title says what a practice is about, and a section
 * mentions details. A year inside the period is not even written down.
 */
export const fieldWeights: readonly number[] = [8, 7, 4, 3, 2, 1, 0.5];

const texts = (localized: LocalizedText) => localized.map(({text}) => text);

// Finds `start-up` and `d’accueil`. It leaves out numbers, and chains such as `day-to-day`, whose
// parts would form odd words. The hyphen is first in the pattern because that is ten times as fast.
const RESPELLED = /-(?<=(?<![\p{L}-])(\p{L}+)-)(\p{L}+)(?![\p{L}-])|(?:['’ʼ]|ال(?<!\p{L}ال))(\p{L}{3,})/gu;

/** Other spellings that visitors type: `startup`, `accueil`, and `مدينة` for `المدينة`. */
const respelled = (text: string) =>
  /['’ʼ-]|ال/.test(text)
    ? [...text.matchAll(RESPELLED)].map(([, start = '', end = '', elided = '']) => start + end + elided)
    : [];

const SMALL_WORDS = /(?<!\p{L})[a-z]{1,3}(?!\p{L})/gu;

/** The names of a topic. Small words count in the page's language only: Italian `dei` is no DEI. */
function topicTexts(topic: string, labels: Labels): readonly string[] {
  const [shown = '', ...others] = labels.namesOf('topic', topic);
  return [shown, ...others.map((name) => name.replace(SMALL_WORDS, ''))];
}

/** The texts of each field in all their languages, in the order of `fieldNames`. */
export function fieldTexts(practice: Practice, {labels, currentYear}: FieldContext): readonly (readonly string[])[] {
  const {title, places, topics, facets, period, summary, sections} = practice;
  const found = [
    texts(title),
    places.flatMap(({city, country}) => [city, ...labels.namesOf('country', country)]),
    [
      ...topics.flatMap((topic) => topicTexts(topic, labels)),
      ...facets.flatMap(({name, values}) => values.flatMap((value) => labels.namesOf(name, value))),
    ],
    [period.text],
    texts(summary),
    sections.flatMap(({heading, text}) => [...texts(heading), ...texts(text)]),
    attributeValues(practice, 'year', currentYear).filter((year) => year !== NO_DATE),
  ];
  return found.map((strings) => [...strings, ...strings.flatMap(respelled)]);
}

/**
 * A search looks for words in each of these languages, so a few titles in another language do not
 * count.
 */
const MAX_LANGUAGES = 4;
const LEAST_SHARE = 0.05;

/**
 * The languages of the practices, the most frequent first. `unsaid` is the language of texts that
 * do not name theirs.
 */
export function textLanguages(practices: readonly Practice[], unsaid = ''): readonly string[] {
  const translations = practices.flatMap(({summary, title}) => (summary.length ? summary : title));
  return [...countEach(translations.map(({lang}) => lang || unsaid))]
    .filter(([language, count]) => language && count >= practices.length * LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language)
    .slice(0, MAX_LANGUAGES);
}
