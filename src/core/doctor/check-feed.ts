import {adviseOn} from '../feed/advice.js';
import type {FeedError} from '../feed/feed-error.js';
import type {FeedBytes} from '../feed/fetch.js';
import {pointerTo, textOf} from '../feed/json-value.js';
import {normalizeSliced} from '../feed/normalize/normalize.js';
import {explainNotText} from '../feed/not-text.js';
import {joinChunks} from '../feed/parse.js';
import {quoteRefusalIn} from '../feed/refusal.js';
import {explainPlainPermalinks} from '../feed/wordpress-address.js';
import {cleanLine} from '../text/clean.js';
import {decodeText} from '../text/decode.js';
import {createPositionFinder} from '../text/position.js';
import {runSync, type Sliced} from '../time-slicing.js';
import {createCheckInput, parseSource, type Check, type ParsedSource} from './check-input.js';
import {checkAddresses} from './checks/addresses.js';
import {checkCollections} from './checks/collections.js';
import {checkDuplicates, checkSpellings} from './checks/duplicates.js';
import {checkEncoding} from './checks/encoding.js';
import {checkFacets} from './checks/facets.js';
import {checkFields} from './checks/fields.js';
import {checkFilterFeeds} from './checks/filter-feeds.js';
import {checkLanguages} from './checks/languages.js';
import {checkMarkup} from './checks/markup.js';
import {checkOtherFormats} from './checks/other-formats.js';
import {checkCompleteness, checkLinks} from './checks/practices.js';
import {checkWarnings} from './checks/warnings.js';
import {hints} from './hints.js';
import {findJsonFault} from './json-fault.js';
import {createLocator, looksLikeJson, NOWHERE, type Locate} from './locate.js';
import type {Finding, FindingCode, Issue, Report, Severity} from './report.js';

const checks: readonly Check[] = [
  checkFields,
  checkFacets,
  checkOtherFormats,
  checkCollections,
  checkDuplicates,
  checkSpellings,
  checkAddresses,
  checkLinks,
  checkLanguages,
  checkMarkup,
  checkFilterFeeds,
  checkCompleteness,
];
const weights: readonly Severity[] = ['error', 'warning', 'note'];
/** Characters of the document in a message. */
const MAX_QUOTE_LENGTH = 60;

/**
 * Reports the problems of any document, and how to fix them. `format` (one of `formatNames`) takes
 * precedence over what the content shows. `facets` are those that the page describes. Never throws.
 */
export const checkFeed = (fetched: FeedBytes, format = '', facets = ''): Report =>
  runSync(checkFeedSliced(fetched, format, facets));

/** The same with pauses. */
export function* checkFeedSliced(fetched: FeedBytes, format = '', facets = ''): Sliced<Report> {
  const {address, charset, chunks} = fetched;
  const bytes = joinChunks(chunks);
  const text = decodeText(bytes, charset);
  const isGuess = text === new TextDecoder('windows-1252').decode(bytes, {stream: true});
  let source: ParsedSource;
  try {
    source = parseSource(fetched, format, facets);
  } catch (error) {
    if (explainNotText(bytes)) return failureReport(address, 'not-text', (error as Error).message);
    // The names of the columns may be in another encoding, so that none is known.
    return checkEncoding({records: [text], pointer: ''}, isGuess).reduce(addIssue, brokenReport(address, text, error));
  }
  yield;
  const {raw} = source;
  const feed = yield* normalizeSliced(raw, {facets});
  const issues = [...checkWarnings(raw, feed), ...checkEncoding(raw, isGuess)];
  const input = createCheckInput(source, feed);
  for (const check of checks) {
    issues.push(...check(input));
    yield;
  }
  // Of a feed with several pages, another page may have places, and the other records.
  for (const advice of adviseOn([raw], feed.practices))
    if (!/^no-(?:places|next-page)$/.test(advice.code)) issues.push({...advice, pointer: raw.pointer, count: 1});
  if (!feed.practices.length) {
    issues.push({
      code: 'no-practices',
      pointer: raw.pointer,
      message: 'There is no practice to show.',
      count: 1,
    });
  }
  // The report on the first page has what is wrong with its facets.
  const isOwnIssue = ({pointer}: Issue) =>
    !fetched.facets || raw.facets !== fetched.facets || !/^\/facets\b/.test(pointer);
  const pointers = issues.map(({pointer}) => pointer);
  return {
    address,
    isReadable: true,
    records: feed.totalRecords,
    practices: feed.practices.length,
    next: typeof raw.next === 'string' ? raw.next : '',
    total: Number(textOf(raw.total)) || 0,
    findings: toFindings(issues.filter(isOwnIssue), createLocator(text, pointers, source.isTable)),
  };
}

