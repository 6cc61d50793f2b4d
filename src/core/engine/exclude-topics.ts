import type {Practice} from '../practice.js';
import type {Labels} from '../search/labels.js';
import {fold} from '../text/fold.js';

/** The topics that a webmaster leaves out. */
export interface ExcludedTopics {
  readonly ids: ReadonlySet<string>;
  /** Names that are no topic of the feed. */
  readonly unknown: readonly string[];
}

/**
 * Finds topics by their ids, or by their labels in any language and any spelling that a search
 * accepts.
 */
export function findTopics(names: readonly string[], topics: Iterable<string>, labels: Labels): ExcludedTopics {
  if (!names.length) return {ids: new Set(), unknown: []};
  const idsByName = new Map<string, string[]>();
  for (const id of topics)
    for (const name of new Set([id, ...labels.namesOf('topic', id)].map(fold)))
      idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
  const find = (name: string) => idsByName.get(fold(name)) ?? [];
  return {ids: new Set(names.flatMap(find)), unknown: names.filter((name) => !find(name).length)};
}

export const withoutTopics = (practice: Practice, ids: ReadonlySet<string>): Practice =>
  practice.topics.some((id) => ids.has(id))
    ? {...practice, topics: practice.topics.filter((id) => !ids.has(id))}
    : practice;
