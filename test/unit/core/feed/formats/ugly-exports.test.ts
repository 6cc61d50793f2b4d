import {expect} from '@open-wc/testing';
import {writeNativeJson} from '../../../../../src/core/feed/write/native-json.js';
import {fixture, readFeed} from '../../../../support/read-format.js';

/** What real exports are like that nobody has tidied: each beside what is made of it, in our own format, and what is doubted. */
const files = [
  'json/ugly.json',
  'json-feed/ugly.json',
  'wordpress/ugly.json',
  'drupal/ugly.json',
  'rss/ugly.xml',
  'atom/ugly.xml',
  'csv/ugly.csv',
  'geojson/ugly.json',
];

// Requirement: E-12
describe('an ugly export', () => {
  for (const file of files)
    it(`is read as far as possible: ${file}`, async () => {
      const feed = readFeed(new Uint8Array(await (await fetch(fixture(file))).arrayBuffer()));
      const golden = await (await fetch(fixture(file.replace(/\.\w+$/, '.golden.json')))).json();
      const {practices} = JSON.parse(writeNativeJson(feed, feed.practices));
      expect(practices).to.deep.equal(golden.practices);
      expect(feed.warnings.map(({code, pointer}) => `${code} ${pointer}`)).to.deep.equal(golden.warnings);
    });
});
