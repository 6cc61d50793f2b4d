import {Task} from '@lit/task';
import {html, nothing, type PropertyDeclarations} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import {memoizeLast} from '../../core/memoize-last.js';
import {toggleRefinement, initialState} from '../../core/state/search-state.js';
import {readImageHosts, wholeNumber} from '../browser/settings.js';
import type {GpbEvent} from '../shared/events.js';
import {loadFeatures} from '../shared/load-features.js';
import {Satellite} from './satellite.js';

/**
 * One practice as a card, for a page that tells more about it. It shares the feed of a browser with the same `src`.
 *
 * @summary One practice of a feed as a card.
 * @tag gpb-practice
 * @slot - Shown until the practice is loaded, if the feed has no such practice, and if the feed fails to load
 */
export class GpbPractice extends Satellite {
  static override properties: PropertyDeclarations = {
    practiceId: {attribute: 'practice-id'},
    headingLevel: {attribute: 'heading-level', converter: wholeNumber('heading-level', 2)},
    isOpen: {state: true},
  };

  /** Id of the practice: from the feed, or from the page address after `gp-open=`. */
  practiceId = '';
  /** Level of the title as a heading, 1 to 6. */
  headingLevel = 2;

  private isOpen = false;

  private readonly readImageHosts = memoizeLast(readImageHosts);
  private readonly found = new Task(this, {
    args: () => [this.search.engine, this.practiceId] as const,
    task: async ([engine, id]) => engine?.practice(id) ?? null,
  });

  /** Copies the link, draws HTML and fetches the full text. */
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
      .open=${this.isOpen}
      .headingLevel=${this.headingLevel}
      @gpb-open=${this.handleOpen}
      @gpb-refine=${this.handleRefine}
      ><a class="all" slot="list" href=${this.linkTo({})}>${localizer.message('allPractices')}</a>${
        this.isOpen
          ? html`<gpb-copy-link
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

  /** What one refines by is in the browser. */
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
