import {valueKey} from '../attribute-values.js';
import type {Practice} from '../practice.js';
import {sum} from '../sum.js';
import {cleanName} from '../text/clean.js';
import {fold} from '../text/fold.js';
import type {Sliced} from '../time-slicing.js';
import {agreeOnFacets} from './agree-on-facets.js';
import type {Collection, Feed, RawFeed, Topic} from './feed.js';
import {followIds, MAX_COLLECTIONS, renameIn} from './normalize/collections.js';
import {addDetailsSliced} from './normalize/details.js';
import {withDistinctIds} from './normalize/practice-id.js';

/**
 * One of several feeds: the address of its first page, its pages, and the document with its full
 * texts, if any.
 */
export interface FeedPages {
  readonly address: string;
  readonly pages: readonly Feed[];
  readonly texts?: RawFeed | undefined;
}

/**
 * Merges the pages of one or several feeds; the first feed gives title and language. A practice in
 * several feeds is kept once, in the version of the first feed, with the names of all. A later feed
 * changes neither ids nor names of topics of an earlier one.
 */
export function* mergeFeeds(feeds: readonly FeedPages[]): Sliced<Feed> {
  const joined: Feed[] = [];
  for (const {pages, texts} of feeds) {
    const feed = joinPages(pages);
    joined.push(texts ? yield* addDetailsSliced(feed, texts) : feed);
  }
  if (joined.length === 1) return joined[0]!;
  const names = namesOf(feeds);
  const {feeds: agreed, warnings} = agreeOnFacets(joined, names);
  const {idsByFeed, practices} = yield* mergePractices(agreed, names);
  const merged = sumUp(agreed, practices);
  return {
    ...merged,
    topics: mergeTopics(agreed),
    collections: mergeCollections(agreed, idsByFeed),
    // Each declares feeds of its own practices only.
    feeds: [],
    warnings: [...merged.warnings, ...warnings],
  };
}

/**
 * The collections of all feeds. Each means the practices of its own feed, which may have other ids
 * now. A collection with the id of an earlier one gets a number.
 */
function mergeCollections(feeds: readonly Feed[], idsByFeed: readonly ReadonlyMap<string, string>[]): Collection[] {
  const isNew = createGate();
  const distinct = (id: string) => {
    let name = id;
    for (let number = 2; !isNew(name); number++) name = `${id}-${number}`;
    return name;
  };
  const merged = feeds.flatMap(({collections}, feed) =>
    renameIn(collections, (id) => idsByFeed[feed]!.get(id) ?? '').map((each) => ({...each, id: distinct(each.id)})),
  );
  return merged.slice(0, MAX_COLLECTIONS.collections);
}

/**
 * Joins the pages of one feed. A practice may move to the next page between two requests: of two
 * with the same id and title, the second is dropped.
 */
function joinPages(pages: readonly Feed[]): Feed {
  if (pages.length === 1) return pages[0]!;
  const isNew = createGate();
  const practices = pages
    .flatMap((page) => page.practices)
    // Ids have no line breaks, so keys never clash.
    .filter(({id, title}) => isNew(`${id}\n${fold(title[0]!.text)}`));
  const distinct = withDistinctIds(practices);
  const isNewCollection = createGate();
  const collections = pages.flatMap((page) => page.collections).filter(({id}) => isNewCollection(id));
  return {
    ...sumUp(pages, distinct),
    collections: followIds(collections.slice(0, MAX_COLLECTIONS.collections), practices, distinct),
  };
}

function sumUp(feeds: readonly Feed[], practices: readonly Practice[]): Feed {
  const isNew = createGate();
  const isNewGroup = createGate();
  const isNewFacet = createGate();
  return {
    ...feeds[0]!,
    practices,
    topics: feeds.flatMap(({topics}) => topics).filter(({id}) => isNew(id)),
    facets: feeds.flatMap(({facets}) => facets).filter(({name}) => isNewFacet(name)),
    // Terms have no comma.
    synonyms: feeds.flatMap(({synonyms}) => synonyms).filter((terms) => isNewGroup(terms.join())),
    feeds: feeds.flatMap((feed) => feed.feeds),
    warnings: feeds.flatMap(({warnings}) => warnings),
    totalRecords: sum(feeds.map(({totalRecords}) => totalRecords)),
    readRecords: sum(feeds.map(({readRecords}) => readRecords)),
  };
}

/** The topics that feeds describe. The first feed that uses or describes a topic names it. */
function mergeTopics(feeds: readonly Feed[]): Topic[] {
  const isNew = createGate();
  return feeds.flatMap(({practices, topics}) => {
    const named = topics.filter(({id}) => isNew(id));
    for (const id of practices.flatMap((practice) => practice.topics)) isNew(id);
    return named;
  });
}

/** Returns true for each key once. */
function createGate(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => seen.size < seen.add(key).size;
}

/**
 * Practices with the same key that are compared. Without a limit, the time for a repetitive feed
 * would be quadratic.
 */
const MAX_SAME_KEY = 20;

interface Merged {
  readonly practice: Practice;
  /** The id among the practices of all feeds. */
  id: string;
  readonly sources: string[];
  /** The first feed that has it, by its number. */
  readonly first: number;
  /**
   * The last feed that has it. Another practice of the same feed is another practice, even if it is
   * alike.
   */
  feed: number;
}

