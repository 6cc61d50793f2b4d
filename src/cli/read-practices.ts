import {readWritten} from '../core/doctor/read-written.js';
import type {Feed} from '../core/feed/feed.js';
import {readOwnJson} from '../core/feed/formats/own-json.js';
import {mergeFeeds} from '../core/feed/merge-feeds.js';
import {normalize} from '../core/feed/normalize.js';
import {parseFeed} from '../core/feed/parse-feed.js';
import type {RawFeed} from '../core/feed/raw-feed.js';
import {createLabels, type Labels} from '../core/search/labels.js';
import {finish} from '../core/steps.js';
import type {Options, Surface} from './commands/command.js';
import {isAddressUnknown, nextOf, readSource, textsOf, type Source} from './read-source.js';

/** A conversion leaves no practice out. */
const ALL = {maxPractices: Infinity};

/** The practices of a feed, and what their topics and countries are called in the language that was asked for, or in the feed's. */
export async function readPractices(name: string, options: Options, {progress}: Surface): Promise<[Feed, Labels]> {
  try {
    const feed = await readWhole(name, options, progress);
    return [feed, createLabels(feed.topics, options.lang ?? (feed.language || 'en'))];
  } finally {
    progress('');
  }
}

/**
 * A feed with all of its pages and its full texts: what is made of it shall stand alone, so whatever is missing is an error here. The pages end
 * where one is empty or was there before, whatever a server says.
 */
async function readWhole(name: string, {base = '', format}: Options, progress: Surface['progress']): Promise<Feed> {
  const pages: Feed[] = [];
  const seen = new Set<string>();
  let textsAddress = '';
  for (let next = name; next && !seen.has(next);) {
    seen.add(next);
    const source = await readSource(next, base, progress);
    const {raw} = readWritten(source, format);
    textsAddress ||= textsOf(source, raw.texts);
    const page = normalize(raw, ALL);
    pages.push(isAddressUnknown(source) ? withLastingIds(page, source, format) : page);
    next = raw.records.length ? nextOf(source, raw.next) : '';
  }
  const texts = textsAddress ? await readTexts(textsAddress, progress) : undefined;
  return finish(mergeFeeds([{address: name, pages, texts}]));
}

/**
 * Of practices that are otherwise alike, ids contain a hash of the addresses. An unknown address is different at every run. So the ids
 * come from an address that stays the same.
 */
function withLastingIds(page: Feed, source: Source, format?: string): Feed {
  const {practices} = normalize(readWritten({...source, address: 'https://feed.invalid/'}, format).raw, ALL);
  return {...page, practices: page.practices.map((practice, i) => ({...practice, id: practices[i]!.id}))};
}

async function readTexts(address: string, progress: Surface['progress']): Promise<RawFeed> {
  const document = parseFeed(await readSource(address, '', progress));
  return readOwnJson(document.content, document.address);
}
