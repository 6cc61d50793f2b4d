import {expect} from '@open-wc/testing';
import {arrange, COLUMNS, members, move, places} from '../../../src/elements/features/tile-grid.js';
import type {FacetValue} from '../../../src/core/state/search-results.js';
import fc from '../../support/fast-check.mjs';

const value = (code: string, count = 1, isRefined = false): FacetValue => ({
  value: code,
  count,
  countries: [],
  isRefined,
});
const byName = (a: FacetValue, b: FacetValue) => a.value.localeCompare(b.value);
const place = (code: string) => places.find((each) => each.code === code)!;

describe('the grid of countries', () => {
  it('has all 46 members of the Council of Europe', () => {
    const list =
      'AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA';
    expect([...members].sort()).to.deep.equal(list.split(' '));
  });

  it('gives each country one square of its own', () => {
    expect(new Set(places.map(({code}) => code)).size).to.equal(places.length);
    expect(new Set(places.map(({x, y}) => `${x} ${y}`)).size).to.equal(places.length);
    expect(Math.max(...places.map(({x}) => x))).to.be.below(COLUMNS);
  });

  // Each pair: the first is on that side of the second.
  const pairs = {
    west: 'PT-ES IE-GB GB-DE NL-DE BE-DE FR-DE FR-CH CH-AT CH-LI LI-AT DE-PL NO-SE SE-EE IS-NO AT-HU HU-RO SI-HR HR-RS RS-BG BA-XK ME-XK ME-MK AL-GR GR-TR TR-AM AM-AZ TR-GE RO-MD SK-UA PL-UA PL-LT LT-BY LV-RU EE-RU UA-KZ RU-KZ MA-DZ DZ-TN TN-LY LY-EG EG-IL IL-PS PS-JO MT-GR GR-CY CY-LB LU-DE MC-IT FR-IT CZ-SK AD-IT IT-SI',
    north:
      'NO-DK DK-DE SE-DE FI-EE EE-LV LV-LT BY-UA GB-FR BE-FR NL-BE NL-LU DE-AT DE-CH CZ-AT PL-SK PL-CZ CH-IT AT-SI FR-ES FR-AD AD-ES FR-MC HU-RS HU-HR RO-BG HR-BA BA-ME RS-XK XK-MK RS-MK MK-GR BG-GR BG-TR TR-CY UA-RO UA-MD GE-AM IT-MT IT-SM SM-VA ES-MA PT-MA MT-LY CY-IL CY-EG LB-IL ME-AL SE-PL RU-GE',
  };
  const isOnSide = {
    west: (a: {x: number}, b: {x: number}) => a.x < b.x,
    north: (a: {y: number}, b: {y: number}) => a.y < b.y,
  };
  for (const side of ['west', 'north'] as const)
    it(`has neighbours on the right side of each other: ${side}`, () => {
      const wrong = pairs[side].split(' ').filter((pair) => {
        const [one, other] = pair.split('-').map(place);
        return !isOnSide[side](one as never, other as never);
      });
      expect(wrong).to.deep.equal([]);
    });

  it('draws all members, and their neighbours if they have practices', () => {
    const none = arrange([], byName);
    expect(none.near.map(({code}) => code).sort()).to.deep.equal([...members].sort());
    expect([none.far, none.unknown]).to.deep.equal([[], []]);
    const {near} = arrange([value('XK'), value('MA', 0), value('TN', 0, true)], byName);
    expect(near.filter(({country}) => country).map(({code}) => code)).to.deep.equal(['XK', 'TN']);
    expect(near).to.have.length(48);
  });

  it('has other countries in rows, the most frequent first, and apart from them what is no country', () => {
    const codes = 'AR AU CA CL CN CO JP KR MX NZ PE US'.split(' ');
    const {far, unknown} = arrange([value('Atlantis'), value('BR', 3), ...codes.map((code) => value(code))], byName);
    expect(far[0]).to.deep.include({code: 'BR', x: 0, y: 0});
    expect(far[9]).to.deep.include({x: 0, y: 1});
    expect(far.map(({code}) => code).slice(1, 4)).to.deep.equal(['AR', 'AU', 'CA']);
    expect(unknown.map((each) => each.value)).to.deep.equal(['Atlantis']);
  });

  describe('keys', () => {
    const shown = 'NO SE GB DE IT ES TR'
      .split(' ')
      .map(place)
      .sort((a, b) => a.y - b.y || a.x - b.x);
    const moves: [from: string, key: string, to: string, isFar?: boolean][] = [
      ['NO', 'ArrowRight', 'SE'],
      ['SE', 'ArrowRight', 'SE'],
      ['SE', 'ArrowLeft', 'NO'],
      ['NO', 'ArrowUp', 'NO'],
      ['NO', 'ArrowDown', 'GB'],
      ['GB', 'ArrowDown', 'DE'],
      ['DE', 'ArrowDown', 'IT'],
      ['IT', 'ArrowDown', 'ES'],
      ['ES', 'ArrowRight', 'TR'],
      ['TR', 'ArrowDown', 'TR'],
      ['TR', 'Home', 'ES'],
      ['ES', 'End', 'TR'],
      ['DE', 'Home', 'NO', true],
      ['DE', 'End', 'TR', true],
    ];
    for (const [from, key, to, isFar = false] of moves)
      it(`${isFar ? 'Control+' : ''}${key} leads from ${from} to ${to}`, () => {
        expect(move(shown, place(from), key, isFar)!.code).to.equal(to);
      });

    it('are no others', () => {
      expect(move(shown, place('DE'), 'a', false)).to.equal(null);
    });

    it('lead from every square to every other', () => {
      fc.assert(
        fc.property(fc.subarray([...places], {minLength: 1}), (tiles) => {
          const reached = new Set([tiles[0]!]);
          for (const tile of reached)
            for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
              reached.add(move(tiles, tile, key, false)!);
          expect(reached.size).to.equal(tiles.length);
        }),
      );
    });
  });
});
