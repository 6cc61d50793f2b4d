import {createWriteStream, openSync, closeSync, writeSync} from 'node:fs';
import {mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseSource} from '../../core/doctor/check-input.js';
import {FeedError} from '../../core/feed/feed-error.js';
import type {Feed, FeedInfo, RawFeed} from '../../core/feed/feed.js';
import {fetchFeed} from '../../core/feed/fetch.js';
import {isNativeJson, readNativeJson} from '../../core/feed/formats/native-json.js';
import {readDocument} from '../../core/feed/formats/read-document.js';
import {isObject} from '../../core/feed/json-value.js';
import {mergeFeeds} from '../../core/feed/merge.js';
import {normalize} from '../../core/feed/normalize/normalize.js';
import {withDistinctIds} from '../../core/feed/normalize/practice-id.js';
import {askForAll} from '../../core/feed/paging.js';
import {withoutRelativeAddresses} from '../../core/feed/write/relative-addresses.js';
import type {Practice} from '../../core/practice.js';
import {textLanguages} from '../../core/search/fields.js';
import {fold} from '../../core/text/fold.js';
import {runSync} from '../../core/time-slicing.js';
import {readWhole} from '../read-practices.js';
import {
  followPages,
  nextOf,
  toUnreadable,
  tooManyPages,
  type Reading,
  type ReadOptions,
  type Source,
} from '../read-source.js';
import {NotScannableError, scanRecords} from './scan-records.js';

/** The practices of one or several feeds, in parts. */
export interface PracticeStream {
  readonly info: FeedInfo;
  /** BCP 47 tags of the languages of the texts, the most frequent first. At most four. */
  readonly languages: readonly string[];
  /** The ids of all topics that practices have. */
  readonly topics: ReadonlySet<string>;
  /** How many practices there are; a few less if a practice is on two pages. */
  readonly count: number;
  /** Reads the practices, in the order of the feed. It can be called again. */
  parts(): AsyncGenerator<readonly Practice[]>;
  /** Removes temporary files. */
  close(): Promise<void>;
}

/** The standard input, as a feed. */
export const STANDARD_INPUT = '-';

/** From this size on, a document in our own JSON is read in parts. */
const MIN_SCANNED_BYTES = 8_000_000;
/** The largest document that is read whole: engines of JavaScript have no longer texts. */
const MAX_WHOLE_BYTES = 500_000_000;
/** Practices in one part of a document that was read whole. */
const PART = 500;
const MAX_LANGUAGES = 4;

/**
 * The origin of a file without an address. It is the same at every run, so that ids that depend on
 * addresses are the same too. `.invalid` exists nowhere (RFC 2606).
 */
const UNKNOWN_ORIGIN = 'https://feed.invalid';

/** A document of a feed, whose bytes are on disk. */
interface StoredDocument extends Source {
  readonly path: string;
  /** What is around the records; null if the document is read whole. */
  readonly head: Readonly<Record<string, unknown>> | null;
}

/**
 * Reads feeds to their end, and keeps no practices: `parts` reads them again. So a feed that cannot be
 * read changes nothing on the cluster. Documents from an address are kept in a temporary folder.
 * Throws an `UnreadableFeedError`.
 *
 * Several feeds are merged in memory, and so is a feed with its full texts in another document.
 */
