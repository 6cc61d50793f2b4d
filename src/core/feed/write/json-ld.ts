import {translationFor} from '../../localized-text.js';
import type {Period, Place, Practice} from '../../practice.js';
import type {Labels} from '../../search/labels.js';

/**
 * Practices as JSON-LD for search engines: an `ItemList` of `CreativeWork`s in the words of schema.org. Safe between the tags of a
 * `<script type="application/ld+json">`: nothing in it closes the tag or begins a comment.
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
  return JSON.stringify(list).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What is not known is `undefined`, which is not written. */
function toWork({image, period, places, summary, title, topics, url}: Practice, labels: Labels) {
  const {lang, text} = translationFor(title, labels.language);
  return {
    '@type': 'CreativeWork',
    name: text,
    inLanguage: lang || undefined,
    description: translationFor(summary, labels.language).text || undefined,
    url: url || undefined,
    image: image?.src,
    temporalCoverage: toInterval(period),
    contentLocation: some(places.map(toPlace)),
    keywords: some(topics.map((topic) => labels.of('topic', topic).text)),
  };
}

const toPlace = ({city, country, location}: Place) => ({
  '@type': 'Place',
  address: {'@type': 'PostalAddress', addressLocality: city || undefined, addressCountry: country || undefined},
  geo: location ? {'@type': 'GeoCoordinates', latitude: location[0], longitude: location[1]} : undefined,
});

/** An ISO 8601 interval; `..` is an end that is not there. */
function toInterval({from, ongoing, to}: Period): string | undefined {
  if (from === to && from !== null) return String(from);
  return from === null && to === null ? undefined : `${from ?? '..'}/${ongoing ? '..' : (to ?? '..')}`;
}

const some = <T>(list: readonly T[]) => (list.length ? list : undefined);
