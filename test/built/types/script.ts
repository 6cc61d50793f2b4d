// A script of somebody else in Node, without the types of the DOM.
import {
  check,
  convert,
  prerender,
  prerenderPages,
  split,
  UnreadableFeedError,
  type FeedSource,
  type Finding,
} from 'good-practice-browser/node.js';
import {readPeriod} from 'good-practice-browser/core/feed/normalize/period.js';
import {fetchFeed} from 'good-practice-browser/core/feed/fetch.js';

const feed: FeedSource = new URL('https://city.example/practices.json');
const {reports, isReadable, errors} = await check(feed, {
  base: 'https://city.example/',
  onProgress: (count, unit) => `${count} ${unit}`,
});
const findings: readonly Finding[] = reports.flatMap((report) => report.findings);
const {text, practices} = await convert('practices.csv', {to: 'json', format: 'csv'});
const {files} = await split(new Uint8Array().buffer);
const html: string = await prerender([{title: 'A practice'}], {language: 'fr'});
const told: string[] = [];
const rss = await convert(feed, {
  to: 'rss',
  filter: 'topic:education',
  page: 'https://city.example/practices',
  onWarning: (message) => told.push(message),
});
const pages = await prerenderPages(feed, {page: 'https://city.example/practices', url: 'https://city.example/pages/'});
for (const [name, content] of pages.files()) told.push(name, content);
// @ts-expect-error: `to` is needed
await convert('practices.csv', {});
// @ts-expect-error
await convert('practices.csv', {to: 'xml'});
// @ts-expect-error
await check('practices.csv', {format: 'xls'});
try {
  await fetchFeed('https://city.example/practices.json', {maxBytes: 1_000_000});
} catch (error) {
  if (error instanceof UnreadableFeedError) error.code satisfies string;
}
const {from} = readPeriod('On-going since 2014');

export {errors, files, findings, from, html, isReadable, practices, rss, text};
