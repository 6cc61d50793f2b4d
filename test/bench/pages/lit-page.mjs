// A page as one would write it in an afternoon: Lit draws, a search library finds. First the cards, then its index.
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {styles} from './styles.mjs';
import {facetNames, FEW, fetchRecords, PAGE, placeLine, refine, shortText, tell} from './records.mjs';

/** @param {(records: object[]) => (text: string) => object[]} createSearch builds an index, which finds records */
export function definePage(createSearch) {
  class PracticeList extends LitElement {
    static styles = unsafeCSS(styles);
    static properties = {
      query: {state: true},
      chosen: {state: true},
      shown: {state: true},
      records: {state: true},
      open: {state: true},
    };

    constructor() {
      super();
      // no fields: they would hide the properties that Lit watches
      this.query = '';
      this.chosen = Object.fromEntries(facetNames.map((name) => [name, new Set()]));
      this.shown = PAGE;
      this.records = null;
      this.open = new Set();
    }

    async firstUpdated() {
      this.records = await fetchRecords(this.getAttribute('src'));
      tell('gpb-loaded');
      await this.updateComplete;
      requestAnimationFrame(() => setTimeout(() => this.index()));
    }

    index() {
      return (this.search ??= createSearch(this.records));
    }

    updated(changed) {
      if (changed.has('query')) tell('gpb-searched', {query: this.query});
    }

    handleInput({target}) {
      this.query = target.value;
      this.shown = PAGE;
    }

    handleTick(name, value) {
      const values = new Set(this.chosen[name]);
      if (!values.delete(value)) values.add(value);
      this.chosen = {...this.chosen, [name]: values};
      this.shown = PAGE;
    }

    handleOpen(id) {
      const open = new Set(this.open);
      if (!open.delete(id)) open.add(id);
      this.open = open;
    }

    render() {
      if (!this.records) return html`<p>Loading …</p>`;
      const found = this.query.trim() ? this.index()(this.query) : this.records;
      const {hits, facets} = refine(found, this.chosen);
      return html`<label>Search <input type="search" .value=${this.query} @input=${this.handleInput} /></label>
        <p role="status">${hits.length} practices</p>
        <div class="columns">
          <div>${facets.map((facet) => this.renderFacet(facet))}</div>
          <div class="cards">
            ${repeat(
              hits.slice(0, this.shown),
              ({id}) => id,
              (record) => this.renderCard(record),
            )}
          </div>
        </div>
        ${hits.length > this.shown ? html`<button @click=${() => (this.shown += PAGE)}>Show more</button>` : nothing}`;
    }

    renderFacet({name, values}) {
      const shown = values.filter(({value}, i) => i < FEW || this.chosen[name].has(value));
      return html`<fieldset>
        <legend>${name}</legend>
        ${repeat(
          shown,
          ({value}) => value,
          ({value, count}) =>
            html`<label
              ><input
                type="checkbox"
                .checked=${this.chosen[name].has(value)}
                @change=${() => this.handleTick(name, value)}
              />${value} (${count})</label
            >`,
        )}
      </fieldset>`;
    }

    renderCard(record) {
      const {id, title, topics, sections} = record;
      const isOpen = this.open.has(id);
      return html`<article>
        <p>${placeLine(record)}</p>
        <h3>${title}</h3>
        <p>${shortText(record)}</p>
        <ul>
          ${topics.map((topic) => html`<li><button @click=${() => this.handleTick('topics', topic)}>${topic}</button></li>`)}
        </ul>
        <button aria-expanded=${isOpen} @click=${() => this.handleOpen(id)}>Read more</button>
        ${
          isOpen
            ? sections.map(
                ({heading, text}) =>
                  html`<h4>${heading}</h4>
                    <p>${text}</p>`,
              )
            : nothing
        }
      </article>`;
    }
  }
  customElements.define('practice-list', PracticeList);
}
