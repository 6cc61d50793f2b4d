import {Task} from '@lit/task';
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {FeatureView} from '../browser/feature-view.js';
import {placeLine} from '../card/place-line.js';
import {base} from '../shared/base.js';
import {GpbEvent} from '../shared/events.js';
import {renderHeading} from '../shared/heading.js';
import css from './gpb-similar.css?inline';

/** At the end of a practice: up to three others like it, which open where they stand. */
export class GpbSimilar extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {view: {attribute: false}, practice: {attribute: false}};

  view!: FeatureView;
  practice!: Practice;

  private readonly search = new Task(this, {
    args: () => [this.view.engine, this.practice.id] as const,
    task: async ([engine, id]) => engine.similar(id),
  });

  override render() {
    const practices = this.search.value ?? [];
    if (practices.length === 0) return nothing;
    const {headingLevel, localizer} = this.view;
    return html`
      ${renderHeading(headingLevel + 1, localizer.message('similar'))}
      <ul role="list">
        ${practices.map((practice) => html`<li>${this.renderPractice(practice)}</li>`)}
      </ul>
    `;
  }

  private renderPractice(practice: Practice) {
    const {labels} = this.view;
    const {lang, text} = translationFor(practice.title, labels.language);
    return html`<button
        type="button"
        lang=${lang || nothing}
        @click=${() => this.dispatchEvent(new GpbEvent('gpb-show', {id: practice.id}))}
      >
        ${text}
      </button>
      <span>${placeLine(practice, labels)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-similar': GpbSimilar;
  }
}
