import {fold} from '../../text/fold.js';
import {worthCleaning} from '../../text/limits.js';
import type {Topic} from '../feed.js';
import {toFields, toItems, type Item} from '../json-value.js';
import {asLine, readLocalized, readText, type TextContext} from './text.js';

/** Knows the topics of a feed, and reads those that its records name. */
export interface TopicRegistry {
  /** Described by the feed or, failing that, by a record. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** The ids of the topics that a record names. */
  read(item: Item): string[];
}

/**
 * `described` is the feed's own list: objects with an `id`, a `label` or both, or plain texts. A record may name a topic by its id
 * or by its label in any language, spelt as one would in a search; a topic that nobody described is its own id.
 */
export function createTopicRegistry(described: Item, wording: TextContext): TopicRegistry {
  const {language, warn} = wording;
  const topics = new Map<string, Topic>();
  const idsByName = new Map<string, string>();

  const parse = (item: Item): Topic[] => {
    const field = toFields(item);
    const label = readLocalized(field?.('label') ?? item, wording, 'name');
    const id = (field && readText(field('id'), wording, 'name')) || label[0]?.text;
    if (id) return [{id, label: label.length ? label : [{lang: language, text: id}]}];
    if (field) warn('bad-topic', item);
    return [];
  };
  const idOf = (name: string) => (topics.has(name) ? name : idsByName.get(fold(name)));

  for (const topic of toItems(described, Infinity).flatMap(parse)) topics.set(topic.id, topic);
  for (const {id, label} of topics.values()) for (const {text} of label) idsByName.set(fold(text), id);
  // after the labels: an id is the better name
  for (const id of topics.keys()) idsByName.set(fold(id), id);

  const idsOf = (item: Item): string[] =>
    parse(item).map((topic) => {
      const {id, label} = topic;
      const known = [id, ...label.map(({text}) => text)].map(idOf).find(Boolean);
      if (known) return known;
      if (idsByName.size) warn('unknown-topic', {value: id, pointer: item.pointer}, 'kept');
      if (toFields(item)) topics.set(id, topic);
      return id;
    });
  /** What plain texts name, for the same few are in every record. */
  const idsByText = new Map<unknown, string[]>();
  const read = (item: Item) => {
    const {value, pointer} = item;
    // One text may be a list of topics; but not where the whole of it is the name of one: "Housing, planning".
    const isList = typeof value === 'string' && !idOf(asLine(worthCleaning(value, 'name')));
    const items = isList ? value.split(/[,;]/, 200).map((part) => ({value: part, pointer})) : toItems(item);
    const ids = items.flatMap((each) => {
      const found = idsByText.get(each.value) ?? idsOf(each);
      if (typeof each.value === 'string') idsByText.set(each.value, found);
      return found;
    });
    return [...new Set(ids)];
  };
  return {topics, read};
}
