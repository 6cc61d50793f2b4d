import {expect} from '@open-wc/testing';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {
  UNKNOWN_FOLDER,
  withoutRelativeAddresses,
  withRelativeAddresses,
} from '../../../../../src/core/feed/write/relative-addresses.js';

const read = (prefix: string) =>
  normalize(
    readNativeJson(
      {
        version: '1',
        texts: prefix ? '' : 'texts.json',
        practices: [{id: 'a', title: 'A', url: `${prefix}a`, image: {src: `${prefix}a.jpg`}}],
        collections: [{id: 'start', title: 'Start', practices: ['a'], image: {src: `${prefix}start.jpg`}}],
        feeds: [{filter: '', url: `${prefix}all.xml`}],
      },
      `${UNKNOWN_FOLDER}feed.json`,
    ),
  );
const addressesOf = ({collections, feeds, practices, texts}: ReturnType<typeof read>) => [
  texts,
  practices[0]!.url,
  practices[0]!.image?.src ?? '',
  collections[0]!.image?.src ?? '',
  ...feeds.map(({url}) => url),
];

describe('withRelativeAddresses', () => {
  it('writes every relative address as it was', () => {
    const names = ['texts.json', 'a', 'a.jpg', 'start.jpg', 'all.xml'];
    expect(addressesOf(withRelativeAddresses(read('')))).to.deep.equal(names);
  });
  it('leaves the others', () => {
    const feed = read('https://city.example/');
    expect(withRelativeAddresses(feed)).to.deep.equal(feed);
  });
});

describe('withoutRelativeAddresses', () => {
  it('leaves out every relative address, and counts the practices that had one', () => {
    const [feed, count] = withoutRelativeAddresses(read(''));
    expect(addressesOf(feed)).to.deep.equal(['', '', '', '']);
    expect(count).to.equal(1);
  });
  it('does not count a practice for the base of its HTML alone', () => {
    const practices = [{title: 'A', sections: [{html: '<p>Words</p>'}]}];
    const [feed, count] = withoutRelativeAddresses(
      normalize(readNativeJson({version: '1', practices}, `${UNKNOWN_FOLDER}feed.json`)),
    );
    expect(feed.practices[0]!.sections[0]!.html!.base).to.equal('');
    expect(count).to.equal(0);
  });
  it('leaves the others', () => {
    const feed = read('https://city.example/');
    expect(withoutRelativeAddresses(feed)).to.deep.equal([feed, 0]);
  });
});
