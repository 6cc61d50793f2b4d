import {expect} from '@open-wc/testing';
import {fetchFeed} from '../../../../src/core/feed/fetch-feed.js';
import {detectFormat, readDocument} from '../../../../src/core/feed/formats/read-document.js';
import {normalize} from '../../../../src/core/feed/normalize.js';
import {parseFeed} from '../../../../src/core/feed/parse-feed.js';
import {inWords} from './read.js';

const load = async (file: string) => {
  const address = new URL(`../../../fixtures/formats/${file}`, import.meta.url).href;
  const document = parseFeed(await fetchFeed(address));
  const raw = readDocument(document.content, 'https://city.example/jsonapi/node/practice');
  const feed = normalize(raw);
  return {format: detectFormat(document.content), next: raw.next, feed, practices: feed.practices.map(inWords)};
};

/** The same three practices, as each format has them. */
const files: [file: string, format: string, next?: string][] = [
  ['other-names.json', 'json'],
  ['feed.json', 'json-feed', 'https://city.example/feed.json?page=2'],
  ['wordpress.json', 'wordpress'],
  ['drupal.json', 'drupal', 'https://city.example/jsonapi/node/practice?page%5Boffset%5D=50'],
  ['rss.xml', 'rss', 'https://city.example/feed/?paged=2'],
  ['atom.xml', 'rss', 'https://city.example/feed.atom?page=2'],
  ['table.csv', 'csv'],
  ['excel-german.csv', 'csv'],
  ['excel-unicode.txt', 'csv'],
  ['geo.json', 'geojson'],
];

describe('every format (E-12)', () => {
  it('of our own has three practices to compare with', async () => {
    const {feed, practices} = await load('own.json');
    expect(practices.map(({id}) => id)).to.deep.equal(['leeds-anchors-network', 'deutsch-im-park', 'mintzodromo']);
    expect(feed.warnings).to.deep.equal([]);
  });

  for (const [file, format, next] of files) {
    it(`gives the same practices: ${file}`, async () => {
      const own = await load('own.json');
      const other = await load(file);
      expect(other.practices).to.deep.equal(own.practices);
      expect(other.feed.warnings).to.deep.equal([]);
      expect(other.format).to.equal(format);
      expect(other.next).to.equal(next);
    });
  }
});
