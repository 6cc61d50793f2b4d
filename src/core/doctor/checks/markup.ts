import {isHtml} from '../../feed/formats/field-values.js';
import {isObject, toFields, toItems, type Item} from '../../feed/json-value.js';
import type {Check} from '../check-input.js';
import type {Issue} from '../report.js';

/** Characters of a text in a message. */
const MAX_SAMPLE_LENGTH = 60;

/**
 * HTML in plain texts of our own format: visitors see its tags. The readers of other formats make
 * plain text of it, or sections with `html`.
 */
export const checkMarkup: Check = ({raw}) => {
  const found = new Map<string, Issue>();
  for (const record of toItems({value: raw.records, pointer: raw.pointer}, Infinity))
    for (const [name, {pointer, value}] of plainTexts(record)) {
      const html = (isObject(value) ? Object.values(value) : [value]).find(isHtml);
      if (html === undefined) continue;
      const sample = html.slice(0, MAX_SAMPLE_LENGTH) + (html.length > MAX_SAMPLE_LENGTH ? '…' : '');
      const message = `Visitors see the tags in “${name}”: “${sample}”.`;
      const known = found.get(name) ?? {code: 'shown-tags', pointer, message, count: 0};
      found.set(name, {...known, count: known.count + 1});
    }
  return [...found.values()];
};

/** The fields of a record that are plain text, with their names. */
function plainTexts(record: Item): [name: string, item: Item][] {
  const field = toFields(record);
  if (!field) return [];
  const sections = toItems(field('sections')).flatMap((section): [string, Item][] => {
    const part = toFields(section);
    return part
      ? [
          ['heading', part('heading')],
          ['text', part('text')],
        ]
      : [['text', section]];
  });
  return [['title', field('title')], ['summary', field('summary')], ...sections];
}
