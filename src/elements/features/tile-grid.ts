import {countryName} from '../../core/feed/normalize/country.js';
import type {FacetValue} from '../../core/state/search-results.js';

// Our own arrangement: one square for each country, roughly where it is. It has no outlines, so it
// draws no borders, and small countries are as easy to see as large ones.

const ROWS = [
  '.. .. .. .. .. FI .. .. ..',
  '.. IS .. NO SE EE .. .. ..',
  '.. .. .. .. .. LV .. RU ..',
  'IE GB NL DK PL LT BY .. ..',
  '.. BE LU DE CZ SK UA .. KZ',
  '.. FR CH LI AT HU RO MD ..',
  '.. MC IT SI HR RS BG .. ..',
  '.. AD SM .. BA XK .. GE ..',
  'PT ES VA .. ME MK TR AM AZ',
  'MA DZ TN MT AL GR CY LB ..',
  '.. .. .. LY .. EG IL PS JO',
];

/** They are not members of the Council of Europe, and are drawn if they have practices. */
const NEIGHBOURS = 'RU BY KZ XK VA MA DZ TN LY EG LB IL PS JO'.split(' ');

export const COLUMNS = 9;

/** A square of the grid. `x` counts from the west, `y` from the north. */
export interface Tile {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** The country with its count; null if no practice is left of it. */
  readonly country: FacetValue | null;
}

/** Where each country of Europe and its neighbours is. */
export const places: readonly Omit<Tile, 'country'>[] = ROWS.flatMap((row, y) =>
  row.split(' ').flatMap((code, x) => (code === '..' ? [] : {code, x, y})),
);

export const members: readonly string[] = places.map(({code}) => code).filter((code) => !NEIGHBOURS.includes(code));

export interface Arrangement {
  /** All members of the Council of Europe, and their neighbours with practices. */
  readonly near: readonly Tile[];
  /** Other countries with practices, the most frequent first. */
  readonly far: readonly Tile[];
  /** What the feed calls a country and is none. */
  readonly unknown: readonly FacetValue[];
}

/** Gives each country its square. `compare` orders countries with as many practices. */
export function arrange(
  countries: readonly FacetValue[],
  compare: (a: FacetValue, b: FacetValue) => number,
): Arrangement {
  const shown = countries
    .filter(({count, isRefined}) => count || isRefined)
    .sort((a, b) => b.count - a.count || compare(a, b));
  const isNear = ({value}: FacetValue) => places.some(({code}) => code === value);
  const isCountry = ({value}: FacetValue) => countryName(value, 'en') !== value;
  return {
    near: places.flatMap((place): Tile | [] => {
      const country = shown.find(({value}) => value === place.code) ?? null;
      return country || members.includes(place.code) ? {...place, country} : [];
    }),
    far: shown
      .filter((country) => !isNear(country) && isCountry(country))
      .map((country, i) => ({code: country.value, x: i % COLUMNS, y: Math.floor(i / COLUMNS), country})),
    unknown: shown.filter((country) => !isCountry(country)),
  };
}

/**
 * Where a key leads from a tile; null if it is no such key. In a row, the next tile; up and down, the
 * nearest tile of the next row that has any. So every tile can be reached. `tiles` are in the order of
 * reading.
 */
export function move<T extends Pick<Tile, 'x' | 'y'>>(
  tiles: readonly T[],
  from: T,
  key: string,
  isFar: boolean,
): T | null {
  const row = tiles.filter(({y}) => y === from.y);
  const nearestIn = (others: readonly T[], y: number | undefined) => {
    let nearest = from;
    let distance = Infinity;
    for (const tile of others)
      if (tile.y === y && Math.abs(tile.x - from.x) < distance) [nearest, distance] = [tile, Math.abs(tile.x - from.x)];
    return nearest;
  };
  switch (key) {
    case 'ArrowLeft':
      return row.findLast(({x}) => x < from.x) ?? from;
    case 'ArrowRight':
      return row.find(({x}) => x > from.x) ?? from;
    case 'ArrowUp':
      return nearestIn(tiles, tiles.findLast(({y}) => y < from.y)?.y);
    case 'ArrowDown':
      return nearestIn(tiles, tiles.find(({y}) => y > from.y)?.y);
    case 'Home':
      return (isFar ? tiles : row)[0]!;
    case 'End':
      return (isFar ? tiles : row).at(-1)!;
    default:
      return null;
  }
}
