import {FeedError} from '../feed/feed-error.js';
import type {FeedBytes} from '../feed/fetch.js';
import {fieldsOf, listOf, pointerTo} from '../feed/json-value.js';
import {normalizeSliced} from '../feed/normalize/normalize.js';
import {joined} from '../feed/parse.js';
import {cleanLine} from '../text/clean.js';
import {decodeText} from '../text/decode.js';
import {createPositionFinder} from '../text/position.js';
import {runSync, type Sliced} from '../time-slicing.js';
import {createCheckInput, parseSource, type Check, type ParsedSource} from './check-input.js';
import {checkDuplicates, checkSpellings} from './checks/duplicates.js';
import {checkFields} from './checks/fields.js';
import {checkLanguages} from './checks/languages.js';
import {checkOtherFormats} from './checks/other-formats.js';
import {checkCompleteness, checkLinks} from './checks/practices.js';
import {checkRawFeed} from './checks/warnings.js';
import {hints} from './hints.js';
import {findJsonFault} from './json-fault.js';
import {createLocator, looksLikeJson, NOWHERE, type Locate} from './locate.js';
import type {Finding, FindingCode, Issue, Report, Severity} from './report.js';

const checks: readonly Check[] = [
  checkFields,
  checkOtherFormats,
  checkDuplicates,
  checkSpellings,
  checkLinks,
  checkLanguages,
  checkCompleteness,
];
const weights: readonly Severity[] = ['error', 'warning', 'note'];

/** What is wrong with a document, whatever it is, and how to mend it; `format` (one of `formatNames`) goes before what its content shows. Never throws. */
export const checkFeed = (fetched: FeedBytes, format = ''): Report => runSync(checkFeedSliced(fetched, format));

/** The same with a rest now and then. */
export function* checkFeedSliced(fetched: FeedBytes, format = ''): Sliced<Report> {
  const {address, charset, chunks} = fetched;
  const text = decodeText(joined(chunks), charset);
  let written: ParsedSource;
  try {
    written = parseSource(fetched, format);
  } catch (error) {
    return brokenReport(address, text, error);
  }
  yield;
  const {raw} = written;
  const feed = yield* normalizeSliced(raw, {});
  const doubts = checkRawFeed(raw, feed);
  const subject = createCheckInput(written, feed);
  for (const check of checks) {
    doubts.push(...check(subject));
    yield;
  }
  if (!feed.practices.length) {
    doubts.push({
      code: 'no-practices',
      pointer: raw.pointer,
      message: 'There is no practice that can be shown.',
      count: 1,
    });
  }
  const pointers = doubts.map(({pointer}) => pointer);
  return {
    address,
    isReadable: true,
    records: feed.totalRecords,
    practices: feed.practices.length,
    next: typeof raw.next === 'string' ? raw.next : '',
    findings: toFindings(doubts, createLocator(text, pointers, written.isTable)),
  };
}

/** What there is to say where a document could not be had. */
export function failureReport(address: string, code: FindingCode, message: string): Report {
  return reportOf(address, {code, pointer: '', message, count: 1}, () => NOWHERE);
}

/** A report with one more doubt about the document as a whole, which shows only beside the other pages of the feed. */
export function addIssue(report: Report, doubt: Issue): Report {
  return {...report, findings: inOrder([...report.findings, ...toFindings([doubt], () => NOWHERE)])};
}

/** What a server says where it refuses, as WordPress, JSON:API and others have it; `''` where it says nothing of the kind. */
function refusalIn(json: string): string {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    return '';
  }
  const {error, errors, message} = fieldsOf(document);
  const [first] = listOf(errors).map(fieldsOf);
  const {detail, title} = first ?? {};
  const said = [message, error, fieldsOf(error)['message'], detail, title].find((each) => typeof each === 'string');
  return cleanLine(typeof said === 'string' ? said.slice(0, 200) : '');
}

function brokenReport(address: string, text: string, error: unknown): Report {
  if (/^\s*(?:<!doctype html|<html|<head|<body)/i.test(text)) {
    const title = /<title[^<>]*>([^<]{1,100})/i.exec(text.slice(0, 10_000))?.[1]?.trim();
    const message = `This is a web page${title ? `, “${title}”` : ''}, and no feed.`;
    return reportOf(address, {code: 'web-page', pointer: '', message, count: 1}, () => ({line: 1, column: 1}));
  }
  const json = text.trim();
  const isMeantAsJson = looksLikeJson(text) || !json || /^[\w.$]+\s*[(=]\s*[[{(]/.test(json);
  const fault = isMeantAsJson && findJsonFault(json);
  if (!fault) {
    const {code} = error as FeedError;
    const said = code === 'not-a-feed' ? refusalIn(json) : '';
    const message =
      code === 'not-json'
        ? `This is no JSON: it begins with “${cleanLine(json.slice(0, 60))}”.`
        : said
          ? `This is no list, but what a server says in place of one: “${said}”`
          : /google\.visualization\.Query/.test(json.slice(0, 100))
            ? 'This is a script of Google’s around a table: have it give the table itself, with out:csv in place of out:json in the address.'
            : (error as Error).message;
    // of a table the reader says itself where it has stopped
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

const reportOf = (address: string, doubt: Issue, locate: Locate): Report => ({
  address,
  isReadable: false,
  records: 0,
  practices: 0,
  next: '',
  findings: toFindings([doubt], locate),
});

function toFindings(doubts: readonly Issue[], locate: Locate): Finding[] {
  return inOrder(
    doubts.map((doubt): Finding => {
      const [severity, hint] = hints[doubt.code];
      return {...doubt, severity, hint, ...locate(doubt.pointer)};
    }),
  );
}

const inOrder = (findings: Finding[]): Finding[] =>
  findings.sort(
    (a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity) || a.line - b.line || a.column - b.column,
  );
