import {countEach} from '../../count-each.js';
import type {LocalizedText, Place, Practice} from '../../practice.js';
import {cleanLine, stripControls} from '../../text/clean.js';
import {fold} from '../../text/fold.js';
import {hashText} from '../../text/hash.js';
import type {Item} from '../json-value.js';
import {readText, type TextContext} from './text.js';

// UTF-16 units of an id. The address of a page may contain several ids, and takes up to nine
// characters for a letter.
const MAX_ID_LENGTH = 80;

/** An id as addresses have it; `''` if there is none. */
export const cleanId = (item: Item, context: TextContext): string => cut(readText(item, context, 'id', cleanLine));

/** The id of a record, as a text; `''` if there is none. A second record with it gets a warning. */
export function readId(item: Item, context: TextContext & {readonly givenIds: Set<string>}): string {
  const id = cleanId(item, context);
  if (context.givenIds.has(id)) context.warn('duplicate-id', {...item, value: id}, 'each got a suffix');
  if (id) context.givenIds.add(id);
  return id;
}

/**
 * Makes an id from place and title, so that links to the practice stay valid as long as these do:
 * `leeds-inclusive-anchors`.
 */
export function deriveId(title: LocalizedText, [place]: readonly Place[]): string {
  const name = title[0]!.text;
  return cut([slug(place?.city || place?.country || ''), slug(name) || hashText(name)].filter(Boolean).join('-'));
}

/**
 * Makes ids distinct. Practices that share an id, or whose id is `taken`, get a suffix of place and
 * title; if these are the same too, a suffix of all content. An id that only one practice has never
 * changes. The order does not matter: records that move keep their ids, and links to them stay
 * valid. Only identical practices are numbered, and for these it does not matter which is which.
 */
export function withDistinctIds(practices: readonly Practice[], taken: ReadonlySet<string> = new Set()): Practice[] {
  const used = new Set(taken);
  /** The ids that only one practice has, in their places. The others are `''`. */
  const takeUnique = (ids: readonly string[]) => {
    const counts = countEach(ids);
    const unique = ids.map((id) => (counts.get(id) === 1 && !used.has(id) ? id : ''));
    for (const id of unique) if (id) used.add(id);
    return unique;
  };
  let ids = takeUnique(practices.map(({id}) => id));
  const suffixes = [
    ({places, title}: Practice) => deriveId(title, places),
    (practice: Practice) => hashText(JSON.stringify(practice)),
  ];
  for (const suffixOf of suffixes) {
    const made = takeUnique(ids.map((id, i) => (id ? '' : withSuffix(practices[i]!.id, suffixOf(practices[i]!)))));
    ids = ids.map((id, i) => id || made[i]!);
  }
  const counts = new Map<string, number>();
  return practices.map((practice, i) => {
    let id = ids[i]!;
    if (!id) {
      const shared = withSuffix(practice.id, suffixes.at(-1)!(practice));
      let count = counts.get(shared) ?? 0;
      do id = ++count === 1 ? shared : withSuffix(shared, String(count));
      while (used.has(id));
      counts.set(shared, count);
      used.add(id);
    }
    return id === practice.id ? practice : {...practice, id};
  });
}

/** An id with a suffix, in the length of an id, so that it stays the same when it is read again. */
const withSuffix = (id: string, suffix: string) => cut(`${id}-${suffix}`);

/** The folded words of a text, with hyphens between them. */
function slug(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Shortens a long id. A hash keeps ids distinct that begin alike. */
function cut(id: string): string {
  return id.length > MAX_ID_LENGTH ? `${stripControls(id.slice(0, MAX_ID_LENGTH - 8))}-${hashText(id)}` : id;
}
