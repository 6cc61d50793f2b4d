import {html, nothing} from 'lit';
import {isSpanType} from '../../core/own-facets.js';
import type {Attribute, FacetValues} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {MatchedTerm} from '../../core/state/search-results.js';
import {isSelected, noRefinements, type Refinements} from '../../core/state/search-state.js';
import type {Localizer} from '../../i18n/localizer.js';
import {cityHref} from '../shared/city-href.js';
import {GpbEvent} from '../shared/events.js';
import {filterIcon} from '../shared/templates.js';
import {renderMarked} from './practice-text.js';

/** The card, as its values need it. */
export interface ValuesHost extends EventTarget {
  readonly baseURI: string;
  readonly cityHref: string;
  readonly labels: Labels;
  readonly localizer: Localizer;
  readonly matchedTerms: readonly MatchedTerm[];
  readonly open: boolean;
  readonly refinements: Refinements | null;
}

/** A country, or a city. A city with a page leads there, and has a button of its own that filters. */
export function renderPlace(card: ValuesHost, attribute: Attribute, value: string) {
  const href = attribute === 'city' ? cityHref(card.cityHref, value, card.baseURI) : '';
  if (!href) return renderValue(card, attribute, value, 'place');
  const link = html`<a class="place" part="place" href=${href}>${renderLabel(card, attribute, value)}</a>`;
  return card.open ? [link, renderFilter(card, attribute, value, 'place', filterIcon)] : link;
}

/** A city, country, topic or value of a facet. In an open card, it is a button that filters by it. */
export function renderValue(card: ValuesHost, attribute: Attribute, value: string, part: 'topic' | 'place') {
  const label = renderLabel(card, attribute, value);
  return card.open
    ? renderFilter(card, attribute, value, part, [part === 'topic' ? filterIcon : nothing, label])
    : html`<span class=${part} part=${part}>${label}</span>`;
}

/** Visitors filter by texts. Numbers and years are for reading: their filters take a range. */
export function renderFacts(card: ValuesHost, facts: readonly FacetValues[]) {
  const {labels, localizer} = card;
  if (!facts.length) return nothing;
  return html`<dl class="facts">
    ${facts.map(({name, values}) => {
      const {lang, text} = labels.nameOf(name)!;
      const type = labels.typeOf(name);
      const renderFact = (value: string) =>
        isSpanType(type)
          ? html`<bdi>${type === 'number' ? localizer.number(Number(value)) : value}</bdi>`
          : renderValue(card, name, value, 'topic');
      return html`<div>
        <dt dir="auto" lang=${lang || nothing}>${text}</dt>
        ${values.map((value) => html`<dd>${renderFact(value)}</dd>`)}
      </div>`;
    })}
  </dl>`;
}

function renderLabel({labels, matchedTerms}: ValuesHost, attribute: Attribute, value: string) {
  const {lang, text} = labels.of(attribute, value);
  return html`<bdi lang=${lang || nothing}>${renderMarked(text, matchedTerms)}</bdi>`;
}

function renderFilter(
  card: ValuesHost,
  attribute: Attribute,
  value: string,
  part: 'topic' | 'place',
  content: unknown,
) {
  const {labels, localizer, refinements} = card;
  const isRefined = isSelected(refinements ?? noRefinements, attribute, value);
  return html`<button
    type="button"
    class=${part}
    part=${part}
    aria-label=${localizer.message('filterBy', {value: labels.of(attribute, value).text})}
    aria-pressed=${isRefined ? 'true' : nothing}
    @click=${() => card.dispatchEvent(new GpbEvent('gpb-refine', {attribute, refinement: value}))}
  >
    ${content}
  </button>`;
}
