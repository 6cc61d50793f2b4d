import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, listOf, mustBeList, textOf, type JsonObject} from '../json-value.js';
import {fieldOf} from './field-names.js';
import {toRecord, type RawRecord} from './to-record.js';

export const isWordPress = (document: unknown): boolean => Array.isArray(document) && document.some(isPost);

const isPost = (value: unknown): value is JsonObject =>
  isObject(value) && isObject(value['title']) && 'rendered' in value['title'];

/**
 * Reads posts, pages or custom types of the WordPress REST API: `/wp-json/wp/v2/posts?_embed`.
 * City, country and period are custom fields (`meta`, `acf`, or fields of the site) or taxonomies
 * with these names. The date of a post is that of its publication, so it is ignored.
 */
export function readWordPress(document: unknown, address: string): RawFeed {
  const posts = mustBeList(document, address, 'an answer of WordPress', 'of posts');
  return {address, records: posts.map((post) => (isPost(post) ? readPost(post) : post)), pointer: ''};
}

function readPost(post: JsonObject): RawRecord {
  const {_embedded, acf, content, excerpt, id, link, meta, slug, title, ...rest} = post;
  const embedded = fieldsOf(_embedded);
  return toRecord([
    // A slug in Latin letters; otherwise the number, as other letters are written as %D0%BF.
    ['id', typeof slug === 'string' && slug && !slug.includes('%') ? slug : id],
    ['title', title],
    ['url', link],
    // Themes add a link such as “Continue reading”.
    ['summary', textOf(fieldsOf(excerpt)['rendered']).replace(/<a\s[^<>]*more-link[^]*/, '')],
    ['sections', content],
    ['image', readMedia(embedded['wp:featuredmedia'])],
    ...readTerms(embedded['wp:term']),
    // A “_” at the beginning only hides the field from editors.
    ...[{...rest, date: undefined, _links: undefined}, meta, acf].flatMap((fields) =>
      Object.entries(fieldsOf(fields))
        .filter(([, value]) => !isIds(value))
        .map(([name, value]): [string, unknown] => [name.replace(/^_/, ''), value]),
    ),
  ]);
}

/** Numbers of terms. Their names are in the embedded objects. */
const isIds = (value: unknown) => Array.isArray(value) && value.every(Number.isInteger);

/**
 * Terms are topics, unless the name of the taxonomy means one of our fields. WordPress gives
 * “uncategorized” to posts without a category.
 */
function readTerms(groups: unknown): [string, unknown][] {
  return listOf(groups)
    .flatMap(listOf)
    .filter(isObject)
    .filter(({slug, taxonomy}) => slug !== 'uncategorized' && taxonomy !== 'post_format')
    .map(({name, taxonomy}) => [fieldOf(textOf(taxonomy)) ? textOf(taxonomy) : 'topics', [name]]);
}

/** Not the original image, which may have megabytes. */
function readMedia(list: unknown): unknown {
  const [media] = listOf(list);
  if (!isObject(media) || !media['source_url']) return undefined;
  const sizes = fieldsOf(fieldsOf(media['media_details'])['sizes']);
  const size = sizes['medium_large'] ?? sizes['large'];
  return {src: fieldsOf(size)['source_url'] ?? media['source_url'], alt: media['alt_text']};
}
