// Flat records of text, as a developer would make them from the feed for a search library.
import {normalize} from '../../src/core/feed/normalize/normalize.ts';
import {readNativeJson} from '../../src/core/feed/formats/native-json.ts';
import {createLabels} from '../../src/core/search/labels.ts';

/** However many practices there are. */
export const readFeed = (json, address) => normalize(readNativeJson(json, address), {maxPractices: Infinity});

/**
 * @typedef {object} Document What the peers search, and the queries are made from.
 * @property {number} id its position in the feed
 * @property {string} title
 * @property {string} city
 * @property {string} country in English
 * @property {string} topics in English
 * @property {string} period
 * @property {string} text summary and sections
 */

const textOf = (localized) => localized.map(({text}) => text).join(' ');

/** @returns {Document[]} */
export function toDocuments({practices, topics}) {
  const labels = createLabels(topics, 'en');
  return practices.map((practice, id) => ({
    id,
    title: textOf(practice.title),
    city: practice.places.map(({city}) => city).join(', '),
    country: practice.places.map(({country}) => labels.of('country', country).text).join(', '),
    topics: practice.topics.map((topic) => labels.of('topic', topic).text).join(', '),
    period: practice.period.text,
    text: [
      textOf(practice.summary),
      ...practice.sections.map(({heading, text}) => `${textOf(heading)}\n${textOf(text)}`),
    ]
      .filter(Boolean)
      .join('\n'),
  }));
}
