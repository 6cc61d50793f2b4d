import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {FeedError} from '../../../../../src/core/feed/feed-error.js';
import type {Feed} from '../../../../../src/core/feed/feed.js';
import {formatNames, readDocument} from '../../../../../src/core/feed/formats/read-document.js';
import {isNativeJson, readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {parseFeed} from '../../../../../src/core/feed/parse.js';
import {withDistinctIds} from '../../../../../src/core/feed/normalize/practice-id.js';
import {createLocalEngine} from '../../../../../src/core/engine/local-engine.js';
import {attributes} from '../../../../../src/core/practice.js';
import {initialState, noRefinements} from '../../../../../src/core/state/search-state.js';
import {effort} from '../../../../support/iterations.js';
import {oddDocuments, type Outcome} from '../../../../fixtures/odd-documents.js';

/** How often a law is tried. */
const RUNS = effort(2000, 20_000);
/** So many documents are searched together. */
const TOGETHER = 40;
const ADDRESS = 'https://city.example/feed.json';

type Read = (content: unknown) => ReturnType<typeof readNativeJson>;
const own: Read = (content) => readNativeJson(content, ADDRESS);
const any: Read = (content) => readDocument(content, ADDRESS);

/** What is read, or the code of the error; throws what is anything else. */
function outcome(document: string | Uint8Array, read: Read, format?: string): Feed | string {
  const chunks = [typeof document === 'string' ? new TextEncoder().encode(document) : new Uint8Array(document)];
  try {
    return normalize(read(parseFeed({address: ADDRESS, charset: '', chunks}, format).content));
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
}

/** Holds for every feed, from any document. */
function check({practices, readRecords, warnings}: Feed, document: unknown, isExact: boolean): void {
  expect(new Set(practices.map(({id}) => id)).size).to.equal(practices.length);
  for (const {id, title} of practices) {
    expect(id).to.not.equal('');
    for (const {text} of title) expect(text).to.match(/\S/);
    expect(title.length).to.be.above(0);
  }
  // Every record is shown, or there is a word on why not; a word is said once for all that it holds of.
  const isCalled = warnings.some(({code}) => code === 'no-title' || code === 'not-a-record');
  expect(isCalled, 'what is left out is told').to.equal(practices.length < readRecords);
  for (const {pointer} of warnings) {
    // Readers of other formats give fields our names, and may find topics deep within: there the pointer to the record is right.
    const told = isExact ? pointer : (/^(?!\/topics\/).*?\/\d+(?=\/|$)/.exec(pointer)?.[0] ?? '');
    expect(isPointer(document, told), pointer).to.equal(true);
  }
}

/** Whether a pointer (RFC 6901) leads to something, or to what is missing in something. */
function isPointer(document: unknown, pointer: string): boolean {
  let value: unknown = {'': document};
  for (const token of pointer.split('/')) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, token.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return true;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function search(feeds: readonly Feed[]): Promise<void> {
  const practices = withDistinctIds(feeds.flatMap((feed) => feed.practices));
  const topics = feeds.flatMap((feed) => feed.topics);
  const engine = createLocalEngine(
    {...feeds[0]!, practices, topics},
    {
      scope: noRefinements,
      facets: attributes,
      sort: null,
      hitsPerPage: practices.length + 1,
      language: 'en',
      currentYear: 2026,
    },
  );
  const all = await engine.search(initialState);
  expect(all.totalHits).to.equal(practices.length);
  for (const query of ['a', '0 -1', '"__proto__"', '\uD83D'])
    expect((await engine.search({...initialState, query})).totalHits).to.be.at.most(practices.length);
  for (const sort of ['title', 'city', 'newest'] as const)
    expect((await engine.search({...initialState, sort})).totalHits).to.equal(practices.length);
  const [first] = practices;
  if (first) expect((await engine.practice(first.id))?.id).to.equal(first.id);
  engine.close();
}

const names = [
  'practices items features data version topics language id title titleLang city country location period year years',
  'summary sections heading text html base url image src alt links label contact name email phone updated license next_url',
  'type geometry coordinates properties attributes relationships links rendered acf fields en fr __proto__ constructor',
]
  .join(' ')
  .split(' ');
/** JSON that has much in the places where readers look. */
const {value: hostile} = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 5, depthSize: 'small'},
    fc.oneof(
      fc.jsonValue({maxDepth: 1, stringUnit: 'binary'}),
      fc.constantFrom('A', 'GB', '2015–', 'https://[', '<p>', Number.MAX_VALUE, '\uD83D', '&#0;'),
    ),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 6, noNullPrototype: true}),
  ),
}));
const record = fc.dictionary(fc.constantFrom(...names), hostile, {maxKeys: 8, noNullPrototype: true});
const feed = fc.record(
  {practices: fc.array(fc.oneof(record, hostile), {maxLength: 4}), topics: hostile, language: hostile},
  {requiredKeys: ['practices']},
);
const documents = fc.array(
  fc.oneof(fc.jsonValue({stringUnit: 'binary'}), hostile, feed, fc.array(record, {maxLength: 4})),
  {
    minLength: TOGETHER,
    maxLength: TOGETHER,
  },
);

