import type {Feed} from '../feed/feed.js';
import type {FeedBytes} from '../feed/fetch.js';
import {pointerKeys} from '../feed/json-value.js';
import {mergeFeeds} from '../feed/merge.js';
import {normalizeSliced} from '../feed/normalize/normalize.js';
import {joinChunks} from '../feed/parse.js';
import {writeNativeJson} from '../feed/write/native-json.js';
import {withRelativeAddresses} from '../feed/write/relative-addresses.js';
import type {Practice} from '../practice.js';
import {decodeText} from '../text/decode.js';
import type {Sliced} from '../time-slicing.js';
import {checkFeedSliced} from './check-feed.js';
import {createCheckInput, parseSource} from './check-input.js';
import {findUsualSpellings} from './checks/duplicates.js';
import {correctNames} from './checks/fields.js';
import {looksLikeJson} from './locate.js';
import {repairJsonSliced} from './repair-json.js';
import type {FindingCode, Report} from './report.js';

/** A feed in our own format, without the mistakes that need no decision of its publisher. */
export interface Repair {
  readonly text: string;
  /** How many practices it has. */
  readonly practices: number;
  /** What was corrected: how many times, by the code of the finding. */
  readonly corrected: ReadonlyMap<FindingCode, number>;
  /** What is not in it, because the widget cannot show it. */
  readonly leftOut: ReadonlyMap<FindingCode, number>;
  /** The report on the repaired feed: what its publisher has to correct. */
  readonly left: Report;
}

/** Findings that a repair corrects, beside those of JSON. */
const CORRECTED: readonly FindingCode[] = [
  'misspelt-field',
  'city-spellings',
  'topic-spellings',
  'unknown-version',
  'unknown-topic',
  'duplicate-id',
  'swapped-location',
  'empty-section',
];
/** Findings about values that are not in the repaired feed. */
const LEFT_OUT: readonly FindingCode[] = [
  'not-a-record',
  'no-title',
  'unknown-field',
  'unused-field',
  'bad-topic',
  'bad-synonyms',
  'too-many-synonyms',
  'bad-date',
  'bad-text',
  'text-too-long',
  'too-much-text',
  'too-many-marks',
  'unknown-language',
  'bad-location',
  'too-many-items',
  'foreign-address',
  'bad-address',
];

/**
 * Repairs a feed of one or several pages. Null if there is nothing to correct, or if it cannot be
 * read.
 */
export function* repairSliced(pages: readonly FeedBytes[]): Sliced<Repair | null> {
  const [first] = pages;
  const feeds: Feed[] = [];
  const corrected = new Map<FindingCode, number>();
  const leftOut = new Map<FindingCode, number>();
  const add = (counts: Map<FindingCode, number>, code: FindingCode, count: number) =>
    counts.set(code, (counts.get(code) ?? 0) + count);
  for (const page of pages) {
    const document = yield* repairDocument(page);
    if (!document) return null;
    for (const code of document.faults) add(corrected, code, 1);
    const {findings} = yield* checkFeedSliced(document.bytes);
    for (const {code, count} of findings) if (CORRECTED.includes(code)) add(corrected, code, count);
    // A practice whose “tilte” is corrected is not left out.
    const named = withCorrectNames(document.bytes);
    for (const {code, count} of (yield* checkFeedSliced(named)).findings)
      if (LEFT_OUT.includes(code)) add(leftOut, code, count);
    feeds.push(yield* readRepaired(named));
  }
  if (!first || !corrected.size) return null;
  const feed = yield* mergeFeeds([{address: first.address, pages: feeds}]);
  const written = withRelativeAddresses(feed);
  const {practices} = written;
  if (!practices.length) return null;
  const text = `${writeNativeJson(written, practices)}\n`;
  const left = yield* checkFeedSliced(toBytes(text, first.address));
  return {text, practices: practices.length, corrected, leftOut, left};
}

const toBytes = (text: string, address: string): FeedBytes => ({
  address,
  charset: '',
  chunks: [new TextEncoder().encode(text)],
});

/** A document that can be read, and what was wrong with it. */
interface RepairedDocument {
  readonly bytes: FeedBytes;
  readonly faults: readonly FindingCode[];
}

function* repairDocument(page: FeedBytes): Sliced<RepairedDocument | null> {
  const {address, charset, chunks} = page;
  const text = decodeText(joinChunks(chunks), charset);
  const isJson = looksLikeJson(text) || /^\s*[\w.$]+\s*[(=]\s*[[{]/.test(text);
  const repaired = isJson ? yield* repairJsonSliced(text) : {text, faults: []};
  if (!repaired) return null;
  const faults = repaired.faults.map(({code}) => code);
  const bytes = faults.length ? toBytes(repaired.text, address) : page;
  try {
    parseSource(bytes);
  } catch {
    return null;
  }
  return {bytes, faults};
}

/** The practices, with the names of cities and topics corrected. */
function* readRepaired(bytes: FeedBytes): Sliced<Feed> {
  const source = parseSource(bytes);
  const feed = yield* normalizeSliced(source.raw, {maxPractices: Infinity});
  const usual = findUsualSpellings(createCheckInput(source, feed));
  const correct = (practice: Practice): Practice => ({
    ...practice,
    places: practice.places.map((place) => ({...place, city: usual.city(place.city)})),
    topics: [...new Set(practice.topics.map(usual.topic))],
  });
  return {...feed, practices: feed.practices.map(correct)};
}

/** The document, with misspelt names of fields corrected if the names are meant to be ours. */
function withCorrectNames(bytes: FeedBytes): FeedBytes {
  const {document, raw} = parseSource(bytes);
  if (document === null) return bytes;
  const corrected = mapAt(document, pointerKeys(raw.pointer), (records) =>
    Array.isArray(records) ? records.map(correctNames) : records,
  );
  return toBytes(JSON.stringify(corrected), bytes.address);
}

/** A document with another value at the end of a path. */
function mapAt(value: unknown, [key, ...path]: readonly string[], map: (value: unknown) => unknown): unknown {
  if (key === undefined) return map(value);
  const inner = value as Record<string, unknown>;
  return {...inner, [key]: mapAt(inner[key], path, map)};
}