/** The report on a document that failed to load, or is no text. */
export function failureReport(address: string, code: FindingCode, message: string): Report {
  return reportOf(address, {code, pointer: '', message, count: 1}, () => NOWHERE);
}

/** Adds an issue of the whole document, which only the other pages of the feed show. */
export function addIssue(report: Report, issue: Issue): Report {
  return {...report, findings: inOrder([...report.findings, ...toFindings([issue], () => NOWHERE)])};
}

function brokenReport(address: string, text: string, error: unknown): Report {
  if (/^\s*(?:<!doctype html|<html|<head|<body)/i.test(text)) {
    const title = /<title[^<>]*>([^<]{1,100})/i.exec(text.slice(0, 10_000))?.[1]?.trim();
    const plain = explainPlainPermalinks(address);
    const message = `This is a web page${title ? `, “${title}”` : ''}, not a feed.${plain && ` Perhaps it is ${plain}`}`;
    return reportOf(address, {code: 'web-page', pointer: '', message, count: 1}, () => ({line: 1, column: 1}));
  }
  const json = text.trim();
  const isMeantAsJson = looksLikeJson(text) || !json || /^[\w.$]+\s*[(=]\s*[[{(]/.test(json);
  const fault = isMeantAsJson && findJsonFault(json);
  if (!fault) {
    const {code} = error as FeedError;
    const message = explainError(json, error as FeedError);
    // The reader of tables names the place itself.
    const [, line = 1, column = 1] = /, line (\d+), column (\d+):/.exec(message) ?? [];
    return reportOf(address, {code, pointer: '', message, count: 1}, () => ({
      line: Number(line),
      column: Number(column),
    }));
  }
  const offset = text.length - text.trimStart().length + fault.offset;
  const pointer = fault.path.reduce<string>(pointerTo, '');
  return reportOf(address, {code: fault.code, pointer, message: fault.message, count: 1}, () =>
    createPositionFinder(text)(offset),
  );
}

/** Why a document is no feed, although it is no broken JSON either. */
function explainError(text: string, {code, message}: FeedError): string {
  if (code === 'not-json') return `This is not JSON. It begins with “${cleanLine(text.slice(0, MAX_QUOTE_LENGTH))}”.`;
  const refusal = code === 'not-a-feed' && quoteRefusalIn(text);
  if (refusal) return `This is not a list, but an error message of the server: ${refusal}`;
  if (/google\.visualization\.Query/.test(text.slice(0, 100)))
    return 'This is a script of Google around a table. Write out:csv instead of out:json in the address, to get the table itself.';
  return message;
}

const reportOf = (address: string, issue: Issue, locate: Locate): Report => ({
  address,
  isReadable: false,
  records: 0,
  practices: 0,
  next: '',
  total: 0,
  findings: toFindings([issue], locate),
});

function toFindings(issues: readonly Issue[], locate: Locate): Finding[] {
  return inOrder(
    issues.map((issue): Finding => {
      const [severity, hint] = hints[issue.code];
      return {...issue, severity, hint, ...locate(issue.pointer)};
    }),
  );
}

const inOrder = (findings: Finding[]): Finding[] =>
  findings.sort(
    (a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity) || a.line - b.line || a.column - b.column,
  );
