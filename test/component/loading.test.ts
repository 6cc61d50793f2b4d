import {expect, fixture} from '@open-wc/testing';
import {createResource} from '../support/mutable-resource.js';
import {arrive, arriveAsVisitor, html, text, Visitor, waitUntil} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

const practices = [
  {id: 'a', title: 'Music school'},
  {id: 'b', title: 'Street theatre'},
];

expectWarnings(/loading: “later”/);

describe('<good-practice-browser> in its first frame', () => {
  arriveAsVisitor();
  const many = Array.from({length: 30}, (_, i) => ({
    id: `p${i}`,
    title: `Practice ${i}`,
    country: i % 2 ? 'ES' : 'FR',
  }));

  /** How many cards and facets each frame of the page showed, from the first with cards until all is drawn. */
  async function frames(query = '') {
    history.replaceState(null, '', query || location.pathname);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('good-practice-browser');
    element.practices = many;
    place.append(element);
    const visitor = new Visitor(element);
    const seen: string[] = [];
    const look = () => {
      const counts = `${visitor.all('gpb-card').length} cards, ${visitor.all('[part=facet]').length} facets`;
      if (element.searchResults && seen.at(-1) !== counts) seen.push(counts);
    };
    const observer = new MutationObserver(look);
    observer.observe(element.shadowRoot!, {childList: true, subtree: true});
    await waitUntil(() => visitor.all('[part=facet]').length, 'the facets are there');
    look();
    observer.disconnect();
    return seen;
  }

  it('shows the cards that fill a screen, and everything else in the next', async () => {
    expect(await frames()).to.deep.equal(['4 cards, 0 facets', '12 cards, 1 facets']);
  });

  it('shows everything at once to a visitor who comes back to a search', async () => {
    expect(await frames('?gp-country=ES')).to.deep.equal(['12 cards, 1 facets']);
  });

  it('has drawn everything when `updateComplete` settles', async () => {
    const element = await arrive(html`<good-practice-browser .practices=${many}></good-practice-browser>`);
    await waitUntil(() => element.searchResults, 'there are results');
    await element.updateComplete;
    expect(new Visitor(element).titles()).to.have.length(12);
  });
});

describe('[loading=lazy]', () => {
  arriveAsVisitor();

  /** A widget below so many pixels of the page. */
  async function below(pixels: number, loading: string) {
    const kept = await createResource({body: JSON.stringify(practices)});
    const element = await arrive(
      html`<div style="height: ${pixels}px"></div>
        <good-practice-browser loading=${loading} src=${kept.address}><p>Our list</p></good-practice-browser>`,
    );
    const visitor = new Visitor(element);
    await visitor.element.updateComplete;
    return {kept, visitor};
  }

  it('asks for nothing while the widget is far below, and shows the list when the visitor comes near', async () => {
    const far = await below(innerHeight * 4, 'lazy');
    // The other is below it, and loads all the same: the first had its time.
    const eager = await below(0, 'eager');
    await waitUntil(() => eager.visitor.element.searchResults, 'the eager one is there');
    expect(await far.kept.asked()).to.have.length(0);
    expect(text(far.visitor.element)).to.equal('Our list');
    far.visitor.element.scrollIntoView();
    await waitUntil(() => far.visitor.titles().length === 2, 'the list is shown');
    expect(await far.kept.asked()).to.have.length(1);
  });

  it('loads at once a widget that is less than a screen away', async () => {
    const {visitor} = await below(innerHeight * 1.5, 'lazy');
    await waitUntil(() => visitor.titles().length === 2, 'the list is shown');
  });

  it('loads at once where the address names a search, since the visitor followed a link to it', async () => {
    history.replaceState(null, '', '?gp-q=theatre');
    const {visitor} = await below(innerHeight * 4, 'lazy');
    await waitUntil(() => visitor.element.searchResults, 'the list is shown');
    expect(visitor.titles()).to.deep.equal(['Street theatre']);
  });

  it('loads at once when the page opens a practice of it, or asks for the feed', async () => {
    for (const act of [
      (element: HTMLElementTagNameMap['good-practice-browser']) => element.open('b'),
      (element: HTMLElementTagNameMap['good-practice-browser']) => element.reload(),
    ]) {
      const {visitor} = await below(innerHeight * 4, 'lazy');
      expect(visitor.element.searchResults).to.equal(null);
      act(visitor.element);
      await waitUntil(() => visitor.titles().length === 2, 'the list is shown');
    }
  });

  it('loads at once with any other value', async () => {
    const {visitor} = await below(innerHeight * 4, 'later');
    await waitUntil(() => visitor.titles().length === 2, 'the list is shown');
  });
});
