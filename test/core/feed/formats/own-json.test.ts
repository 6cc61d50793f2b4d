import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {FeedError} from '../../../../src/core/feed/feed-error.js';
import {readOwnJson} from '../../../../src/core/feed/formats/own-json.js';

const ADDRESS = 'https://city.example/feed.json';
const errorFor = (document: unknown): FeedError => {
  try {
    readOwnJson(document, ADDRESS);
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  throw new Error('was read');
};

describe('readOwnJson', () => {
  it('reads version 1', () => {
    const practices = [{title: 'A'}];
    const own = {version: '1', title: 'T', language: 'en', license: 'L', updated: '2026', topics: [], practices};
    const {practices: records, ...rest} = own;
    expect(readOwnJson({...own, extra: 1}, ADDRESS)).to.deep.equal({
      ...rest,
      address: ADDRESS,
      records,
      pointer: '/practices',
    });
  });

  it('reads a bare list', () => {
    expect(readOwnJson([{title: 'A'}], ADDRESS)).to.deep.equal({
      address: ADDRESS,
      records: [{title: 'A'}],
      pointer: '',
    });
  });

  it('reads a feed without any practice', () => {
    expect(readOwnJson([], ADDRESS).records).to.deep.equal([]);
    expect(readOwnJson({practices: []}, ADDRESS).records).to.deep.equal([]);
  });

  it('leaves it to others to judge the records', () => {
    expect(readOwnJson([1, {}, null], ADDRESS).records).to.deep.equal([1, {}, null]);
  });

  const refused: [document: unknown, found: string][] = [
    [null, 'holds null'],
    [true, 'holds true'],
    [42, 'holds 42'],
    ['practices', 'holds "practices"'],
    [[1, 2], 'holds a list without any object'],
    [{}, 'is an empty object'],
    [{title: 'A', city: 'Leeds'}, 'is an object with "title", "city", but without "practices"'],
    [
      {items: [], a: 1, b: 2, c: 3, d: 4, e: 5},
      'is an object with "items", "a", "b", "c", "d", but without "practices"',
    ],
    [{practices: {a: {title: 'A'}}}, 'has an object named "practices" that holds no practice'],
    [{practices: ['A']}, 'has a list named "practices" that holds no practice'],
  ];
  for (const [document, found] of refused) {
    it(`refuses what ${found}`, () => {
      const error = errorFor(document);
      expect(error.code).to.equal('not-a-feed');
      expect(error.retryable).to.be.false;
      expect(error.message).to.contain(`${ADDRESS} ${found}. A feed is`);
    });
  }

  it('reads or refuses any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        try {
          expect(readOwnJson(document, ADDRESS).records).to.be.an('array');
        } catch (error) {
          expect(error).to.be.instanceOf(FeedError);
        }
      }),
      {numRuns: 2000},
    );
  });
});
