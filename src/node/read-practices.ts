import {parseSource} from '../core/doctor/check-input.js';
import {adviseOnRest, toWarning} from '../core/feed/advice.js';
import type {Feed, RawFeed} from '../core/feed/feed.js';
import {readNativeJson} from '../core/feed/formats/native-json.js';
import {mergeFeeds} from '../core/feed/merge.js';
import {normalize} from '../core/feed/normalize/normalize.js';
import {parseFeed} from '../core/feed/parse.js';
import {createLabels, type Labels} from '../core/search/labels.js';
import type {Refinements} from '../core/state/search-state.js';
import {runSync} from '../core/time-slicing.js';
import {explainFilter, filterFeed} from './filter-feed.js';
import {textsOf, type DocumentPlace} from './full-texts.js';
import {
  readPages,
  isAddressUnknown,
  nameOf,
  nextOf,
  readInTime,
  readSource,
  tooManyPages,
  toUnreadable,
  type FeedSource,
  type Reading,
  type ReadOptions,
  type Source,
} from './read-source.js';

/** A conversion leaves no practice out. */
const ALL = {maxPractices: Infinity};

/** Which practices of a feed are read, and in which language their words are. */
export interface PracticeOptions extends ReadOptions {
  /**
   * The language of the words, as a BCP 47 tag, where a format has one. Default: the language of the
   * feed, otherwise English.
   */
  readonly language?: string | undefined;
  /**
   * Only practices that match, written as in the attribute `scope`: `topic:education country:ES`.
   */
  readonly filter?: string | undefined;
}

/** The practices of a feed. */
export interface ReadPractices {
  /** With absolute addresses. */
  readonly feed: Feed;
  /** What topics and countries are called in the language. */
  readonly labels: Labels;
  /** What the practices were chosen by. */
  readonly refinements: Refinements;
  /** How many practices there are to choose from. */
  readonly total: number;
}

/** Reads the practices of a feed. Throws an `UnreadableFeedError`. */
export async function readPractices(
  source: FeedSource,
  {filter = '', language, ...options}: PracticeOptions,
  {keepsTexts = false}: Pick<Reading, 'keepsTexts'> = {},
): Promise<ReadPractices> {
  if (language !== undefined && !isLanguage(language))
    throw new TypeError(`“${language}” is not the tag of a language. Tags are such as fr or pt-BR.`);
  const problem = explainFilter(filter);
  if (problem) throw new TypeError(problem);
  const read = await readInTime(source, options, (reading) => readWhole(source, {...reading, keepsTexts}));
  const labels = createLabels(read.topics, language ?? (read.language || 'en'), {}, read.facets);
  return {labels, total: read.practices.length, ...filterFeed(read, filter, labels, options.onWarning)};
}

export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Reads a feed with all its pages and its full texts. A conversion must be complete, so a part that
 * cannot be read is an error. The pages end before an empty one, and before one that was read
 * already, even if a server names more.
 */
export async function readWhole(feed: FeedSource, options: Reading): Promise<Feed> {
  const {facets, format} = options;
  const pages: Feed[] = [];
  let textsPlace: DocumentPlace | null = null;
  let described: unknown;
  let sent = 0;
  let last: Pick<RawFeed, 'next' | 'total'> = {};
  const unread = await readPages(feed, options, async (page, pageOptions) => {
    const source = {...(await readSource(page, pageOptions)), facets: described};
    const {raw} = parse(source, () => parseSource(source, format, facets));
    if (!pages.length) described = raw.facets;
    textsPlace ??= textsOf(source, raw.texts, options);
    sent += raw.records.length;
    last = raw;
    const read = normalize(raw, {...ALL, facets});
    pages.push(isAddressUnknown(source) ? withLastingIds(read, source, options) : read);
    return raw.records.length ? nextOf(source, raw.next) : '';
  });
  if (unread) throw tooManyPages(unread, options);
  for (const advice of adviseOnRest(nameOf(feed, options), sent, last)) options.onWarning?.(toWarning(advice).message);
  const texts = textsPlace ? await readTexts(textsPlace, options) : undefined;
  return runSync(mergeFeeds([{address: nameOf(feed, options), pages, texts}]));
}

/** With the name of the source in the message, if its content is not a feed. */
function parse<T>({address, name}: Source, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toUnreadable(error, name, address);
  }
}

/**
 * Of practices that are otherwise alike, ids contain a hash of the addresses. An unknown address is
 * different at every run. So the ids come from an address that stays the same.
 */
function withLastingIds(page: Feed, source: Source, {facets, format}: Reading): Feed {
  const {raw} = parseSource({...source, address: 'https://feed.invalid/'}, format, facets);
  const {practices} = normalize(raw, {...ALL, facets});
  return {...page, practices: page.practices.map((practice, i) => ({...practice, id: practices[i]!.id}))};
}

async function readTexts({base, place}: DocumentPlace, {maxBytes, onProgress, signal}: Reading): Promise<RawFeed> {
  const source = await readSource(place, {base, maxBytes, onProgress, signal, staysOnHost: true});
  return parse(source, () => {
    const {address: start, content} = parseFeed(source);
    return readNativeJson(content, start);
  });
}
