import {fold} from '../../text/fold.js';
import {hashText} from '../../text/hash.js';
import {isWindowsName, slugOf} from './slug.js';

/** Pages that have a meaning of their own. */
const RESERVED = /^(?:index|404)$/;
/** A part of a name that only helps people to recognize it. */
const MAX_SLUG_LENGTH = 60;

/**
 * The names of the pages of practices, by their ids: the id itself, if it is safe on every file
 * system and server, otherwise with a hash. A name depends on no other practice, because search
 * engines and links know it.
 */
export function namePages(ids: readonly string[]): ReadonlyMap<string, string> {
  const safe = (id: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && !RESERVED.test(id) && !isWindowsName(id);
  const names = new Map(ids.filter(safe).map((id) => [id, id]));
  const taken = new Set(names.keys());
  for (const id of ids) {
    if (names.has(id)) continue;
    let name = hashedName(id);
    // Two hashes of 32 bits are hardly ever the same.
    while (taken.has(name)) name += 'x';
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function hashedName(id: string): string {
  return `${slugOf(fold(id), MAX_SLUG_LENGTH) || 'practice'}-${hashText(id)}${hashText(`/${id}`)}`;
}
