import type {FacetDefinition} from '../attribute-values.js';
import type {Engine} from '../engine/engine.js';
import type {LoadedFeed} from '../engine/loaded-feed.js';
import type {LocalEngineOptions} from '../engine/local-engine.js';
import type {FeedInfo} from '../feed/feed.js';
import type {Attribute, Practice} from '../practice.js';
import type {Correction, Query, QueryWord} from '../search/query.js';
import type {QueryUnit, Vocabulary} from '../search/vocabulary.js';
import type {LanguageWords, Word} from '../search/words.js';
import type {CrossTable, Facet, Hit, Relaxation, SearchResults, Understanding} from '../state/search-results.js';
import type {NumberRange, Refinement, Refinements, SearchState} from '../state/search-state.js';
import {createClient, type ClientOptions, type ClusterAnswer, type ClusterClient, type Parameters} from './client.js';
import {
  baseLanguage,
  CITY_SEPARATOR,
  conceptWord,
  MAX_LISTED_VALUES,
  MAX_PHRASES,
  MAX_UNITS,
  MAX_VALUES,
  MAX_WINDOW,
  PRACTICE,
  SEPARATOR,
  slotsOf,
  spanSlots,
} from './fields.js';
import type {ClusterTools} from './tools.js';

// The engine that asks a cluster. Apart from constants it imports types only: the script for web
// pages gets everything else from the widget.

/** What an index says about its feed, and how to ask it. */
export interface ClusterFeed {
  readonly tools: ClusterTools;
  readonly client: ClusterClient;
  readonly info: FeedInfo;
  /** The languages in which titles have an order of their own. */
  readonly orders: readonly string[];
  /** BCP 47 tags of the languages of the texts. */
  readonly languages: readonly string[];
}

/** A value of a facet that practices in scope have. */
interface KnownValue {
  readonly key: string;
  readonly value: string;
  readonly count: number;
  readonly countries: readonly string[];
}

interface KnownFacet extends FacetDefinition {
  readonly values: ReadonlyMap<string, KnownValue>;
  /** Whether there are more values than the cluster counts. */
  readonly isCut: boolean;
}

/** What the practices in scope have in all. */
interface Scope {
  readonly size: number;
  readonly facets: ReadonlyMap<Attribute, KnownFacet>;
  readonly collections: readonly {readonly id: string; readonly count: number}[];
}

/** How a query was understood, as parameters. */
interface TextMatch {
  readonly parameters: Parameters;
  readonly query: Query;
  /** The query with its corrections. */
  readonly text: string;
  readonly units: readonly QueryUnit[];
  readonly corrections: readonly Correction[];
  readonly isPartial: boolean;
  /** How many practices it finds before refinements. */
  readonly found: number;
}

/** So many hits are read for highlights. */
const MAX_INDEXED_HITS = 60;
/** In milliseconds. A visitor who types faster than this is waited for. */
const TYPING_MS = 1000;
const MIN_PAUSE_MS = 60;
const MAX_PAUSE_MS = 500;
const MAX_SIMILAR = 3;
/** Practices in one question: a server may refuse one of more than 8 kB. */
const MAX_ASKED = 50;
/** In characters. The similarity needs no more of a summary. */
const MAX_LIKE = 2000;
const ONGOING = 'ongoing';

const createFeed = ({client, info, languages, orders, tools}: ClusterFeed, size: number): LoadedFeed => {
  const known = new Map<string, {readonly json: string; readonly practice: Practice}>();

  /** Views recognise a practice by its object, so the same record gives the same object. */
  function readPractices(answer: ClusterAnswer): Practice[] {
    const records = answer.hits.map(({record, sources}) => ({
      json: JSON.stringify([record, sources]),
      record,
      sources,
    }));
    const fresh = records.filter(({json, record}) => known.get(record.id)?.json !== json);
    if (fresh.length) {
      const read = client.readRecords(fresh.map(({record}) => record));
      const byId = new Map(read.map((practice) => [practice.id, practice]));
      for (const {json, record, sources} of fresh) {
        const practice = byId.get(record.id);
        if (practice) known.set(record.id, {json, practice: {...practice, sources}});
      }
    }
    return records.flatMap(({record}) => known.get(record.id)?.practice ?? []);
  }

  return {
    info,
    ids: [],
    size,
    languages,
    createEngine: (options) => createEngine({client, info, languages, orders, tools}, options, readPractices),
    isClosed: false,
  };
};

