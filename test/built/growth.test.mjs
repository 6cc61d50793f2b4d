// Long or hostile texts take a time in proportion to their length, so that no feed keeps a page waiting. Steps are counted, not seconds:
// eight times as much input may take 24 times as many steps, as some readers begin anew; what grows with the square takes 64 times as many.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {createStepCounter} from '../support/count-steps.mjs';
import {findJsonFault} from '../../dist/core/doctor/json-fault.js';
import {createLocator} from '../../dist/core/doctor/locate.js';
import {FeedError} from '../../dist/core/feed/feed-error.js';
import {csvColumns} from '../../dist/core/feed/formats/csv.js';
import {readDocument} from '../../dist/core/feed/formats/read-document.js';
import {mergeFeeds} from '../../dist/core/feed/merge.js';
import {normalize} from '../../dist/core/feed/normalize/normalize.js';
import {readPeriod} from '../../dist/core/feed/normalize/period.js';
import {parseFeed} from '../../dist/core/feed/parse.js';
import {createPages} from '../../dist/core/feed/write/pages.js';
import {splitFeed} from '../../dist/core/feed/write/split-feed.js';
import {writeRss} from '../../dist/core/feed/write/syndication.js';
import {matchRanges} from '../../dist/core/search/highlight.js';
import {createLabels} from '../../dist/core/search/labels.js';
import {noRefinements} from '../../dist/core/state/search-state.js';
import {htmlToText} from '../../dist/core/text/html-text.js';
import {runSync} from '../../dist/core/time-slicing.js';

const run = promisify(execFile);
const ADDRESS = 'https://city.example/feed';
const FEW = 4000;
const TIMES = 8;
const MOST = 24;

/** A feed that may be broken: then the reader says so. */
function readFeed(text) {
  try {
    const chunks = [new TextEncoder().encode(text)];
    normalize(readDocument(parseFeed({address: ADDRESS, charset: '', chunks}).content, ADDRESS));
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
  }
}
const feedOf = (records) => normalize({address: ADDRESS, pointer: '', records});

/** A number in Cyrillic letters, which no file name has. */
const inCyrillic = (n) => String(n).replaceAll(/\d/g, (digit) => String.fromCharCode(0x430 + Number(digit)));
const textsOf = (n, idOf) =>
  feedOf(Array.from({length: n / 8}, (_, i) => ({id: idOf(i), title: 'A', sections: ['B']})));

const practicesOf = (length, countryOf) =>
  Array.from({length}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`, city: `City ${i}`, country: countryOf(i)}));
const pagesOf = (feed) => ({
  info: feed,
  practices: feed.practices,
  labels: createLabels(feed.topics, 'en'),
  language: '',
  refinements: noRefinements,
  page: {address: 'https://city.example/list', urlKey: 'gp'},
  url: 'https://city.example/pages/',
  now: new Date(0),
  imageHosts: [],
});

const repeat = (part) => (n) => part.repeat(n);
const rss = (part) => (n) => `<rss>${part.repeat(n)}`;
const cell = (part) => (n) => `title,links\nA,"${part.repeat(n)}"`;

/** What is done -> how, and with what: name -> input of some length. */
const works = {
  'looking for the fault in JSON': [
    findJsonFault,
    {
      'spaces in a text': (n) => `["${' '.repeat(n)}"x]`,
      'spaces behind a number': (n) => `[1${' '.repeat(n)}x]`,
      escapes: (n) => `["${'\\n'.repeat(n)}"x]`,
      brackets: repeat('['),
    },
  ],
  'finding the records of a table': [
    (text) => createLocator(text, [], true),
    Object.fromEntries(
      ['""', ' ', ',\n', 'a\n'].map((part) => [JSON.stringify(part), (n) => `title\n${part.repeat(n)}`]),
    ),
  ],
  'making text of HTML': [
    htmlToText,
    Object.fromEntries(
      [
        '<a ',
        '<a "',
        '<!--',
        '<script>',
        '</',
        '<',
        '&',
        '&#1',
        '&a',
        '<a="',
        '<p>',
        '<a b=\'"',
        '<script></style>',
        '<td>',
      ].map((part) => [part, repeat(part)]),
    ),
  ],
  'reading a feed': [
    readFeed,
    {
      'tags that are not closed': rss('<a '),
      'quotes that are not closed': rss('<a b="\' '),
      'comments that are not closed': rss('<!--'),
      'declarations that are not closed': rss('<!DOCTYPE a ['),
      'CDATA that is not closed': rss('<![CDATA['),
      'less-than signs': rss('<'),
      ampersands: rss('&a'),
      'end tags': rss('</b>'),
      'a long name': (n) => `<rss ${'a'.repeat(n)}>`,
      'attributes without a value': (n) => `<rss ${'a= '.repeat(n)}>`,
      'quotes in a cell': cell('""'),
      'spaces in a cell': cell(' '),
      addresses: cell('http://'),
      columns: (n) => `title${',title'.repeat(n)}\n${'a,b\n'.repeat(100)}`,
      'semicolons of references': (n) => `title,city\nA,"${'&amp;;'.repeat(n)}"`,
      'marks on letters': (n) => `title\n${'\u0301\u200B'.repeat(n)}`,
      'fillers in a name': (n) => `title,city\nA,${'\u115F\u200D'.repeat(n)}`,
      'empty lines': (n) => `title\n${'\n'.repeat(n)}`,
      'practices that are the same': (n) => JSON.stringify(Array.from({length: n / 8}, () => ({id: 'x', title: 'A'}))),
    },
  ],
  'marking what was searched': [
    (text) => matchRanges(text, [{text: 'youth', words: [], phrases: [[['young'], ['people']]]}]),
    {
      'one word of a long text': (n) => `youth ${'lorem '.repeat(n)}`,
      'each word': repeat('youth '),
      'phrases that never end': repeat('young '),
    },
  ],
  'splitting a feed': [
    splitFeed,
    {
      'ids without Latin letters': (n) => textsOf(n, inCyrillic),
      'ids that differ in signs alone': (n) => textsOf(n, (i) => `a${inCyrillic(i)}-2`),
    },
  ],
  'writing a page for each practice': [
    (feed) => [...createPages(pagesOf(feed)).files()],
    {
      'practices of one country': (n) => feedOf(practicesOf(n / 8, () => 'ES')),
      'practices of a country each': (n) => feedOf(practicesOf(n / 8, (i) => `C${i}`)),
      'ids without Latin letters': (n) => textsOf(n, inCyrillic),
      'topics of one practice': (n) => feedOf([{title: 'A', topics: [...Array(n / 80).keys()].map((i) => `t${i}`)}]),
    },
  ],
  'writing RSS': [
    (feed) => writeRss(pagesOf(feed)),
    {
      practices: (n) => feedOf(practicesOf(n / 8, () => 'ES')),
      'one long text': (n) => feedOf([{title: 'A', sections: ['<&\n\n'.repeat(n)]}]),
    },
  ],
  'merging feeds': [
    (feeds) => runSync(mergeFeeds(feeds)),
    {
      'practices with the same title': (n) =>
        ['a', 'b'].map((name) => ({
          address: `https://${name}.example/`,
          pages: [feedOf(Array.from({length: n / 8}, (_, i) => ({id: `${i}${name}`, title: 'A', city: 'Leeds'})))],
        })),
      'practices with ids of an earlier feed': (n) =>
        ['a', 'b'].map((name) => ({
          address: `https://${name}.example/`,
          pages: [feedOf(Array.from({length: n / 8}, (_, i) => ({id: `p${i}`, title: 'A', city: name})))],
        })),
    },
  ],
};

