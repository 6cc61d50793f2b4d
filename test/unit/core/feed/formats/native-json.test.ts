import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {FeedError} from '../../../../../src/core/feed/feed-error.js';
import {isOwnJson, readOwnJson} from '../../../../../src/core/feed/formats/native-json.js';

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
    expect(readOwnJson({...own, address: 'x', pointer: 'y', records: 'z'}, ADDRESS)).to.deep.equal({
      ...own,
      address: ADDRESS,
      records: practices,
      pointer: '/practices',
      next: undefined,
    });
  });

  it('says where the next page is', () => {
    expect(readOwnJson({practices: [], next_url: '?page=2'}, ADDRESS).next).to.equal('?page=2');
  });

  it('reads a bare list', () => {
    expect(readOwnJson([{title: 'A'}], ADDRESS)).to.deep.equal({
      address: ADDRESS,
      records: [{title: 'A'}],
      pointer: '',
      next: undefined,
    });
  });

  it('reads a feed without any practice', () => {
    expect(readOwnJson([], ADDRESS).records).to.deep.equal([]);
    expect(readOwnJson({practices: []}, ADDRESS).records).to.deep.equal([]);
  });

  it('leaves it to others to judge the records', () => {
    expect(readOwnJson([1, {}, null], ADDRESS).records).to.deep.equal([1, {}, null]);
  });

  const refused = [
    ...[null, true, 42, 'practices', [1, 2], {}, {title: 'A'}, {items: [{}]}],
    ...[{practices: {a: {title: 'A'}}}, {practices: ['A']}, {practices: null}],
  ];
  for (const document of refused) {
    it(`refuses ${JSON.stringify(document)}`, () => {
      const error = errorFor(document);
      expect(error).to.include({code: 'not-a-feed', retryable: false});
      expect(error.message).to.contain(`${ADDRESS} contains no list of practices`);
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

describe('isOwnJson', () => {
  it('knows feeds that are split', () => {
    expect(isOwnJson({texts: 'texts.json', practices: [{title: 'A', details: 'a.json'}]})).to.equal(true);
    expect(isOwnJson([{title: 'A', detail: 'a.json'}])).to.equal(false);
  });
});
