// The words for searching, as written in src/i18n/words and as shipped.
import {readdirSync} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {readJson, regions} from './locales.mjs';

const folder = join(import.meta.dirname, '../../src/i18n');

/**
 * The languages with a stemmer in `@orama/stemmers`, by its name there, that finds more forms of a
 * word than a common beginning does. See docs/vocabulary.md. English is not in the list, because its
 * stemmer is in the script.
 */
export const stemmers = {
  ar: 'arabic',
  es: 'spanish',
  hy: 'armenian',
  it: 'italian',
  lt: 'lithuanian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  tr: 'turkish',
  uk: 'ukrainian',
};

/**
 * The file of each stemmer. It is one module without imports, so web pages can load it directly.
 */
export const stemmerFiles = () =>
  Object.entries(stemmers).map(([tag, name]) => [tag, fileURLToPath(import.meta.resolve(`@orama/stemmers/${name}`))]);

/** The languages of each country. People also search for a country by its name in these. */
const languagesOf = Object.fromEntries(
  (
    'AL sq|AD ca|AM hy|AT de|AZ az|BA bs hr sr|BE nl fr de|BG bg|BR pt|BY be ru|CA en fr|CH de fr it rm|CY el tr|CZ cs|DE de|DK da|EE et|' +
    'ES es ca eu gl|FI fi sv|FR fr|GB en cy|GE ka|GR el|HR hr|HU hu|IE ga en|IL he ar|IS is|IT it|JO ar|JP ja|KR ko|LB ar|LI de|LT lt|' +
    'LU lb fr de|LV lv|MA ar fr|MC fr|MD ro|ME sr-Latn|MK mk sq|MT mt|MX es|NL nl|NO nb nn se|NZ en|PL pl|PT pt|RO ro|RS sr sr-Latn|RU ru|' +
    'SE sv|SI sl|SK sk|SM it|TN ar|TR tr|UA uk|US en|VA it|XK sq sr sr-Latn|AU en'
  )
    .split('|')
    .map((entry) => entry.split(' '))
    .map(([country, ...languages]) => [country, languages]),
);

/** Other countries that residents come from. */
const origins = (
  'AE AF AO AR BD BF BH BI BJ BO BW CD CF CG CI CL CM CN CO CR CU CV DO DZ EC EG ER ET FJ GA GH GM GN GQ GT GW HK HN HT ID IN IQ IR JM KE KG KH ' +
  'KM KW KZ LA LK LR LS LY MG ML MM MN MR MU MW MY MZ NA NE NG NI NP OM PA PE PG PH PK PS PY QA RW SA SD SG SL SN SO SR SS ST SV SY SZ TD TG TH ' +
  'TJ TL TM TT TW TZ UG UY UZ VE VN YE ZA ZM ZW'
).split(' ');

/** The regions of `src/core/search/regions.ts`. Intl has the names of those with a code of UN M49. */
const areaCodes = {
  Africa: '002',
  Asia: '142',
  Balkans: '',
  'Baltic states': '',
  'Latin America': '419',
  'Middle East': '',
  'Nordic countries': '',
  Scandinavia: '',
  'South America': '005',
};

const nameIn = (language, country, style = 'long') =>
  new Intl.DisplayNames([language, 'en'], {type: 'region', style}).of(country);

/** All languages that have words, including English. */
export const readWords = () =>
  readdirSync(join(folder, 'words'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({tag: basename(name, '.json'), ...readJson(join('words', name))}));

/** Joins lists of terms. Each term occurs once, in any capitalisation. */
const joined = (texts) => {
  const terms = texts.flatMap((text) => (text ? text.split(', ') : []));
  return [...new Map(terms.map((term) => [term.toLowerCase(), term]).reverse()).values()].reverse().join(', ');
};

/**
 * The words of all languages as they are shipped, with the names of countries and cities from CLDR.
 */
export function shippedWords() {
  const languages = readWords();
  const ownNames = readJson('city-names.json');
  const cldr = readJson('cldr-places.json');
  const cldrCities = (tag) => cldr[tag]?.cities ?? {};
  // A name in one language leads to the name in the language of the texts. So each file has all
  // cities.
  const cities = new Set([
    ...Object.keys(ownNames),
    ...languages.flatMap(({cities: own = {}, tag}) => [...Object.keys(own), ...Object.keys(cldrCities(tag))]),
  ]);
  return languages.map(
    ({
      tag,
      stopWords = '',
      cityWords,
      yearWords,
      falseFriends,
      concepts = {},
      countries = {},
      cities: own = {},
      regions: areas = {},
    }) => {
      const countryTerms = regions.map((country) => [
        country,
        joined([
          nameIn(tag, country),
          nameIn(tag, country, 'short'),
          countries[country],
          country === 'GB' ? cldr[tag]?.partsOfGB : '',
          ...(languagesOf[country] ?? []).map((language) => nameIn(language, country)),
        ]),
      ]);
      const originTerms = origins.map((country) => [country, joined([nameIn(tag, country), countries[country]])]);
      const areaTerms = Object.entries(areaCodes).map(([area, code]) => [
        area,
        joined([code && nameIn(tag, code), areas[area]]),
      ]);
      const cityTerms = [...cities].map((city) => [city, joined([own[city], cldrCities(tag)[city], ownNames[city]])]);
      const places = Object.fromEntries([...countryTerms, ...originTerms, ...areaTerms, ...cityTerms]);
      return {tag, words: {stopWords, cityWords, yearWords, falseFriends, concepts, places}};
    },
  );
}
