import {attributeValues, valueKey} from '../attribute-values.js';
import type {FeedInfo} from '../feed/feed.js';
import {toFeedFields, toRecord} from '../feed/write/native-json.js';
import {baseLanguage, translationFor} from '../localized-text.js';
import {isSpanType} from '../own-facets.js';
import type {LocalizedText, Practice} from '../practice.js';
import {fieldNames, fieldTexts} from '../search/fields.js';
import {createLabels} from '../search/labels.js';
import {readWords, type LanguageWords} from '../search/words.js';
import {fold} from '../text/fold.js';
import {wordsOf} from '../text/tokenize.js';
import {CITY_SEPARATOR, FEED, PRACTICE, slotsOf} from './fields.js';
import {indexLanguages} from './mapping.js';

/** What documents depend on, apart from their practices. */
export interface DocumentOptions {
  readonly info: FeedInfo;
  /** The same as for `indexSettings`. */
  readonly words: readonly LanguageWords[];
  /** Up to which year ongoing practices run. */
  readonly currentYear: number;
}

/** A document and its id in the index, for one bulk action. */
export interface IndexDocument {
  readonly id: string;
  readonly source: Readonly<Record<string, unknown>>;
}

export interface DocumentWriter {
  /** @param position its place in the feed, from 0; in the next feed, counting goes on */
  practice(practice: Practice, position: number): IndexDocument;
  /**
   * The one document about the feed, after its practices.
   * @param topics ids of all topics that practices have
   */
  feed(topics: Iterable<string>): IndexDocument;
}

/** Creates a writer of documents for an index with the same options. */
export function createDocumentWriter({currentYear, info, words}: DocumentOptions): DocumentWriter {
  const languages = indexLanguages(words);
  const {collections, facets, language} = info;
  const labels = createLabels(info.topics, language || 'en', {}, facets);
  const slots = slotsOf(facets);
  const orders = titleLanguages(info);
  const compareKeys = new Map(['en', ...orders].map((each) => [each, createSortKey(each)]));
  const bucketOf = (lang: string) => {
    const base = baseLanguage(lang || language);
    return languages.includes(base) ? base : languages[0]!;
  };

  /** The words of the localized texts, in the language of each. */
  function writtenWords(practice: Practice, texts: readonly (readonly string[])[]) {
    const written: Record<string, Record<string, string[]>> = {};
    const add = (lang: string, field: string, text: string) =>
      ((written[lang] ??= {})[field] ??= []).push(...readWords(text).map((word) => word.written));
    const addText = (field: string, text: LocalizedText) => {
      for (const each of text) add(bucketOf(each.lang), field, each.text);
    };
    addText('title', practice.title);
    addText('summary', practice.summary);
    for (const {heading, text} of practice.sections) for (const each of [heading, text]) addText('sections', each);
    // Names are in no language, or in several.
    for (const field of ['places', 'topics'] as const)
      for (const text of texts[fieldNames.indexOf(field)]!) for (const lang of languages) add(lang, field, text);
    return mapValues(written, (fields) => mapValues(fields, (some) => some.join(' ')));
  }

  return {
    practice(practice, position) {
      const {id, places, sources, title} = practice;
      const texts = fieldTexts(practice, {labels, currentYear});
      const facet: Record<string, readonly string[]> = {};
      const number: Record<string, readonly number[]> = {};
      for (const [name, slot] of slots) {
        const values = [...new Set(attributeValues(practice, name, currentYear).map((each) => valueKey(name, each)))];
        if (!values.length) continue;
        facet[slot] = values;
        const numbers = values.map(Number).filter(Number.isFinite);
        if (isSpanType(labels.typeOf(name)) && numbers.length) number[slot] = numbers;
      }
      const cities = places
        .filter(({city}) => city)
        .map(({city, country}) => [valueKey('city', city), city, country].join(CITY_SEPARATOR));
      const own = collections.flatMap((collection, i) => {
        const place = collection.practices.indexOf(id);
        return place < 0
          ? []
          : [{id: collection.id, order: [`collection-${i}`, String(place).padStart(6, '0')] as const}];
      });
      const sortKey = (text: string, lang: string) => compareKeys.get(lang)!(text);
      return {
        id: `p:${id}`,
        source: {
          kind: PRACTICE,
          id,
          facet,
          number,
          cities: [...new Set(cities)],
          collection: own.map((each) => each.id),
          sort: {
            feed: position,
            newest: newestKey(practice),
            oldest: digits(practice.period.from ?? practice.period.to ?? LATER),
            title: sortKey(translationFor(title, 'en').text, 'en'),
            ...Object.fromEntries(
              orders.map((lang) => [`title-${lang}`, sortKey(translationFor(title, lang).text, lang)]),
            ),
            // Practices without a city come last: the field is missing.
            ...(places[0]?.city ? {city: sortKey(places[0].city, 'en')} : {}),
            ...Object.fromEntries(own.map(({order}) => order)),
          },
          text: Object.fromEntries(fieldNames.map((name, i) => [name, texts[i]!.flatMap(wordsOf).join(' ')])),
          written: writtenWords(practice, texts),
          record: toRecord(practice, language),
          ...(sources.length ? {sources} : {}),
        },
      };
    },
    feed: (topics) => ({
      id: FEED,
      source: {
        kind: FEED,
        id: '',
        record: {
          ...toFeedFields(info, topics, () => true),
          orders,
          // Of the texts: the browser loads their words.
          languages: words.map((each) => each.language),
        },
      },
    }),
  };
}

