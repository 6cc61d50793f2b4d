// Long: the text of the help and the table of options stand beside what reads them.
import {buffer} from 'node:stream/consumers';
import {parseArgs} from 'node:util';
import {MAX_BYTES} from '../core/feed/fetch.js';
import {formatNames, isFormatName} from '../core/feed/formats/read-document.js';
import {FEED_DEADLINE_MS, MAX_PAGES} from '../core/feed/paging.js';
import {facetTypes, readPageFacet} from '../core/own-facets.js';
import type {PublicationOptions} from '../node/convert.js';
import {explainFilter} from '../node/filter-feed.js';
import {isLanguage} from '../node/read-practices.js';
import {isBase, type FeedSource} from '../node/read-source.js';
import {shownAddress} from '../node/shown-address.js';
import {plain, type Output} from './terminal.js';

export const usage = `Usage: good-practice-browser COMMAND

  check FEED                     reports problems in a feed and how to fix them
  convert FEED --to feed.json    writes the feed in the widget's own format, or as a table
  convert FEED --to feed.csv     (--to json and --to csv write to the standard output)
  convert FEED --to feed.rss.xml --page ADDRESS
                                 writes a feed for feed readers; also feed.atom.xml, feed.json-feed.json,
                                 and feed.geojson for maps
  convert FEED --to DIR --split  writes a large feed in parts: DIR/feed.json with summaries, and full texts
                                 that the widget loads when it needs them
  prerender FEED                 writes an HTML list and JSON-LD, to put between the tags of the widget
  prerender FEED --pages DIR --page ADDRESS --url ADDRESS
                                 writes a page for each practice, an index and a sitemap, for search engines
  index FEED… --to CLUSTER --alias NAME
                                 puts more than 20,000 practices into a cluster of OpenSearch or Elasticsearch
  check CLUSTER --alias NAME     reports problems of such a cluster

FEED is a file, an address, or - for the standard input. All pages of an address are read.

Options
  --json              check: write the reports as JSON, one for each page of the feed
  --max-warnings N    check: allow up to N warnings (default 0)
  --filter FILTER     convert, prerender: only practices that match, as in the attribute scope:
                      "topic:education country:ES"
  --page ADDRESS      convert, prerender --pages: the address of the page with the list; RSS, Atom and pages need it
  --url-key KEY       convert, prerender --pages: the attribute url-key of the list (default gp)
  --url ADDRESS       convert, prerender --pages: the address where the result will be published; pages need it
  --alias NAME        index, check: the name under which the widget finds the practices, for example practices
  --shards N          index: in how many parts the cluster keeps them (default: one for each 500000 practices)
  --replicas N        index: how many copies of each part there are (default: one, if there is a second node)
  --base ADDRESS      the address where the feed is published, or will be: relative addresses start there
  --format FORMAT     one of ${formatNames.join(', ')}
                      (default: the format that the content shows)
  --facets WORDS      filters that the feed does not describe, as the page names them: "target:list budget:number"
  --lang LANGUAGE     convert, except to JSON, and prerender: the language of the words (default: the feed's)
  --timeout SECONDS   how long the feed of an address may take, with all its pages (default ${FEED_DEADLINE_MS / 1000})
  --max-pages N       how many pages of an address are read (default ${MAX_PAGES})
  --max-bytes N       the largest size of each document, uncompressed (default ${MAX_BYTES})
  -h, --help          show this text
  -v, --version       show the version

CLUSTER is the https address of a cluster. The environment has the credentials: GPB_CLUSTER_USER and
GPB_CLUSTER_PASSWORD, or GPB_CLUSTER_AUTHORIZATION, a whole header. index has no limits of time and pages.

Exit codes
  0   no problems; notes, which suggest improvements, do not count
  1   errors, or more warnings than --max-warnings allows
  2   the feed cannot be read, or the command is wrong
`;

/** The command is wrong. */
export class UsageError extends Error {}

/** The options of all commands, as typed. */
export interface Options {
  readonly json?: boolean | undefined;
  readonly 'max-warnings'?: string | undefined;
  readonly alias?: string | undefined;
  readonly shards?: string | undefined;
  readonly replicas?: string | undefined;
  readonly base?: string | undefined;
  readonly filter?: string | undefined;
  readonly page?: string | undefined;
  readonly pages?: string | undefined;
  readonly 'url-key'?: string | undefined;
  readonly url?: string | undefined;
  readonly format?: string | undefined;
  readonly facets?: string | undefined;
  readonly lang?: string | undefined;
  readonly timeout?: string | undefined;
  readonly 'max-pages'?: string | undefined;
  readonly 'max-bytes'?: string | undefined;
  readonly split?: boolean | undefined;
  readonly to?: string | undefined;
  readonly help?: boolean | undefined;
  readonly version?: boolean | undefined;
}

/** How a feed is read. */
const reading = ['base', 'format', 'facets', 'timeout', 'max-pages', 'max-bytes'] as const;
const publication = ['page', 'url', 'url-key'] as const;

