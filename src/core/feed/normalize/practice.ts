import {memoize} from '../../memoize.js';
import type {Period, Practice} from '../../practice.js';
import {toFields, toItems, type Item} from '../json-value.js';
import {readFacetValues, type FacetField} from './facets.js';
import {readAddress, readContact, readImage, readLinks} from './links.js';
import {readPeriod} from './period.js';
import {readPlaces} from './places.js';
import {deriveId, readId} from './practice-id.js';
import {readSameHostUrl} from './safe-url.js';
import {readSections} from './sections.js';
import {limitText, readLanguage, readLocalized, readText, type FieldReadContext, type TextContext} from './text.js';
import type {TopicRegistry} from './topics.js';

/** What the readers of one feed share. */
export interface ReadContext extends FieldReadContext {
  readonly topics: TopicRegistry;
  readonly facets: readonly FacetField[];
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
}

type Field = (key: string) => Item;

/** Reads a record; null if there is nothing to show. Its id may not be unique in its feed. */
export function readPractice(record: Item, context: ReadContext): Practice | null {
  const {language, topics, warn} = context;
  const field = toFields(record);
  if (!field) {
    warn('not-a-record', record);
    return null;
  }
  const titleLanguage = readLanguage(field('titleLang'), warn) || language;
  const title = readLocalized(field('title'), {warn, language: titleLanguage}, 'title');
  if (!title.length) {
    warn('no-title', record);
    return null;
  }
  const places = readPlaces(field, context);
  return {
    id: readId(field('id'), context) || deriveId(title, places),
    title,
    places,
    period: readWhen(field, context),
    topics: topics.read(field('topics')),
    facets: readFacetValues(record, context.facets, context),
    ...readBody(field, context),
    updated: readDate(field('updated'), context),
    details: readSameHostUrl(field('details'), context),
    sources: [],
  };
}

/** The content of a practice that may load later than the rest. */
export type Body = Pick<Practice, 'summary' | 'sections' | 'url' | 'image' | 'links' | 'contact'>;

export const readBody = (field: Field, context: FieldReadContext): Body => ({
  summary: readLocalized(field('summary'), context, 'summary'),
  sections: readSections(field('sections'), context),
  url: readAddress(field('url'), context),
  image: readImage(field('image'), context),
  links: readLinks(field('links'), context),
  contact: readContact(field('contact'), context),
});

/** An ISO 8601 date, with or without a time; also a month or a year. */
export const isDate = (text: string): boolean => /^\d{4}(?:-\d\d(?:-\d\d(?:T\S+)?)?)?$/.test(text);

/** Reads when a record or the feed was changed last. Any other text gets a warning, and is kept. */
export function readDate(item: Item, context: TextContext): string {
  const text = readText(item, context, 'remark');
  if (text && !isDate(text)) context.warn('bad-date', {...item, value: text}, 'kept');
  return text;
}

const spanOf = memoize(readPeriod);

/** The period; otherwise a year or a list of years, as databases have them. */
function readWhen(field: Field, context: TextContext): Period {
  const textOf = (key: string) => {
    const texts = toItems(field(key)).map((item) => readText(item, context, 'period'));
    return limitText({...field(key), value: texts.filter(Boolean).join(', ')}, context, 'period');
  };
  const text = textOf('period') || textOf('years') || textOf('year');
  const span = spanOf(text);
  if (text && !span.from && !span.to && !span.ongoing) {
    context.warn('unknown-period', {...field('period'), value: text}, 'kept');
  }
  return {text, ...span};
}
