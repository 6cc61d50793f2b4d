import {valueKey} from '../../attribute-values.js';
import {pointerTo} from '../../feed/json-value.js';
import type {Practice} from '../../practice.js';
import {sum} from '../../sum.js';
import {fold} from '../../text/fold.js';
import {wordsOf} from '../../text/tokenize.js';
import type {Check, CheckedPractice, CheckInput} from '../check-input.js';
import type {FindingCode, Issue} from '../report.js';

/**
 * Practices with the same title in the same place. `normalize` reports an id that several practices
 * have.
 */
export const checkDuplicates: Check = ({practices}) => {
  const seen = new Map<string, CheckedPractice>();
  return practices.flatMap((each): Issue[] => {
    const {practice, pointer} = each;
    const keys = titleKeysOf(practice);
    const first = keys.map((key) => seen.get(key)).find(Boolean);
    for (const key of keys) if (!seen.has(key)) seen.set(key, each);
    if (!first) return [];
    const message = `“${practice.title[0]!.text}” occurs twice. It is also at ${first.pointer}.`;
    return [{code: 'duplicate-practice', pointer, message, count: 1}];
  });
};

/** Title and place; one key for each of several places. */
function titleKeysOf({places, title}: Practice): string[] {
  const name = wordsOf(title[0]!.text).join(' ') || fold(title[0]!.text);
  const cities = places.map(({city, country}) => (city ? wordsOf(city).join(' ') : country));
  return [...new Set(cities.length ? cities : [''])].map((city) => `${name}\n${city}`);
}

/** A spelling: how often it is used, and where first. */
interface Spelling {
  readonly text: string;
  count: number;
  readonly pointer: string;
}

/**
 * Words for the office, which are not part of the name. Not “City” alone: Mexico City is not
 * Mexico.
 */
const OFFICE =
  /^(?:the )?(?:city|town|municipality|commune|ville|ciudad|citta|cidade|stadt|gemeinde|landeshauptstadt|comune|municipio|ayuntamiento|ajuntament) (?:of|de|di|da|do|d)? ?|\b(?:royal )?borough (?:of|council)\b|\b(?:city|town) council$|\bmunicipality$/g;

/** Cities and topics in several spellings. */
export const checkSpellings: Check = (input) => {
  const {cities, topics} = collectSpellings(input);
  return [
    ...cities.flatMap((inCountry) => [
      ...alike('city-spellings', groupCities(inCountry), 'One city'),
      ...alike('maybe-one-city', groupSpellings(distinctCities(inCountry), looseKeys), 'Perhaps one city'),
    ]),
    ...alike('topic-spellings', groupTopics(topics, input), 'One topic'),
  ];
};

/**
 * For each city and topic in several spellings: a function that gives the spelling that most
 * practices have.
 */
export function findUsualSpellings(input: CheckInput) {
  const {cities, topics} = collectSpellings(input);
  const usual = (groups: readonly Spelling[][]) =>
    new Map(groups.flatMap(([first, ...others]) => others.map(({text}) => [text, first!.text])));
  const usualCities = usual(cities.flatMap(groupCities));
  const usualTopics = usual(groupTopics(topics, input));
  return {
    city: (city: string) => usualCities.get(city) ?? city,
    topic: (topic: string) => usualTopics.get(topic) ?? topic,
  };
}

/** Cities by country, because two countries may have a city of the same name; and topics. */
function collectSpellings({practices}: Pick<CheckInput, 'practices'>) {
  const cities = new Map<string, Map<string, Spelling>>();
  const topics = new Map<string, Spelling>();
  for (const {practice, pointer} of practices) {
    for (const {city, country} of practice.places) {
      const inCountry = cities.get(country) ?? new Map<string, Spelling>();
      cities.set(country, inCountry);
      if (city) count(inCountry, city, pointerTo(pointer, 'city'));
    }
    for (const topic of practice.topics) count(topics, topic, pointerTo(pointer, 'topics'));
  }
  return {cities: [...cities.values()], topics};
}

type Spellings = ReadonlyMap<string, Spelling>;

const groupCities = (cities: Spellings) => groupSpellings(cities, (city) => [valueKey('city', city), compact(city)]);

function groupTopics(topics: Spellings, {feed}: Pick<CheckInput, 'feed'>) {
  const labels = new Map(feed.topics.map(({id, label}) => [id, label]));
  return groupSpellings(topics, (id) => [id, ...(labels.get(id) ?? []).map(({text}) => text)].map(compact));
}

function count(spellings: Map<string, Spelling>, text: string, pointer: string): void {
  const known = spellings.get(text);
  if (known) known.count++;
  else spellings.set(text, {text, count: 1, pointer});
}

/** The spellings that share a key, the most frequent first. */
function groupSpellings(spellings: Spellings, keysOfText: (text: string) => readonly string[]): Spelling[][] {
  const groups = new Map<string, Set<Spelling>>();
  for (const spelling of spellings.values()) {
    const keys = [...new Set(keysOfText(spelling.text).filter(Boolean))];
    const group = keys.map((key) => groups.get(key)).find(Boolean) ?? new Set<Spelling>();
    group.add(spelling);
    for (const key of keys) if (!groups.has(key)) groups.set(key, group);
  }
  return [...new Set(groups.values())]
    .filter(({size}) => size > 1)
    .map((group) => [...group].sort((a, b) => b.count - a.count));
}

/** An issue for each group of spellings. */
const alike = (code: FindingCode, groups: readonly Spelling[][], what: string): Issue[] =>
  groups.map((group) => {
    const [, ...others] = group;
    const list = group.map(({count, text}) => `“${text}” (${count})`).join(' and ');
    return {
      code,
      pointer: others[0]!.pointer,
      message: `${what} in ${group.length} spellings: ${list}.`,
      count: sum(others.map((each) => each.count)),
    };
  });

/** One spelling of each city. */
const distinctCities = (spellings: Spellings): Spellings =>
  new Map([...spellings.values()].map((spelling) => [compact(spelling.text), spelling]));

/** Letters and digits alone. */
const compact = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The name without words for the office, with umlauts as they are and as two letters. */
function looseKeys(city: string): string[] {
  const words = wordsOf(city).join(' ');
  // The City of London is only a part of London.
  const name = words === 'city of london' ? words : words.replace(OFFICE, ' ').replace(/\s+/g, ' ').trim();
  return [name, umlauts(name)].map((key) => `${key} `);
}

const umlauts = (name: string) => name.replace(/([aou])e(?![aeiou])/g, '$1');
