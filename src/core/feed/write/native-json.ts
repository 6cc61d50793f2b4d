import type {Contact, Image, LocalizedText, Place, Practice} from '../../practice.js';
import {escapeEntities as escape} from '../../text/html-text.js';
import {MAX_LENGTHS} from '../../text/limits.js';
import {UNSAID, type FeedInfo} from '../feed.js';
import {unlessEmpty} from '../json-value.js';
import {renameIn} from '../normalize/collections.js';
import {isDate} from '../normalize/practice.js';

/**
 * Writes practices in our own format, version 1. `readNativeJson` and `normalize` read the same
 * practices back. `info` describes their feed; only topics and collections of these practices are
 * written. The values of its own facets are in fields with their names. The schema
 * (`feed.schema.json`) accepts all that is written.
 */
export function writeNativeJson(info: FeedInfo, practices: readonly Practice[]): string {
  const {language, texts} = info;
  // Do not write `details` if reading back adds them anyway.
  const isInTexts = practices.every(({details, sections}) => details === (sections.length ? '' : texts));
  const ids = new Set(practices.map(({id}) => id));
  const used = new Set(practices.flatMap((practice) => practice.topics));
  return toJson({
    ...toFeedFields(info, used, (id) => ids.has(id)),
    texts: practices.some(({details}) => details) ? line(texts) : undefined,
    practices: practices.map((practice) => toRecord(isInTexts ? {...practice, details: ''} : practice, language)),
  });
}

/**
 * What a feed says about itself, as fields of our own format, without `texts`.
 * @param used ids of the topics to write
 * @param isListed whether collections may name a practice
 */
export function toFeedFields(info: FeedInfo, used: Iterable<string>, isListed: (id: string) => boolean) {
  const {collections, examples, facets, feeds, language, license, synonyms, title, topics, updated} = info;
  const labels = new Map(topics.map(({id, label}) => [id, label]));
  return {
    version: '1',
    title: localized(title, language),
    language: line(language),
    license: line(license),
    updated: isDate(updated) ? updated : undefined,
    // Also topics that the feed does not describe: an id in this list is not taken for the label of
    // another topic.
    topics: [...used].map((id) => {
      const label = localized(labels.get(id) ?? [], language);
      return {id: line(id), label: label === line(id) ? undefined : label};
    }),
    facets: unlessEmpty(facets.map(({label, name, type}) => ({name, label: localized(label, language), type}))),
    synonyms: unlessEmpty(synonyms.map(toTerms).filter((terms) => terms.length > 1)),
    collections: unlessEmpty(
      renameIn(collections, (id) => (isListed(id) ? id : ''))
        .filter(({practices: listed}) => listed.length)
        .map(({id, image, introduction, practices: listed, title: name}) => ({
          id,
          title: localized(name, language),
          introduction: localized(introduction, language),
          image: image ? toImage(image, language) : undefined,
          practices: listed,
        })),
    ),
    examples: unlessEmpty(examples.map((example) => localized(example, language))),
    feeds: unlessEmpty(feeds.map(({filter, url}) => ({filter: escape(filter), url: line(url)}))),
  };
}

/** Terms of synonyms, without those that are too long when they are escaped. */
const toTerms = (terms: readonly string[]) => terms.map(escape).filter(({length}) => length <= MAX_LENGTHS.synonym);

/** Writes a document of our own. */
export const toJson = (document: unknown): string => JSON.stringify(document, asItIs, 2);

/** For `JSON.stringify`: old libraries add a `toJSON` to lists that makes text of them. */
function asItIs(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const own = this[key];
  return Array.isArray(own) ? own : value;
}

/**
 * A practice as a record of a feed in `language`, without empty fields (`undefined` is not
 * written).
 */
export function toRecord(practice: Practice, language: string) {
  const {contact, details, facets, id, image, links, period, sections, summary, title, topics, updated, url} = practice;
  const titleLanguage = title[0]!.lang || language;
  return {
    id,
    title: localized(title, titleLanguage),
    titleLang: titleLanguage === language ? undefined : titleLanguage,
    ...toPlaceFields(practice.places),
    period: line(period.text),
    topics: unlessEmpty(topics.map(line)),
    ...Object.fromEntries(facets.map(({name, values}) => [name, toFacetField(values)])),
    summary: localized(summary, language),
    sections: unlessEmpty(
      sections.map(({heading, html, text}) => ({
        heading: localized(heading, language),
        ...(html
          ? {html: localized(html.source, language, asIs), base: line(html.base)}
          : {text: localized(text, language)}),
      })),
    ),
    url: line(url),
    image: image ? toImage(image, language) : undefined,
    links: unlessEmpty(
      links.map((link) => ({url: line(link.url), label: link.label === link.url ? undefined : line(link.label)})),
    ),
    contact: contact ? toContactFields(contact) : undefined,
    updated: isDate(updated) ? updated : undefined,
    details: line(details),
  };
}

/**
 * Numbers as numbers. Texts are in a list, since a text alone may be a list of them. Read again, both
 * are the same values.
 */
function toFacetField(values: readonly string[]) {
  const fields = values.map((value) => (String(Number(value)) === value ? Number(value) : line(value)));
  return fields.length === 1 && typeof fields[0] === 'number' ? fields[0] : fields;
}

/** Lists of the same length, paired item by item; a single place has no lists. */
export function toPlaceFields(places: readonly Place[]) {
  const list = <T>(values: readonly T[]) =>
    values.some(Boolean) ? (values.length > 1 ? values : values[0]) : undefined;
  return {
    city: list(places.map(({city}) => escape(city))),
    country: list(places.map(({country}) => escape(country))),
    location: list(places.map(({location}) => location)),
  };
}

const toImage = ({alt, src}: Image, language: string) => ({src: line(src), alt: localized(alt, language)});

const toContactFields = ({email, name, phone, url}: Contact) => ({
  name: line(name),
  email: line(email),
  phone: line(phone),
  url: line(url),
});

/** The text alone if it is in `language` or in no known one, otherwise texts by language. */
function localized(text: LocalizedText, language: string, write = escape) {
  const [first] = text;
  if (!first) return undefined;
  return text.length === 1 && (!first.lang || first.lang === language)
    ? write(first.text)
    : Object.fromEntries(text.map((each) => [each.lang || UNSAID, write(each.text)]));
}

/** Browsers decode the character references of HTML. */
const asIs = (html: string) => html;

const line = (text: string) => escape(text) || undefined;
