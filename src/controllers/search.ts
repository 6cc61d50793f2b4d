import {Task, TaskStatus} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Engine} from '../core/engine/engine.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {LocalEngineOptions} from '../core/engine/local-engine.js';
import {FeedError} from '../core/feed/feed-error.js';
import type {Collection, FeedInfo} from '../core/feed/feed.js';
import {translationFor} from '../core/localized-text.js';
import {memoizeLast} from '../core/memoize.js';
import type {Practice} from '../core/practice.js';
import {searchExamples} from '../core/search/examples.js';
import {createLabels, type Labels} from '../core/search/labels.js';
import type {Hit, SearchResults} from '../core/state/search-results.js';
import {initialState, noRefinements, questionOf, type SearchState} from '../core/state/search-state.js';
import type {AssetsHost} from '../platform/assets-host.js';
import {warnOnce} from '../platform/warn-once.js';
import {WordsController} from './words.js';

/** A change of any of these makes another engine. */
export type EngineOptions = Omit<LocalEngineOptions, 'currentYear'>;

/** What a feed describes that has not come yet. */
const NOTHING: Pick<FeedInfo, 'facets' | 'topics'> = {facets: [], topics: []};

/** A part of the search failed to load, or the search has an error. */
const SEARCH_FAILURE = new FeedError('network', 'A part of the search failed to load. Reload the page.', {
  needsReload: true,
});

const noOptions: EngineOptions = {scope: noRefinements, facets: [], sort: null, hitsPerPage: 1, language: 'en'};

/** Whether a search found something as it was typed. */
const isAnswer = ({isCorrected, isPartial, totalHits}: SearchResults) => totalHits > 0 && !isCorrected && !isPartial;

/**
 * Answers the search state of an element. The host calls `ask` in each of its updates; a new answer
 * asks for another update. The last results stay while the next are on their way, and the latest
 * question wins.
 */
export class SearchController implements ReactiveController {
  /** Null until there is a feed. `Engine` says who answers: this thread or a worker. */
  engine: Engine | null = null;

  /**
   * Why the last question has no answer; null if it has one. The results are those before, if there
   * are any.
   */
  failure: FeedError | null = null;

  /** The state whose hits on all pages failed to load last; null if they loaded. */
  private stateWithoutHits: SearchState | null = null;

  private feed: LoadedFeed | null = null;
  private options: EngineOptions = noOptions;
  private state: SearchState = initialState;
  /** What the engine was made of. */
  private engineParts: readonly unknown[] = [];
  private lastQuery = '';
  private readonly createLabels = memoizeLast(createLabels);
  /** What an engine found first without a query. The examples are made of it, so that they stay while visitors filter. */
  private firstAnswer: {readonly engine: Engine; readonly results: SearchResults} | null = null;
  private readonly createExamples = memoizeLast(({facets, hits}: SearchResults, labels: Labels) =>
    searchExamples(
      hits.map(({practice}) => practice),
      facets,
      labels,
    ),
  );
  private readonly words: WordsController;
  private readonly task: Task<readonly unknown[], SearchResults | undefined>;

  constructor(private readonly host: ReactiveControllerHost & AssetsHost) {
    // Before the task, which needs the engine of this update.
    host.addController(this);
    this.words = new WordsController(host);
    this.task = new Task(host, {
      args: () => {
        const {engine, state} = this;
        const words = state.query.trim() ? this.words.value : null;
        return [engine, ...questionOf(state), words];
      },
      task: (_, {signal}) => this.search(this.engine, signal),
    });
  }

  /** Says what is searched for, and in what. */
  ask(feed: LoadedFeed | null, options: EngineOptions, state: SearchState): void {
    Object.assign(this, {feed, options, state});
    const {language} = options;
    this.words.ownLanguages = [language, ...(feed?.languages ?? []), feed?.info.language || language];
  }

  hostUpdate(): void {
    const {feed, options} = this;
    // By the values of the options, since the object is a new one each time.
    const parts = [feed, ...Object.values(options)];
    if (parts.every((part, i) => part === this.engineParts[i])) return;
    this.engineParts = parts;
    this.engine?.close();
    this.engine = feed?.createEngine({...options, currentYear: new Date().getFullYear()}) ?? null;
  }

  /** What was found last; null until there is a feed, and after it has gone. */
  get results(): SearchResults | null {
    return this.task.value ?? null;
  }

  /** Whether the last question is not answered yet. */
  get isPending(): boolean {
    return this.task.status === TaskStatus.PENDING;
  }

  /** What the values of attributes are called. */
  get labels(): Labels {
    const {language, names} = this.options;
    const {facets, topics} = this.feed?.info ?? NOTHING;
    return this.createLabels(topics, language, names, facets);
  }

  /** Queries to try: those of the feed, or some that find something. */
  get examples(): readonly string[] {
    const {language} = this.options;
    const said = this.feed?.info.examples.map((example) => translationFor(example, language).text) ?? [];
    if (said.length) return said;
    return this.firstAnswer ? this.createExamples(this.firstAnswer.results, this.labels) : [];
  }

