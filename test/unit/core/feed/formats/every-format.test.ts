import {expect} from '@open-wc/testing';
import {fetchFeed} from '../../../../../src/core/feed/fetch.js';
import {detectFormat, readDocument} from '../../../../../src/core/feed/formats/read-document.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {parseFeed} from '../../../../../src/core/feed/parse.js';
import {fixture, inWords, readOne} from '../../../../support/read-format.js';

const load = async (file: string) => {
  const document = parseFeed(await fetchFeed(fixture(file)));
  const raw = readDocument(document.content, 'https://city.example/jsonapi/node/practice');
  const feed = normalize(raw);
  return {
    format: detectFormat(document.content),
    next: raw.next,
    feed,
    practices: feed.practices.map((practice) => ({...inWords(practice), updated: ''})),
  };
};

/** The same three practices, as each format has them. */
const files: [file: string, format: string, next?: string][] = [
  ['json/other-names.json', 'json'],
  ['json/airtable.json', 'json'],
  // as JSON:API is written
  ['json/strapi.json', 'drupal'],
  ['json-feed/version-1.1.json', 'json-feed', 'https://city.example/feed.json?page=2'],
  ['json-feed/version-1.json', 'json-feed'],
  ['wordpress/embedded.json', 'wordpress'],
  ['wordpress/custom-fields.json', 'wordpress'],
  ['drupal/included.json', 'drupal', 'https://city.example/jsonapi/node/practice?page%5Boffset%5D=50'],
  ['drupal/paragraphs.json', 'drupal'],
  ['rss/fields.xml', 'rss', 'https://city.example/feed/?paged=2'],
  ['rss/wordpress.xml', 'rss'],
  ['atom/fields.xml', 'rss', 'https://city.example/feed.atom?page=2'],
  ['atom/prefixed.xml', 'rss'],
  ['csv/commas.csv', 'csv'],
  ['csv/form.csv', 'csv'],
  ['csv/excel-german.csv', 'csv'],
  ['csv/excel-unicode.txt', 'csv'],
  ['geojson/points.json', 'geojson'],
  ['geojson/capitals.json', 'geojson'],
];

// Requirement: E-12
describe('every format', () => {
  it('has our own three practices to compare with', async () => {
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

  for (const [what, document] of [
    ['WordPress', [{title: {rendered: 'A'}, modified: '2025-03-04T10:00:00', date: '2020-01-01T00:00:00'}]],
    ['Drupal', {jsonapi: {}, data: [{attributes: {title: 'A', changed: '2025-03-04T10:00:00+00:00'}}]}],
    [
      'JSON Feed',
      {version: 'https://jsonfeed.org/version/1', items: [{title: 'A', date_modified: '2025-03-04T10:00:00Z'}]},
    ],
    [
      'RSS',
      '<rss><channel><item><title>A</title><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item></channel></rss>',
    ],
    ['Atom', '<feed><entry><title>A</title><updated>2025-03-04T10:00:00Z</updated></entry></feed>'],
    ['a table', 'title,city,Last updated\nA,Leeds,2025-03-04\n'],
  ] as const)
    it(`says when a record was changed last: ${what}`, () => {
      expect(readOne(document).updated).to.match(/^2025-03-04/);
      expect(readOne(document).period.text).to.equal('');
    });
});
