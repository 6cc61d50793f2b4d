import {Task} from '@lit/task';
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {AnnouncerController} from '../../controllers/announcer.js';
import type {Engine} from '../../core/engine/engine.js';
import {countStatistics, type Group, type RefinementChange, type Statistics} from '../../core/facets/statistics.js';
import type {FeedInfo} from '../../core/feed/feed.js';
import {writeRows} from '../../core/feed/write/csv.js';
import type {Labels} from '../../core/search/labels.js';
import type {SearchResults} from '../../core/state/search-results.js';
import {messageText, type Localizer} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {renderHeading, renderHiddenName, renderMessage} from '../shared/templates.js';
import css from './gpb-statistics.css?inline';
import {opaqueBackground} from './opaque-background.js';
import {fileName, saveFile} from './save-file.js';
import {cityRows, renderCities} from './statistics-cities.js';
import type {StatisticsContext} from './statistics-context.js';
import {matrixRows, renderMatrix} from './statistics-matrix.js';
import {renderYears, yearRows} from './statistics-years.js';
import {ensureTabStop} from './table-grid.js';

/**
 * The search results in numbers: by topic and country, by year, and the cities with most. Each number
 * is a button that leads to these practices. The element counts when it is shown and when the results
 * change. The latest results win.
 */
export class GpbStatistics extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    engine: {attribute: false},
    expanded: {state: true},
    feed: {attribute: false},
    headingLevel: {attribute: false},
    labels: {attribute: false},
    localizer: {attribute: false},
    results: {attribute: false},
  };

  /** Counts the results. */
  engine!: Engine;
  /** Names the files. */
  feed!: FeedInfo;
  /** Of headings, in the outline of the page. */
  headingLevel = 3;
  labels!: Labels;
  localizer!: Localizer;
  results!: SearchResults;

  /** The tables that are shown in full. */
  private expanded: readonly MessageKey[] = [];

  private readonly announcer = new AnnouncerController(this);

  private readonly counting = new Task(this, {
    args: () => [this.engine, this.results, this.labels] as const,
    task: async ([engine, results, labels]) => {
      const nameOf = ({attribute, value}: Group) => labels.of(attribute, value).text;
      return countStatistics(engine.crossTable, results, (a, b) => this.localizer.compare(nameOf(a), nameOf(b)));
    },
  });

  /** Moves the focus to where Tab leads. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"], button:not([tabindex="-1"])')?.focus(options);
  }

  override render() {
    const {context, localizer} = this;
    const {error, value: statistics} = this.counting;
    if (error)
      return html`<p>${renderMessage(localizer, 'failedNetwork')}</p>
        <button class="button" type="button" @click=${this.handleRetry}>${renderMessage(localizer, 'retry')}</button>`;
    if (!statistics) return nothing;
    const {cities, matrix, years} = statistics;
    return html`
      ${matrix.rows.length || matrix.columns.length ? this.renderSection('byTopicAndCountry', statistics, matrixRows, renderMatrix(statistics, context)) : nothing}
      <div class="pair">
        ${this.renderSection('byYear', statistics, yearRows, renderYears(years, context))}
        ${cities.length ? this.renderSection('topCities', statistics, cityRows, renderCities(cities, context)) : nothing}
      </div>
    `;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    // A failure is drawn too.
    await this.counting.taskComplete.catch(() => {});
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    ensureTabStop(this.renderRoot.querySelector<HTMLTableElement>('.matrix'));
  }

  /** A part with its heading, and a button that saves its numbers as a file. */
  private renderSection(
    key: MessageKey,
    statistics: Statistics,
    rowsOf: (statistics: Statistics, context: StatisticsContext) => string[][],
    content: unknown,
  ) {
    const {localizer} = this;
    return html`<div class="section">
      ${renderHeading(this.headingLevel, renderMessage(localizer, key), {id: key})} ${content}
      <button class="link" type="button" @click=${() => this.handleSave(key, rowsOf(statistics, this.context))}>
        ${renderMessage(localizer, 'download')}${renderHiddenName(messageText(key, localizer))}
      </button>
    </div>`;
  }

  private get context(): StatisticsContext {
    return {
      labels: this.labels,
      localizer: this.localizer,
      isExpanded: (key) => this.expanded.includes(key),
      toggle: (key) => {
        const others = this.expanded.filter((other) => other !== key);
        this.expanded = others.length < this.expanded.length ? others : [...others, key];
      },
      show: (...changes) => {
        const refinements: RefinementChange = Object.assign({}, ...changes);
        this.dispatchEvent(new GpbEvent('gpb-show-cards', {refinements}));
      },
      handleScroll: ({currentTarget}) =>
        (currentTarget as HTMLElement).style.setProperty('--_behind', opaqueBackground(this)),
    };
  }

  /** The pressed button disappears, and the focus goes to the numbers. */
  private readonly handleRetry = async () => {
    await this.counting.run();
    await this.updateComplete;
    this.focus();
  };

  private handleSave(key: MessageKey, rows: readonly string[][]): void {
    const {localizer} = this;
    const name = `${fileName(this, localizer.message(key))}.csv`;
    const file = saveFile(name, 'text/csv;charset=utf-8', writeRows(rows));
    this.announcer.announce(localizer, 'savedAs', {file});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-statistics': GpbStatistics;
  }
}