  /** The collection that the results are in; null for none. */
  get collection(): Collection | null {
    const id = this.results?.state.collection;
    return (id && this.feed?.info.collections.find((each) => each.id === id)) || null;
  }

  /**
   * The place of a practice among the hits of the state, from 0; -1 if it is not one of them. Rejects
   * if the search fails; `failure` says why.
   */
  async rank(id: string): Promise<number> {
    return (await this.answer((engine) => engine.rank(id, this.state))) ?? -1;
  }

  /** Null if the feed has no practice of this id. Rejects as `rank` does. */
  async practice(id: string): Promise<Practice | null> {
    return (await this.answer((engine) => engine.practice(id))) ?? null;
  }

  /** The hits of all pages, at most `limit`; null if they fail to load. */
  async hits(limit: number): Promise<readonly Hit[] | null> {
    const {engine, state} = this;
    this.noteHits(null);
    try {
      return (await engine?.hits(state, limit)) ?? [];
    } catch {
      this.noteHits(state);
      return null;
    }
  }

  /** Whether the hits of all pages failed to load. The visitor's next question ends that. */
  get haveHitsFailed(): boolean {
    return this.stateWithoutHits === this.state;
  }

  /** Prepares for a query: the visitor may be about to type. */
  prepare(): void {
    this.loadWords();
    this.engine?.prepare();
  }

  /** Loads the words of the page's and the texts' languages. */
  loadWords(): void {
    void this.words.load();
  }

  /** Asks the last question again. */
  retry(): Promise<void> {
    return this.task.run();
  }

  /** Settles when the words for the query have loaded or failed to, or are late. */
  get learned(): Promise<void> {
    return this.state.query.trim() ? this.words.load() : Promise.resolve();
  }

  /** Settles when the results of what was asked are drawn. */
  async drawn(): Promise<void> {
    await this.host.updateComplete;
    await this.task.taskComplete;
    await this.host.updateComplete;
  }

  private noteHits(stateWithoutHits: SearchState | null): void {
    this.stateWithoutHits = stateWithoutHits;
    this.host.requestUpdate();
  }

  private async search(engine: Engine | null, signal: AbortSignal): Promise<SearchResults | undefined> {
    this.prepareWords();
    try {
      const results = engine && (await this.searchWithWords(engine, signal));
      signal.throwIfAborted();
      this.failure = null;
      this.noteAnswer(engine, results);
      return results ?? undefined;
    } catch (error) {
      // Another question has been asked since.
      if (!signal.aborted) this.noteFailure(engine, error);
      return this.results ?? undefined;
    }
  }

  /** Undefined without an engine. */
  private async answer<Answer>(question: (engine: Engine) => Promise<Answer>): Promise<Answer | undefined> {
    const {engine} = this;
    try {
      return engine ? await question(engine) : undefined;
    } catch (error) {
      this.noteFailure(engine, error);
      this.host.requestUpdate();
      throw error;
    }
  }

  private noteAnswer(engine: Engine | null, results: SearchResults | null): void {
    const isFirst = engine !== this.firstAnswer?.engine || !this.firstAnswer.results.hits.length;
    if (!engine || !results) this.firstAnswer = null;
    else if (isFirst && !results.state.query) this.firstAnswer = {engine, results};
  }

  private noteFailure(engine: Engine | null, error: unknown): void {
    // Nobody waits for an engine that was replaced, or for a feed that was closed.
    if (engine !== this.engine || (error as Error).name === 'AbortError') return;
    this.failure = error instanceof FeedError ? error : SEARCH_FAILURE;
    // A cluster that does not answer says why.
    if (error instanceof FeedError) warnOnce(this.failure.message);
    else
      console.error(
        '<good-practice-browser>: The search failed. Reload the page. If it fails again, report this error:',
        error,
      );
  }

  /**
   * A query needs words at once, even while the feed loads. A query that does not continue the last
   * one asks again for words that failed to load.
   */
  private prepareWords(): void {
    const {query} = this.state;
    if (query.trim()) {
      if (!this.lastQuery || !query.startsWith(this.lastQuery)) this.words.forgetFailures();
      this.loadWords();
    }
    this.lastQuery = query;
  }

  /**
   * Results by spelling come at once. “Nothing found” and guesses come when the words of all
   * languages have been asked: Italian `casa` is no misspelt `case`. Words that have come make the
   * host's next update ask anew, which aborts the signal.
   */
  private async searchWithWords(engine: Engine, signal: AbortSignal): Promise<SearchResults> {
    const {state, words} = this;
    engine.learn(words.value);
    const results = await engine.search(state);
    if (!state.query.trim() || isAnswer(results)) return results;
    await words.load();
    await this.host.updateComplete;
    signal.throwIfAborted();
    await words.loadForBrowser(state.query);
    await this.host.updateComplete;
    return results;
  }
}
