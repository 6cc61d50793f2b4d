import {memoize} from '../memoize.js';
import type {Period, Practice, Section} from '../practice.js';
import {htmlToText} from './html-text.js';
import {toFields, toItems, type Item} from './json-value.js';
import {readOwnAddress} from './own-address.js';
import {readPeriod} from './period.js';
import {deriveId, readId} from './practice-id.js';
import {readImage} from './read-image.js';
import {readAddress, readContact, readLinks} from './read-links.js';
import {readPlaces} from './read-places.js';
import {asParagraphs, readLanguage, readLocalized, readText, type Wording} from './read-text.js';
import type {FieldReading, Reading} from './reading.js';

type Field = (key: string) => Item;

/** One record to a practice; null where there is nothing to show. Its id may not be unique in its feed. */
export function readPractice(record: Item, reading: Reading): Practice | null {
  const {language, topics, warn} = reading;
  const field = toFields(record);
  if (!field) {
    warn('not-a-record', record);
    return null;
  }
  const title = readLocalized(field('title'), {warn, language: readLanguage(field('titleLang'), warn) || language});
  if (!title.length) {
    warn('no-title', record);
    return null;
  }
  const places = readPlaces(field, reading);
  return {
    id: readId(field('id'), reading) || deriveId(title, places),
    title,
    places,
    period: readWhen(field, reading),
    topics: topics.read(field('topics')),
    ...readBody(field, reading),
    details: readOwnAddress(field('details'), reading),
    sources: [],
  };
}

/** What there is to read and to see, all of which may come later than the rest. */
export type Body = Pick<Practice, 'summary' | 'sections' | 'url' | 'image' | 'links' | 'contact'>;

export const readBody = (field: Field, reading: FieldReading): Body => ({
  summary: readLocalized(field('summary'), reading),
  sections: toItems(field('sections')).flatMap((item) => readSection(item, reading)),
  url: readAddress(field('url'), reading),
  image: readImage(field('image'), reading),
  links: readLinks(field('links'), reading),
  contact: readContact(field('contact'), reading),
});

const spanOf = memoize(readPeriod);

/** The period; or, as it comes out of a database, a year or a list of years. */
function readWhen(field: Field, wording: Wording): Period {
  const textOf = (key: string) =>
    toItems(field(key))
      .map((item) => readText(item, wording))
      .filter(Boolean)
      .join(', ');
  const text = textOf('period') || textOf('years') || textOf('year');
  const span = spanOf(text);
  if (text && !span.from && !span.to && !span.ongoing) {
    wording.warn('unknown-period', {...field('period'), value: text}, 'kept');
  }
  return {text, ...span};
}

/** A heading, and `text`, or else `html` with the address that it starts from (that of the feed by default); or a plain text. */
function readSection(item: Item, reading: FieldReading): Section[] {
  const field = toFields(item);
  const heading = field ? readLocalized(field('heading'), reading) : [];
  const text = readLocalized(field?.('text') ?? item, reading, asParagraphs);
  if (text.length) return [{heading, text, html: null}];
  const source = field ? readLocalized(field('html'), reading, withWords) : [];
  if (field && source.length) {
    const base = readAddress(field('base'), reading) || reading.address;
    return [
      {heading, text: source.map(({lang, text: html}) => ({lang, text: htmlToText(html)})), html: {source, base}},
    ];
  }
  reading.warn('empty-section', item);
  return [];
}

/** HTML as it is; `''` where nobody would read anything. */
const withWords = (html: string) => (htmlToText(html) ? html : '');
