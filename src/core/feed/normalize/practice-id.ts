import type {LocalizedText, Place, Practice} from '../../practice.js';
import {cleanLine, stripControls} from '../../text/clean.js';
import {fold} from '../../text/fold.js';
import {hashText} from '../../text/hash.js';
import type {Item} from '../json-value.js';
import {readText, type TextContext} from './text.js';

// UTF-16 units of an id. The address of a page may contain several ids, and takes up to nine
// characters for a letter.
const MAX_ID_LENGTH = 80;

/** The id of a record, as a text; `''` if there is none. A second record with it gets a warning. */
export function readId(item: Item, context: TextContext & {readonly givenIds: Set<string>}): string {
  const id = cut(readText(item, context, 'id', cleanLine));
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
 * Makes ids distinct. Practices with the same id get a suffix of place and title; if these are the
 * same too, a suffix of all content. The order does not matter: records that move keep their ids,
 * and links to them stay valid. Only identical practices are numbered, and for these it does not
 * matter which is which.
 */
export function withDistinctIds(practices: readonly Practice[]): Practice[] {
  const suffixes = [
    ({title, places}: Practice) => deriveId(title, places),
    (practice: Practice) => hashText(JSON.stringify(practice)),
  ];
  let ids = practices.map(({id}) => id);
  for (const suffixOf of suffixes) {
    const seen = new Set<string>();
    const shared = new Set(ids.filter((id) => seen.size === seen.add(id).size));
    ids = ids.map((id, i) => (shared.has(id) ? `${practices[i]!.id}-${suffixOf(practices[i]!)}` : id));
  }
  const counts = new Map<string, number>();
  return practices.map((practice, i) => {
    let id = ids[i]!;
    while (counts.has(id)) {
      const count = counts.get(ids[i]!)! + 1;
      counts.set(ids[i]!, count);
      id = `${ids[i]}-${count}`;
    }
    counts.set(id, 1);
    return id === practice.id ? practice : {...practice, id};
  });
}

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