/** The options of each command, also of one with an option that changes what the command does. */
const optionsOf = new Map<string, readonly (keyof Options)[]>([
  ['check', ['json', 'max-warnings', ...reading]],
  ['check --alias', ['alias', 'json', 'max-warnings']],
  ['convert', ['to', 'split', 'filter', 'lang', ...publication, ...reading]],
  ['prerender', ['filter', 'lang', ...reading]],
  ['prerender --pages', ['pages', 'filter', 'lang', ...publication, ...reading]],
  ['index', ['to', 'alias', 'shards', 'replicas', ...reading]],
]);

/** Throws a `UsageError` for an option of another command. Ignored, it would mislead. */
export function checkOptions(command: string, options: Options): void {
  const given = Object.keys(options) as (keyof Options)[];
  const variant = given.map((option) => `${command} --${option}`).find((name) => optionsOf.has(name)) ?? command;
  const strange = given.find((option) => !optionsOf.get(variant)?.includes(option));
  if (strange === undefined) return;
  const others = [...optionsOf].filter(([, known]) => known.includes(strange)).map(([name]) => name);
  const list = new Intl.ListFormat('en-GB').format(others);
  throw new UsageError(`${variant} does not know --${strange}, an option of ${list}.`);
}

/** Splits the command line into options and the rest. */
export function parseCommandLine(args: string[]): {positionals: string[]; options: Options} {
  try {
    const {positionals, values} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: {type: 'boolean'},
        'max-warnings': {type: 'string'},
        alias: {type: 'string'},
        shards: {type: 'string'},
        replicas: {type: 'string'},
        base: {type: 'string'},
        filter: {type: 'string'},
        page: {type: 'string'},
        pages: {type: 'string'},
        'url-key': {type: 'string'},
        url: {type: 'string'},
        format: {type: 'string'},
        facets: {type: 'string'},
        lang: {type: 'string'},
        timeout: {type: 'string'},
        'max-pages': {type: 'string'},
        'max-bytes': {type: 'string'},
        split: {type: 'boolean'},
        to: {type: 'string'},
        help: {type: 'boolean', short: 'h'},
        version: {type: 'boolean', short: 'v'},
      },
    });
    return {positionals, options: values};
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The arguments for the functions of `src/node`. The feed `-` is read from the standard input. */
export async function toFeedArguments(
  name: string,
  options: Options,
  surface: ProgressSurface,
): Promise<[FeedSource, PublicationOptions]> {
  const readOptions = toReadOptions(options, surface);
  return name === '-' ? [await buffer(process.stdin), {...readOptions, name: 'standard input'}] : [name, readOptions];
}

interface ProgressSurface {
  readonly err: Output;
  readonly showProgress: (text: string) => void;
}

/** The options for the functions of `src/node`. Throws a `UsageError` for values that make no sense. */
export function toReadOptions(options: Options, {err, showProgress}: ProgressSurface): PublicationOptions {
  const {base, facets, filter, format, lang: language, page, url, 'url-key': urlKey} = options;
  if (format !== undefined && !isFormatName(format))
    throw new UsageError(`Unknown format: ${format}. Formats: ${formatNames.join(', ')}.`);
  for (const [option, value, example] of [
    ['--base', base, 'https://city.example/feed.json'],
    ['--page', page, 'https://city.example/practices'],
    ['--url', url, 'https://city.example/feeds/education.xml'],
  ] as const)
    if (value !== undefined && !isBase(value))
      throw new UsageError(
        `${option} needs an absolute address without a user, for example ${example}. It got “${shownAddress(value)}”.`,
      );
  const problem = explainFilter(filter ?? '');
  if (problem) throw new UsageError(problem);
  if (language !== undefined && !isLanguage(language))
    throw new UsageError(`--lang needs the tag of a language, for example fr or pt-BR. It got “${language}”.`);
  const wrong = facets?.split(' ').find((word) => word && !readPageFacet(word)?.type);
  if (wrong)
    throw new UsageError(
      `--facets needs names in small letters with their types (${facetTypes.join(', ')}), for example --facets "target:list budget:number". It got “${wrong}”.`,
    );
  const onProgress = (count: number, unit: 'bytes' | 'practices') =>
    showProgress(unit === 'bytes' ? `${(count / 1e6).toFixed(1)} MB` : `${count} practices`);
  const onWarning = (message: string) => {
    showProgress('');
    err.write(`${plain(message)}\n`);
  };
  return {
    base,
    facets,
    filter,
    format,
    language,
    page,
    url,
    urlKey,
    onProgress,
    onWarning,
    timeoutSeconds: numberIn(options, 'timeout', {example: 120, isSeconds: true}),
    maxPages: numberIn(options, 'max-pages', {example: 50}),
    maxBytes: numberIn(options, 'max-bytes', {example: 200_000_000}),
  };
}

/** The number in an option: seconds, or a whole number; undefined if it is not given. */
export function numberIn(
  options: Options,
  name: 'timeout' | 'max-pages' | 'max-bytes' | 'max-warnings' | 'shards' | 'replicas',
  {example, from = 1, isSeconds}: {readonly example: number; readonly from?: number; readonly isSeconds?: boolean},
): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (isSeconds ? /^\d+(?:\.\d+)?$/.test(text) && number > 0 : /^\d+$/.test(text) && number >= from) return number;
  const kind = isSeconds ? 'a number of seconds above 0' : `a whole number from ${from}`;
  throw new UsageError(`--${name} needs ${kind}, for example --${name} ${example}. It got “${text}”.`);
}
