import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {readRefinements, readValues, textToRefinement} from '../../../../src/core/state/refinement-syntax.js';
import {
  noRefinements,
  refinementToText,
  type Refinement,
  type Refinements,
} from '../../../../src/core/state/search-state.js';
import {yearRange} from '../../../support/arbitraries.js';

describe('readValues', () => {
  const cases: [text: string, values: string[]][] = [
    ['education youth', ['education', 'youth']],
    ['education, "Good practices",«Été»', ['education', 'Good practices', 'Été']],
    ['“Housing, planning', ['Housing, planning']],
    [' , "" ', []],
  ];
  for (const [text, values] of cases) it(`reads ${text}`, () => expect(readValues(text)).to.deep.equal(values));
});

describe('readRefinements', () => {
  const table: [string, Partial<Refinements>][] = [
    ['', {}],
    ['  \n ', {}],
    ['country:ES', {country: ['ES']}],
    ['country:es', {country: ['ES']}],
    ['country:Spain', {country: ['ES']}],
    ['country:Atlantis', {country: ['Atlantis']}],
    ['Country:ES TOPIC:youth', {country: ['ES'], topic: ['youth']}],
    ['topic:education,youth', {topic: ['education', 'youth']}],
    ['topic:education , youth,\n\tsport', {topic: ['education', 'youth', 'sport']}],
    ['topic: education ,youth country: ES', {topic: ['education', 'youth'], country: ['ES']}],
    ['topic:education, country:ES', {topic: ['education'], country: ['ES']}],
    ['topic:youth country:ES topic:sport', {topic: ['youth', 'sport'], country: ['ES']}],
    ['topic:youth,,sport,', {topic: ['youth', 'sport']}],
    ['topic:youth,youth', {topic: ['youth']}],
    ['topic:__proto__,constructor', {topic: ['__proto__', 'constructor']}],
    ['city:"San Sebastián","Palma"', {city: ['San Sebastián', 'Palma']}],
    ['city: “San Sebastián” , „Palma“', {city: ['San Sebastián', 'Palma']}],
    ['city:«\u00a0San Sebastián\u00a0»', {city: ['San Sebastián']}],
    ['city:"Washington, D.C.: North"', {city: ['Washington, D.C.: North']}],
    ["city:L'Aquila,L’Hospitalet", {city: ["L'Aquila", 'L’Hospitalet']}],
    ['year:2017', {year: ['2017']}],
    [
      'year:2015..2019,2021..,..2003',
      {
        year: [
          {from: 2015, to: 2019},
          {from: 2021, to: null},
          {from: null, to: 2003},
        ],
      },
    ],
    ['year:2019..2015', {year: [{from: 2015, to: 2019}]}],
    ['year:Ongoing,none', {year: ['ongoing', 'none']}],
    ['topic:2015..2019', {topic: ['2015..2019']}],
    [
      'target:families,"Young people" budget:500..2000',
      {target: ['families', 'Young people'], budget: [{from: 500, to: 2000}]},
    ],
    ['Target:a constructor:b', {target: ['a'], constructor: ['b']}],
    [
      'budget:-1.5..,..1e+21,5..1,05..9,..',
      {budget: [{from: -1.5, to: null}, {from: null, to: 1e21}, '5..1', '05..9', '..']},
    ],
    [
      'country:ES topic:education,youth city:"San Sebastián","Palma" year:2015..2019',
      {
        country: ['ES'],
        topic: ['education', 'youth'],
        city: ['San Sebastián', 'Palma'],
        year: [{from: 2015, to: 2019}],
      },
    ],
  ];
  for (const [text, expected] of table) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(readRefinements(text)).to.deep.equal({refinements: {...noRefinements, ...expected}, unread: []});
    });
  }

  const wrong: [string, Partial<Refinements>, string[]][] = [
    ['query:ES,FR topic:youth', {topic: ['youth']}, ['query:']],
    ['__proto__:x hasOwnProperty_:x topic:youth', {topic: ['youth']}, ['__proto__:', 'hasownproperty_:']],
    ['topic:a, sort:c country:FR', {topic: ['a'], country: ['FR']}, ['sort:']],
    ['topic:a:b', {a: ['b']}, ['topic:']],
    ['topic: target: youth:', {}, ['topic:', 'target:', 'youth:']],
    ['city:San Sebastián topic:youth', {city: ['San'], topic: ['youth']}, ['Sebastián']],
    ['youth "a b" topic:x', {topic: ['x']}, ['youth', '"a b"']],
    ['country: topic:youth', {topic: ['youth']}, ['country:']],
    ['country:"" topic:"youth"', {topic: ['youth']}, ['country:']],
    ['topic:youth country:', {topic: ['youth']}, ['country:']],
    [', youth', {}, ['youth']],
    ['year:2015-2019,2017', {year: ['2017']}, ['2015-2019']],
    ['year:..', {}, ['..']],
  ];
  for (const [text, expected, unread] of wrong) {
    it(`returns what is wrong with ${JSON.stringify(text)}, and reads the rest`, () => {
      expect(readRefinements(text)).to.deep.equal({refinements: {...noRefinements, ...expected}, unread});
    });
  }

  it('reads a quote without an end to the end of the text, and returns it as unread', () => {
    const {refinements, unread} = readRefinements('topic:youth city:"San Sebastián, country:ES');
    expect([refinements.city, unread]).to.deep.equal([['San Sebastián, country:ES'], ['"San Sebastián, country:ES']]);
  });

  it('reads any quoted value', () => {
    const value = fc
      .string({unit: 'binary', minLength: 1})
      .filter((any) => any === any.trim() && !/["“”„«»]/.test(any));
    fc.assert(
      fc.property(value, value, (one, other) => {
        const {refinements, unread} = readRefinements(`topic:"${one}" , "${other}"country:"FR"`);
        expect(unread).to.deep.equal([]);
        expect(refinements).to.deep.equal({...noRefinements, topic: [...new Set([one, other])], country: ['FR']});
      }),
      {numRuns: 1000},
    );
  });

  it('accepts any text', () => {
    const any = fc.string({unit: fc.constantFrom(...':,"“” \ntopicyear1.', '\ud800', 'topic:', 'year:', 'city:')});
    fc.assert(
      fc.property(any, (text) => {
        const {refinements} = readRefinements(text);
        for (const year of refinements.year) expect(refinementToText(year)).to.match(/^(?:\d+|\d*\.\.\d*)$/);
      }),
      {numRuns: 2000},
    );
  });
});

describe('textToRefinement', () => {
  const table: [string, Refinement][] = [
    ['2017', '2017'],
    ['2015..2019', {from: 2015, to: 2019}],
    ['2015..', {from: 2015, to: null}],
    ['..2019', {from: null, to: 2019}],
    ['0..0', {from: 0, to: 0}],
    ['2019..2015', {from: 2015, to: 2019}],
    ['..', '..'],
    ['20150..', '20150..'],
    ['2015...2019', '2015...2019'],
    [' 2015..2019', ' 2015..2019'],
  ];
  for (const [text, expected] of table) {
    it(`reads the year ${JSON.stringify(text)}`, () => {
      expect(textToRefinement('year', text)).to.deep.equal(expected);
    });
  }

  it('reads ranges of years only', () => {
    for (const attribute of ['topic', 'country', 'city'] as const) {
      expect(textToRefinement(attribute, '2015..2019')).to.equal('2015..2019');
    }
  });

  it('is the inverse of refinementToText', () => {
    fc.assert(
      fc.property(yearRange, (range) => {
        expect(textToRefinement('year', refinementToText(range))).to.deep.equal(range);
      }),
    );
  });
});