/** The languages in which titles have an order of their own. */
const titleLanguages = ({language, title, topics}: FeedInfo): readonly string[] =>
  [...new Set([language, ...[title, ...topics.map(({label}) => label)].flat().map(({lang}) => lang)].map(baseLanguage))]
    .filter((each) => /^[a-z]{2,3}$/.test(each))
    .slice(0, MAX_TITLE_LANGUAGES);
const MAX_TITLE_LANGUAGES = 12;

/** A year after all others. */
const LATER = 99_999;
const digits = (year: number) => String(year).padStart(5, '0');

/** By the year of the beginning, of the end, and by the date of the record; the latest first. */
function newestKey({period: {from, ongoing, to}, updated}: Practice): string {
  const began = from ?? to ?? 0;
  const ended = ongoing ? LATER - 1 : (to ?? from ?? 0);
  // The characters of a date, each turned around. What is longer is later, so its key is smaller.
  const date = [...updated].map((each) => String.fromCharCode(158 - Math.min(each.charCodeAt(0), 126))).join('');
  return `${digits(LATER - began)}${digits(LATER - ended)}${date}\x7f`;
}

/** The most characters of a text that its order depends on. */
const MAX_KEY = 100;

/**
 * Creates a function that makes a key of a text. The order of the keys, byte by byte, is the order
 * of the texts in a language: an index knows no other. Numbers in them sort by value.
 */
export function createSortKey(language: string): (text: string) => string {
  const collator = new Intl.Collator([language, 'en'], {sensitivity: 'base'});
  const keys = new Map<string, string>();
  // Marks come before digits and letters.
  const marks = [...MARKS].sort(collator.compare);
  /** A letter that a language has beside a to z comes after the one before it: ñ after n, å after z. */
  function keyOf(letter: string): string {
    const known = keys.get(letter);
    if (known !== undefined) return known;
    const folded = fold(letter);
    const mark = marks.indexOf(letter);
    let key = /\s/.test(letter) ? ' ' : mark < 0 ? folded : `!${String.fromCharCode(0x21 + mark)}`;
    if (/^[a-z]+$/.test(folded) && folded !== letter && collator.compare(letter, folded) !== 0) {
      const before = [...'abcdefghijklmnopqrstuvwxyz'].filter((each) => collator.compare(each, letter) < 0).at(-1);
      const others = [...EXTRA].filter((each) => collator.compare(each, letter) < 0).length;
      key = `${before ?? ''}{${String.fromCharCode(0x30 + others)}`;
    }
    keys.set(letter, key);
    return key;
  }
  return (text) =>
    [...text.slice(0, MAX_KEY).toLowerCase().normalize()]
      .map(keyOf)
      .join('')
      .replace(/\d+/g, (number) => String(number.length).padStart(2, '0') + number);
}
const MARKS = '_-–—,;:!?¿¡.…·\'‘’‚"“”„«»()[]{}§@*/\\&#%`^+<=>|~$€';
/** Letters that some language sorts as letters of their own. */
const EXTRA = 'áàâäãåāăąæçćčĉďđðéèêëēęěğģĝħíìîïīįıķĺļľłñńņňóòôöõøőœŕřśšşșťţțúùûüūůűųýÿźżžþß';

const mapValues = <From, To>(object: Readonly<Record<string, From>>, make: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
