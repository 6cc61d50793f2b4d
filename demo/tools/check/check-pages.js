// Reads a feed with its pages, and checks each of them as the command does.
import {addIssue, checkFeedSliced, failureReport} from '../../../src/core/doctor/check-feed.js';
import {parseSource} from '../../../src/core/doctor/check-input.js';
import {createPageSequence} from '../../../src/core/doctor/page-sequence.js';
import {fetchFeed} from '../../../src/core/feed/fetch.js';
import {isNativeJson} from '../../../src/core/feed/formats/native-json.js';
import {chooseFormat} from '../../../src/core/feed/formats/read-document.js';
import {mergeFeeds} from '../../../src/core/feed/merge.js';
import {normalizeSliced} from '../../../src/core/feed/normalize/normalize.js';
import {askForAll, followPages, MAX_PAGES} from '../../../src/core/feed/paging.js';
import {joinChunks} from '../../../src/core/feed/parse.js';
import {UNKNOWN_FOLDER} from '../../../src/core/feed/write/relative-addresses.js';
import {decodeText} from '../../../src/core/text/decode.js';
import {runSliced} from '../../../src/core/time-slicing.js';

/**
 * A page of a feed: its bytes, its lines and the report on it.
 * @typedef {{bytes: import('../../../src/core/feed/fetch.js').FeedBytes, lines: string[], report: import('../../../src/core/doctor/report.js').Report}} Page
 * What was found: the pages that could be fetched, all reports, the feed of all pages, and what is in it (both null if it cannot be read).
 * @typedef {{pages: Page[], reports: Report[], feed: import('../../../src/core/feed/feed.js').Feed | null, facts: ReturnType<typeof describe> | null, isWhole: boolean}} Checked
 * @typedef {import('../../../src/core/doctor/report.js').Report} Report
 */

/**
 * Checks the content of a file.
 * @param {Uint8Array} bytes
 * @param {string} name what messages call the file
 * @param {AbortSignal} signal
 * @returns {Promise<Checked>}
 */
export async function checkDocument(bytes, name, signal) {
  const address = `${UNKNOWN_FOLDER}feed`;
  const page = await checkBytes({address, charset: '', chunks: [bytes]}, signal);
  const findings = page.report.findings
    // It is unknown which hosts are others than that of the file.
    .filter(({code}) => code !== 'foreign-address')
    .map((finding) => ({...finding, message: finding.message.replaceAll(address, () => name)}));
  const report = {...page.report, findings};
  const sequence = createPageSequence('The document');
  sequence.add(undefined, report);
  const missing = sequence.findMissing();
  return complete([{...page, report: missing ? addIssue(report, missing) : report}], true, signal);
}

/**
 * Fetches a feed, without cookies, and checks it.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {(page: number) => void} tell is called before each page
 * @returns {Promise<Checked>}
 */
export async function checkPages(address, signal, tell) {
  const pages = [];
  const sequence = createPageSequence(address);
  let failure;
  const read = async (next) => {
    tell(pages.length + 1);
    let fetched;
    try {
      const options = {signal, cache: 'no-cache', credentials: 'omit', staysOnHost: pages.length > 0};
      fetched = await fetchFeed(next, options);
    } catch (error) {
      signal.throwIfAborted();
      failure = failureReport(next, error.code ?? 'network', error.message);
      return '';
    }
    const page = await checkBytes({...fetched, facets: sequence.facets}, signal);
    pages.push(page);
    return sequence.add(fetched, page.report);
  };
  const first = askForAll(address);
  const isWhole = !(await followPages(first, await read(first), MAX_PAGES, read));
  if (failure)
    return {...(await complete(pages, true, signal)), reports: [...pages.map(({report}) => report), failure]};
  const missing = sequence.findMissing();
  if (missing && isWhole) {
    const last = pages.at(-1);
    last.report = addIssue(last.report, missing);
  }
  return complete(pages, isWhole, signal);
}

async function checkBytes(bytes, signal) {
  const lines = decodeText(joinChunks(bytes.chunks), bytes.charset).split(/\r\n?|\n/);
  return {bytes, lines, report: await runSliced(checkFeedSliced(bytes), signal)};
}

async function complete(pages, isWhole, signal) {
  const reports = pages.map(({report}) => report);
  const isReadable = pages.length > 0 && reports.every((report) => report.isReadable);
  const feed = isReadable ? await mergePages(pages, signal) : null;
  return {pages, reports, isWhole, feed, facts: feed && describe(feed, pages)};
}

async function mergePages(pages, signal) {
  const feeds = [];
  for (const {bytes} of pages) feeds.push(await runSliced(normalizeSliced(parseSource(bytes).raw, {}), signal));
  return runSliced(mergeFeeds([{address: pages[0].bytes.address, pages: feeds}]), signal);
}

/** What is in a feed. */
function describe({practices}, pages) {
  const places = practices.flatMap((practice) => practice.places);
  const distinct = (values) => new Set(values.filter(Boolean)).size;
  const years = practices.flatMap(({period}) => [period.from, period.to]).filter((year) => year !== null);
  return {
    format: formatOf(pages[0].bytes),
    pages: pages.length,
    practices: practices.length,
    cities: distinct(places.map(({city}) => city)),
    countries: distinct(places.map(({country}) => country)),
    topics: distinct(practices.flatMap(({topics}) => topics)),
    years: years.length ? [Math.min(...years), Math.max(...years)] : null,
    languages: [...new Set(practices.flatMap(({title}) => title.map(({lang}) => lang)).filter(Boolean))],
  };
}

function formatOf(bytes) {
  const {content} = parseSource(bytes);
  return isNativeJson(content) ? 'native' : chooseFormat(content, '');
}