// Requirement: S-19
describe('any JSON whatsoever', () => {
  it(`gives a feed that can be searched, or an error (${RUNS} documents)`, async function () {
    this.timeout(RUNS * 90);
    await fc.assert(
      fc.asyncProperty(documents, async (list) => {
        const feeds: Feed[] = [];
        for (const document of list) {
          const json = JSON.stringify(document);
          for (const read of [own, any]) {
            const result = outcome(json, read);
            if (typeof result === 'string') expect(result).to.be.oneOf(['not-json', 'not-a-feed']);
            else check(result, JSON.parse(json), read === own);
            if (typeof result !== 'string') feeds.push(result);
          }
        }
        if (feeds.length) await search(feeds);
      }),
      {numRuns: RUNS / TOGETHER},
    );
  });

  it('does so in every format that is named', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, feed), fc.constantFrom(...formatNames), (document, format) => {
        const result = outcome(JSON.stringify(document), (content) => readDocument(content, ADDRESS, format), format);
        if (typeof result === 'string') expect(result).to.be.oneOf(['not-json', 'not-a-feed']);
      }),
      {numRuns: RUNS / 2},
    );
  });

  it('does so for a real feed with random changes', async function () {
    this.timeout(RUNS * 90);
    const url = new URL('../../../../../demo/practices.json', import.meta.url);
    const {practices, ...rest} = await (await fetch(url)).json();
    const few = JSON.stringify({...rest, practices: practices.slice(0, 2)});
    const pieces = fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      'null',
      '1e999',
      '\\u0000',
      '\\uD83D',
      '\0',
      '<',
      '&',
      ' ',
    );
    const change = fc.tuple(fc.nat({max: few.length}), fc.nat({max: 20}), pieces);
    const swap = fc.tuple(fc.nat({max: 200}), hostile);
    await fc.assert(
      fc.asyncProperty(fc.array(change, {maxLength: 3}), fc.array(swap, {maxLength: 5}), async (changes, swaps) => {
        let at = 0;
        // values of the tree, by their number
        const chosen = new Map(swaps);
        let json = JSON.stringify(JSON.parse(few, (_, value) => (chosen.has(++at) ? chosen.get(at) : value)));
        if (swaps.length < 3)
          for (const [start, length, piece] of changes)
            json = json.slice(0, start) + piece + json.slice(start + length);
        for (const read of [own, any]) {
          const result = outcome(json, read);
          if (typeof result === 'string') expect(result).to.be.oneOf(['not-json', 'not-a-feed']);
          // What is no JSON any more may be a table, by chance.
          else if (isJson(json)) check(result, JSON.parse(json), read === own);
        }
      }),
      {numRuns: RUNS / 4},
    );
  });

  describe('of the kinds that parser tests use', () => {
    const errors = ['not-json', 'not-a-feed'];
    const isAsExpected = (result: Feed | string, expected: Outcome) =>
      typeof result === 'string'
        ? expected === 'any' || result === expected || (expected === 'either error' && errors.includes(result))
        : expected === 'any' || result.practices.length === expected;
    for (const [what, document, expected] of oddDocuments) {
      it(`gives ${expected === 'any' ? 'a feed, or says that it is none' : typeof expected === 'number' ? `${expected} practices` : expected}: ${what}`, () => {
        const result = outcome(document, any);
        expect(isAsExpected(result, expected), JSON.stringify(result).slice(0, 300)).to.equal(true);
        // our own format alone takes no more than all formats together
        const alone = outcome(document, own);
        if (typeof alone !== 'string' && alone.practices.length) expect(typeof result).to.equal('object');
      });
    }
  });

  it('is searched only a few levels deep, and all readers agree on our own format', () => {
    const deep = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    const nested = Object.fromEntries(names.map((name) => [name, deep(3000)]));
    const practice = {...nested, title: 'A', sections: [{heading: 'A', text: 'B', ...{html: deep(3000)}}]};
    expect(isNativeJson([practice])).to.equal(false);
    for (const read of [own, any]) expect(normalize(read([practice])).practices).to.have.length(1);
  });
});
