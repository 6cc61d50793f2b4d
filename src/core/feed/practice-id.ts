import type {LocalizedText, Place, Practice} from '../practice.js';
import {cleanLine, stripControls} from './clean-text.js';
import {describe, type Item} from './json-value.js';
import type {Reading} from './reading.js';

// In UTF-16 units. An id stands in the address of a page, several at a time, where a letter may take nine.
const MAX_GIVEN = 128;
const MAX_DERIVED = 64;

/** The id that a record gives: a text or number, as a text; `''` for nothing, and for anything else with a warning. */
export function readId({value, pointer}: Item, {givenIds, warn}: Reading): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && !Number.isFinite(value)) {
    warn('bad-id', pointer, `An id is a text or a number, not ${describe(value)}. One was made from title and place.`);
    return '';
  }
  let id = cleanLine(`${value as string | number}`);
  if (id.length > MAX_GIVEN) {
    id = cut(id, MAX_GIVEN);
    warn('bad-id', pointer, `An id has at most ${MAX_GIVEN} characters. It was cut.`);
  }
  if (givenIds.has(id)) {
    warn('duplicate-id', pointer, `The id ${describe(id)} was given before. Each of its practices got a suffix.`, id);
  }
  if (id) givenIds.add(id);
  return id;
}

/** An id from place and title, so that links to a practice without one last as long as these: `leeds-inclusive-anchors`. */
export function deriveId(title: LocalizedText, [place]: readonly Place[]): string {
  const name = title[0]?.text ?? '';
  const words = slug(name) || hash(name);
  const id = slug(place?.city || place?.country || '');
  return cut(id ? `${id}-${words}` : words, MAX_DERIVED);
}

/**
 * An id for each practice, no two alike. What shares an id gets a suffix made of title and place; what shares these too, one
 * made of all its content. Never of its order: records that are moved keep their ids, and the links to them. Only where several are
 * alike in everything are they counted, and then it does not matter which is which.
 */
export function distinctIds(practices: readonly Practice[]): string[] {
  const contents = [
    ({title, places}: Practice) => [title[0]?.text, ...places.map(({city, country}) => city || country)],
    (practice: Practice) => practice,
  ];
  let ids = practices.map(({id}) => id);
  for (const contentOf of contents) {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    ids = ids.map((id, i) =>
      counts.get(id)! > 1 ? `${practices[i]!.id}-${hash(JSON.stringify(contentOf(practices[i]!)))}` : id,
    );
  }
  const taken = new Map<string, number>();
  return ids.map((id) => {
    let distinct = id;
    while (taken.has(distinct)) {
      const count = taken.get(id)! + 1;
      taken.set(id, count);
      distinct = `${id}-${count}`;
    }
    taken.set(distinct, 1);
    return distinct;
  });
}

/** Words in small letters of any script, without Latin, Greek and Cyrillic accents, with hyphens between them. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F'’]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** At most `length` units long. What is cut off lives on in a hash, so that long names that begin alike stay apart. */
function cut(id: string, length: number): string {
  return id.length > length ? `${stripControls(id.slice(0, length - 8))}-${hash(id)}` : id;
}

/** FNV-1a of the UTF-16 units, 32 bits, in base 36: at most seven characters. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}
