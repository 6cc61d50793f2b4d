import type {Topic} from '../feed/feed.js';
import {countryName, countryShortName} from '../feed/normalize/country.js';
import {translationFor} from '../localized-text.js';
import type {FacetType, OwnFacet} from '../own-facets.js';
import type {Attribute, Translation} from '../practice.js';

/** The labels of attributes and their values in one language. */
export interface Labels {
  readonly language: string;
  /** What a facet of the feed's own is called; null for a built-in one. */
  nameOf(attribute: Attribute): Translation | null;
  /** What the values of an attribute are. Null for a built-in one, except that the values of `year` are years. */
  typeOf(attribute: Attribute): FacetType | null;
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

/**
 * Labels by attribute and value: `{topic: {education: 'Bildung'}, country: {XK: 'Kosovo*'}}`. `facet`
 * has those of the feed's own facets: `{facet: {target: 'Zielgruppe'}}`.
 */
export type ValueNames = {readonly [attribute: string]: Readonly<Record<string, string>>};

/** The labels in one language. `names` take precedence over those of the feed and the browser. */
export function createLabels(
  topics: readonly Topic[],
  language: string,
  names: ValueNames = {},
  facets: readonly OwnFacet[] = [],
): Labels {
  const topicLabels = new Map(topics.map(({id, label}) => [id, label]));
  const facetOf = (attribute: Attribute) => facets.find(({name}) => name === attribute);
  const ownName = (attribute: string, value: string): Translation | null => {
    const own = Object.hasOwn(names, attribute) ? names[attribute]! : {};
    return Object.hasOwn(own, value) ? {lang: '', text: own[value]!} : null;
  };
  const of = (attribute: Attribute, value: string): Translation => {
    const own = ownName(attribute, value);
    if (own) return own;
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
  return {
    language,
    nameOf(attribute) {
      const facet = facetOf(attribute);
      return facet ? (ownName('facet', attribute) ?? translationFor(facet.label, language)) : null;
    },
    typeOf: (attribute) => facetOf(attribute)?.type ?? (attribute === 'year' ? 'year' : null),
    of,
    namesOf,
  };
}
