import type {RawFeed} from '../feed.js';
import {fieldsOf, isObject, listOf, mustBeList, textOf, type JsonObject} from '../json-value.js';
import type {IsOwnField} from '../own-fields.js';
import {termsInAddress} from '../wordpress-address.js';
import {fieldOf} from './field-names.js';
import {toRecord, type Entry, type RawRecord} from './to-record.js';
import {readPostContent, readPostSummary} from './wordpress-content.js';

export const isWordPress = (document: unknown): boolean => Array.isArray(document) && document.some(isPost);

const isPost = (value: unknown): value is JsonObject =>
  isObject(value) && isObject(value['title']) && 'rendered' in value['title'];

/** The terms of an address, by the parameter that selects them. */
type SelectedTerms = ReturnType<typeof termsInAddress>;

/**
 * Reads posts, pages or custom types of the WordPress REST API: `/wp-json/wp/v2/posts?_embed`.
 * City, country and period are custom fields (`meta`, `acf`, or fields of the site) or taxonomies
 * with these names. The date of a post is that of its publication, so it is ignored. All posts have
 * the category of the address, so it is no topic.
 */
export function readWordPress(document: unknown, address: string, isOwn: IsOwnField): RawFeed {
  const posts = mustBeList(document, address, 'an answer of WordPress', 'of posts');
  const selected = termsInAddress(address);
  return {
    address,
    records: posts.map((post) => (isPost(post) ? readPost(post, selected, isOwn) : post)),
    pointer: '',
    system: 'wordpress',
  };
}

function readPost(post: JsonObject, selected: SelectedTerms, isOwn: IsOwnField): RawRecord {
  const {_embedded, _links, acf, content, excerpt, id, link, meta, slug, title, ...rest} = post;
  const embedded = fieldsOf(_embedded);
  const html = textOf(fieldsOf(content)['rendered']);
  return toRecord(
    [
      // A slug in Latin letters; otherwise the number, as other letters are written as %D0%BF.
      ['id', typeof slug === 'string' && slug && !slug.includes('%') ? slug : id],
      ['title', title],
      ['url', link],
      ['summary', readPostSummary(textOf(fieldsOf(excerpt)['rendered']), html)],
      ['sections', readPostContent(html)],
      ['image', readMedia(embedded['wp:featuredmedia'])],
      ...readTerms(embedded['wp:term'], fieldsOf(_links)['wp:term'], selected, isOwn),
      // A “_” at the beginning only hides the field from editors.
      ...[{...rest, date: undefined}, meta, acf].flatMap((fields) =>
        Object.entries(fieldsOf(fields))
          .filter(([, value]) => !isIds(value))
          .map(([name, value]): Entry => [name.replace(/^_/, ''), value]),
      ),
    ],
    isOwn,
    textOf(link),
  );
}

/** Numbers of terms. Their names are in the embedded objects. */
const isIds = (value: unknown) => Array.isArray(value) && value.every(Number.isInteger);

/**
 * Terms are topics, unless the name of the taxonomy means one of our fields. WordPress gives
 * “uncategorized” to posts without a category.
 */
function readTerms(groups: unknown, links: unknown, selected: SelectedTerms, isOwn: IsOwnField): Entry[] {
  const parameters = new Map(
    listOf(links)
      .map(fieldsOf)
      .map(({href, taxonomy}) => [taxonomy, LAST_PART.exec(textOf(href))?.[1] ?? '']),
  );
  return listOf(groups)
    .flatMap(listOf)
    .filter(isObject)
    .filter(({slug, taxonomy}) => slug !== 'uncategorized' && taxonomy !== 'post_format')
    .flatMap(({id, name, taxonomy}): Entry[] => {
      const own = isOwn(textOf(taxonomy)) || fieldOf(textOf(taxonomy)) ? textOf(taxonomy) : 'topics';
      const isSelected = selected.get(parameters.get(taxonomy) ?? '')?.has(textOf(id));
      return isSelected && fieldOf(own)?.field === 'topics' ? [] : [[own, [name]]];
    });
}

/** `categories` in `/wp-json/wp/v2/categories?post=1` and in `?rest_route=%2Fwp%2Fv2%2Fcategories&post=1`. */
const LAST_PART = /(?:\/|%2F)([^/%?&]+)[?&]post=/i;

/** Not the original image, which may have megabytes. */
function readMedia(list: unknown): unknown {
  const [media] = listOf(list);
  if (!isObject(media) || !media['source_url']) return undefined;
  const sizes = fieldsOf(fieldsOf(media['media_details'])['sizes']);
  const size = sizes['medium_large'] ?? sizes['large'];
  return {src: fieldsOf(size)['source_url'] ?? media['source_url'], alt: media['alt_text']};
}
