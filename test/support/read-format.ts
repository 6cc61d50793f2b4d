import {FeedError} from '../../src/core/feed/feed-error.js';
import type {Feed, RawFeed} from '../../src/core/feed/feed.js';
import {readDocument} from '../../src/core/feed/formats/read-document.js';
import {normalize} from '../../src/core/feed/normalize/normalize.js';
import {parseFeed} from '../../src/core/feed/parse.js';
import type {LocalizedText, Practice} from '../../src/core/practice.js';

/** Where a file of test/fixtures/formats is; not with its name in a template, for what builds the tests looks into one folder for such. */
export const fixture = (path: string) => new URL(path, new URL('../fixtures/formats/own.json', import.meta.url)).href;

export const ADDRESS = 'https://city.example/en/jsonapi/practices';

/** Reads bytes, a text, or a value that becomes JSON. The format is detected unless it is named. */
export function readRaw(document: unknown, format?: string): RawFeed {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const bytes = document instanceof Uint8Array ? document : new TextEncoder().encode(text);
  const chunks = [new Uint8Array(bytes)];
  return readDocument(parseFeed({address: ADDRESS, charset: '', chunks}, format).content, ADDRESS, format);
}

export const readFeed = (document: unknown, format?: string): Feed => normalize(readRaw(document, format));

/** The one practice of a document, in words: without what says in which language they are. */
export function readOne(document: unknown, format?: string): ReturnType<typeof inWords> {
  const {practices} = readFeed(document, format);
  if (practices.length !== 1) throw new Error(`${practices.length} practices`);
  return inWords(practices[0]!);
}

export function errorOf(document: unknown, format?: string): FeedError {
  try {
    readRaw(document, format);
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  throw new Error('was read');
}

export function inWords(practice: Practice) {
  const {image, period, sections, summary, title} = practice;
  const words = (text: LocalizedText) => text.map((translation) => translation.text).join('\n');
  return {
    ...practice,
    title: words(title),
    summary: words(summary),
    // as a range of dates is written, or as a city writes it
    period: {...period, text: period.text.replace(' – ', '-')},
    sections: sections.map(({heading, text}) => [words(heading), words(text)]),
    image: image && {src: image.src, alt: words(image.alt)},
  };
}
