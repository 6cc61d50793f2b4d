import type {FeedInfo, FeedWarning} from '../feed/feed.js';
import type {JsonObject} from '../feed/json-value.js';
import type {Practice} from '../practice.js';
import type {templateIds} from './fields.js';
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
/** In milliseconds, up to twice as long: the clients of a busy server come back at different times. */
const RETRY_MS = 400;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const numberOf = (value: unknown) => Number(value) || 0;
const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);

/** Creates a client for the index at an address. */
export function createClient(tools: ClusterTools, {address, maxBytes}: ClientOptions): ClusterClient {
  const {FeedError} = tools;
  const answers = new Map<string, ClusterAnswer>();
  let described: JsonObject = {};

  async function post(template: Template, body: string, signal: AbortSignal): Promise<ClusterAnswer> {
    const document = await tools.post(`${address.replace(/\/$/, '')}/${template}`, body, maxBytes, signal);
    if (!isObject(document) || !isObject(document['hits']))
      throw new FeedError(
        'not-a-feed',
        `${address} does not answer as a search cluster. Check the address and its configuration: see docs/large-feeds.md.`,
      );
    const {failed, total} = isObject(document['_shards']) ? document['_shards'] : {};
    const isPart = numberOf(failed) > 0 || document['timed_out'] === true;
    const message = `${address} answered for a part of its practices: ${numberOf(failed)} of ${numberOf(total)} shards failed. Check the health of the cluster.`;
    if (isPart) tools.warnOnce(message);
    return readAnswer(document, document['hits'], isPart ? [{code: 'partial-answer', pointer: '', message}] : []);
  }

  return {
    async ask(template, parameters, signal) {
      const body = JSON.stringify(parameters);
      const key = template + body;
      const known = answers.get(key);
      if (known) return known;
      const answer = await post(template, body, signal).catch(async (error: unknown) => {
        // A node that failed, or a server that is busy, may answer a moment later.
        if (!(error instanceof FeedError && error.retryable && error.code !== 'timeout')) throw error;
        await pause(RETRY_MS * (1 + Math.random()), signal);
        return post(template, body, signal);
      });
      // The missing parts may answer the next time.
      if (answer.warnings.length) return answer;
      answers.set(key, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= MAX_ANSWERS) break;
        answers.delete(oldest);
      }
      return answer;
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
    for (const name of path) value = isObject(value) ? value[name] : undefined;
    return isObject(value) ? value : {};
  };
  return {
    warnings,
    total: isObject(total) ? numberOf(total['value']) : numberOf(total),
    hits: found.flatMap(({_score, _source}) => {
      const {record, sources} = isObject(_source) ? _source : {};
      return isObject(record)
        ? {record: {...record, id: textOf(record['id'])}, sources: textsOf(sources), score: numberOf(_score)}
        : [];
    }),
    ids: found.map(({fields}) => textsOf(isObject(fields) ? fields['id'] : [])[0] ?? ''),
    count: (path) => numberOf(at(path)['doc_count']),
    buckets: (path) => readBuckets(at(path)),
    suggestions: (name) =>
      objectsOf(isObject(document['suggest']) ? document['suggest'][name] : []).flatMap(({options, text}) => {
        const [best] = objectsOf(options);
        return best ? {text: textOf(text), option: textOf(best['text'])} : [];
      }),
  };
}

const readBuckets = ({buckets}: JsonObject): Bucket[] =>
  objectsOf(buckets).map((bucket) => {
    const {doc_count, first, key} = bucket;
    return {
      key: textOf(key),
      count: numberOf(doc_count),
      first: isObject(first) ? numberOf(first['value']) : 0,
      buckets: (name) => {
        const inner = bucket[name];
        return isObject(inner) ? readBuckets(inner) : [];
      },
    };
  });
