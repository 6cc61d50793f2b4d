// What the command does, for scripts in Node: `import {check, convert} from
// 'good-practice-browser/node.js'`. Nothing here writes to the console or to files, or ends the
// process.
export {check, type CheckResult} from './check.js';
export {
  convert,
  prerender,
  split,
  type Conversion,
  type ConvertOptions,
  type PrerenderOptions,
  type SplitConversion,
  type TargetFormat,
} from './convert.js';
export {prerenderPages, type PageConversion} from './pages.js';
export {UnreadableFeedError, type FeedSource, type ReadOptions} from './read-source.js';
export type {Finding, FindingCode, Report, Severity} from '../core/doctor/report.js';
export type {FormatName} from '../core/feed/formats/read-document.js';
