import {mkdir} from 'node:fs/promises';
import {dirname} from 'node:path';
import {MAX_PAGES} from '../core/feed/paging.js';
import {count as countOf} from '../core/text/count.js';
import {check as checkFeed} from '../node/check.js';
import {
  convert as convertFeed,
  prerender as prerenderFeed,
  split,
  targetFormats,
  type TargetFormat,
} from '../node/convert.js';
import {prerenderPages} from '../node/pages.js';
import {numberIn, toFeedArguments, UsageError, type Options} from './arguments.js';
import {nothingToWrite, OutputError} from './output-error.js';
import {pagesToText, plain, reportToText, type Output, type Paint} from './terminal.js';
import {writeWhole} from './write-file.js';
import {writePages} from './write-pages.js';
import {writeParts} from './write-parts.js';

/** Where a command writes. */
export interface Surface {
  readonly out: Output;
  readonly err: Output;
  readonly paint: Paint;
  readonly showProgress: (text: string) => void;
}

/** Runs a command on a feed, or on several. @returns the exit code */
export type Command = (feed: string, options: Options, surface: Surface, more: readonly string[]) => Promise<number>;

/** Reports the problems of a feed and of all its pages. */
export const check: Command = async (name, options, surface) => {
  const {err, out, paint, showProgress} = surface;
  const maxWarnings = numberIn(options, 'max-warnings', {from: 0, example: 5}) ?? 0;
  const {errors, isReadable, reports, unread, warnings} = await checkFeed(
    ...(await toFeedArguments(name, options, surface)),
  );
  showProgress('');
  if (options.json) out.write(`${JSON.stringify(reports, null, 2)}\n`);
  else for (const report of reports) out.write(reportToText(report, paint));
  if (!options.json && reports.length > 1) out.write(pagesToText(reports, paint));
  if (unread)
    err.write(
      `${plain(unread)} and the pages after it were not checked. The widget shows the first ${MAX_PAGES} pages of a feed. ` +
        'Put more practices on each page, or check more pages with --max-pages.\n',
    );
  if (!isReadable) return 2;
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
};

/**
 * Writes a feed in another format. Without a file name it writes to the standard output. With
 * `--split`, it writes the parts of a feed into a folder.
 */
export const convert: Command = async (name, options, surface, more) => {
  if (options.split) return convertToParts(name, options, surface, more);
  const {err, out, showProgress} = surface;
  const {to: target = ''} = options;
  checkTarget('--to', target);
  const to = toFormat(target);
  if (!to)
    throw new UsageError(
      `--to needs a file name that ends in ${targetFormats.map((format) => `.${format}`).join(', ')}, .rss.xml, .atom.xml or .json-feed.json. ` +
        'Use --to json or another format without a dot to write to the standard output.',
    );
  if ((to === 'rss' || to === 'atom') && options.page === undefined)
    throw new UsageError(
      `--to ${to} needs --page, the address of the page with the list, for example --page https://city.example/practices.`,
    );
  const [feed, readOptions] = await toFeedArguments(name, options, surface);
  const {practices, text, total} = await convertFeed(feed, {...readOptions, to});
  showProgress('');
  if (target.toLowerCase() === to) out.write(text);
  else {
    // A filter may match nothing, but a feed without practices is a fault of its server.
    if (!total) throw nothingToWrite(target);
    await write(target, text);
    err.write(`${target}: ${countOf(practices, 'practice')}.\n`);
  }
  return 0;
};

const convertToParts: Command = async (name, options, surface) => {
  const {err, showProgress} = surface;
  const {to: folder} = options;
  if (!folder) throw new UsageError('--split needs a folder, for example --to parts.');
  checkTarget('--to', folder);
  const {files, practices} = await split(...(await toFeedArguments(name, options, surface)));
  if (!practices) throw nothingToWrite(folder);
  const removed = await writeParts(files, folder, showProgress);
  showProgress('');
  const parts = files.has('texts.json')
    ? `texts.json and ${countOf(files.size - 2, 'file')} in details`
    : 'and no other file, because there are no full texts';
  const old = removed ? ` ${countOf(removed, 'old file')} removed.` : '';
  err.write(`${folder}: feed.json with ${countOf(practices, 'practice')}, ${parts}.${old}\n`);
  return 0;
};

/** Throws a `UsageError` for an address in place of the file or folder that a command writes. */
function checkTarget(option: string, target: string): void {
  if (/^[a-z][a-z\d+.-]+:[/\\]/i.test(target))
    throw new UsageError(`${option} needs a file or a folder of this computer, and not an address.`);
}

/** The format that the end of a file name says. Servers know `.xml` and `.json`, so these may follow. */
function toFormat(name: string): TargetFormat | undefined {
  const ending = name
    .toLowerCase()
    .replace(/((?:^|\.)(?:rss|atom))\.xml$|((?:^|\.)json-feed)\.json$/, '$1$2')
    .split(/[./\\]/)
    .at(-1);
  return targetFormats.find((format) => format === ending);
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), {recursive: true});
    await writeWhole(path, text);
  } catch (error) {
    throw new OutputError(`${path} cannot be written: ${(error as Error).message}.`);
  }
}

/**
 * Writes a list for readers without scripts, and JSON-LD for search engines, to put between the
 * tags of the widget. With `--pages`, it writes a page for each practice into a folder.
 */
export const prerender: Command = async (name, options, surface, more) => {
  if (options.pages !== undefined) return prerenderToPages(name, options, surface, more);
  const html = await prerenderFeed(...(await toFeedArguments(name, options, surface)));
  surface.showProgress('');
  surface.out.write(html);
  return 0;
};

const prerenderToPages: Command = async (name, options, surface) => {
  const {err, showProgress} = surface;
  const {page, pages: folder, url} = options;
  if (!folder) throw new UsageError('--pages needs a folder, for example --pages pages.');
  checkTarget('--pages', folder);
  if (page === undefined || url === undefined)
    throw new UsageError(
      '--pages needs --page, the address of the page with the list, and --url, the address of the folder. For example: ' +
        '--page https://city.example/practices --url https://city.example/practices/pages/',
    );
  const pages = await prerenderPages(...(await toFeedArguments(name, options, surface)));
  if (!pages.practices) throw nothingToWrite(folder);
  const removed = await writePages(pages, folder, showProgress);
  showProgress('');
  const old = removed ? ` ${countOf(removed, 'old page')} removed.` : '';
  err.write(`${folder}: ${countOf(pages.practices, 'page')}, index.html and sitemap.xml.${old}\n`);
  return 0;
};
