import {attributeValues, valueKey} from '../attribute-values.js';
import type {FeedInfo} from '../feed/feed.js';
import {toFeedFields, toRecord} from '../feed/write/native-json.js';
import {baseLanguage, translationFor} from '../localized-text.js';
import {isSpanType} from '../own-facets.js';
import type {LocalizedText, Practice} from '../practice.js';
import {fieldNames, fieldTexts} from '../search/fields.js';
import {createLabels} from '../search/labels.js';
import {readWords, type LanguageWords} from '../search/words.js';
import {wordsOf} from '../text/tokenize.js';
import {CITY_SEPARATOR, FEED, PRACTICE, slotsOf} from './fields.js';
import {indexLanguages} from './mapping.js';
import {createSortKey, newestKey, oldestKey} from './sort-keys.js';

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
      // Practices without a city come last: the field is missing.
      const city = places[0]?.city;
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
            oldest: oldestKey(practice),
            title: sortKey(translationFor(title, 'en').text, 'en'),
            ...Object.fromEntries(
              orders.map((lang) => [`title-${lang}`, sortKey(translationFor(title, lang).text, lang)]),
            ),
            ...(city && {
              city: sortKey(city, 'en'),
              ...Object.fromEntries(orders.map((lang) => [`city-${lang}`, sortKey(city, lang)])),
            }),
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

const mapValues = <From, To>(object: Readonly<Record<string, From>>, make: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
