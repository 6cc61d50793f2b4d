import {countryName, countryShortName} from '../feed/country.js';
import type {Topic} from '../feed/feed.js';
import {translationFor} from '../localized-text.js';
import type {Attribute} from '../practice.js';

/** What the values of attributes are called in one language. */
export interface Labels {
  readonly language: string;
  /** The label of a value: of a topic or country its name, of others the value itself. */
  of(attribute: Attribute, value: string): string;
  /** Every name of a value that a query may use: its labels in all languages of the feed, or the country in this one and in English. */
  namesOf(attribute: Attribute, value: string): readonly string[];
}

/** Labels of one language, from the topics that the feed describes; rebuild when the language changes. */
export function createLabels(topics: readonly Topic[], language: string): Labels {
  const topicLabels = new Map(topics.map(({id, label}) => [id, label]));
  const of = (attribute: Attribute, value: string): string => {
    if (attribute === 'topic') return translationFor(topicLabels.get(value) ?? [], language).text || value;
    return attribute === 'country' ? countryName(value, language) : value;
  };
  // Intl takes its time, and there are many practices of few countries.
  const countryNames = new Map<string, readonly string[]>();
  const namesOf = (attribute: Attribute, value: string): readonly string[] => {
    if (attribute === 'topic') return topicLabels.get(value)?.map(({text}) => text) ?? [value];
    if (attribute !== 'country') return [value];
    const names = countryNames.get(value) ?? [
      countryName(value, language),
      countryName(value, 'en'),
      countryShortName(value),
    ];
    countryNames.set(value, names);
    return names;
  };
  return {language, of, namesOf};
}