/** Opens an index: asks what it says about its feed. Throws a `FeedError`. */
export async function openCluster(
  tools: ClusterTools,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<LoadedFeed> {
  const client = createClient(tools, options);
  const answer = await client.ask('feed', {}, signal);
  const {info, languages, orders} = client.readInfo(answer);
  const size = answer.count(['all', 'scope']);
  const warnings = [...info.warnings, ...answer.warnings];
  return createFeed(
    {tools, client, info: {...info, warnings, totalRecords: size, readRecords: size}, languages, orders},
    size,
  );
}

function createEngine(
  {client, info, languages, orders, tools}: ClusterFeed,
  options: LocalEngineOptions,
  readPractices: (answer: ClusterAnswer) => Practice[],
): Engine {
  const {hitsPerPage, language, names, scope} = options;
  const {mapRefinements, refinementKey, refinementPairs, refinementsOf} = tools;
  const closing = new AbortController();
  const labels = tools.createLabels(info.topics, language, names, info.facets);
  const arePlacesJoined = tools.mustJoinPlaces(options.facets);
  const definitions = tools.facetsOf(info.facets);
  const slots = slotsOf(info.facets);
  const slotOf = (attribute: Attribute): string | undefined => slots.get(attribute);
  const kindOf = (attribute: Attribute) => definitions.find(({name}) => name === attribute)?.kind;
  const isRange = (attribute: Attribute, one: Refinement): one is NumberRange =>
    kindOf(attribute) === 'span' && typeof one !== 'string';

  const topicIds = info.topics.map(({id}) => id);
  const excluded = tools.findTopics(options.excludedTopics ?? [], topicIds, labels);
  const shown = (practice: Practice) => tools.withoutTopics(practice, excluded.ids);
  const scopeParameters = refine(scope, 'scope_');

  /** The refinements of each attribute as parameters. */
  function refine(refinements: Refinements, prefix: string, facets?: Scope['facets']): Parameters {
    const parameters: Record<string, string> = {};
    for (const [attribute, chosen] of Object.entries(refinements)) {
      const slot = slotOf(attribute);
      if (!slot || !chosen?.length) continue;
      const [range, ...more] = chosen.filter((one) => isRange(attribute, one));
      const values = facets?.get(attribute)?.values ?? new Map<string, KnownValue>();
      const keys = chosen.flatMap((one) => (isRange(attribute, one) ? [] : refinementKey(attribute, one)));
      // A request has one range. The values of others are listed.
      for (const other of more)
        keys.push(...[...values.keys()].filter((key) => tools.isWithin(+key, other as NumberRange)));
      parameters[prefix + slot] = keys.slice(0, MAX_LISTED_VALUES).join(SEPARATOR);
      if (!spanSlots.includes(slot)) continue;
      parameters[`${prefix}${slot}_any`] = 'none';
      if (range) {
        const {from, to} = range as NumberRange;
        parameters[`${prefix}${slot}_from`] = String(from ?? (slot === 'year' ? -9999 : -1e300));
        parameters[`${prefix}${slot}_to`] = String(to ?? (slot === 'year' ? 99_999 : 1e300));
      }
    }
    return parameters;
  }

  /** Countries and cities may be one facet: then a practice matches in a city, or in a country without a chosen city. */
  function filter(
    {refinements, collection}: Pick<SearchState, 'refinements' | 'collection'>,
    {facets}: Scope,
  ): Parameters {
    const places = arePlacesJoined ? {city: refinements.city, country: refinements.country} : {city: [], country: []};
    const others = arePlacesJoined ? {...refinements, city: [], country: []} : refinements;
    const cities = places.city.map((one) => refinementKey('city', one));
    const narrowed = cities.flatMap((key) => facets.get('city')?.values.get(key)?.countries ?? []);
    const countries = places.country
      .map((one) => refinementKey('country', one))
      .filter((one) => !narrowed.includes(one));
    return {
      ...refine(others, '', facets),
      ...(places.city.length || places.country.length
        ? {
            place_any: 'none',
            place_city: cities.slice(0, MAX_LISTED_VALUES).join(SEPARATOR),
            place_country: countries.slice(0, MAX_LISTED_VALUES).join(SEPARATOR),
          }
        : {}),
      ...(collection ? {collection} : {}),
    };
  }

  let scoped: Promise<Scope> | undefined;
  /** Everything that practices in scope have. It fails with the search that needs it, which asks again. */
  const loadScope = (): Promise<Scope> =>
    (scoped ??= client.ask('feed', scopeParameters, closing.signal).then(readScope)).catch((error: unknown) => {
      scoped = undefined;
      throw error;
    });

  function readScope(answer: ClusterAnswer): Scope {
    const path = ['all', 'scope'];
    const cities = new Map<string, {name: string; countries: string[]}>();
    // The most frequent spelling of a city comes first.
    for (const {key} of answer.buckets([...path, 'cities'])) {
      const [city = '', name = '', country = ''] = key.split(CITY_SEPARATOR);
      const entry = cities.get(city) ?? {name, countries: []};
      if (country && !entry.countries.includes(country)) entry.countries.push(country);
      cities.set(city, entry);
    }
    const facets = new Map<Attribute, KnownFacet>();
    for (const definition of definitions) {
      const {kind, name} = definition;
      const buckets = answer
        .buckets([...path, slotOf(name)!])
        .filter(({key}) => name !== 'topic' || !excluded.ids.has(key));
      const rank = (key: string) => +key || Number(key === ONGOING);
      const sorted = buckets.sort((a, b) =>
        kind === 'span' ? rank(b.key) - rank(a.key) : a.first - b.first || b.count - a.count,
      );
      const values = sorted.map(({count, key}): [string, KnownValue] => {
        const city = name === 'city' ? cities.get(key) : undefined;
        return [key, {key, count, value: city?.name ?? key, countries: city?.countries ?? []}];
      });
      facets.set(name, {...definition, values: new Map(values), isCut: buckets.length >= MAX_VALUES});
    }
    const counts = new Map(answer.buckets([...path, 'collections']).map(({count, key}) => [key, count]));
    return {
      size: answer.count(path),
      facets,
      collections: info.collections.flatMap(({id}) => (counts.has(id) ? {id, count: counts.get(id)!} : [])),
    };
  }

  /** Drops values that no practice has, and spells the others as the facets do. */
  function knownRefinements({facets}: Scope, refinements: Refinements): Refinements {
    const known = mapRefinements(refinements, (chosen, attribute) => {
      const facet = facets.get(attribute);
      const spelled = chosen.flatMap((one): Refinement | [] => {
        if (!facet) return [];
        if (isRange(attribute, one)) return one;
        const value = facet.values.get(refinementKey(attribute, one))?.value;
        return value ?? (facet.isCut ? one : []);
      });
      return [...new Set(spelled)];
    });
    return JSON.stringify(known) === JSON.stringify(refinements) ? refinements : known;
  }

  let words: readonly LanguageWords[] = [];
  let vocabularyOf: {readonly words: readonly LanguageWords[]; readonly vocabulary: Vocabulary} | undefined;
  function vocabulary(): Vocabulary {
    if (vocabularyOf?.words !== words) {
      vocabularyOf = {words, vocabulary: tools.readVocabulary(words, info.synonyms)};
      matches.clear();
    }
    return vocabularyOf!.vocabulary;
  }

  /** What is known about queries, until other words load. */
  const matches = new Map<string, TextMatch>();

  /**
   * Finds the parameters for a query. If no practice has all words, it corrects them, and then does
   * with fewer.
   * @param ask answers parameters; of several answers, the last one is that for the result
   */
  async function matchText(text: string, ask: (parameters: Parameters) => Promise<ClusterAnswer>): Promise<TextMatch> {
    const loaded = vocabulary();
    const known = matches.get(text);
    if (known) {
      await ask(known.parameters);
      return known;
    }
    const query = tools.parseQuery(text);
    const understand = (suggestions: ReadonlyMap<string, Word>) =>
      loaded.understand(query.words, {
        isRight: (word) => !suggestions.has(word.written),
        correct: (word) => suggestions.get(word.written),
      });
    const found = async (parameters: Parameters) => (await ask(parameters)).count(['found']);
    const units = understand(new Map());
    let match: TextMatch = {
      parameters: textParameters(query, units),
      query,
      text,
      units,
      corrections: [],
      isPartial: false,
      found: 0,
    };
    match = {...match, found: await found(match.parameters)};
    const isOpen = () => !match.found && query.words.length > 0;
    if (isOpen()) {
      const suggestions = await suggest(query.words, match.parameters);
      const corrected = suggestions.size ? understand(suggestions) : units;
      const corrections = corrected.flatMap((unit) => unit.corrections);
      if (corrections.length) {
        const parameters = textParameters(query, corrected);
        const right = tools.correct(text, corrections) ?? text;
        match = {...match, parameters, units: corrected, corrections, text: right, found: await found(parameters)};
      }
    }
    const broader = isOpen() ? match.units.map(broaden) : [];
    if (broader.some((unit, i) => unit !== match.units[i])) {
      const parameters = textParameters(query, broader);
      match = {...match, parameters, found: await found(parameters)};
    }
    const needed = neededUnits(match.units).length;
    for (let least = needed - 1; isOpen() && least >= 1 && least >= needed / 2; least--) {
      const parameters = {...match.parameters, least: String(least)};
      match = {...match, parameters, isPartial: true, found: await found(parameters)};
    }
    if (loaded === vocabularyOf?.vocabulary) matches.set(text, match);
    return match;
  }

  /** If no practice has a concept, a broader one is looked for. */
  function broaden(unit: QueryUnit): QueryUnit {
    const broader = unit.parts.flat().flatMap((concept) => tools.broaderConcepts[concept] ?? []);
    return broader.length ? {...unit, parts: broader.map((concept) => [concept])} : unit;
  }

  /** Similar words that practices have, for words that none has. */
  async function suggest(typed: readonly QueryWord[], parameters: Parameters): Promise<ReadonlyMap<string, Word>> {
    const misspelt = typed.filter(({isQuoted}) => !isQuoted).map(({written}) => written);
    const answer = await ask({...scopeParameters, ...parameters, size: '0', misspelt: misspelt.join(' ')});
    return new Map(
      answer.suggestions('spelling').flatMap(({option, text}) => {
        const [word] = tools.readWords(option);
        return word && word.text !== text ? [[text, word] as const] : [];
      }),
    );
  }

  const ask = (parameters: Parameters, signal?: AbortSignal) =>
    client.ask('search', parameters, signal ? AbortSignal.any([signal, closing.signal]) : closing.signal);

  /** The practices that match a state, and their counts. */
  async function find(state: SearchState, window: Parameters, facets: readonly Attribute[] = [], signal?: AbortSignal) {
    const all = await loadScope();
    const refinements = knownRefinements(all, state.refinements);
    const collection = all.collections.some(({id}) => id === state.collection) ? state.collection : '';
    const own = {...scopeParameters, ...filter({refinements, collection}, all)};
    const counted = facets.flatMap((name) => slotOf(name) ?? []);
    const parameters: Parameters = {
      ...own,
      ...orderOf(state, collection),
      ...Object.fromEntries(counted.map((slot) => [`count_${slot}`, PRACTICE])),
      ...window,
    };
    let answer!: ClusterAnswer;
    const match = await matchText(state.query, async (text) => (answer = await ask({...parameters, ...text}, signal)));
    return {all, answer, collection, match, parameters: own, refinements};
  }

  function orderOf(state: SearchState, collection: string): Parameters {
    const hasQuery = state.query.trim() !== '';
    const sort = state.sort ?? (collection ? (hasQuery ? 'relevance' : 'feed') : options.sort) ?? 'relevance';
    if (sort === 'relevance') return {sort, tie: sort};
    if (sort === 'feed' && collection)
      return {sort: `collection-${info.collections.findIndex(({id}) => id === collection)}`, tie: 'feed'};
    const base = baseLanguage(language);
    return {sort: sort === 'title' && orders.includes(base) ? `title-${base}` : sort, tie: 'feed'};
  }

  async function count(state: Pick<SearchState, 'query' | 'refinements' | 'collection'>): Promise<number> {
    const {answer} = await find({...state, sort: null, page: 1, open: [], list: [], view: 'cards'}, {size: '0'});
    return answer.total;
  }

  /** With values that no practice has, which find nothing. */
  const countExactly = async (refinements: Refinements, all: Scope) =>
    (await ask({...scopeParameters, ...filter({refinements, collection: ''}, all), size: '0'})).total;

  /** Words of the hits, for highlights, and for what a query means in them. */
  function readMatches({corrections, query, text, units}: TextMatch, practices: readonly Practice[]) {
    const {currentYear} = options;
    const unread = units.map((unit) => ({...unit, found: []}));
    if (!query.words.length || !practices.length)
      return {matchedTerms: [], corrections, units: unread, tierOf: () => null};
    const index = tools.indexFound(practices.slice(0, MAX_INDEXED_HITS), {labels, currentYear});
    const {matchedTerms, tierOf, units: found} = index.search(tools.parseQuery(text), vocabulary());
    return {
      matchedTerms,
      corrections,
      units: found,
      tierOf: (i: number) => (i < MAX_INDEXED_HITS ? tierOf(i) : null),
    };
  }

  const nothing: Understanding = {alsoFound: [], literalQuery: '', language: '', filters: [], cities: [], searches: []};

  async function relaxationsOf(state: SearchState): Promise<Relaxation[]> {
    const without: [Relaxation['without'], Partial<SearchState>][] = [
      ...(state.query.trim() ? [['query', {query: ''}] as [Relaxation['without'], Partial<SearchState>]] : []),
      ...(state.collection ? [['collection', {collection: ''}] as [Relaxation['without'], Partial<SearchState>]] : []),
      ...definitions
        .filter(({name}) => refinementsOf(state.refinements, name).length)
        .map(({name}): [Relaxation['without'], Partial<SearchState>] => [
          name,
          {refinements: {...state.refinements, [name]: []}},
        ]),
    ];
    // If nothing is chosen but the query, there is nothing to give up but the query.
    const counts = await Promise.all(without.map(([, change]) => count({...state, ...change})));
    return without.map(([name], i) => ({without: name, count: counts[i]!})).filter((one) => one.count);
  }

  /** The hits of earlier pages of the same question. */
  let earlier: {readonly key: string; readonly practices: readonly Practice[]} = {key: '', practices: []};
  const keyOf = ({collection, query, refinements, sort}: SearchState) =>
    JSON.stringify([query, refinements, sort, collection]);
  let latency = 0;
  let lastQuery: string | undefined;
  let lastTyped = -Infinity;
  let current: AbortController | undefined;

  /** Waits while the visitor types: the slower the cluster, the longer. */
  async function waitForTyping(query: string, signal: AbortSignal): Promise<void> {
    const isTyping = lastQuery !== undefined && query !== lastQuery;
    const now = performance.now();
    const isFast = now - lastTyped < TYPING_MS;
    lastQuery = query;
    if (isTyping) lastTyped = now;
    if (isTyping && isFast && !matches.has(query))
      await pause(Math.min(Math.max(latency, MIN_PAUSE_MS), MAX_PAUSE_MS), signal);
  }

  async function search(state: SearchState): Promise<SearchResults> {
    current?.abort();
    current = new AbortController();
    const {signal} = current;
    const wanted = Math.min(state.page * hitsPerPage, MAX_WINDOW);
    await waitForTyping(state.query, signal);
    const key = keyOf(state);
    const before = earlier.key === key && state.page > 1 ? earlier.practices.slice(0, wanted) : [];
    const started = performance.now();
    const {all, answer, collection, match, refinements} = await find(
      state,
      {from: String(before.length), size: String(wanted - before.length)},
      options.facets,
      signal,
    );
    latency = latency ? (latency + performance.now() - started) / 2 : performance.now() - started;
    const practices = [...before, ...readPractices(answer)];
    earlier = {key, practices};
    const {total} = answer;
    const known =
      refinements === state.refinements && collection === state.collection
        ? state
        : {...state, refinements, collection};
    const read = readMatches(match, practices);
    const scores = [...before.map(() => 0), ...answer.hits.map(({score}) => score)];
    const hits = practices.map((practice, i): Hit => ({
      practice: shown(practice),
      tier: read.tierOf(i),
      score: scores[i] ?? 0,
    }));
    const suggestion =
      match.corrections.length && match.text !== state.query && !match.isPartial && match.found ? match.text : null;
    return {
      state: known,
      hits,
      totalHits: total,
      totalPractices: all.size,
      isPartial: match.isPartial && match.found > 0,
      facets: readFacets(options.facets, all, answer, refinements),
      collections: all.collections,
      matchedTerms: read.matchedTerms,
      suggestion,
      isCorrected: suggestion !== null && total > 0,
      understanding: read.units.length ? await understand(all, known, read, total > 0) : nothing,
      maxHits: MAX_WINDOW,
      warnings: answer.warnings,
      relaxations: total ? [] : await relaxationsOf(known),
    };
  }

  async function understand(
    all: Scope,
    state: SearchState,
    read: Pick<ReturnType<typeof readMatches>, 'corrections' | 'units'>,
    hasHits: boolean,
  ): Promise<Understanding> {
    const words = vocabulary();
    return tools.createUnderstanding({
      facets: all.facets,
      labels,
      ownLanguages: [language, ...languages],
      asksForCities: (asked) => words.asksForCities(asked),
      isSameWord: (one, other, of) => words.inflectionIn(of).isSame(one, other),
      async finds(query) {
        const {match} = await find(
          {...state, query, refinements: emptied(state.refinements), collection: ''},
          {size: '0'},
        );
        return match.found > 0 && !match.isPartial;
      },
    })({
      query: state.query,
      matches: read,
      refinements: state.refinements,
      hasHits,
      count: async (query, attribute, value) =>
        count({
          ...state,
          query,
          refinements: {...state.refinements, ...withValue(state.refinements, attribute, value)},
        }),
      async countCities() {
        const {answer, refinements} = await find(state, {size: '0'}, ['city']);
        return readFacets(['city'], all, answer, refinements)[0]?.values ?? [];
      },
    });
  }

  /** The counts of a facet leave out its own refinements; so do those of countries and cities if they are one. */
  const withValue = (refinements: Refinements, attribute: Attribute, value: string): Partial<Refinements> => {
    const isPlace = arePlacesJoined && (attribute === 'city' || attribute === 'country');
    return {...(isPlace ? {city: [], country: []} : {}), [attribute]: [value]};
  };
  const emptied = (refinements: Refinements): Refinements => mapRefinements(refinements, () => []) as Refinements;

  function readFacets(
    names: readonly Attribute[],
    {facets}: Scope,
    answer: ClusterAnswer,
    refinements: Refinements,
  ): Facet[] {
    return names.flatMap((attribute): Facet[] => {
      const facet = facets.get(attribute);
      const slot = slotOf(attribute);
      if (!facet || !slot) return [];
      const counts = new Map(answer.buckets([slot, 'values']).map((bucket) => [bucket.key, bucket.count]));
      const keys = refinementsOf(refinements, attribute).map((one) => refinementKey(attribute, one));
      const values = [...facet.values.values()].map(({countries, key, value}) => ({
        value,
        count: counts.get(key) ?? 0,
        isRefined: keys.includes(key),
        countries,
      }));
      return [{attribute, values: facet.kind === 'span' ? values : values.sort((a, b) => b.count - a.count)}];
    });
  }

  /** Asks for several practices at once: lists ask for each of theirs. */
  let asked: {readonly ids: Set<string>; readonly answer: Promise<ReadonlyMap<string, Practice>>} | undefined;
  function practice(id: string): Promise<Practice | null> {
    if (!asked || asked.ids.size >= MAX_ASKED) {
      const ids = new Set<string>();
      const answer = Promise.resolve().then(async () => {
        asked = undefined;
        const found = await client.ask(
          'practices',
          {...scopeParameters, ids: [...ids].join(SEPARATOR)},
          closing.signal,
        );
        return new Map(readPractices(found).map((each) => [each.id, shown(each)]));
      });
      asked = {ids, answer};
    }
    asked.ids.add(id);
    return asked.answer.then((found) => found.get(id) ?? null);
  }

  async function hits(state: SearchState, limit = Infinity): Promise<readonly Hit[]> {
    const {answer} = await find(state, {size: String(Math.min(limit, MAX_WINDOW))});
    return readPractices(answer).map((each, i): Hit => ({
      practice: shown(each),
      tier: null,
      score: answer.hits[i]?.score ?? 0,
    }));
  }

  return {
    prepare() {},
    learn: (loaded) => void (words = loaded),
    search,
    practice,
    hits,
    async rank(id, state) {
      // Most practices that are asked for are among those that are shown.
      const shownAt = earlier.key === keyOf(state) ? earlier.practices.findIndex((each) => each.id === id) : -1;
      if (shownAt >= 0) return shownAt;
      const {answer} = await find(state, {size: String(MAX_WINDOW), fields: 'nothing'});
      return answer.ids.indexOf(id);
    },
    async similar(id) {
      const it = await practice(id);
      if (!it) return [];
      const like = [...it.title, ...it.summary]
        .map(({text}) => text)
        .join(' ')
        .slice(0, MAX_LIKE);
      const answer = await client.ask(
        'similar',
        {
          ...scopeParameters,
          id,
          topics: it.topics.join(SEPARATOR),
          countries: [...new Set(it.places.map(({country}) => country))].filter(Boolean).join(SEPARATOR),
          like: tools
            .readWords(like)
            .map(({text}) => text)
            .join(' '),
        },
        closing.signal,
      );
      return readPractices(answer).map(shown).slice(0, MAX_SIMILAR);
    },
    async crossTable(state, rows, columns): Promise<CrossTable> {
      const [rowSlot, columnSlot] = [slotOf(rows), slotOf(columns)];
      if (!rowSlot || !columnSlot) return {rows: [], columns: []};
      const {all, match, parameters} = await find(state, {size: '0'});
      const answer = await client.ask(
        'table',
        {...parameters, ...match.parameters, rows: rowSlot, columns: columnSlot},
        closing.signal,
      );
      /** In the order of the facet. */
      const inOrder = <Bucket extends {readonly key: string; readonly count: number}>(
        name: Attribute,
        buckets: readonly Bucket[],
      ) => {
        const byKey = new Map(buckets.map((bucket) => [bucket.key, bucket]));
        return [...all.facets.get(name)!.values.values()].flatMap(({key, value}) => {
          const bucket = byKey.get(key);
          return bucket ? {value, count: bucket.count, bucket} : [];
        });
      };
      const plain = (values: readonly {readonly value: string; readonly count: number}[]) =>
        values.map(({count: number, value}) => ({value, count: number}));
      return {
        rows: inOrder(rows, answer.buckets(['rows'])).map(({bucket, count: number, value}) => ({
          value,
          count: number,
          cells: plain(inOrder(columns, bucket.buckets('columns'))),
        })),
        columns: plain(inOrder(columns, answer.buckets(['columns']))),
      };
    },
    async unmatched(preset) {
      const all = await loadScope();
      const whole = await client.ask('feed', {}, closing.signal);
      const everything = readScope(whole);
      const unknownIn = ({facets}: Scope, refinements: Refinements) =>
        refinementPairs(refinements)
          .filter(([attribute, one]) => {
            const values = [...(facets.get(attribute)?.values.keys() ?? [])];
            return isRange(attribute, one)
              ? !values.some((key) => tools.isWithin(+key, one))
              : !values.includes(refinementKey(attribute, one)) && !facets.get(attribute)?.isCut;
          })
          .map(
            ([attribute, one]) =>
              `${attribute}:${typeof one === 'string' ? one : `${one.from ?? ''}..${one.to ?? ''}`}`,
          );
      const isPreset = refinementPairs(preset).length > 0;
      return {
        scope: {
          values: everything.size ? unknownIn(everything, scope) : [],
          findsNothing: everything.size > 0 && !all.size,
        },
        preset: {
          values: all.size ? unknownIn(all, preset) : [],
          findsNothing: isPreset && all.size > 0 && !(await countExactly(preset, all)),
        },
        facets: all.size ? options.facets.filter((name) => !all.facets.has(name)) : [],
        excludedTopics: all.size ? excluded.unknown : [],
      };
    },
    close: () => closing.abort(),
  };

  /** The units that a practice must have. */
  function neededUnits(units: readonly QueryUnit[]): readonly QueryUnit[] {
    const needed = units.filter(({isStopWord}) => !isStopWord);
    return (needed.length ? needed : units).slice(0, MAX_UNITS);
  }

  function textParameters(query: Query, units: readonly QueryUnit[]): Parameters {
    const parameters: Record<string, string> = {};
    const needed = neededUnits(units);
    needed.forEach(({corrections, parts, words: typed}, i) => {
      const meant = typed.map((word) => {
        const correction = corrections.find(({term}) => term === word.text);
        return {...word, ...(correction && tools.readWords(correction.spelling)[0])};
      });
      const letters = meant.map(({text}) => text);
      parameters[`letters${i}`] = letters.join(' ');
      if (meant.some(({isQuoted}) => isQuoted)) return;
      if (letters.every((text) => text.length > 2)) parameters[`beginning${i}`] = letters.join(' ');
      parameters[`form${i}`] = meant.map(({written}) => written).join(' ');
      const [one = [], other = []] = parts;
      if (one.length) parameters[`concept${i}`] = one.map(conceptWord).join(SEPARATOR);
      if (other.length) parameters[`other${i}`] = other.map(conceptWord).join(SEPARATOR);
    });
    query.phrases.slice(0, MAX_PHRASES).forEach((phrase, i) => (parameters[`phrase${i}`] = phrase));
    if (query.excluded.length) parameters['excluded'] = query.excluded.join(' ');
    if (needed.length) parameters['least'] = String(needed.length);
    return parameters;
  }
}

/** Waits. Rejects with the signal's reason. */
function pause(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, duration);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
