import {expect, nextFrame} from '@open-wc/testing';
import {
  arrive,
  arriveAsVisitor,
  html,
  REAL_FEED,
  text,
  visit,
  Visitor,
  waitUntil,
} from '../support/component-harness.js';

describe('<good-practice-browser> in the history', () => {
  arriveAsVisitor();
  const address = location.href;
  const begin = address + (location.search ? '&' : '?');

  const real = () => visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);

  async function go(visitor: Visitor, how: 'back' | 'forward') {
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
    history[how]();
    await arrived;
    await visitor.settled();
  }

  /** The practices like the one that is open. */
  const similar = (visitor: Visitor) =>
    visitor.all('gpb-similar').flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('button') ?? [])]);

  const top = (visitor: Visitor, title: string) => {
    const card = visitor
      .all('gpb-card')
      .find((each) => each.shadowRoot!.querySelector('#title')!.textContent!.includes(title));
    return card ? card.getBoundingClientRect().top : NaN;
  };

  // Requirement: S-32
  it('goes back to the pages, the open card, the place on the screen and the focus as they were', async () => {
    const visitor = await real();
    await visitor.click(visitor.button('Show more practices'));
    await visitor.readMore('The Inclusive Anchors Network');
    // what comes last moves what is below it
    await waitUntil(() => similar(visitor).length, 'all of it is there');
    const card = visitor.all('gpb-card[open]')[0]!;
    const title = text(card.shadowRoot!.querySelector('#title'));
    const country = [...card.shadowRoot!.querySelectorAll<HTMLElement>('[part=place]')].at(-1)!;
    await visitor.scrollTo(country);
    const [name, before] = [`button “Filter by ${text(country)}”`, top(visitor, title)];
    country.focus();
    await visitor.press('Enter');
    expect(visitor.chips()).to.have.length(1);
    window.scrollTo({top: 0, behavior: 'instant'});
    visitor.element.focus();
    await go(visitor, 'back');
    await waitUntil(() => visitor.focus === name, 'the focus is where it was');
    expect(visitor.titles()).to.have.length(24);
    expect(visitor.button('Read less: The Inclusive Anchors Network').ariaExpanded).to.equal('true');
    await waitUntil(() => Math.abs(top(visitor, title) - before) < 2, 'so is the card');
  });

  // Requirement: S-32
  it('goes back from a similar practice, and from a year', async () => {
    const visitor = await visit(
      html`<good-practice-browser src=${REAL_FEED} facets="year-range"></good-practice-browser>`,
    );
    await visitor.readMore('The Inclusive Anchors Network');
    await waitUntil(() => similar(visitor).length, 'all of it is there');
    const second = similar(visitor)[1]!;
    const name = `button “${text(second)}”`;
    second.focus();
    await visitor.press('Enter');
    await waitUntil(() => /^h\d/.test(visitor.focus), 'it is shown');
    await go(visitor, 'back');
    await waitUntil(() => visitor.focus === name, 'the focus is where it was');
    const year = visitor.all<HTMLInputElement>('.ends input').at(-1)!;
    year.select();
    await visitor.press('2', '0', '1', '5', 'Enter');
    visitor.element.focus();
    await go(visitor, 'back');
    await waitUntil(() => visitor.focused === visitor.all('.ends input').at(-1), 'it has the focus again');
  });

  /** To the tenth practice of Spain, back, and forward to it again; gives how far it is from where it was. */
  async function returnToTenth(visitor: Visitor): Promise<() => number> {
    await visitor.refine('Spain');
    const title = visitor.titles()[9]!;
    const remembered = () => JSON.stringify(history.state?.['gpb-gp'] ?? null);
    await waitUntil(() => remembered() !== 'null', 'the place before is remembered');
    const first = remembered();
    await visitor.scrollTo(visitor.all('gpb-card')[9]!);
    const before = top(visitor, title);
    await waitUntil(() => remembered() !== first, 'this one is');
    await go(visitor, 'back');
    window.scrollTo({top: 0, behavior: 'instant'});
    await go(visitor, 'forward');
    const moved = () => top(visitor, title) - before;
    await waitUntil(() => Math.abs(moved()) < 2, 'the card is where it was');
    return moved;
  }

  // Requirement: S-32
  it('remembers where the visitor came to rest, also on the way forward', async () => {
    await returnToTenth(await real());
  });

  // Requirement: S-32
  it('does not go back to the place among practices that this entry of the history shows no more', async () => {
    const practices = Array.from({length: 30}, (_, i) => ({
      id: `p${i}`,
      title: `Orchard ${i}`,
      topics: [`t${i % 2}`],
      sections: ['Apples.'],
    }));
    const visitor = await visit(html`<good-practice-browser .practices=${practices}></good-practice-browser>`);
    await visitor.click(visitor.button('Show more practices'));
    const last = visitor.all('gpb-card').at(-1)!;
    await visitor.readMore('Orchard 23');
    await visitor.scrollTo(last);
    last.shadowRoot!.querySelector<HTMLElement>('[part~=topic]')!.focus();
    await visitor.press('Enter');
    await go(visitor, 'back');
    expect(visitor.titles()).to.have.length(24);
    // By voice, say: neither the focus nor the page moves, and so nothing is remembered anew.
    const input = visitor.one<HTMLInputElement>('#query');
    input.value = 'orchard';
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await waitUntil(() => visitor.titles().length === 12, 'the answer is there');
    await go(visitor, 'forward');
    await go(visitor, 'back');
    expect(visitor.titles()).to.have.length(12);
  });

  describe('in a browser that holds no place by itself', () => {
    before(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));
    after(() => document.documentElement.style.removeProperty('overflow-anchor'));

    // Requirement: S-32
    it('keeps the place that the visitor came back to until they act, also if content above it loads later', async () => {
      const visitor = await visit(
        html`<good-practice-browser src=${REAL_FEED}><p slot="intro">Late</p></good-practice-browser>`,
      );
      const late = visitor.element.querySelector('p')!;
      const moved = await returnToTenth(visitor);
      late.style.height = '300px';
      await nextFrame();
      await waitUntil(() => Math.abs(moved()) < 2, 'it is there still');
      await visitor.press('Shift');
      const rested = moved();
      late.style.height = '500px';
      await nextFrame();
      await nextFrame();
      expect(moved()).to.be.closeTo(rested + 200, 2);
    });
  });

  it('leaves the page’s history state alone, and writes nothing before the visitor acts', async () => {
    history.replaceState({router: {key: 7}}, '');
    const visitor = await real();
    await visitor.scrollTo(visitor.all('gpb-card')[9]!);
    visitor.button('Show more practices').focus();
    expect(history.state).to.deep.equal({router: {key: 7}});
    await visitor.refine('Spain');
    expect(history.state).to.deep.include({router: {key: 7}});
    await go(visitor, 'back');
    expect(history.state).to.have.all.keys('router', 'gpb-gp');
    history.replaceState('a text of the page', '');
    await visitor.refine('Italy');
    expect(history.state).to.equal('a text of the page');
    history.replaceState(null, '', address);
  });

  it('gives the same results in ten steps back as on the way, and again forward', async () => {
    const visitor = await real();
    const shown = () => JSON.stringify([visitor.total(), visitor.chips(), visitor.titles(), visitor.values('Country')]);
    const steps: (() => Promise<void>)[] = [
      'Spain',
      'Portugal',
      'Norway',
      'Germany',
      'Spain',
      'Italy',
      'United Kingdom',
    ].map((name) => () => visitor.refine(name));
    steps.splice(3, 0, () => visitor.click(visitor.button('Clear all')));
    steps.push(
      () => visitor.click(visitor.button(/^Remove filter/)),
      () => visitor.click(visitor.button('Clear all')),
    );
    const seen = [shown()];
    for (const step of steps) {
      await step();
      seen.push(shown());
    }
    expect(seen).to.have.length(11);
    expect(new Set(seen)).to.have.property('size').above(6);
    for (const how of ['back', 'forward'] as const) {
      const expected = how === 'back' ? seen.toReversed() : seen;
      for (const one of expected.slice(1)) {
        await go(visitor, how);
        expect(shown()).to.equal(one);
      }
    }
  });

  describe('with “My list”', () => {
    const listInAddress = () => new URL(location.href).searchParams.getAll('gp-list');
    const keep = (visitor: Visitor, title: string) => visitor.click(visitor.button(`My list: ${title}`));
    const headings = (visitor: Visitor) => visitor.all('.group').map(text);

    it('takes nothing from it, and puts nothing back', async () => {
      const visitor = await real();
      await visitor.refine('Spain');
      await keep(visitor, visitor.titles()[1]!);
      const {list} = visitor.element.searchState;
      expect(list).to.have.length(1);
      await go(visitor, 'back');
      expect(visitor.chips()).to.deep.equal([]);
      expect(visitor.element.searchState.list).to.deep.equal(list);
      // A reload shows it too.
      expect(listInAddress()).to.deep.equal(list);
      await go(visitor, 'forward');
      await visitor.click(visitor.one('.list-counter'));
      await waitUntil(() => visitor.all('gpb-list').some(({shadowRoot}) => shadowRoot), 'the list is there');
      await visitor.click(visitor.button('Clear list'));
      await go(visitor, 'back');
      expect(visitor.element.searchState.list).to.deep.equal([]);
      expect(listInAddress()).to.deep.equal([]);
      expect(visitor.all('gpb-list')).to.have.length(0);
    });

    it('goes back to a list that somebody shared, and keeps what the visitor has added since', async () => {
      const {practices} = (await (await fetch(REAL_FEED)).json()) as {practices: {id: string}[]};
      const ids = practices.slice(100, 103).map(({id}) => id);
      history.replaceState(null, '', `?${ids.map((id) => `gp-list=${encodeURIComponent(id)}`).join('&')}`);
      const visitor = await real();
      const shared = ['A list of 3 practices', 'All good practices'];
      expect(headings(visitor)).to.deep.equal(shared);
      const titles = visitor.titles();
      await visitor.refine('Spain');
      expect(headings(visitor)).to.deep.equal([]);
      await keep(
        visitor,
        visitor.titles().find((title) => !titles.includes(title))!,
      );
      const {list} = visitor.element.searchState;
      expect(list).to.have.length(4);
      for (const _ of [1, 2]) {
        await go(visitor, 'back');
        expect(headings(visitor)).to.deep.equal(shared);
        expect(visitor.titles()).to.deep.equal(titles);
        expect(visitor.element.searchState.list).to.deep.equal(list);
        await go(visitor, 'forward');
        expect(headings(visitor)).to.deep.equal([]);
      }
      await go(visitor, 'back');
      await waitUntil(() => visitor.titles().length === titles.length, 'the list is there');
      visitor.element.remove();
      const again = await real();
      expect(headings(again), 'after a reload').to.deep.equal(shared);
      expect(again.element.searchState.list).to.deep.equal(list);
    });

    it('goes back to a shared list from a practice like one of them, which asks for no other results', async () => {
      const practices = ['Choir', 'Orchestra', 'Band'].map((title) => ({
        id: title,
        title,
        topics: ['music'],
        sections: ['All may play.'],
      }));
      history.replaceState(null, '', '?gp-list=Band');
      const visitor = await visit(html`<good-practice-browser .practices=${practices}></good-practice-browser>`);
      await visitor.readMore('Band');
      await waitUntil(() => similar(visitor).length, 'the similar ones are there');
      similar(visitor)[0]!.focus();
      await visitor.press('Enter');
      await waitUntil(() => /^h\d/.test(visitor.focus), 'it is shown');
      expect(headings(visitor)).to.deep.equal([]);
      await go(visitor, 'back');
      await waitUntil(() => headings(visitor).length, 'the list is there again');
      expect(visitor.titles()).to.deep.equal(['Band', 'Choir', 'Orchestra']);
    });

    it('shows a list whose link is opened in the middle of a visit, and goes back to the visitor’s own', async () => {
      const visitor = await visit(html`<good-practice-browser url="hash" src=${REAL_FEED}></good-practice-browser>`);
      const [first, second] = visitor.element.searchResults!.hits.map(({practice}) => practice.id);
      await keep(visitor, visitor.titles()[0]!);
      // Safari and Firefox fire the events later.
      const arrived = new Promise((resolve) => window.addEventListener('hashchange', resolve, {once: true}));
      location.hash = `#gp-list=${encodeURIComponent(second!)}`;
      await arrived;
      await waitUntil(() => headings(visitor).length, 'the list is shown');
      expect(headings(visitor)[0]).to.equal('A list of 1 practice');
      expect(visitor.element.searchState.list).to.deep.equal([second]);
      await go(visitor, 'back');
      expect(headings(visitor)).to.deep.equal([]);
      expect(visitor.element.searchState.list).to.deep.equal([first]);
    });
  });

  // Requirement: S-30
  it('keeps two widgets apart', async () => {
    const [one, two] = [await real(), await real()];
    await one.refine('Spain');
    await two.refine('Italy');
    await two.search('music');
    expect(one.chips()).to.deep.equal(['Spain']);
    expect(location.search).to.match(/gp-country=ES&gp2-q=music&gp2-country=IT$/);
    await go(two, 'back');
    await one.settled();
    expect([one.chips(), two.chips()]).to.deep.equal([['Spain'], []]);
    await go(one, 'back');
    await two.settled();
    expect([one.chips(), two.chips()]).to.deep.equal([[], []]);
    await go(one, 'forward');
    expect([one.chips(), two.chips()]).to.deep.equal([['Spain'], []]);
  });

  // Requirement: S-32
  it('ignores history state that another script wrote under our name, and writes its own again', async () => {
    const theirs = [
      0,
      'x',
      true,
      {},
      [],
      {anchor: 1},
      {anchor: ['', 1n]},
      {anchor: [{}, {}], focus: [0, 'map']},
      {focus: 5},
    ];
    for (const state of theirs) {
      // Where the last one left the page: without a scroll there is nothing to remember.
      scrollTo(0, 0);
      history.replaceState({'gpb-gp': state, router: 7}, '', `${begin}gp-country=ES`);
      const visitor = await real();
      expect(visitor.total()).to.equal('24 of 180 practices');
      await visitor.scrollTo(visitor.all('gpb-card')[9]!);
      const isRemembered = () => Array.isArray(history.state['gpb-gp'].anchor) && history.state['gpb-gp'].anchor[1] < 0;
      await waitUntil(isRemembered, 'it is remembered');
      expect(history.state.router).to.equal(7);
      visitor.element.remove();
    }
    history.replaceState(null, '', address);
  });

  const hostile = [
    'gp-topic=__proto__&gp-country=constructor&gp-city=toString&gp-year=9999&gp-sort=__proto__',
    `gp-q=${'x%22-%20'.repeat(2000)}`,
    'gp-page=1e9&gp-open=__proto__&gp-open=nobody&gp-year=..&gp-year=-1..x',
    'gp-topic=%00&gp-topic=%E0%A4%A&gp-q[]=1&gp-__proto__=1&gp-page=-3',
  ];
  for (const query of hostile)
    // Requirement: S-32
    it(`reads ${query.slice(0, 60)}… without harm, and drops unknown values at the next write`, async () => {
      history.replaceState(null, '', begin + query);
      const before = location.href;
      const element = await arrive(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
      const visitor = new Visitor(element);
      await waitUntil(() => element.searchResults, 'the practices are there');
      await visitor.settled();
      expect(location.href).to.equal(before);
      expect(visitor.chips()).to.deep.equal([]);
      if (visitor.element.searchState.query) await visitor.click(visitor.button('Clear search'));
      await waitUntil(() => visitor.total() === '180 practices');
      await visitor.refine('Spain');
      expect(location.href).to.match(/[?&]gp-country=ES(&|$)/);
      expect(location.href.replace('gp-country=ES', '')).to.not.match(/gp-(topic|city|year|sort|page|open|country|q)=/);
      expect(visitor.total()).to.equal('24 of 180 practices');
    });
});
