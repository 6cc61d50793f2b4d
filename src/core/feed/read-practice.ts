import type {LocalizedText, Period, Practice, Section} from '../practice.js';
import type {Warn} from './feed-warnings.js';
import {describe, toFields, toItems, type Item} from './json-value.js';
import {readPeriod} from './period.js';
import {deriveId, readId} from './practice-id.js';
import {readAddress, readContact, readLinks} from './read-links.js';
import {readPlaces} from './read-places.js';
import {asHtml, asParagraphs, languageTag, readLanguage, readLocalized, readText} from './read-text.js';
import type {Reading} from './reading.js';

type Field = (key: string) => Item;

/** One record to a practice; null where there is nothing to show. Its id may not be unique in its feed. */
export function readPractice(record: Item, reading: Reading): Practice | null {
  const {language, warn} = reading;
  const field = toFields(record);
  if (!field) {
    warn('not-a-record', record.pointer, `A practice was expected, not ${describe(record.value)}. It was left out.`);
    return null;
  }
  const title = readTitle(field, reading);
  if (title.length === 0) {
    warn('no-title', record.pointer, 'This practice has no title. It was left out.');
    return null;
  }
  const places = readPlaces(field, warn);
  return {
    id: readId(field('id'), reading) || deriveId(title, places),
    title,
    summary: readLocalized(field('summary'), language, warn),
    places,
    period: readWhen(field, warn),
    topics: reading.topics.read(field('topics')),
    sections: toItems(field('sections')).flatMap((item) => readSection(item, reading)),
    url: readAddress(field('url'), reading),
    links: readLinks(field('links'), reading),
    contact: readContact(field('contact'), reading),
  };
}

function readTitle(field: Field, {language, warn}: Reading): LocalizedText {
  const titleLang = languageTag(field('titleLang').value) || language;
  // Quietly first: a title that is no text is a practice without a title, and that is said once.
  if (readLocalized(field('title'), titleLang, () => {}).length === 0) return [];
  readLanguage(field('titleLang'), warn);
  return readLocalized(field('title'), titleLang, warn);
}

/** The period; or, as it comes out of a database, a year or a list of years. */
function readWhen(field: Field, warn: Warn): Period {
  for (const item of ['period', 'years', 'year'].map(field)) {
    const text = toItems(item)
      .map((part) => readText(part, warn))
      .filter(Boolean)
      .join(', ');
    if (!text) continue;
    const span = readPeriod(text);
    if (span.from === null && span.to === null && !span.ongoing) {
      warn('unknown-period', item.pointer, `No year was found in ${describe(text)}. It is shown as it is.`, text);
    }
    return {text, ...span};
  }
  return {text: '', from: null, to: null, ongoing: false};
}

function readSection(item: Item, {language, warn}: Reading): Section[] {
  let isSaid = false;
  const say: Warn = (...doubt) => {
    isSaid = true;
    warn(...doubt);
  };
  const field = toFields(item);
  const heading = field ? readLocalized(field('heading'), language, say) : [];
  let text = readLocalized(field ? field('text') : item, language, say, asParagraphs);
  if (field && text.length === 0) text = readLocalized(field('html'), language, say, asHtml);
  if (text.length > 0) return [{heading, text}];
  if (!isSaid) warn('empty-section', item.pointer, 'This section has no text. It was left out.');
  return [];
}
