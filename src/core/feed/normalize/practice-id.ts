import type {LocalizedText, Place, Practice} from '../../practice.js';
import {cleanLine, stripControls} from '../../text/clean.js';
import {fold} from '../../text/fold.js';
import {hashText} from '../../text/hash.js';
import type {Item} from '../json-value.js';
import {readText, type TextContext} from './text.js';

// In UTF-16 units. An id stands in the address of a page, several at a time, where a letter may take nine.
const MAX_LENGTH = 80;

/** The id that a record gives, as a text; `''` for none. A second practice with it is doubted. */
export function readId(item: Item, reading: TextContext & {readonly givenIds: Set<string>}): string {
  const id = cut(readText(item, reading, 'id', cleanLine));
  if (reading.givenIds.has(id)) reading.warn('duplicate-id', {...item, value: id}, 'each got a suffix');
  if (id) reading.givenIds.add(id);
  return id;
}

/** An id from place and title, so that links to a practice without one last as long as these: `leeds-inclusive-anchors`. */
export function deriveId(title: LocalizedText, [place]: readonly Place[]): string {
  const name = title[0]!.text;
  return cut([slug(place?.city || place?.country || ''), slug(name) || hashText(name)].filter(Boolean).join('-'));
}

/**
 * The practices with ids of which no two are alike. What shares an id gets a suffix made of place and title; what shares these too,
 * one made of all its content. Never of its order: records that are moved keep their ids, and the links to them. Only where several
 * are alike in everything are they counted, and then it does not matter which is which.
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

/** The words of a text as it would be searched, with hyphens between them. */
function slug(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** What is cut off from a long id lives on in a hash, so that long names that begin alike stay apart. */
function cut(id: string): string {
  return id.length > MAX_LENGTH ? `${stripControls(id.slice(0, MAX_LENGTH - 8))}-${hashText(id)}` : id;
}
