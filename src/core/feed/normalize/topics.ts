import {fold} from '../../text/fold.js';
import {splitOutsideReferences} from '../../text/html-text.js';
import {worthCleaning} from '../../text/limits.js';
import type {Topic} from '../feed.js';
import {MAX_ITEMS, toFields, toItems, type Item} from '../json-value.js';
import {asName, readItems, readLocalized, readText, type TextContext} from './text.js';

/** The topics of a feed, and a reader for those of its records. */
export interface TopicRegistry {
  /** Topics that the feed or, failing that, a record describes. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** The ids of the topics of a record. */
  read(item: Item): string[];
}

/**
 * Creates the registry. `described` is the list of the feed: objects with an `id`, a `label` or
 * both, or texts. A record may name a topic by its id or by its label in any language, in any
 * spelling that a search accepts. A topic that is not described is its own id.
 */
export function createTopicRegistry(described: Item, context: TextContext): TopicRegistry {
  const {language, warn} = context;
  const topics = new Map<string, Topic>();
  const idsByName = new Map<string, string>();

  const parse = (item: Item): Topic[] => {
    const field = toFields(item);
    const label = readLocalized(field?.('label') ?? item, context, 'name');
    const id = (field && readText(field('id'), context, 'name')) || label[0]?.text;
    if (id) return [{id, label: label.length ? label : [{lang: language, text: id}]}];
    if (field) warn('bad-topic', item);
    return [];
  };
  const idOf = (name: string) => (topics.has(name) ? name : idsByName.get(fold(name)));

  for (const topic of toItems(described, Infinity).flatMap(parse)) topics.set(topic.id, topic);
  for (const {id, label} of topics.values()) for (const {text} of label) idsByName.set(fold(text), id);
  // After the labels, so that ids take precedence.
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
  /** A cache by text: records share few topics. */
  const idsByText = new Map<unknown, string[]>();
  const read = (item: Item) => {
    const {value, pointer} = item;
    // A text may be a list of topics, unless all of it is the name of one: "Housing, planning".
    const isList = typeof value === 'string' && !idOf(asName(worthCleaning(value, 'name')));
    const items = isList
      ? splitOutsideReferences(value, ',;')
          .slice(0, MAX_ITEMS)
          .map((part) => ({value: part, pointer}))
      : readItems(item, context);
    const ids = items.flatMap((each) => {
      const found = idsByText.get(each.value) ?? idsOf(each);
      if (typeof each.value === 'string') idsByText.set(each.value, found);
      return found;
    });
    return [...new Set(ids)];
  };
  return {topics, read};
}