export async function openPractices(feeds: readonly string[], options: ReadOptions): Promise<PracticeStream> {
  const folder = await mkdtemp(join(tmpdir(), 'good-practices-'));
  const close = () => rm(folder, {recursive: true, force: true});
  try {
    const stream = feeds.length === 1 ? await openFeed(feeds[0]!, options, folder) : null;
    return {...(stream ?? (await openInMemory(feeds, options, folder))), close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** Null if the practices depend on a further document. */
async function openFeed(
  feed: string,
  options: ReadOptions,
  folder: string,
): Promise<Omit<PracticeStream, 'close'> | null> {
  const documents: StoredDocument[] = [];
  const survey = createSurvey();
  let hasTexts = false;
  const {maxPages = Infinity, onProgress} = options;
  const reading: Reading = {...options, maxPages, signal: deadlineOf(options)};
  const unread = await followPages(feed, reading, async (page, pageOptions) => {
    const document = await store(
      documents.length ? (page as string) : feed,
      pageOptions,
      join(folder, String(documents.length)),
    );
    documents.push(document);
    let [records, next, texts]: [number, unknown, unknown] = [0, '', ''];
    for await (const raw of readDocumentInParts(document, options)) {
      records += raw.records.length;
      ({next, texts} = raw);
      survey.add(normalizePart(raw, options));
      onProgress?.(survey.count, 'practices');
    }
    hasTexts ||= Boolean(texts);
    return records ? nextOf(document, next) : '';
  });
  if (unread) throw tooManyPages(unread, options);
  if (hasTexts) return null;
  return {...survey.result(), parts: () => readParts(documents, options, survey.counts)};
}

/** Stops when the time of the caller is over, if there is a limit. */
const deadlineOf = ({timeoutSeconds}: ReadOptions): AbortSignal =>
  timeoutSeconds === undefined ? new AbortController().signal : AbortSignal.timeout(timeoutSeconds * 1000);

/** Writes a document to disk, unless it is a file. */
async function store(feed: string, options: Reading, path: string): Promise<StoredDocument> {
  const {base, maxBytes = Infinity, onProgress, signal, staysOnHost} = options;
  const name = feed === STANDARD_INPUT ? 'standard input' : feed;
  try {
    if (/^https?:/i.test(feed)) {
      const file = openSync(path, 'w');
      const fetched = await fetchFeed(askForAll(feed), {
        signal,
        maxBytes,
        staysOnHost,
        onChunk: (chunk) => void writeSync(file, chunk),
        onProgress: (bytes) => onProgress?.(bytes, 'bytes'),
      }).finally(() => closeSync(file));
      return await withHead({...fetched, path, name, address: base || fetched.address, fetched, head: null});
    }
    const own = feed === STANDARD_INPUT ? path : /^file:/i.test(feed) ? fileURLToPath(feed) : feed;
    if (feed === STANDARD_INPUT) await pipeline(process.stdin, createWriteStream(path));
    const {size} = await stat(own);
    if (size > maxBytes) throw new FeedError('too-large', `${name} is larger than ${maxBytes} bytes.`);
    const address = base || `${UNKNOWN_ORIGIN}/${encodeURIComponent(basename(own))}`;
    return await withHead({path: own, name, address, charset: '', chunks: [], head: null});
  } catch (error) {
    throw toUnreadable(error, name, feed);
  }
}

/** Reads what is around the records of a large document, as records depend on it. */
async function withHead(document: StoredDocument): Promise<StoredDocument> {
  const {name, path} = document;
  if ((await stat(path)).size < MIN_SCANNED_BYTES) return document;
  const {head, lists} = scanRecords(path, name);
  try {
    for await (const _ of lists);
  } catch (error) {
    if (error instanceof NotScannableError) return document;
    throw error;
  }
  const content: unknown = JSON.parse(head());
  return {...document, head: isObject(content) ? content : {}};
}

/** Reads a document again and again, with some of its records each time. */
async function* readDocumentInParts(document: StoredDocument, options: ReadOptions): AsyncGenerator<RawFeed> {
  const {address, charset, head, name, path} = document;
  const {facets = '', format = ''} = options;
  try {
    if (head && (!format || format === 'json')) {
      for await (const list of scanRecords(path, name).lists) {
        const content = {...head, practices: parseList(list, name)};
        yield !format && isNativeJson(content, facets)
          ? readNativeJson(content, address)
          : readDocument(content, address, format || 'json', facets);
      }
      return;
    }
    const {size} = await stat(path);
    if (size > MAX_WHOLE_BYTES)
      throw new FeedError(
        'too-large',
        `${name} has ${size} bytes. Only our own JSON may have more than ${MAX_WHOLE_BYTES}. Split it into pages.`,
      );
    const {raw} = parseSource({address, charset, chunks: [new Uint8Array(await readFile(path))]}, format, facets);
    for (let i = 0; i < Math.max(raw.records.length, 1); i += PART)
      yield {...raw, records: raw.records.slice(i, i + PART)};
  } catch (error) {
    throw toUnreadable(error, name, address);
  }
}

function parseList(list: Buffer, name: string): unknown {
  try {
    return JSON.parse(list.toString());
  } catch (cause) {
    throw new FeedError('not-json', `${name} is not valid JSON. ${String(cause)}`, {cause});
  }
}

const normalizePart = (raw: RawFeed, {facets}: ReadOptions): Feed =>
  withoutRelativeAddresses(normalize(raw, {facets, maxPractices: Infinity}), UNKNOWN_ORIGIN)[0];

/** Sums up parts of a feed, without their practices. */
function createSurvey() {
  const counts = new Map<string, number>();
  const languages = new Map<string, number>();
  const topics = new Set<string>();
  let info: Feed | undefined;
  let count = 0;
  return {
    counts,
    get count() {
      return count;
    },
    add(part: Feed) {
      const {language, practices} = part;
      count += practices.length;
      for (const {id, topics: own} of practices) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
        for (const topic of own) topics.add(topic);
      }
      for (const each of textLanguages(practices, language))
        languages.set(each, (languages.get(each) ?? 0) + practices.length);
      const bare = {...part, practices: [], warnings: [], totalRecords: 0, readRecords: 0};
      info = info ? runSync(mergeFeeds([{address: '', pages: [info, bare]}])) : bare;
    },
    result() {
      const ordered = [...languages].sort(([, a], [, b]) => b - a).map(([language]) => language);
      return {info: info!, count, topics, languages: ordered.slice(0, MAX_LANGUAGES)};
    },
  };
}

/**
 * Reads the practices again. Those that share an id come last: their ids depend on all of them. A
 * practice that has moved to the next page between two requests comes once.
 */
async function* readParts(
  documents: readonly StoredDocument[],
  options: ReadOptions,
  counts: ReadonlyMap<string, number>,
): AsyncGenerator<readonly Practice[]> {
  const shared: Practice[] = [];
  const pageOf = new Map<string, number>();
  for (const [page, document] of documents.entries())
    for await (const raw of readDocumentInParts(document, options)) {
      const {practices} = normalizePart(raw, options);
      yield practices.filter(({id}) => counts.get(id) === 1);
      for (const practice of practices) {
        if (counts.get(practice.id) === 1) continue;
        const key = `${practice.id}\n${fold(practice.title[0]!.text)}`;
        if ((pageOf.get(key) ?? page) === page) shared.push(practice);
        if (!pageOf.has(key)) pageOf.set(key, page);
      }
    }
  if (!shared.length) return;
  const taken = new Set([...counts].filter(([, count]) => count === 1).map(([id]) => id));
  yield withDistinctIds(shared, taken);
}

/** Merges feeds as the widget does, in memory. */
async function openInMemory(
  feeds: readonly string[],
  options: ReadOptions,
  folder: string,
): Promise<Omit<PracticeStream, 'close'>> {
  const {maxBytes = MAX_WHOLE_BYTES, maxPages = Infinity} = options;
  const read = [];
  for (const [i, feed] of feeds.entries()) {
    const reading = {...options, maxBytes, maxPages, signal: deadlineOf(options)};
    const isFile = !/^https?:/i.test(feed);
    const path = isFile ? (await store(feed, reading, join(folder, `whole-${i}`))).path : feed;
    const base = options.base ?? (isFile ? `${UNKNOWN_ORIGIN}/${encodeURIComponent(basename(path))}` : undefined);
    const whole = await readWhole(path, {...reading, base, ...(feed === STANDARD_INPUT && {name: 'standard input'})});
    const address = isFile ? pathToFileURL(path).href : feed;
    read.push({address, pages: [withoutRelativeAddresses(whole, UNKNOWN_ORIGIN)[0]]});
  }
  const feed = runSync(mergeFeeds(read));
  const survey = createSurvey();
  survey.add(feed);
  return {
    ...survey.result(),
    info: feed,
    async *parts() {
      for (let i = 0; i < feed.practices.length; i += PART) yield feed.practices.slice(i, i + PART);
    },
  };
}
