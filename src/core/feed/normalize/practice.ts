import {memoize} from '../../memoize.js';
import type {Period, Practice} from '../../practice.js';
import {toFields, toItems, type Item} from '../json-value.js';
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
  /** The ids that records have given so far. */
  readonly givenIds: Set<string>;
}

type Field = (key: string) => Item;

/** One record to a practice; null where there is nothing to show. Its id may not be unique in its feed. */
export function readPractice(record: Item, reading: ReadContext): Practice | null {
  const {language, topics, warn} = reading;
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
  const places = readPlaces(field, reading);
  return {
    id: readId(field('id'), reading) || deriveId(title, places),
    title,
    places,
    period: readWhen(field, reading),
    topics: topics.read(field('topics')),
    ...readBody(field, reading),
    details: readSameHostUrl(field('details'), reading),
    sources: [],
  };
}

/** What there is to read and to see, all of which may come later than the rest. */
export type Body = Pick<Practice, 'summary' | 'sections' | 'url' | 'image' | 'links' | 'contact'>;

export const readBody = (field: Field, reading: FieldReadContext): Body => ({
  summary: readLocalized(field('summary'), reading, 'summary'),
  sections: readSections(field('sections'), reading),
  url: readAddress(field('url'), reading),
  image: readImage(field('image'), reading),
  links: readLinks(field('links'), reading),
  contact: readContact(field('contact'), reading),
});

const spanOf = memoize(readPeriod);

/** The period; or, as it comes out of a database, a year or a list of years. */
function readWhen(field: Field, wording: TextContext): Period {
  const textOf = (key: string) => {
    const texts = toItems(field(key)).map((item) => readText(item, wording, 'period'));
    return limitText({...field(key), value: texts.filter(Boolean).join(', ')}, wording, 'period');
  };
  const text = textOf('period') || textOf('years') || textOf('year');
  const span = spanOf(text);
  if (text && !span.from && !span.to && !span.ongoing) {
    wording.warn('unknown-period', {...field('period'), value: text}, 'kept');
  }
  return {text, ...span};
}
