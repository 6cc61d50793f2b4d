import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Period, Place, Practice} from '../../practice.js';
import type {Labels} from '../../search/labels.js';
import {escapeHtml} from '../../text/html-text.js';
import {unlessEmpty} from '../json-value.js';
import {langAttribute} from './article.js';

/**
 * Writes practices as an HTML list to put between the tags of the widget, for search engines and
 * for readers without scripts. Each has its title (a link if there is an address), place and
 * period, and summary, in the language of `labels` if it is available.
 */
export function writeStaticHtml(practices: readonly Practice[], labels: Labels): string {
  const items = practices.map((practice) => `  <li>\n${linesOf(practice, labels).join('\n')}\n  </li>\n`);
  return `<ul>\n${items.join('')}</ul>\n`;
}

/** Each place of a practice in words, once. */
export const placesOf = ({places}: Practice, labels: Labels): string[] =>
  [
    ...new Set(places.map(({city, country}) => [city, labels.of('country', country).text].filter(Boolean).join(', '))),
  ].filter(Boolean);

function linesOf(practice: Practice, labels: Labels): string[] {
  const {period, summary, title, url} = practice;
  const name = inWords('span', title, labels.language);
  const when = [...placesOf(practice, labels), period.text].filter(Boolean).join('; ');
  return [
    `    ${url ? `<a href="${escapeHtml(url)}">${name}</a>` : `<b>${name}</b>`}`,
    when && `    <br />${escapeHtml(when)}`,
    summary.length ? `    ${inWords('p', summary, labels.language)}` : '',
  ].filter(Boolean);
}

/**
 * A text in an element with its language, if this is not the language of the list. A `span` without
 * a language is omitted.
 */
function inWords(tag: 'span' | 'p', text: LocalizedText, language: string): string {
  const translation = translationFor(text, language);
  const attributes = langAttribute(translation, language);
  const words = escapeHtml(translation.text);
  return tag === 'span' && !attributes ? words : `<${tag}${attributes}>${words}</${tag}>`;
}

/**
 * Writes practices as JSON-LD for search engines: an `ItemList` of `CreativeWork`s (schema.org).
 * Safe in `<script type="application/ld+json">`: nothing in it closes the tag or begins a comment.
 */
export function writeJsonLd(practices: readonly Practice[], labels: Labels): string {
  const list = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    numberOfItems: practices.length,
    itemListElement: practices.map((practice, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      item: toWork(practice, labels),
    })),
  };
  return toScriptJson(list);
}

/** JSON that is safe in a `script`: nothing in it closes the tag or begins a comment. */
export const toScriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A practice for schema.org. Unknown values are `undefined`, which is not written. */
export function toWork({image, period, places, summary, title, topics, url}: Practice, labels: Labels) {
  const {lang, text} = translationFor(title, labels.language);
  return {
    '@type': 'CreativeWork',
    name: text,
    inLanguage: lang || undefined,
    description: translationFor(summary, labels.language).text || undefined,
    url: url || undefined,
    image: image?.src,
    temporalCoverage: toInterval(period),
    contentLocation: unlessEmpty(places.map(toPlace)),
    keywords: unlessEmpty(topics.map((topic) => labels.of('topic', topic).text)),
  };
}

const toPlace = ({city, country, location}: Place) => ({
  '@type': 'Place',
  address: {'@type': 'PostalAddress', addressLocality: city || undefined, addressCountry: country || undefined},
  geo: location ? {'@type': 'GeoCoordinates', latitude: location[0], longitude: location[1]} : undefined,
});

/** An ISO 8601 interval; `..` is an open end. */
function toInterval({from, ongoing, to}: Period): string | undefined {
  if (from === to && from !== null) return String(from);
  return from === null && to === null ? undefined : `${from ?? '..'}/${ongoing ? '..' : (to ?? '..')}`;
}
