import {fold} from '../search/fold.js';
import type {Topic} from './feed.js';
import type {Warn} from './feed-warnings.js';
import {toFields, toItems, type Item} from './json-value.js';
import {asLine, readLocalized, readText} from './read-text.js';

/** Knows the topics of a feed, and reads those that its records name. */
export interface TopicBook {
  /** Described by the feed or, failing that, by a record. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** The ids of the topics that a record names. */
  read(item: Item): string[];
}

/**
 * `described` is the feed's own list: objects with an `id`, a `label` or both, or plain texts. A record may name a topic by its id
 * or by its label in any language, spelt as one would in a search; a topic that nobody described is its own id.
 */
export function createTopicBook(described: Item, language: string, warn: Warn): TopicBook {
  const topics = new Map<string, Topic>();
  const idsByName = new Map<string, string>();

  const parse = (item: Item): Topic | null => {
    const field = toFields(item);
    const label = readLocalized(field ? field('label') : item, language, warn);
    const id = (field && readText(field('id'), warn)) || label[0]?.text;
    if (id) return {id, label: label.length ? label : [{lang: language, text: id}]};
    if (field) warn('bad-topic', item.pointer, 'This topic has neither an id nor a label. It was left out.');
    return null;
  };
  const idOf = (name: string) => (topics.has(name) ? name : idsByName.size ? idsByName.get(fold(name)) : undefined);

  for (const item of toItems(described)) {
    const topic = parse(item);
    if (!topic) continue;
    if (!topics.has(topic.id)) topics.set(topic.id, topic);
    else warn('duplicate-topic', item.pointer, `The topic "${topic.id}" was described before. The first one counts.`);
  }
  for (const names of [(topic: Topic) => [topic.id], (topic: Topic) => topic.label.map(({text}) => text)]) {
    for (const topic of topics.values()) {
      for (const name of names(topic).map(fold)) if (name && !idsByName.has(name)) idsByName.set(name, topic.id);
    }
  }

  const read = (item: Item) => {
    const {value, pointer} = item;
    // One text may be a list of topics; but not where the whole of it is the name of one: "Housing, planning".
    const isList = typeof value === 'string' && !idOf(asLine(value));
    const items = isList ? value.split(/[,;]/).map((part) => ({value: part, pointer})) : toItems(item);
    const ids = items.map((each) => {
      const topic = parse(each);
      if (!topic) return '';
      const known = [topic.id, ...topic.label.map(({text}) => text)].map(idOf).find(Boolean);
      if (known) return known;
      if (idsByName.size) {
        const message = `"${topic.id}" is not among the topics that the feed describes. It was kept as it is.`;
        warn('unknown-topic', each.pointer, message, topic.id);
      }
      if (toFields(each)) topics.set(topic.id, topic);
      return topic.id;
    });
    return [...new Set(ids)].filter(Boolean);
  };
  return {topics, read};
}