interface MergedPractices {
  readonly practices: readonly Practice[];
  /** For each feed, the ids that its practices have now, by the ids that they had. */
  readonly idsByFeed: readonly ReadonlyMap<string, string>[];
}

function* mergePractices(feeds: readonly Feed[], names: readonly string[]): Sliced<MergedPractices> {
  const listing = listingPages(feeds);
  const merged: Merged[] = [];
  const byKey = new Map<string, Merged[]>();
  const mergedByFeed = feeds.map(() => new Map<string, Merged>());
  for (let feed = 0; feed < feeds.length; feed++)
    for (const practice of feeds[feed]!.practices) {
      const keys = keysOf(practice).filter((key) => !listing.has(key));
      let same = keys.flatMap(
        (key) => byKey.get(key)?.filter((other) => other.feed < feed && isSame(key, practice, other.practice)) ?? [],
      )[0];
      if (!same) {
        same = {practice, id: practice.id, sources: [], first: feed, feed};
        merged.push(same);
      }
      same.feed = feed;
      same.sources.push(names[feed]!);
      mergedByFeed[feed]!.set(practice.id, same);
      for (const key of keys) {
        const others = byKey.get(key) ?? [];
        byKey.set(key, others);
        if (others.length < MAX_SAME_KEY) others.push(same);
      }
      yield;
    }
  const taken = new Set<string>();
  const practices = feeds.flatMap((_, feed) => {
    const fresh = merged.filter(({first}) => first === feed);
    const distinct = withDistinctIds(
      fresh.map(({practice, sources}) => ({...practice, sources})),
      taken,
    );
    distinct.forEach(({id}, i) => {
      taken.add(id);
      fresh[i]!.id = id;
    });
    return distinct;
  });
  return {
    practices,
    idsByFeed: mergedByFeed.map((byId) => new Map([...byId].map(([before, {id}]) => [before, id]))),
  };
}

const titlesOf = ({title}: Practice) => title.map(({text}) => fold(text));
const citiesOf = ({places}: Practice) => places.flatMap(({city}) => (city ? valueKey('city', city) : []));
const urlKey = ({url}: Practice) => `url ${url}`;
const haveCommon = (a: readonly string[], b: readonly string[]) => a.some((each) => b.includes(each));

/** Keys under which another feed may have the same practice. */
function keysOf(practice: Practice): string[] {
  const titles = titlesOf(practice);
  const places = citiesOf(practice).flatMap((city) => titles.map((title) => `title ${title}\n${city}`));
  return [`id ${practice.id}`, ...places, ...(practice.url ? [urlKey(practice)] : [])];
}

/**
 * The same title and city are enough. The same id or address is not, if the cities differ: two
 * cities call their youth council the same. A number as an id only counts records, so the titles
 * must be the same too.
 */
function isSame(key: string, a: Practice, b: Practice): boolean {
  if (key.startsWith('title ')) return true;
  const [here, there] = [citiesOf(a), citiesOf(b)];
  const mayBe = !here.length || !there.length || haveCommon(here, there);
  return mayBe && (!/^id \d+$/.test(key) || haveCommon(titlesOf(a), titlesOf(b)));
}

/** Addresses that a feed has several times: pages that list many practices. */
function listingPages(feeds: readonly Feed[]): Set<string> {
  const listing = new Set<string>();
  for (const {practices} of feeds) {
    const isNew = createGate();
    for (const practice of practices) if (!isNew(urlKey(practice))) listing.add(urlKey(practice));
  }
  return listing;
}

/** Brackets at the end of a title, and the signs before them. */
const BRACKETS = /[([{（［｛]([^([{（［｛]*)[)\]}）］｝]$/u;
const SIGNS = /(?<![\s.,:;–-])[\s.,:;–-]+$/u;
/** An address, a host or the name of a file. */
const PLACE = /^(?:https?:\S*|[^\s()]+[.．。｡](?:\p{L}{2,}|xn--[\w-]+|\d+)(?::\d+)?)$/iu;

/**
 * The name of each feed: its title; otherwise its host, or its file name if all are on one host.
 * Both, if two feeds look like they have the same title. The place in brackets is always the real
 * one: a title that ends with a place in brackets loses it.
 */
function namesOf(feeds: readonly FeedPages[]): string[] {
  const urls = feeds.map(({address}) => new URL(address));
  const ways = [({host}: URL) => host, ({pathname}: URL) => pathname.split('/').at(-1)!];
  const [places = urls.map(({href}) => href)] = ways
    .map((way) => urls.map(way))
    .filter((each) => new Set(each.filter(Boolean)).size === each.length);
  const titles = feeds.map(({pages}) => plainTitle(pages[0]!.title[0]?.text ?? ''));
  const keys = titles.map((title, i) => fold(title || places[i]!));
  return titles.map((title, i) => {
    if (!title) return places[i]!;
    return keys.indexOf(keys[i]!) === keys.lastIndexOf(keys[i]!) ? title : `${title} (${places[i]})`;
  });
}

function plainTitle(title: string): string {
  const plain = cleanName(title);
  const [brackets, content] = BRACKETS.exec(plain) ?? [];
  if (brackets === undefined || !PLACE.test(content!.trim())) return plain;
  return plainTitle(plain.slice(0, -brackets.length).replace(SIGNS, ''));
}
