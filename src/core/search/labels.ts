import type {Topic} from '../feed/feed.js';
import {countryName, countryShortName} from '../feed/normalize/country.js';
import {translationFor} from '../localized-text.js';
import type {Attribute, Translation} from '../practice.js';

/** The labels of attribute values in one language. */
export interface Labels {
  readonly language: string;
  /**
   * The label of a value: the name of a topic or country, otherwise the value itself. It has a
   * language if the feed names one for the topic.
   */
  of(attribute: Attribute, value: string): Translation;
  /**
   * Every name of a value that a query may use: the labels of a topic in all languages of the feed;
   * the name of a country in this language and in English.
   */
  namesOf(attribute: Attribute, value: string): readonly string[];
}

/** Labels by attribute and value: `{topic: {education: 'Bildung'}, country: {XK: 'Kosovo*'}}`. */
export type ValueNames = {readonly [attribute in Attribute]?: Readonly<Record<string, string>>};

/** The labels in one language. `names` take precedence over those of the feed and the browser. */
export function createLabels(topics: readonly Topic[], language: string, names: ValueNames = {}): Labels {
  const topicLabels = new Map(topics.map(({id, label}) => [id, label]));
  const of = (attribute: Attribute, value: string): Translation => {
    const own = names[attribute];
    if (own && Object.hasOwn(own, value)) return {lang: '', text: own[value]!};
    const label = attribute === 'topic' && topicLabels.get(value);
    if (label) return translationFor(label, language);
    return {lang: '', text: attribute === 'country' ? countryName(value, language) : value};
  };
  // Intl is slow, and many practices share few countries.
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
