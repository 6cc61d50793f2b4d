import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {countFacets, createFacetIndex, findMisses} from '../../../../src/core/facets/facet-index.js';
import {NO_DATE, ONGOING, type Practice} from '../../../../src/core/practice.js';
import {noRefinements, type Refinement} from '../../../../src/core/state/search-state.js';
import {rangeHistogram} from '../../../../src/core/facets/range-histogram.js';
import {CURRENT_YEAR, makePractice, practice, yearRange} from '../../../support/arbitraries.js';

const ran = (from: number | null, to: number | null, ongoing = false) =>
  makePractice({period: {text: '', from, to, ongoing}});
const practices = [ran(2010, 2012), ran(2012, 2012), ran(2015, 2015), ran(null, null, true), ran(null, null)];

function histogramOf(list: readonly Practice[], ...year: Refinement[]) {
  const index = createFacetIndex(list, CURRENT_YEAR);
  const refinements = {...noRefinements, year};
  const [facet] = countFacets(index, ['year'], [...list.keys()], findMisses(index, refinements), refinements);
  return rangeHistogram(facet!.values, year);
}

const chosenOf = (...year: Refinement[]) =>
  histogramOf(practices, ...year)!.bars.flatMap((bar) => (bar.isChosen ? bar.number : []));
const all = [2010, 2011, 2012, 2013, 2014, 2015];

describe('rangeHistogram', () => {
  it('counts a period in every year, and has bars for years without practices', () => {
    const {bars, peak} = histogramOf(practices)!;
    expect(bars.map(({number, count}) => [number, count])).to.deep.equal([
      [2010, 1],
      [2011, 1],
      [2012, 2],
      [2013, 0],
      [2014, 0],
      [2015, 1],
    ]);
    expect(peak.number).to.equal(2012);
  });

  const table: [string, Refinement[], number[], [number, number]][] = [
    ['nothing: all of it', [], all, [2010, 2015]],
    ['a range', [{from: 2011, to: 2012}], [2011, 2012], [2011, 2012]],
    ['a range that is open above', [{from: 2014, to: null}], [2014, 2015], [2014, 2015]],
    ['a range that reaches beyond', [{from: 1066, to: 2011}], [2010, 2011], [2010, 2011]],
    ['a range of years that are not there', [{from: 3000, to: 3001}], [], [2015, 2015]],
    [
      'the first of two ranges, and shows both',
      [
        {from: 2010, to: 2010},
        {from: 2012, to: 2012},
      ],
      [2010, 2012],
      [2010, 2010],
    ],
    ['a single year: no range', ['2012'], [2012], [2010, 2015]],
    ['what is no year: no range', [ONGOING, NO_DATE], all, [2010, 2015]],
  ];
  for (const [name, refinements, chosen, [from, to]] of table)
    it(`selects ${name}`, () => {
      expect(chosenOf(...refinements)).to.deep.equal(chosen);
      expect(histogramOf(practices, ...refinements)).to.include({from, to});
    });

  it('needs two different years', () => {
    expect(histogramOf([ran(2010, 2010), ran(null, null)])).to.equal(null);
    expect(histogramOf([])).to.equal(null);
  });

  it('has both ends of the range at a bar, and every dated practice in a bar', () => {
    fc.assert(
      fc.property(fc.array(practice, {maxLength: 30}), fc.array(yearRange, {maxLength: 2}), (list, ranges) => {
        const histogram = histogramOf(list, ...ranges);
        if (!histogram) return;
        const {bars, from, peak, to} = histogram;
        expect(bars.map(({number}) => number)).to.deep.equal(bars.map((_, i) => bars[0]!.number + i));
        for (const year of [from, to]) expect(bars.some((bar) => bar.number === year)).to.equal(true);
        expect(from).to.be.at.most(to);
        expect(peak.count).to.equal(Math.max(...bars.map(({count}) => count)));
        expect(bars[0]!.count * bars.at(-1)!.count).to.be.above(0);
      }),
    );
  });
});
