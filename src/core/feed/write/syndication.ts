import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Practice} from '../../practice.js';
import {escapeHtml, escapeMarkup} from '../../text/html-text.js';
import {OWN_ID} from '../formats/syndication.js';
import {writeParagraphs, writeSections} from './article.js';
import {
  countriesOf,
  languagesOf,
  lastChange,
  linkInto,
  linkTo,
  momentOf,
  titleOf,
  type Channel,
  type LinkedChannel,
} from './channel.js';
import {emptyElement, parentElement, textElement} from './xml.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Feed readers ignore these elements. The widget reads them again. */
const namespaces = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:georss': 'http://www.georss.org/georss',
  'xmlns:gp': 'https://unpkg.com/good-practice-browser/dist/feed.schema.json',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/**
 * Writes practices as RSS 2.0. An item has a date only if its practice has one, with a day.
 */
export function writeRss(channel: LinkedChannel): string {
  const {info, language, page, practices, refinements, url} = channel;
  const title = titleOf(channel);
  const content = parentElement('channel', [
    textElement('title', escapeMarkup(title)),
    textElement('link', linkInto(page, {refinements})),
    textElement('description', escapeMarkup(title)),
    textElement('language', language),
    textElement('copyright', info.license),
    textElement('lastBuildDate', lastChange(channel)?.toUTCString() ?? ''),
    textElement('generator', 'good-practice-browser'),
    url && emptyElement('atom:link', {href: url, rel: 'self', type: 'application/rss+xml'}),
    ...practices.map((practice) => writeItem(practice, channel)),
  ]);
  const attributes = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    ...namespaces,
  };
  return `${DECLARATION}${parentElement('rss', [content], attributes)}\n`;
}

function writeItem(practice: Practice, channel: LinkedChannel): string {
  const {labels, page} = channel;
  const {id, summary, title, topics, updated} = practice;
  return parentElement('item', [
    textElement(OWN_ID, id),
    textElement('title', escapeMarkup(translationFor(title, labels.language).text)),
    textElement('link', linkTo(practice, page)),
    textElement('guid', id, {isPermaLink: 'false'}),
    textElement('pubDate', momentOf(updated)?.toUTCString() ?? ''),
    ...topics.map((topic) => textElement('category', escapeMarkup(labels.of('topic', topic).text))),
    textElement('description', writeSummary(summary, channel)),
    textElement('content:encoded', writeContent(practice, channel)),
    ...writeExtensions(practice, channel),
  ]);
}

/**
 * Writes practices as Atom 1.0, which demands a date for each: a practice without one has that of
 * the feed.
 */
export function writeAtom(channel: LinkedChannel): string {
  const {info, labels, language, now, page, practices, refinements, url} = channel;
  const changed = (lastChange(channel) ?? now).toISOString();
  const list = linkInto(page, {refinements});
  const entries = practices.map((practice) => writeEntry(practice, changed, channel));
  const author = translationFor(info.title, labels.language).text || titleOf(channel);
  const children = [
    textElement('title', titleOf(channel)),
    textElement('id', url || list),
    textElement('updated', changed),
    parentElement('author', [textElement('name', author)]),
    emptyElement('link', {href: list}),
    url && emptyElement('link', {href: url, rel: 'self', type: 'application/atom+xml'}),
    textElement('rights', info.license),
    textElement('generator', 'good-practice-browser'),
    ...entries,
  ];
  const attributes = {xmlns: 'http://www.w3.org/2005/Atom', ...namespaces, 'xml:lang': language};
  return `${DECLARATION}${parentElement('feed', children, attributes)}\n`;
}

function writeEntry(practice: Practice, changed: string, channel: LinkedChannel): string {
  const {labels, page} = channel;
  const {id, summary, title, topics, updated} = practice;
  const html = {type: 'html'};
  const children = [
    textElement(OWN_ID, id),
    textElement('title', escapeHtml(translationFor(title, labels.language).text), html),
    // The practice keeps this id in the feeds of all filters.
    textElement('id', linkInto(page, {open: [id]})),
    emptyElement('link', {href: linkTo(practice, page)}),
    textElement('updated', momentOf(updated)?.toISOString() ?? changed),
    ...topics.map((topic) =>
      emptyElement('category', {term: topic, label: escapeMarkup(labels.of('topic', topic).text)}),
    ),
    textElement('summary', writeSummary(summary, channel), html),
    textElement('content', writeContent(practice, channel), html),
    ...writeExtensions(practice, channel),
  ];
  return parentElement('entry', children, {'xml:lang': languagesOf(practice, channel).language});
}

/** As HTML. */
const writeSummary = (summary: LocalizedText, {labels}: Channel) =>
  escapeHtml(translationFor(summary, labels.language).text);

/** Summary and full text. Feed readers show one or the other. `''` without a full text. */
function writeContent(practice: Practice, {labels: {language}}: Channel): string {
  const sections = writeSections(practice, language);
  return sections && writeParagraphs(practice.summary, language) + sections;
}

/** What neither format has a place for. */
function writeExtensions(practice: Practice, channel: Channel): string[] {
  const {image, period, places} = practice;
  const {language, titleLang} = languagesOf(practice, channel);
  const [place, ...others] = places;
  return [
    textElement('dc:language', language),
    textElement('gp:titleLang', titleLang),
    textElement('gp:city', join(places.map(({city}) => city))),
    textElement('gp:country', join(countriesOf(places.map(({country}) => country)))),
    textElement('gp:period', escapeMarkup(period.text)),
    // A feed has one location for an item.
    place?.location && !others.length ? textElement('georss:point', place.location.join(' ')) : '',
    image ? emptyElement('media:content', {url: image.src, medium: 'image'}) : '',
  ];
}

const join = (names: readonly string[]) => names.filter(Boolean).map(escapeMarkup).join('; ');
