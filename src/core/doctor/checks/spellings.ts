import {valueKey} from '../../attribute-values.js';
import {pointerTo} from '../../feed/json-value.js';
import {fold} from '../../text/fold.js';
import {wordsOf} from '../../text/tokenize.js';
import type {Check} from '../check-input.js';
import type {Issue, FindingCode} from '../report.js';

/** A spelling: how often it is used, and where first. */
interface Spelling {
  readonly text: string;
  count: number;
  readonly pointer: string;
}

/** What belongs to the office and not to the name. Not "City" alone: Mexico City is not Mexico. */
const OFFICE =
  /^(?:the )?(?:city|town|municipality|commune|ville|ciudad|citta|cidade|stadt|gemeinde|landeshauptstadt|comune|municipio|ayuntamiento|ajuntament) (?:of|de|di|da|do|d)? ?|\b(?:royal )?borough (?:of|council)\b|\b(?:city|town) council$|\bmunicipality$/g;

/** Cities and topics that are written in two ways. */
export const checkSpellings: Check = ({feed, practices}) => {
  const cities = new Map<string, Map<string, Spelling>>();
  const topics = new Map<string, Map<string, Spelling>>();
  const note = (groups: typeof cities, group: string, text: string, pointer: string) => {
    const spellings = groups.get(group) ?? new Map<string, Spelling>();
    groups.set(group, spellings);
    const spelling = spellings.get(text);
    if (spelling) spelling.count++;
    else spellings.set(text, {text, count: 1, pointer});
  };
  for (const {practice, pointer} of practices) {
    for (const {city, country} of practice.places) {
      if (city) note(cities, country, city, pointerTo(pointer, 'city'));
    }
    for (const topic of practice.topics) note(topics, '', topic, pointerTo(pointer, 'topics'));
  }
  const labels = new Map(feed.topics.map(({id, label}) => [id, label]));
  const topicKeys = (id: string) => [id, ...(labels.get(id) ?? []).map(({text}) => text)].map(compact);
  const byCountry = [...cities.values()].map((spellings) => [...spellings.values()]);
  return [
    ...byCountry.flatMap((spellings) => [
      ...alike('city-spellings', spellings, ({text}) => [valueKey('city', text), compact(text)], 'One city'),
      ...alike('maybe-one-city', distinctCities(spellings), ({text}) => looseKeys(text), 'Perhaps one city'),
    ]),
    ...alike('topic-spellings', [...(topics.get('')?.values() ?? [])], ({text}) => topicKeys(text), 'One topic'),
  ];
};

/** A doubt for each group of spellings that share a key. */
function alike(
  code: FindingCode,
  spellings: readonly Spelling[],
  keysOf: (spelling: Spelling) => readonly string[],
  what: string,
): Issue[] {
  const groups = new Map<string, Set<Spelling>>();
  for (const spelling of spellings) {
    const keys = [...new Set(keysOf(spelling).filter(Boolean))];
    const group = keys.map((key) => groups.get(key)).find(Boolean) ?? new Set<Spelling>();
    group.add(spelling);
    for (const key of keys) if (!groups.has(key)) groups.set(key, group);
  }
  return [...new Set(groups.values())]
    .filter(({size}) => size > 1)
    .map((group) => {
      const [usual, ...others] = [...group].sort((a, b) => b.count - a.count);
      const list = [usual!, ...others].map(({count, text}) => `“${text}” (${count})`).join(' and ');
      return {
        code,
        pointer: others[0]!.pointer,
        message: `${what} in ${group.size} spellings: ${list}.`,
        count: others.reduce((sum, {count}) => sum + count, 0),
      };
    });
}

/** One spelling of each city. */
function distinctCities(spellings: readonly Spelling[]): Spelling[] {
  return [...new Map(spellings.map((spelling) => [compact(spelling.text), spelling])).values()];
}

/** Letters and digits alone. */
const compact = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The name without its office, and without what umlauts are written as. */
function looseKeys(city: string): string[] {
  const words = wordsOf(city).join(' ');
  // the City of London is a part of London
  const name = words === 'city of london' ? words : words.replace(OFFICE, ' ').replace(/\s+/g, ' ').trim();
  return [name, umlauts(name)].map((key) => `${key} `);
}

const umlauts = (name: string) => name.replace(/([aou])e(?![aeiou])/g, '$1');
