import {isObject} from '../json-value.js';
import type {RawFeed} from '../raw-feed.js';
import {fieldOf} from './field-names.js';
import {fieldsOf, listOf, mustBeList, textOf} from './json-fields.js';
import {toRecord, type RawRecord} from './to-record.js';

type Json = Readonly<Record<string, unknown>>;

export const isWordPress = (document: unknown): boolean => Array.isArray(document) && document.some(isPost);

const isPost = (value: unknown): value is Json =>
  isObject(value) && isObject(value['title']) && 'rendered' in value['title'];

/**
 * Reads what the REST API of WordPress gives of posts, pages or a type of the site's own: `/wp-json/wp/v2/posts?_embed`. City, country and
 * period are custom fields (`meta`, `acf`, or the site's own) or taxonomies of such names. The date of a post is that of its
 * publication, and left out.
 */
export function readWordPress(document: unknown, address: string): RawFeed {
  const posts = mustBeList(document, address, 'an answer of WordPress', 'of posts');
  return {address, records: posts.map((post) => (isPost(post) ? readPost(post) : post)), pointer: ''};
}

function readPost(post: Json): RawRecord {
  const {_embedded, acf, content, excerpt, id, link, meta, slug, title, ...rest} = post;
  const embedded = fieldsOf(_embedded);
  return toRecord([
    // in Latin letters, or its number: others are written as %D0%BF
    ['id', typeof slug === 'string' && slug && !slug.includes('%') ? slug : id],
    ['title', title],
    ['url', link],
    // themes put a link behind it: “Continue reading”
    ['summary', textOf(fieldsOf(excerpt)['rendered']).replace(/<a\s[^<>]*more-link[^]*/, '')],
    ['sections', content],
    ['image', readMedia(embedded['wp:featuredmedia'])],
    ...readTerms(embedded['wp:term']),
    // a field whose name begins with “_” is hidden from editors only
    ...[{...rest, date: undefined, _links: undefined}, meta, acf].flatMap((fields) =>
      Object.entries(fieldsOf(fields))
        .filter(([, value]) => !isIds(value))
        .map(([name, value]): [string, unknown] => [name.replace(/^_/, ''), value]),
    ),
  ]);
}

/** The terms that a post has, by their numbers: their names are in what is embedded. */
const isIds = (value: unknown) => Array.isArray(value) && value.every(Number.isInteger);

/** Terms of any taxonomy are topics, but where it is called as one of our fields; not what every post has that was given none. */
function readTerms(groups: unknown): [string, unknown][] {
  return listOf(groups)
    .flatMap(listOf)
    .filter(isObject)
    .filter(({slug, taxonomy}) => slug !== 'uncategorized' && taxonomy !== 'post_format')
    .map(({name, taxonomy}) => [fieldOf(textOf(taxonomy)) ? textOf(taxonomy) : 'topics', [name]]);
}

/** Not the picture as it was uploaded, which may have megabytes. */
function readMedia(list: unknown): unknown {
  const [media] = listOf(list);
  if (!isObject(media) || !media['source_url']) return undefined;
  const sizes = fieldsOf(fieldsOf(media['media_details'])['sizes']);
  const size = sizes['medium_large'] ?? sizes['large'];
  return {src: fieldsOf(size)['source_url'] ?? media['source_url'], alt: media['alt_text']};
}
