import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Place, Practice} from '../../practice.js';
import {escapeMarkup} from '../../text/html-text.js';
import {unlessEmpty} from '../json-value.js';
import {isDate} from '../normalize/practice.js';
import {countriesOf, linkTo, titleOf, type Channel} from './channel.js';
import {toJson} from './native-json.js';

/**
 * Writes practices as GeoJSON (RFC 7946) for maps: a feature each, with flat properties. A practice
 * without a location has no geometry, which the format allows.
 */
export function writeGeoJson(channel: Channel): string {
  return `${toJson({
    type: 'FeatureCollection',
    title: escapeMarkup(titleOf(channel)),
    language: channel.language || undefined,
    features: channel.practices.map((practice) => toFeature(practice, channel)),
  })}\n`;
}

function toFeature(practice: Practice, {labels, page}: Channel) {
  const {id, period, places, sections, summary, title, topics, updated} = practice;
  const inWords = (text: LocalizedText) => translationFor(text, labels.language).text;
  const written = (text: string) => escapeMarkup(text) || undefined;
  const names = (values: readonly string[]) => {
    const listed = values.filter(Boolean).map(escapeMarkup);
    return listed.length > 1 ? listed : listed[0];
  };
  const texts = sections.flatMap(({heading, text}) => [inWords(heading), inWords(text)]).filter(Boolean);
  return {
    type: 'Feature',
    id,
    geometry: toGeometry(places),
    properties: {
      id,
      title: written(inWords(title)),
      city: names(places.map(({city}) => city)),
      country: names(countriesOf(places.map(({country}) => labels.of('country', country).text))),
      period: written(period.text),
      topics: unlessEmpty(topics.map((topic) => escapeMarkup(labels.of('topic', topic).text))),
      summary: written(inWords(summary)),
      text: written(texts.join('\n\n')),
      url: linkTo(practice, page) || undefined,
      updated: isDate(updated) ? updated : undefined,
    },
  };
}

/** GeoJSON has the longitude first. */
function toGeometry(places: readonly Place[]) {
  const points = places.flatMap(({location}) => (location ? [[location[1], location[0]]] : []));
  if (!points.length) return null;
  return points.length > 1 ? {type: 'MultiPoint', coordinates: points} : {type: 'Point', coordinates: points[0]};
}
