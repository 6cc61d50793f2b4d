import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {SearchController} from '../../../src/controllers/search.js';
import {createLoadedFeed} from '../../../src/core/engine/loaded-feed.js';
import {FeedError} from '../../../src/core/feed/feed-error.js';
import type {SearchResults} from '../../../src/core/state/search-results.js';
import {initialState, noRefinements} from '../../../src/core/state/search-state.js';
import {feedOf} from '../../fixtures/practices.js';
import {expectWarnings} from '../../support/expected-warnings.js';

expectWarnings(/The server is busy/);

const options = {scope: noRefinements, facets: [], sort: null, hitsPerPage: 12, language: 'en'};
const failure = new FeedError('http', 'The server is busy');

/** Answers to questions, by page. A test gives them in its own order. */
const answers = [1, 2].map(() => Promise.withResolvers<SearchResults>());
const loaded = createLoadedFeed(feedOf({title: 'One'}));
const engine = {...loaded.createEngine({...options, currentYear: 2026})};
const found = await engine.search(initialState);
engine.search = ({page}) => answers[page - 1]!.promise;
const feed = {...loaded, createEngine: () => engine};

class SearchHost extends LitElement {
  static override properties = {page: {type: Number}};
  declare page: number;
  readonly assetsHref = null;
  readonly search = new SearchController(this);

  override willUpdate() {
    this.search.ask(feed, options, {...initialState, page: this.page});
  }
}
customElements.define('search-host', SearchHost);

// Requirement: A-13
describe('SearchController', () => {
  it('does not call a question failed because an older one fails later', async () => {
    const host = await fixture<SearchHost>(html`<search-host page="1"></search-host>`);
    host.page = 2;
    await host.updateComplete;
    answers[1]!.resolve(found);
    await host.search.drawn();
    answers[0]!.reject(failure);
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.search.failure).to.equal(null);
  });
});
