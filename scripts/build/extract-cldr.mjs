// Writes src/i18n/cldr-places.json: names of cities and of the countries of the United Kingdom,
// which Node's Intl does not have. The packages need 140 MB, so they are not dependencies. Run this
// after a new release of CLDR:
//   npm install --no-save cldr-dates-full cldr-subdivisions-full
//   node scripts/build/extract-cldr.mjs
import {createRequire} from 'node:module';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {readLocales} from './locales.mjs';

const require = createRequire(import.meta.url);

/** CLDR names cities as examples of a time zone. These zones are not named after that city. */
const cityOfZone = {Kiev: 'Kyiv', Tirane: 'Tirana', Melbourne: 'Melbourne', Sydney: 'Sydney'};
/** The zones of cities in Europe, and of other cities in the programme. */
const areas = {
  Europe: null,
  Asia: ['Baku', 'Beirut', 'Jerusalem', 'Nicosia', 'Seoul', 'Tbilisi', 'Tokyo', 'Yerevan'],
  Atlantic: ['Reykjavik'],
  Africa: ['Cairo', 'Tunis'],
  America: ['Mexico_City', 'New_York', 'Toronto'],
  Australia: ['Melbourne', 'Sydney'],
  Pacific: ['Auckland'],
};
/** Zones in the same place as another, and places that are not cities. */
const noCities =
  /^(?:Busingen|Guernsey|Isle_of_Man|Jersey|Vatican|Volgograd|Saratov|Astrakhan|Ulyanovsk|Kirov|Kaliningrad|Samara|Uzhgorod|Zaporozhye|Simferopol|Mariehamn|Gibraltar)$/;
/** Files of CLDR that have other names than ours. */
const cldrTags = {nb: 'no', 'sr-Cyrl': 'sr'};

function citiesIn(tag) {
  const file = require(`cldr-dates-full/main/${cldrTags[tag] ?? tag}/timeZoneNames.json`);
  const zones = Object.values(file.main)[0].dates.timeZoneNames.zone;
  const found = Object.entries(areas).flatMap(([area, wanted]) =>
    Object.entries(zones[area] ?? {})
      .filter(([zone, {exemplarCity}]) => exemplarCity && !noCities.test(zone) && (!wanted || wanted.includes(zone)))
      .map(([zone, {exemplarCity}]) => [cityOfZone[zone] ?? zone.replaceAll('_', ' '), exemplarCity]),
  );
  return Object.fromEntries(found.filter(([city, name]) => city !== name).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function partsOfGB(tag) {
  try {
    const name = cldrTags[tag] ?? tag;
    const names = require(`cldr-subdivisions-full/subdivisions/${name}/${name}.json`).subdivisions.localeDisplayNames
      .subdivisions;
    return ['gbeng', 'gbnir', 'gbsct', 'gbwls']
      .map((code) => names[code])
      .filter(Boolean)
      .join(', ');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return '';
  }
}

const {version} = require('cldr-dates-full/package.json');
const places = readLocales().map(({tag}) => [tag, {partsOfGB: partsOfGB(tag), cities: citiesIn(tag)}]);
const contents = {source: `CLDR ${version}, Unicode License v3`, ...Object.fromEntries(places)};
writeFileSync(join(import.meta.dirname, '../../src/i18n/cldr-places.json'), `${JSON.stringify(contents, null, 2)}\n`);
