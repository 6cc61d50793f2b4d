import type {Topic} from '../feed/feed.js';
import {countryName, countryShortName} from '../feed/normalize/country.js';
import {translationFor} from '../localized-text.js';
import type {Attribute, Translation} from '../practice.js';

/** What the values of attributes are called in one language. */
export interface Labels {
  readonly language: string;
  /** The label of a value: of a topic or country its name, of others the value itself. It has a language where the feed says it: a topic's. */
  of(attribute: Attribute, value: string): Translation;
  /** Every name of a value that a query may use: its labels in all languages of the feed, or the country in this one and in English. */
  namesOf(attribute: Attribute, value: string): readonly string[];
}

/** What values of attributes are called: `{topic: {education: 'Bildung'}, country: {XK: 'Kosovo*'}}`. */
export type ValueNames = {readonly [attribute in Attribute]?: Readonly<Record<string, string>>};

/** Labels of one language, from the topics that the feed describes; `names` go before what it and the browser say. */
export function createLabels(topics: readonly Topic[], language: string, names: ValueNames = {}): Labels {
  const topicLabels = new Map(topics.map(({id, label}) => [id, label]));
  const of = (attribute: Attribute, value: string): Translation => {
    const own = names[attribute];
    if (own && Object.hasOwn(own, value)) return {lang: '', text: own[value]!};
    const label = attribute === 'topic' && topicLabels.get(value);
    if (label) return translationFor(label, language);
    return {lang: '', text: attribute === 'country' ? countryName(value, language) : value};
  };
  // Intl takes its time, and there are many practices of few countries.
  const countryNames = new Map<string, readonly string[]>();
  const namesOf = (attribute: Attribute, value: string): readonly string[] => {
    if (attribute === 'topic')
      return [...new Set([of(attribute, value).text, ...(topicLabels.get(value) ?? []).map(({text}) => text)])];
    if (attribute !== 'country') return [of(attribute, value).text];
    const known = countryNames.get(value) ?? [
      of(attribute, value).text,
      countryName(value, 'en'),
      countryShortName(value),
    ];
    countryNames.set(value, known);
    return known;
  };
  return {language, of, namesOf};
}
