import {expect} from '@open-wc/testing';
import {toFields} from '../../../../../src/core/feed/json-value.js';
import {readPlaces} from '../../../../../src/core/feed/normalize/places.js';
import {aReading, at} from '../../../../support/read-context.js';

type Short = [city: string, country: string, location: [number, number] | null];

describe('readPlaces', () => {
  const leeds: [number, number] = [53.8, -1.55];
  const lublin: [number, number] = [51.25, 22.57];
  const table: [why: string, record: object, places: Short[], doubts?: string[]][] = [
    ['one place', {city: 'Leeds', country: 'GB', location: leeds}, [['Leeds', 'GB', leeds]]],
    ['no place', {}, []],
    ['an empty place', {city: ' ', country: '', location: null}, []],
    ['a city alone', {city: 'Leeds'}, [['Leeds', '', null]]],
    ['a country alone', {country: 'NO'}, [['', 'NO', null]]],
    ['a location alone', {location: leeds}, [['', '', leeds]]],
    ['a country by its name', {country: 'France'}, [['', 'FR', null]]],
    ['a country that nobody knows', {country: 'Narnia'}, [['', 'Narnia', null]], ['unknown-country /x/country']],
    [
      'cities of one country',
      {city: ['A', 'B'], country: 'PL'},
      [
        ['A', 'PL', null],
        ['B', 'PL', null],
      ],
    ],
    [
      'cities of a list of one country',
      {city: ['A', 'B'], country: ['PL']},
      [
        ['A', 'PL', null],
        ['B', 'PL', null],
      ],
    ],
    [
      'lists of one length',
      {city: ['Leeds', 'Lublin'], country: ['GB', 'PL'], location: [leeds, lublin]},
      [
        ['Leeds', 'GB', leeds],
        ['Lublin', 'PL', lublin],
      ],
    ],
    [
      'a gap in a list',
      {city: ['Leeds', ''], country: ['GB', 'PL'], location: [null, lublin]},
      [
        ['Leeds', 'GB', null],
        ['', 'PL', lublin],
      ],
    ],
    [
      'countries without cities',
      {country: ['GB', 'PL'], location: [leeds, lublin]},
      [
        ['', 'GB', leeds],
        ['', 'PL', lublin],
      ],
    ],
    [
      'locations in one country',
      {country: 'GB', location: [leeds, lublin]},
      [
        ['', 'GB', leeds],
        ['', 'GB', lublin],
      ],
    ],
    [
      'three cities of two countries',
      {city: ['A', 'B', 'C'], country: ['GB', 'PL']},
      [
        ['A', '', null],
        ['B', '', null],
        ['C', '', null],
        ['', 'GB', null],
        ['', 'PL', null],
      ],
      ['unpaired-places /x/city'],
    ],
    [
      'a city of two countries',
      {city: 'A', country: ['GB', 'PL']},
      [
        ['A', '', null],
        ['', 'GB', null],
        ['', 'PL', null],
      ],
      ['unpaired-places /x/city'],
    ],
    [
      'one location of two cities',
      {city: ['A', 'B'], location: leeds},
      [
        ['A', '', null],
        ['B', '', null],
      ],
      ['unpaired-places /x/city'],
    ],
    [
      'two locations of one city',
      {city: 'A', location: [leeds, lublin]},
      [['A', '', null]],
      ['unpaired-places /x/city'],
    ],
    ['a number for a city', {city: 7}, [['7', '', null]]],
    ['objects for texts', {city: {name: 'A'}, country: [{}]}, [], ['bad-text /x/city', 'bad-text /x/country/0']],
    [
      'a list in a list',
      {city: [['A', 'B'], 'C'], country: 'PL'},
      [
        ['A, B', 'PL', null],
        ['C', 'PL', null],
      ],
      ['bad-text /x/city/0'],
    ],
  ];
  for (const [why, record, places, doubts = []] of table) {
    it(`reads ${why}`, () => {
      const {reading, doubts: said} = aReading();
      const found = readPlaces(toFields(at(record))!, reading);
      expect(found).to.deep.equal(places.map(([city, country, location]) => ({city, country, location})));
      expect(said()).to.deep.equal(doubts);
    });
  }

  describe('more than 200 places', () => {
    const many = (name: string, count: number) => Array.from({length: count}, (_, i) => `${name} ${i + 1}`);
    const read = (cities: number, countries: number) => {
      const {reading, doubts} = aReading();
      const record = {city: many('City', cities), country: countries ? many('Land', countries) : 'NO'};
      const places = readPlaces(toFields(at(record))!, reading);
      return {places, doubts: doubts().filter((doubt) => !doubt.startsWith('unknown-country'))};
    };
    const tooMany = 'too-many-items /x/city';
    it('are cut once, also where cities and countries are no pairs, and reported', () => {
      const {doubts, places} = read(200, 199);
      expect(places).to.have.length(200);
      expect(places[199]).to.deep.equal({city: 'City 200', country: '', location: null});
      expect(doubts).to.deep.equal([tooMany, 'unpaired-places /x/city']);
      expect(read(150, 150)).to.deep.include({doubts: []});
    });
    it('keep their pairs', () => {
      const {doubts, places} = read(300, 300);
      expect([places.length, places[199]!.city, places[199]!.country]).to.deep.equal([200, 'City 200', 'Land 200']);
      expect(doubts).to.deep.equal([tooMany]);
      expect(read(300, 0).places[199]!.country).to.equal('NO');
    });
    it('are no pairs if the lists differ beyond 200', () => {
      const {doubts, places} = read(300, 250);
      expect(places.every(({country}) => !country)).to.equal(true);
      expect(doubts).to.deep.equal([tooMany, 'unpaired-places /x/city']);
    });
  });

  it('reports an unknown country once', () => {
    const {reading, doubts} = aReading();
    for (let i = 0; i < 3; i++) readPlaces(toFields({value: {country: 'Narnia'}, pointer: `/${i}`})!, reading);
    expect(doubts()).to.deep.equal(['unknown-country /0/country']);
  });

  describe('location', () => {
    const read: [location: unknown, found: [number, number]][] = [
      [[53.8, -1.55], leeds],
      [['53.8', ' -1.55 '], leeds],
      [[53.8, -1.55, 63], leeds],
      ['53.8, -1.55', leeds],
      ['53.8;-1.55', leeds],
      ['53.8 -1.55', leeds],
      [{lat: 53.8, lon: -1.55}, leeds],
      [{lat: '53.8', lng: '-1.55'}, leeds],
      [{latitude: 53.8, longitude: -1.55}, leeds],
      [{type: 'Point', coordinates: [-1.55, 53.8]}, leeds],
      [[[53.8, -1.55]], leeds],
      [[{lat: 53.8, lon: -1.55}], leeds],
      [['53.8, -1.55'], leeds],
      [
        [-90, 180],
        [-90, 180],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ];
    for (const [location, found] of read) {
      it(`reads ${JSON.stringify(location)}`, () => {
        const {reading, doubts} = aReading();
        expect(readPlaces(toFields(at({city: 'A', location}))!, reading)).to.deep.equal([
          {city: 'A', country: '', location: found},
        ]);
        expect(doubts()).to.deep.equal([]);
      });
    }

    it('swaps longitude and latitude if only this makes sense', () => {
      const {reading, doubts} = aReading();
      expect(readPlaces(toFields(at({location: [151.21, -33.87]}))!, reading)[0]?.location).to.deep.equal([
        -33.87, 151.21,
      ]);
      expect(doubts()).to.deep.equal(['swapped-location /x/location']);
    });

    const none = [null, undefined, [], '', [null, null], {lat: null, lon: null}, {lat: '', lon: '', zoom: 14}, {}];
    for (const location of none) {
      it(`reads ${JSON.stringify(location)} as no location`, () => {
        const {reading, doubts} = aReading();
        expect(readPlaces(toFields(at({city: 'A', location}))!, reading)[0]?.location).to.equal(null);
        expect(doubts()).to.deep.equal([]);
      });
    }

    const refused = [
      [200, 200],
      [91, 181],
      [53.8],
      [53.8, -1.55, 1, 2],
      ['NaN', 1],
      'Leeds',
      '53,8; -1,55',
      53.8,
      true,
      {lat: 1},
      {address: 'Town hall', city: 'Leeds'},
      {x: -1.55, y: 53.8},
      {type: 'Polygon', coordinates: [[[-1.55, 53.8]]]},
      [null, 5],
      ['1e3', '0x1'],
    ];
    for (const location of refused) {
      it(`refuses ${JSON.stringify(location)}`, () => {
        const {reading, doubts} = aReading();
        expect(readPlaces(toFields(at({city: 'A', location}))!, reading)).to.deep.equal([
          {city: 'A', country: '', location: null},
        ]);
        expect(doubts()).to.deep.equal(['bad-location /x/location']);
      });
    }
  });
});
