import {Task, TaskStatus} from '@lit/task';
import type {ReactiveControllerHost} from 'lit';
import type {Engine, Hit, SearchResults} from '../core/engine/engine.js';
import type {LoadedFeed} from '../core/engine/loaded-feed.js';
import type {LocalEngineOptions} from '../core/engine/local-engine.js';
import {memoizeLast} from '../core/memoize-last.js';
import type {Practice} from '../core/practice.js';
import {createLabels, type Labels} from '../core/search/labels.js';
import type {SearchState} from '../core/state/search-state.js';
import type {FilesPlace} from '../platform/assets-host.js';
import {WordsController} from './words.js';

/** What is searched, and what is asked; looked up at each update of the host. */
export interface SearchInput {
  feed(): LoadedFeed | undefined;
  /** What makes another engine where it changes. */
  options(): Omit<LocalEngineOptions, 'currentYear'>;
  state(): SearchState;
  /** The answer is on its way. */
  onStart?(): void;
  onResults(results: SearchResults): unknown;
}

/**
 * Answers the state of an element. The last results stay while the next are on their way, and the latest question wins; who answers is
 * the engine's affair.
 */
export class SearchController {
  /** The engine made last. */
  private current: Engine | undefined;
  /** Remembers by the values of the options, since the object that they stand in is new each time. */
  private readonly createEngine = memoizeLast((feed: LoadedFeed | undefined, ..._options: readonly unknown[]) => {
    this.current?.close();
    this.current = feed?.createEngine({...this.input.options(), currentYear: new Date().getFullYear()});
    return this.current;
  });
  private readonly createLabels = memoizeLast(createLabels);
  private readonly words;
  private lastQuery = '';
  private readonly task;

  constructor(
    private readonly host: ReactiveControllerHost & FilesPlace,
    private readonly input: SearchInput,
  ) {
    this.words = new WordsController(host, () => [
      input.options().language,
      ...(input.feed()?.languages ?? []),
      input.feed()?.info.language || input.options().language,
    ]);
    this.task = new Task(host, {
      args: () => {
        const state = input.state();
        // Which practices are open makes no difference to what is found.
        const words = state.query.trim() ? this.words.value : null;
        return [this.engine, state.query, state.refinements, state.sort, state.page, words] as const;
      },
      task: ([engine]) => this.search(engine),
      onComplete: (results) => results && input.onResults(results),
    });
  }

  /** Whether the last question has no answer: a part of the search failed to load. The results are those before, if there are any. */
  hasFailed = false;

  /** What was found last; null until there is a feed, and where there is none any more. */
  get results(): SearchResults | null {
    return this.task.value ?? null;
  }

  /** Whether what was asked last is not answered yet. */
  get isPending(): boolean {
    return this.task.status === TaskStatus.PENDING;
  }

  /** What the values of attributes are called. */
  get labels(): Labels {
    const {language, names} = this.input.options();
    return this.createLabels(this.input.feed()?.info.topics ?? [], language, names);
  }

  /** Where a practice stands among the hits of the state, from 0; -1 where it is none of them. */
  async rank(id: string): Promise<number> {
    return (await this.engine?.rank(id, this.input.state())) ?? -1;
  }

  async practice(id: string): Promise<Practice | null> {
    return (await this.engine?.practice(id)) ?? null;
  }

  /** The hits whatever the page, at most so many. */
  async hits(limit: number): Promise<readonly Hit[]> {
    return (await this.engine?.hits(this.input.state(), limit)) ?? [];
  }

  /** What answers; undefined until there is a feed. */
  get engine(): Engine | undefined {
    return this.createEngine(this.input.feed(), ...Object.values(this.input.options()));
  }

  private async search(engine: Engine | undefined): Promise<SearchResults | undefined> {
    this.input.onStart?.();
    this.prepareWords();
    try {
      const results = engine && (await this.searchWithWords(engine));
      this.hasFailed = false;
      return results;
    } catch (error) {
      // One that was closed has been replaced, and so have its questions.
      if (engine === this.current) {
        this.hasFailed = true;
        console.error(
          '<good-practice-browser>: The search failed. Reload the page. If it fails again, report this error:',
          error,
        );
      }
      return this.results ?? undefined;
    }
  }

  /** A query needs words at once, be the feed on its way too. One that does not continue the last asks again for those that failed to load. */
  private prepareWords(): void {
    const {query} = this.input.state();
    if (query.trim()) {
      if (!this.lastQuery || !query.startsWith(this.lastQuery)) this.words.forgetFailures();
      this.loadWords();
    }
    this.lastQuery = query;
  }

  /** Results come at once by spelling; “nothing found” comes when the words of all languages have been asked. */
  private async searchWithWords(engine: Engine): Promise<SearchResults> {
    const {words} = this;
    const search = () => {
      engine.learn(words.value);
      return engine.search(this.input.state());
    };
    const {query} = this.input.state();
    if (!query.trim()) return search();
    const isComplete = !words.isLoading;
    const loading = words.load();
    const results = await search();
    if (results.totalHits) return results;
    await loading;
    const understood = isComplete ? results : await search();
    return !understood.totalHits && (await words.loadForBrowser(query)) ? search() : understood;
  }

  /** The visitor may be about to type. */
  prepare(): void {
    this.loadWords();
    this.engine?.prepare();
  }

  /** Loads the words of the page's and the texts' languages. */
  loadWords(): void {
    void this.words.load();
  }

  /** Settles when the words for the query have loaded or failed to, or are late. */
  get learned(): Promise<void> {
    return this.input.state().query.trim() ? this.words.load() : Promise.resolve();
  }

  /** When the results of what was asked are drawn. */
  async drawn(): Promise<void> {
    await this.host.updateComplete;
    await this.task.taskComplete;
    await this.host.updateComplete;
  }
}