describe('work in proportion to its input', () => {
  let countSteps;
  before(async () => {
    countSteps = await createStepCounter();
  });

  for (const [what, [work, inputs]] of Object.entries(works))
    describe(what, () => {
      for (const [name, make] of Object.entries(inputs))
        it(`takes no more than a few steps for each: ${name}`, async () => {
          const [few, many] = [make(FEW), make(FEW * TIMES)];
          work(few); // what is done once only does not count
          const steps = await countSteps(() => work(few));
          const more = await countSteps(() => work(many));
          assert.ok(more <= steps * MOST, `${more} steps, ${steps} for an eighth`);
        });
    });

  it('reads the first characters of a period only, however long it is', async () => {
    for (const part of ['1', '-', '1-', '2018-', '2018 ', 'no ', '$1', '+1 ', ' ', '((', 'à ', '.. ', '12/', '0 €']) {
      const steps = await countSteps(() => readPeriod(part.repeat(FEW)));
      const more = await countSteps(() => readPeriod(part.repeat(FEW * TIMES)));
      assert.ok(more <= steps * 1.1, `${part}: ${more} steps, ${steps} for an eighth`);
    }
  });

  it('reads the first fields of a record only, however many there are', async () => {
    const fields = (n) => Object.fromEntries(Array.from({length: n}, (_, i) => [`k${i}`, 'v']));
    const table = (n) => `title${',x'.repeat(n)}\nA`;
    const forms = {
      'our own format': (n) => ({version: '1', practices: [{title: 'A', ...fields(n)}]}),
      'any JSON': (n) => [{title: 'A', ...fields(n)}],
      'an inner object': (n) => [{title: 'A', fields: fields(n)}],
    };
    for (const [name, make] of Object.entries(forms)) {
      const [few, many] = [make(FEW), make(FEW * TIMES)];
      const read = (document) => normalize(readDocument(document, ADDRESS));
      read(few);
      const steps = await countSteps(() => read(few));
      const more = await countSteps(() => read(many));
      assert.ok(more <= steps * 1.1, `${name}: ${more} steps, ${steps} for an eighth`);
    }
    assert.equal(csvColumns(table(FEW)).length, csvColumns(table(FEW * TIMES)).length);
  });

  it('keeps no empty row of a table', async () => {
    const script = `
      import {readDocument} from './dist/core/feed/formats/read-document.js';
      for (const row of ['\\n', ',\\n', ' \\n'])
        console.log(readDocument('title\\n' + row.repeat(1e6) + 'A', 'https://city.example/', 'csv').records.length);`;
    const {stdout} = await run(process.execPath, ['--max-old-space-size=40', '--input-type=module', '--eval', script]);
    assert.equal(stdout, '1\n1\n1\n');
  });

  it('counts work that grows with the square', async () => {
    const unique = (n) => Array.from({length: n}, (_, i) => i).filter((each, i, list) => list.indexOf(each) === i);
    assert.ok((await countSteps(() => unique(800))) > 40 * (await countSteps(() => unique(100))));
  });
});
