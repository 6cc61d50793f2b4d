import type {FeedInfo, FeedWarning} from '../feed/feed.js';
import {fieldsOf, isObject, type JsonObject, listOf, textOf} from '../feed/json-value.js';
import type {Practice} from '../practice.js';
import {MAX_WINDOW, type templateIds} from './fields.js';
import {pause} from './pause.js';
import type {ClusterTools} from './tools.js';

/** The name of a template. The server has an address for each. */
export type Template = keyof typeof templateIds;

/** The parameters of a template: all of them are texts. */
export type Parameters = Readonly<Record<string, string>>;

/** A value and how many practices have it. */
export interface Bucket {
  readonly key: string;
  readonly count: number;
  /** Where the first practice with it is in the feed. */
  readonly first: number;
  buckets(name: string): readonly Bucket[];
}

export interface ClusterHit {
  readonly record: JsonObject & {readonly id: string};
  readonly sources: readonly string[];
  readonly score: number;
}

/** The answer of a cluster. Nothing in it is trusted, so every missing part is empty. */
export interface ClusterAnswer {
  /** One if parts of the index did not answer, otherwise none. */
  readonly warnings: readonly FeedWarning[];
  readonly total: number;
  readonly hits: readonly ClusterHit[];
  readonly ids: readonly string[];
  /** How many practices an aggregation counts. */
  count(path: readonly string[]): number;
  buckets(path: readonly string[]): Bucket[];
  /** The best option for each misspelt word. */
  suggestions(name: string): readonly {readonly text: string; readonly option: string}[];
}

/** Asks one index. */
export interface ClusterClient {
  ask(template: Template, parameters: Parameters, signal: AbortSignal): Promise<ClusterAnswer>;
  readInfo(answer: ClusterAnswer): {
    readonly info: FeedInfo;
    readonly languages: readonly string[];
    readonly orders: readonly string[];
  };
  readRecords(records: readonly JsonObject[]): readonly Practice[];
}

export interface ClientOptions {
  /** Absolute. */
  readonly address: string;
  /** In bytes. */
  readonly maxBytes: number;
}

/** Answers to keep, for Back and for queries that are typed again. */
const MAX_ANSWERS = 60;
/** In characters, of all answers that are kept. */
const MAX_KEPT = 20_000_000;
/** Practices in an answer if the question does not say how many. */
const MAX_HITS = 100;
/** In milliseconds, up to twice as long: the clients of a busy server come back at different times. */
const RETRY_MS = 400;

const objectsOf = (value: unknown): readonly JsonObject[] => listOf(value).filter(isObject);
const numberOf = (value: unknown) => Number(value) || 0;
/** How many there are: a whole number, which a page can show. */
const countOf = (value: unknown) => (Number.isSafeInteger(value) ? Math.max(0, value as number) : 0);
const textsOf = (value: unknown) => listOf(value).map(textOf).filter(Boolean);

