import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Feed, FeedInfo, RawFeed} from '../../core/feed/feed.js';
import {mergeFeeds} from '../../core/feed/merge.js';
import {normalize} from '../../core/feed/normalize/normalize.js';
import {withDistinctIds} from '../../core/feed/normalize/practice-id.js';
import {withoutRelativeAddresses} from '../../core/feed/write/relative-addresses.js';
import type {Practice} from '../../core/practice.js';
import {textLanguages} from '../../core/search/fields.js';
import {fold} from '../../core/text/fold.js';
import {runSync} from '../../core/time-slicing.js';
import {textsOf} from '../full-texts.js';
import {readWhole} from '../read-practices.js';
import {readPages, nextOf, tooManyPages, type Reading, type ReadOptions} from '../read-source.js';
import {
  MAX_WHOLE_BYTES,
  PART,
  readDocumentInParts,
  STANDARD_INPUT,
  storeDocument,
  FILE_ORIGIN,
  type StoredDocument,
} from './stored-document.js';

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

const MAX_LANGUAGES = 4;

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
  let described: unknown;
  const {maxPages = Infinity, onProgress} = options;
  const reading: Reading = {...options, maxPages, signal: deadlineOf(options)};
  const unread = await readPages(feed, reading, async (page, pageOptions) => {
    const name = documents.length ? (page as string) : feed;
    const stored = await storeDocument(name, pageOptions, join(folder, String(documents.length)));
    const document = {...stored, facets: described};
    documents.push(document);
    let [records, next, texts]: [number, unknown, unknown] = [0, '', ''];
    for await (const raw of readDocumentInParts(document, options)) {
      records += raw.records.length;
      ({next, texts} = raw);
      if (documents.length === 1) described = raw.facets;
      survey.add(normalizePart(raw, options));
      onProgress?.(survey.count, 'practices');
    }
    hasTexts ||= Boolean(textsOf(document, texts));
    return records ? nextOf(document, next) : '';
  });
  if (unread) throw tooManyPages(unread, options);
  if (hasTexts) return null;
  return {...survey.result(), parts: () => readParts(documents, options, survey.counts)};
}

/** Stops when the time of the caller is over, if there is a limit. */
const deadlineOf = ({timeoutSeconds}: ReadOptions): AbortSignal =>
  timeoutSeconds === undefined ? new AbortController().signal : AbortSignal.timeout(timeoutSeconds * 1000);

const normalizePart = (raw: RawFeed, {facets}: ReadOptions): Feed =>
  withoutRelativeAddresses(normalize(raw, {facets, maxPractices: Infinity}), FILE_ORIGIN)[0];

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
    const path = isFile ? (await storeDocument(feed, reading, join(folder, `whole-${i}`))).path : feed;
    const base = options.base ?? (isFile ? `${FILE_ORIGIN}/${encodeURIComponent(basename(path))}` : undefined);
    const whole = await readWhole(path, {...reading, base, ...(feed === STANDARD_INPUT && {name: 'standard input'})});
    const address = isFile ? pathToFileURL(path).href : feed;
    read.push({address, pages: [withoutRelativeAddresses(whole, FILE_ORIGIN)[0]]});
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
