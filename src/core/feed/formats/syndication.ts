import {htmlToText} from '../../text/html-text.js';
import {FeedError} from '../feed-error.js';
import type {RawFeed} from '../feed.js';
import {textOf} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {explainPlainPermalinks} from '../wordpress-address.js';
import {fieldOf} from './field-names.js';
import {toPlain} from './field-values.js';
import {toRecord, type Entry, type RawRecord} from './to-record.js';
import {readPostContent, readPostSummary} from './wordpress-content.js';
import {absolute, parseXml, type XmlElement} from './xml.js';

/** A description with more characters is the full text, not a summary. */
const MAX_SUMMARY_LENGTH = 300;
/**
 * The element with the id of a practice in feeds that `convert` writes. There, it comes before the
 * id of the item, which is an address in Atom.
 */
export const OWN_ID = 'gp:id';
/** How PHP begins a warning in a page, and its text: “Undefined variable $city in …”. */
const PHP_WARNING = /<b>(?:Deprecated|Notice|Warning|Fatal error|Parse error)<\/b>: *([^<]*)/;
/** The beginning of a description that is converted to measure its length. */
const MAX_MARKUP_LENGTH = 100_000;
/**
 * “The post … appeared first on …”: WordPress adds it to each text, in the language of the site. A
 * paragraph with two links.
 */
const FOOTER = /<p>[^<>]{2,60}<a\s[^<>]*>[^<>]*<\/a>[^<>]{2,60}<a\s[^<>]*>[^<>]*<\/a>\.?<\/p>\s*$/;

/**
 * Reads RSS (also 1.0) and Atom. The date of an item is that of its publication, so it is ignored.
 * Elements of any namespace count (`city`, `country`, `period` …).
 */
export function readSyndication(content: unknown, address: string, isOwn: IsOwnField): RawFeed {
  const text = typeof content === 'string' ? content : '';
  const root = findRoot(parseXml(text, address));
  if (!root) throw new FeedError('not-a-feed', explainNoFeed(text.slice(0, 5000), address));
  const channel = channelOf(root);
  const textIn = (name: string) => childOf(channel, name)?.text.trim() ?? '';
  const language = textIn('language') || channel.language;
  const next = channel.children.find((child) => localName(child) === 'link' && child.attributes.get('rel') === 'next');
  const isWordPress = /\bwordpress\.org\b/.test(textIn('generator'));
  const updated = [textIn('updated'), textIn('lastBuildDate'), textIn('pubDate')].find(Boolean) ?? '';
  return {
    address,
    title: toPlain(toValue(childOf(channel, 'title'))),
    language,
    updated: toDate(updated),
    records: itemsOf(root).map((item) => readItem(item, language, isWordPress, isOwn)),
    pointer: '',
    ...(isWordPress && {system: 'wordpress-rss'}),
    ...(next && {next: absolute(next.attributes.get('href'), next.base)}),
  };
}

/** The names of the elements with a content in the items of a feed, as they are written. */
export function syndicationNames(text: string): string[] {
  const root = findRoot(parseXml(text, ''));
  const elements = root ? itemsOf(root).flatMap(({children}) => children) : [];
  return elements.filter(({inner}) => inner.trim()).map(({name}) => name);
}

const isAtom = (root: XmlElement) => localName(root) === 'feed';

const channelOf = (root: XmlElement) => (isAtom(root) ? root : (childOf(root, 'channel') ?? root));

/** In RSS 1.0 the items are beside the channel. */
function itemsOf(root: XmlElement): XmlElement[] {
  const name = isAtom(root) ? 'entry' : 'item';
  return [...new Set([...channelOf(root).children, ...root.children])].filter((child) => localName(child) === name);
}

/** There may be warnings of a server before the page. */
/** What the beginning of a document shows that is neither RSS nor Atom. */
function explainNoFeed(beginning: string, address: string): string {
  const warning = PHP_WARNING.exec(beginning)?.[1];
  if (warning)
    return `${address} begins with a message of PHP: “${warning.trim()}”. Correct its cause, or turn off display_errors on the server.`;
  const plain = /<html[\s>]/i.test(beginning) && explainPlainPermalinks(address);
  return plain
    ? `${address} is a web page, not a feed. Perhaps it is ${plain}`
    : `${address} is not RSS or Atom. Perhaps it is a login page or an error page: open it in a private browser window.`;
}

