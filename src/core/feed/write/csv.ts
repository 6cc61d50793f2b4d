import {attributeValues} from '../../attribute-values.js';
import {translationFor} from '../../localized-text.js';
import type {OwnFacet} from '../../own-facets.js';
import type {LocalizedText, Practice} from '../../practice.js';
import type {Labels} from '../../search/labels.js';
import {escapeMarkup} from '../../text/html-text.js';
import {guardFormulas} from '../formula-guard.js';
import {isAmbiguousNumber} from '../normalize/facets.js';

/** The columns have the names of our own format, or names that `readCsv` knows. */
const columns = [
  'id',
  'title',
  'city',
  'country',
  'period',
  'topics',
  'summary',
  'text',
  'url',
  'image',
  'image alt',
  'links',
  'contact',
  'updated',
] as const;

/**
 * Writes practices as a table for spreadsheets (RFC 4180), in the language of `labels`: a row of
 * names, then one row each, with CRLF. Several values share a cell: places in order, topics and values
 * of the feed's own facets are separated by `; `, links and sections by lines. Each of these facets
 * has a column with its name. Begins with a byte order mark, by which Excel
 * recognizes UTF-8. No cell can be taken for a formula, with any separator that a spreadsheet may expect. `readCsv` and `normalize` read titles, ids
 * and addresses back unchanged.
 */
export function writeCsv(practices: readonly Practice[], labels: Labels, facets: readonly OwnFacet[] = []): string {
  const rows = practices.map((practice) => [
    ...toCells(practice, labels),
    ...facets.map(({name, type}) => {
      const values = attributeValues(practice, name, 0);
      return escapeMarkup(join('; ', type === 'number' ? values.map(withClearDot) : values));
    }),
  ]);
  return writeRows([[...columns, ...facets.map(({name}) => name)], ...rows]);
}

/** With one more zero, if the dot could separate thousands. */
const withClearDot = (number: string) => (isAmbiguousNumber(number) ? `${number}0` : number);

/** Writes rows of texts in the same form: with a byte order mark, CRLF, and no cell that could be taken for a formula. */
export const writeRows = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(toField).join(',')}\r\n`).join('')}`;

function toCells(practice: Practice, labels: Labels): string[] {
  const {contact, id, image, links, period, places, sections, summary, title, topics, updated, url} = practice;
  const inWords = (text: LocalizedText) => translationFor(text, labels.language).text;
  const cells: Record<(typeof columns)[number], string> = {
    id,
    title: inWords(title),
    city: join(
      '; ',
      places.map(({city}) => city),
    ),
    country: join('; ', [...new Set(places.map(({country}) => labels.of('country', country).text))]),
    period: period.text,
    topics: joinTopics(topics.map((topic) => labels.of('topic', topic).text)),
    summary: inWords(summary),
    text: join(
      '\n\n',
      sections.map(({heading, text}) => join('\n', [inWords(heading), inWords(text)])),
    ),
    url,
    // A bar separates addresses in a cell.
    image: image?.src.replaceAll('|', '%7C') ?? '',
    'image alt': image ? inWords(image.alt) : '',
    links: join(
      '\n',
      links.map((link) => (link.label === link.url ? link.url : `${link.label}: ${link.url}`)),
    ),
    contact: join(', ', Object.values(contact ?? {})),
    updated,
  };
  // Ids have no character references.
  return columns.map((column) => (column === 'id' ? id : escapeMarkup(cells[column])));
}

const join = (separator: string, texts: readonly string[]) => texts.filter(Boolean).join(separator);

/** Without a semicolon in the cell, a comma separates topics. So one ends a single topic with a comma. */
const joinTopics = (topics: readonly string[]) =>
  join('; ', topics) + (topics.length === 1 && topics[0]!.includes(',') ? ';' : '');

/** Quotes a field in which nothing can be taken for a formula. `readCsv` removes both. */
const toField = (text: string) => `"${guardFormulas(text).replaceAll('"', '""')}"`;
