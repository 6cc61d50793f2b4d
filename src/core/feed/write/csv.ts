import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Practice} from '../../practice.js';
import type {Labels} from '../../search/labels.js';

/** The columns: the names of our own feed format. */
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
  'links',
  'contact',
] as const;

/**
 * Practices as a table for spreadsheets (RFC 4180), in the language of `labels`: one row each under a row of names, lines ended by
 * CRLF. What a practice has several of stands in one cell: places in their order and topics with `; ` between them, links and sections
 * by line. Begins with a byte order mark, by which Excel knows UTF-8; no cell is taken for a formula.
 */
export function writeCsv(practices: readonly Practice[], labels: Labels): string {
  const rows = practices.map((practice) => toCells(practice, labels));
  return `\uFEFF${[columns, ...rows].map((cells) => `${cells.map(toField).join(',')}\r\n`).join('')}`;
}

function toCells(practice: Practice, labels: Labels): string[] {
  const {contact, id, links, period, places, sections, summary, title, topics, url} = practice;
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
    topics: join(
      '; ',
      topics.map((topic) => labels.of('topic', topic).text),
    ),
    summary: inWords(summary),
    text: join(
      '\n\n',
      sections.map(({heading, text}) => join('\n', [inWords(heading), inWords(text)])),
    ),
    url,
    links: join(
      '\n',
      links.map((link) => (link.label === link.url ? link.url : `${link.label}: ${link.url}`)),
    ),
    contact: join(', ', Object.values(contact ?? {})),
  };
  return columns.map((column) => cells[column]);
}

const join = (separator: string, texts: readonly string[]) => texts.filter(Boolean).join(separator);

/**
 * A quoted field, so that no separator of whatever locale cuts it. What a spreadsheet takes for the beginning of a formula (also in
 * its wide forms) gets an apostrophe before it, which spreadsheets take for “this is text”, and `readCsv` takes
 * away; so does what begins with such an apostrophe by itself.
 */
const toField = (text: string) => `"${text.replace(/^['\s]*[=+\-@＝＋－＠\t\r]/, "'$&").replaceAll('"', '""')}"`;