function readItem(item: XmlElement, language: string, isWordPress: boolean, isOwn: IsOwnField): RawRecord {
  const entries = item.children.flatMap(readField);
  const hasContent = entries.some(([name]) => fieldOf(name)?.field === 'sections');
  const isOurs = item.children.some(({name}) => name === OWN_ID);
  const itsLanguage = childOf(item, 'title')?.language || item.language;
  if (itsLanguage && itsLanguage !== language) entries.push(['language', itsLanguage]);
  if (isWordPress && hasContent) return toRecord(readPost(entries), isOwn, entryOf(entries, 'url'));
  return toRecord(
    entries.map(([name, value]) =>
      name === 'description' &&
      !hasContent &&
      !isOurs &&
      htmlToText((value as string).slice(0, MAX_MARKUP_LENGTH)).length > MAX_SUMMARY_LENGTH
        ? ['content', value]
        : [name, value],
    ),
    isOwn,
    (childOf(item, 'content') ?? item).base,
  );
}

/** A post of WordPress, with the text that its REST API has as well. */
function readPost(entries: readonly Entry[]): Entry[] {
  const content = entryOf(entries, 'content');
  return entries.map(([name, value]) => {
    if (name === 'description') return [name, readPostSummary(textOf(value), content)];
    return name === 'content' ? [name, readPostContent(content)] : [name, value];
  });
}

const entryOf = (entries: readonly Entry[], name: string) => textOf(entries.find((entry) => entry[0] === name)?.[1]);

/** The fields in an element of an item, with names that `toRecord` knows. */
function readField(element: XmlElement): Entry[] {
  const {attributes, base, name, text} = element;
  const address = (attribute: string) => absolute(attributes.get(attribute), base);
  const type = attributes.get('type') ?? attributes.get('medium') ?? '';
  switch (name) {
    case OWN_ID:
      return [['id', text.trim()]];
    case 'dc:date':
    case 'pubDate':
      return [['updated', toDate(text)]];
    case 'content:encoded':
      return [['content', toValue(element)]];
    case 'media:group':
      return element.children.flatMap(readField);
    case 'media:thumbnail':
      return [['thumbnail', address('url')]];
    case 'media:content':
      return isImage(type, address('url')) ? [['image', address('url')]] : [];
    case 'enclosure':
      return isImage(type, '') ? [['image', address('url')]] : [];
  }
  if (/^(?:media|itunes|slash|sy|thr|wfw):/.test(name)) return [];
  switch (localName(element)) {
    case 'link': {
      const href = attributes.has('href') ? address('href') : absolute(text.trim(), base);
      const rel = attributes.get('rel') ?? 'alternate';
      if (rel === 'enclosure' && isImage(type, '')) return [['image', href]];
      return rel === 'alternate' ? [['url', href]] : [];
    }
    case 'category':
      // In a list, so that a comma in it does not separate.
      return [['category', [attributes.get('label') || text.trim() || attributes.get('term')]]];
    case 'guid':
    case 'id':
      return [['id', toId(text)]];
  }
  return [[localName(element), toValue(element)]];
}

const isImage = (type: string, address: string) =>
  type ? type.startsWith('image') : /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)/i.test(address);

/**
 * Text, or HTML if there is markup in it: in CDATA, in character references or, as in XHTML, as
 * elements.
 */
function toValue(element: XmlElement | undefined): string {
  if (!element) return '';
  return (element.children.length ? element.inner : element.text).replace(FOOTER, '').trim();
}

/**
 * The last part of an address, which is a better id: `12` for `https://city.example/?p=12`, and for
 * `12 at https://…` of Drupal.
 */
export function toId(text: string): string {
  const parts = text
    .replace(/ at http.*/, '')
    .trim()
    .split(/[/:?#=&]+/);
  return parts.filter(Boolean).at(-1) ?? '';
}

/** Converts a date of RFC 822 to a day of ISO 8601. */
function toDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

const localName = ({name}: XmlElement) => name.slice(name.indexOf(':') + 1);

const childOf = (parent: XmlElement, name: string) =>
  parent.children.find((child) => child.name === name) ?? parent.children.find((child) => localName(child) === name);

/** The root of the feed. Servers write warnings before it, with tags that are not closed. */
function findRoot(element: XmlElement): XmlElement | undefined {
  if (/^(?:rss|feed|RDF)$/.test(localName(element))) return element;
  for (const child of element.children) {
    const found = findRoot(child);
    if (found) return found;
  }
  return undefined;
}