/** Creates a client for the index at an address. */
export function createClient(tools: ClusterTools, {address, maxBytes}: ClientOptions): ClusterClient {
  const {FeedError} = tools;
  const answers = new Map<string, {readonly answer: ClusterAnswer; readonly size: number}>();
  let kept = 0;
  let described: JsonObject = {};

  async function post(template: Template, parameters: Parameters, signal: AbortSignal) {
    const body = JSON.stringify(parameters);
    const document = await tools.post(`${address.replace(/\/$/, '')}/${template}`, body, maxBytes, signal);
    if (!isObject(document) || !isObject(document['hits']))
      throw new FeedError(
        'not-a-feed',
        `${address} does not answer as a search cluster. Check the address and its configuration: see docs/large-feeds.md.`,
      );
    const {failed, total} = fieldsOf(document['_shards']);
    const isPart = numberOf(failed) > 0 || document['timed_out'] === true;
    const message = `${address} answered for a part of its practices: ${numberOf(failed)} of ${numberOf(total)} shards failed. Check the health of the cluster.`;
    if (isPart) tools.warnOnce(message);
    // A server may answer with more than a page can show.
    const limit = Math.min(Number(parameters['size'] ?? MAX_HITS), MAX_WINDOW);
    const hits = objectsOf(document['hits']['hits']).slice(0, limit);
    const warnings: FeedWarning[] = isPart ? [{code: 'partial-answer', pointer: '', message}] : [];
    const answer = readAnswer(document, {...document['hits'], hits}, warnings);
    return {answer, size: JSON.stringify(document).length};
  }

  /** Makes room for an answer: the oldest ones go. */
  function keep(key: string, entry: {readonly answer: ClusterAnswer; readonly size: number}): void {
    answers.set(key, entry);
    kept += entry.size;
    for (const [oldest, {size}] of answers) {
      if (answers.size <= MAX_ANSWERS && kept <= MAX_KEPT) break;
      answers.delete(oldest);
      kept -= size;
    }
  }

  return {
    async ask(template, parameters, signal) {
      const key = template + JSON.stringify(parameters);
      const known = answers.get(key);
      if (known) return known.answer;
      const entry = await post(template, parameters, signal).catch(async (error: unknown) => {
        // A node that failed, or a server that is busy, may answer a moment later.
        if (!(error instanceof FeedError && error.retryable && error.code !== 'timeout')) throw error;
        await pause(RETRY_MS * (1 + Math.random()), signal);
        return post(template, parameters, signal);
      });
      // What is missing may be there the next time. Another question may have brought the same meanwhile.
      if (!entry.answer.warnings.length && !answers.has(key)) keep(key, entry);
      return entry.answer;
    },
    readInfo(answer) {
      const [hit] = answer.hits;
      if (!hit)
        throw new FeedError(
          'not-a-feed',
          `The index at ${address} does not describe its feed. Create it with “good-practice-browser index”.`,
        );
      described = hit.record;
      const {practices: _, ...info} = tools.readFeed({...described, practices: []}, address);
      return {info, languages: textsOf(described['languages']), orders: textsOf(described['orders'])};
    },
    readRecords(records) {
      const {facets, language, topics} = described;
      return tools.readFeed({version: '1', facets, language, topics, practices: records}, address).practices;
    },
  };
}

function readAnswer(document: JsonObject, {hits, total}: JsonObject, warnings: readonly FeedWarning[]): ClusterAnswer {
  const found = objectsOf(hits);
  const at = (path: readonly string[]): JsonObject => {
    let value: unknown = document['aggregations'];
    for (const name of path) value = fieldsOf(value)[name];
    return fieldsOf(value);
  };
  return {
    warnings,
    total: countOf(isObject(total) ? total['value'] : total),
    hits: [...readHits(found)],
    ids: found.map(({fields}) => textsOf(fieldsOf(fields)['id'])[0] ?? ''),
    count: (path) => countOf(at(path)['doc_count']),
    buckets: (path) => readBuckets(at(path)),
    suggestions: (name) =>
      objectsOf(fieldsOf(document['suggest'])[name]).flatMap(({options, text}) => {
        const [best] = objectsOf(options);
        return best ? {text: textOf(text), option: textOf(best['text'])} : [];
      }),
  };
}

/** Each practice once. */
function* readHits(found: readonly JsonObject[]): Generator<ClusterHit> {
  const ids = new Set<string>();
  for (const {_score, _source} of found) {
    const {record, sources} = fieldsOf(_source);
    if (!isObject(record)) continue;
    const id = textOf(record['id']);
    if (ids.has(id)) continue;
    ids.add(id);
    yield {record: {...record, id}, sources: textsOf(sources), score: numberOf(_score)};
  }
}

const readBuckets = ({buckets}: JsonObject): Bucket[] =>
  objectsOf(buckets).map((bucket) => {
    const {doc_count, first, key} = bucket;
    return {
      key: textOf(key),
      count: countOf(doc_count),
      first: numberOf(fieldsOf(first)['value']),
      buckets: (name) => readBuckets(fieldsOf(bucket[name])),
    };
  });
