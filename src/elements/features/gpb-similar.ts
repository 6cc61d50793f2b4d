import {Task} from '@lit/task';
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import type {Engine} from '../../core/engine/engine.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {Localizer} from '../../i18n/localizer.js';
import {renderPlaceLine} from '../card/place-line.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {renderHeading, renderMessage} from '../shared/templates.js';
import css from './gpb-similar.css?inline';

/** Up to three similar practices, at the end of an open card. Each opens in the list. */
export class GpbSimilar extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    cityHref: {attribute: false},
    engine: {attribute: false},
    headingLevel: {attribute: false},
    labels: {attribute: false},
    localizer: {attribute: false},
    practice: {attribute: false},
  };

  /** Which page a city leads to; `''` for none. */
  cityHref = '';
  /** Finds the similar practices. */
  engine!: Engine;
  /** The level of the practice's own title in the page's outline, 1 to 6. */
  headingLevel = 3;
  labels!: Labels;
  localizer!: Localizer;
  /** The practice that the others are similar to. */
  practice!: Practice;

  private readonly search = new Task(this, {
    args: () => [this.engine, this.practice.id] as const,
    task: async ([engine, id]) => engine.similar(id),
  });

  override render() {
    const practices = this.search.value ?? [];
    if (practices.length === 0) return nothing;
    const {headingLevel, localizer} = this;
    return html`
      ${renderHeading(headingLevel + 1, renderMessage(localizer, 'similar'))}
      <ul role="list">
        ${practices.map((practice) => html`<li>${this.renderPractice(practice)}</li>`)}
      </ul>
    `;
  }

  private renderPractice(practice: Practice) {
    const {labels, localizer} = this;
    const {lang, text} = translationFor(practice.title, labels.language);
    return html`<button
        type="button"
        dir="auto"
        lang=${lang || nothing}
        @click=${() => this.dispatchEvent(new GpbEvent('gpb-show', {id: practice.id}))}
      >
        ${text}
      </button>
      <span>${renderPlaceLine(practice, labels, localizer, this.cityHref, this.baseURI)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-similar': GpbSimilar;
  }
}
