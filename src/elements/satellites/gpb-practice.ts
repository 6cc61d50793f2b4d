import {Task} from '@lit/task';
import {html, nothing, type PropertyDeclarations} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import {memoizeLast} from '../../core/memoize.js';
import {initialState, toggleRefinement} from '../../core/state/search-state.js';
import {readImageHosts} from '../browser/settings.js';
import {wholeNumber} from '../shared/attribute-rules.js';
import type {GpbEvent} from '../shared/events.js';
import {loadFeatures} from '../shared/load-features.js';
import {renderMessage} from '../shared/templates.js';
import {Satellite} from './satellite.js';

/**
 * One practice as a card, for a page that tells more about it. In the open card, a topic or place
 * leads to `<good-practice-browser>` with that filter. Elements with the same `src` share one feed.
 *
 * @summary One practice of a feed as a card.
 * @tag gpb-practice
 * @slot - Fallback content until the feed loads, if it lacks the practice, and if it fails to load
 */
export class GpbPractice extends Satellite {
  static override properties: PropertyDeclarations = {
    practiceId: {attribute: 'practice-id'},
    headingLevel: {attribute: 'heading-level', converter: wholeNumber(2, 6)},
    isOpen: {state: true},
  };

  /**
   * The practice's `id` in the feed, or the value of `gp-open` in the page's address when
   * `<good-practice-browser>` shows it.
   */
  practiceId = '';
  /** Level of the title in the page's outline: a whole number from 1; above 6 counts as 6. */
  headingLevel = 2;

  private isOpen = false;

  private readonly readImageHosts = memoizeLast(readImageHosts);
  private readonly found = new Task(this, {
    args: () => [this.search.engine, this.practiceId] as const,
    task: async ([engine, id]) => engine?.practice(id) ?? null,
  });

  /** The features copy the link, draw HTML and load the full text. */
  override updated(): void {
    if (this.found.value) void loadFeatures();
  }

  protected override renderResults() {
    const practice = this.found.value;
    if (!practice) return nothing;
    const {localizer} = this.locale;
    return html`<gpb-card
      .practice=${practice}
      .localizer=${localizer}
      .labels=${this.search.labels}
      .imageHosts=${this.readImageHosts(this.src, '', this.baseURI)}
      .cityHref=${this.cityHref}
      .open=${this.isOpen}
      .headingLevel=${this.headingLevel}
      @gpb-open=${this.handleOpen}
      @gpb-refine=${this.handleRefine}
      ><a class="all" slot="list" href=${this.linkTo({})}>${renderMessage(localizer, 'allPractices')}</a>${
        this.isOpen
          ? html`<gpb-copy-link
              slot="actions"
              .link=${this.linkTo({open: [practice.id]})}
              .localizer=${localizer}
              .name=${translationFor(practice.title, this.search.labels.language)}
            ></gpb-copy-link>`
          : nothing
      }</gpb-card
    >`;
  }

  private handleOpen({detail: {isOpen}}: GpbEvent<'gpb-open'>): void {
    this.isOpen = isOpen;
  }

  /** Filters work in `<good-practice-browser>`, so the visitor goes there. */
  private handleRefine({detail: {attribute, refinement}}: GpbEvent<'gpb-refine'>): void {
    const {refinements} = toggleRefinement(initialState, attribute, refinement);
    location.assign(this.linkTo({refinements}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-practice': GpbPractice;
  }
}
