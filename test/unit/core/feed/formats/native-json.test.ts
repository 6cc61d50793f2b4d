import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {FeedError} from '../../../../../src/core/feed/feed-error.js';
import {isNativeJson, readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';

const ADDRESS = 'https://city.example/feed.json';
const errorFor = (document: unknown): FeedError => {
  try {
    readNativeJson(document, ADDRESS);
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  throw new Error('was read');
};

describe('readNativeJson', () => {
  it('reads version 1', () => {
    const practices = [{title: 'A'}];
    const own = {version: '1', title: 'T', language: 'en', license: 'L', updated: '2026', topics: [], practices};
    expect(readNativeJson({...own, address: 'x', pointer: 'y', records: 'z'}, ADDRESS)).to.deep.equal({
      ...own,
      address: ADDRESS,
      records: practices,
      pointer: '/practices',
      next: undefined,
    });
  });

  it('says where the next page is', () => {
    expect(readNativeJson({practices: [], next_url: '?page=2'}, ADDRESS).next).to.equal('?page=2');
  });

  it('reads a bare list', () => {
    expect(readNativeJson([{title: 'A'}], ADDRESS)).to.deep.equal({
      address: ADDRESS,
      records: [{title: 'A'}],
      pointer: '',
      next: undefined,
    });
  });

  it('reads a feed without any practice', () => {
    expect(readNativeJson([], ADDRESS).records).to.deep.equal([]);
    expect(readNativeJson({practices: []}, ADDRESS).records).to.deep.equal([]);
  });

  it('leaves it to others to judge the records', () => {
    expect(readNativeJson([1, {}, null], ADDRESS).records).to.deep.equal([1, {}, null]);
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
          expect(readNativeJson(document, ADDRESS).records).to.be.an('array');
        } catch (error) {
          expect(error).to.be.instanceOf(FeedError);
        }
      }),
      {numRuns: 2000},
    );
  });
});

describe('isNativeJson', () => {
  it('knows feeds that are split', () => {
    expect(isNativeJson({texts: 'texts.json', practices: [{title: 'A', details: 'a.json'}]})).to.equal(true);
    expect(isNativeJson([{title: 'A', detail: 'a.json'}])).to.equal(false);
  });

  it('does not mind names that begin with x-', () => {
    expect(isNativeJson([{title: 'A', 'x-number': 7}])).to.equal(true);
  });
});
