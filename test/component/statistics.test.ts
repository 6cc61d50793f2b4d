import {expect, fixture} from '@open-wc/testing';
import type {Engine} from '../../src/core/engine/engine.js';
import {createLabels} from '../../src/core/search/labels.js';
import type {CrossTable, SearchResults} from '../../src/core/state/search-results.js';
import {initialState} from '../../src/core/state/search-state.js';
import {GpbStatistics} from '../../src/elements/features/gpb-statistics.js';
import {opaqueBackground} from '../../src/elements/features/opaque-background.js';
import {en} from '../../src/i18n/en.js';
import {createLocalizer} from '../../src/i18n/localizer.js';
import {
  arriveAsVisitor,
  html,
  languageOf,
  REAL_FEED,
  text,
  visit,
  waitUntil,
  type Visitor,
} from '../support/component-harness.js';
import {announced, saved} from '../support/downloads.js';

const practices = [
  {id: 'a', title: 'A', topics: ['Housing', 'Youth'], city: 'Bilbao', country: 'ES', period: '2015-2017'},
  {id: 'b', title: 'B', topics: ['Housing'], city: 'Madrid', country: 'ES', period: '2017'},
  {id: 'c', title: 'C', topics: ['=SUM(1)'], city: 'Oslo', country: 'NO', period: '2019'},
  {id: 'd', title: 'D', topics: ['Housing'], city: 'Oslo', country: 'NO', period: ''},
  {id: 'e', title: 'E', topics: [], city: 'Paris', country: 'FR', period: ''},
];

/** What visitors see of a number, or of another text. */
const seen = (node: Element) => text(node.querySelector('[aria-hidden=true]') ?? node);

const rowsOf = (table: Element): string[] =>
  [...(table as HTMLTableElement).rows].map((row) => [...row.cells].map(seen).join(' | '));

/** What of the statistics matches. The filters have some of the same classes. */
const inside = <Found extends Element = HTMLElement>(visitor: Visitor, selector: string): Found[] =>
  visitor.all('gpb-statistics').flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll<Found>(selector) ?? [])]);

describe('statistics', () => {
  arriveAsVisitor();

  const drawn = async (visitor: Visitor) => {
    await waitUntil(() => inside(visitor, '.section').length, 'the statistics are drawn');
    await visitor.settled();
    return visitor;
  };
  const visitStatistics = async (lang = 'en', facets = 'topic country year') =>
    drawn(
      await visit(
        html`<good-practice-browser
          lang=${lang}
          facets=${facets}
          views="statistics cards"
          .practices=${practices}
        ></good-practice-browser>`,
      ),
    );
  const visitNetwork = async (facets = 'topic country year') =>
    drawn(
      await visit(
        html`<good-practice-browser
          src=${REAL_FEED}
          facets=${facets}
          views="statistics cards"
        ></good-practice-browser>`,
      ),
    );
  const figures = (visitor: Visitor) => inside<HTMLButtonElement>(visitor, '.figure');
  const figure = (visitor: Visitor, row: string, column: number) => {
    const rows = visitor.all<HTMLTableRowElement>('.matrix tr');
    return rows.find((each) => text(each.cells[0]) === row)!.cells[column]!.querySelector('button')!;
  };
  const where = ({focused}: Visitor) => {
    const cell = focused!.closest('td')!;
    const row = cell.parentElement as HTMLTableRowElement;
    return [row.cells[0], row.closest('table')!.rows[0]!.cells[cell.cellIndex]].map(text).join(', ');
  };
  async function back(visitor: Visitor) {
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
    history.back();
    await arrived;
    await drawn(visitor);
  }

  it('have a table of topics and countries with both totals, the highest first, and say where nothing is published', async () => {
    const visitor = await visitStatistics();
    const gap = 'No practice published here';
    expect(rowsOf(visitor.one('.matrix'))).to.deep.equal([
      ' | Total | Norway | Spain | France',
      'Total | 5 | 2 | 2 | 1',
      `Housing | 3 | 1 | 2 | ${gap}`,
      `=SUM(1) | 1 | 1 | ${gap} | ${gap}`,
      `Youth | 1 | ${gap} | 1 | ${gap}`,
    ]);
    expect(visitor.all('.matrix th').map((header) => header.getAttribute('scope'))).to.deep.equal([
      ...['col', 'col', 'col', 'col'],
      ...['row', 'row', 'row', 'row'],
    ]);
    expect(visitor.all('.matrix thead td').map(text)).to.deep.equal(['']);
    expect(text(figure(visitor, 'Housing', 3).querySelector('.visually-hidden'))).to.equal('2 practices');
    expect(text(inside(visitor, '.legend')[0]!)).to.include(gap);
    await expect(visitor.element).to.be.accessible();
  });

  it('have the numbers of the years as a chart and a table, and state what has no year', async () => {
    const visitor = await visitStatistics();
    expect(inside(visitor, '.chart')[0]!.getAttribute('aria-label')).to.equal(
      'Practices by year, 2015 to 2019; most in 2017: 2',
    );
    expect(inside(visitor, '.others li').map(seen)).to.deep.equal(['2']);
    await visitor.click(inside(visitor, 'summary')[0]!);
    expect(rowsOf(inside(visitor, 'details table')[0]!)).to.deep.equal([
      'Year | Good practices',
      '2019 | 1',
      '2018 | No practice published here',
      '2017 | 2',
      '2016 | 1',
      '2015 | 1',
    ]);
  });

  it('have a scale beside the line of their chart, also in a narrow place', async () => {
    const feed = Array.from({length: 400}, (_, i) => ({title: `P${i}`, topics: ['x'], period: String(2015 + (i % 3))}));
    for (const lang of ['en', 'ar']) {
      const visitor = await visit(
        html`<div style="width: 320px">
          <good-practice-browser lang=${lang} views="statistics cards" .practices=${feed}></good-practice-browser>
        </div>`,
      );
      await drawn(visitor);
      await waitUntil(() => languageOf(visitor.one('.root')) === lang, 'the language has loaded');
      const numbers = inside(visitor, '.chart text:not(.year)').map((number) => number.getBoundingClientRect());
      const points = inside(visitor, '.chart circle').map((point) => point.getBoundingClientRect());
      expect(numbers.length).to.be.above(2);
      for (const number of numbers)
        for (const point of points)
          expect(lang === 'ar' ? number.left >= point.right : number.right <= point.left, lang).to.equal(true);
      visitor.element.remove();
    }
  });

  it('have the cities with most practices, with their countries', async () => {
    const visitor = await visitStatistics();
    expect(rowsOf(inside(visitor, '.list').at(-1)!)).to.deep.equal([
      'City | Good practices',
      'Oslo Norway | 2',
      'Bilbao Spain | 1',
      'Madrid Spain | 1',
      'Paris France | 1',
    ]);
  });

  for (const facets of ['topic country year', 'country city'])
    it(`lead from every number to a list of as many practices, with the filters ${facets}`, async () => {
      const visitor = await visitStatistics('en', facets);
      await visitor.refine('Norway');
      await visitor.refine('Spain');
      await waitUntil(() => visitor.all('.matrix thead th').length === 3, 'France has gone');
      const counts = figures(visitor).map(seen);
      for (const [i, count] of counts.entries()) {
        figures(visitor)[i]!.click();
        await waitUntil(() => visitor.titles().length, 'the cards are there');
        await visitor.settled();
        const shown = [visitor.total().split(' ')[0], String(visitor.titles().length)];
        expect(shown, `number ${i}`).to.deep.equal([count, count]);
        await back(visitor);
      }
    });

  it('lead by keyboard, and bring the focus to the first card', async () => {
    const visitor = await visitStatistics();
    figure(visitor, 'Housing', 3).focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.titles().length === 2, 'the cards are there');
    expect(visitor.chips()).to.deep.equal(['Housing', 'Spain']);
    await waitUntil(() => visitor.focused?.getRootNode() !== visitor.element.shadowRoot, 'a card has the focus');
    expect(visitor.titles()).to.deep.equal(['A', 'B']);
  });

  it('are one stop for Tab, with keys to move between numbers and gaps', async () => {
    const visitor = await visitStatistics();
    const scroller = inside(visitor, '.scroller')[0]!;
    expect([scroller.tabIndex, scroller.role, scroller.getAttribute('aria-labelledby')]).to.deep.equal([
      0,
      'region',
      visitor.one('.matrix').getAttribute('aria-labelledby'),
    ]);
    scroller.focus();
    await visitor.press('Tab');
    expect(where(visitor)).to.equal('Total, Total');
    const moves = {
      ArrowDown: 'Housing, Total',
      ArrowRight: 'Housing, Norway',
      End: 'Housing, France',
      ArrowUp: 'Total, France',
      ArrowLeft: 'Total, Spain',
      Home: 'Total, Total',
    };
    for (const [key, place] of Object.entries(moves)) {
      await visitor.press(key);
      expect(where(visitor), key).to.equal(place);
    }
    visitor.focused!.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'End', ctrlKey: true, bubbles: true, composed: true}),
    );
    expect(where(visitor)).to.equal('Youth, France');
    expect(text(visitor.focused)).to.equal('No practice published here');
    await visitor.press('Tab');
    expect(visitor.focused!.closest('.matrix')).to.be.null;
    expect(visitor.all('.matrix [tabindex="0"]')).to.have.length(1);
  });

  it('move to the left in languages that are written to the left', async () => {
    const visitor = await visitStatistics('ar');
    const table = visitor.one('.matrix');
    await waitUntil(() => getComputedStyle(table).direction === 'rtl', 'the language is there');
    visitor.all('.matrix td button')[0]!.focus();
    const before = visitor.focused!.getBoundingClientRect();
    await visitor.press('ArrowLeft');
    expect(visitor.focused!.getBoundingClientRect().right).to.be.at.most(before.left);
  });

  it('show all of the number to which keys move', async () => {
    const visitor = await visitNetwork();
    visitor.element.style.inlineSize = '640px';
    visitor.all('.matrix td button')[0]!.focus();
    const {left, right} = inside(visitor, '.scroller')[0]!.getBoundingClientRect();
    for (let column = 0; column < 20; column++) {
      await visitor.press('ArrowRight');
      const number = visitor.focused!.getBoundingClientRect();
      expect(number.left, `${column}`).to.be.at.least(left);
      expect(number.right, `${column}`).to.be.at.most(right);
    }
  });

  it('have a tab stop also after the number with the focus has gone', async () => {
    const visitor = await visitStatistics();
    figure(visitor, 'Youth', 3).focus();
    await visitor.refine('France');
    await waitUntil(() => rowsOf(visitor.one('.matrix')).length === 2, 'only the totals are left');
    expect(visitor.all('.matrix [tabindex="0"]')).to.have.length(1);
  });

  it('show long tables in part, until the visitor asks for the rest', async () => {
    const many = Array.from({length: 40}, (_, i) => ({
      id: `p${i}`,
      title: `P${i}`,
      topics: [`Topic ${i}`],
      city: `City ${i}`,
      country: 'ES',
    }));
    const visitor = await drawn(
      await visit(html`<good-practice-browser views="statistics cards" .practices=${many}></good-practice-browser>`),
    );
    expect(rowsOf(visitor.one('.matrix'))).to.have.length(32);
    expect(rowsOf(inside(visitor, '.list').at(-1)!)).to.have.length(11);
    await visitor.click(visitor.button('Show 10 more: Practices by topic and country'));
    expect(rowsOf(visitor.one('.matrix'))).to.have.length(42);
    expect(visitor.focus).to.equal('button “Show fewer: Practices by topic and country”');
    await visitor.click(visitor.button('Show 30 more: Cities with most practices'));
    expect(rowsOf(inside(visitor, '.list').at(-1)!)).to.have.length(41);
  });

  it('leave “Show fewer” at its place on the screen', async () => {
    const many = Array.from({length: 300}, (_, i) => ({title: `P${i}`, city: `City ${i}`, country: 'ES'}));
    const visitor = await drawn(
      await visit(
        html`<div style="padding-block-end: 300vh">
          <good-practice-browser views="statistics cards" .practices=${many}></good-practice-browser>
        </div>`,
      ),
    );
    await visitor.click(visitor.button('Show 290 more: Cities with most practices'));
    const button = visitor.button('Show fewer: Cities with most practices');
    expect(await visitor.pressInSight(button)).to.be.closeTo(0, 1);
    expect(rowsOf(inside(visitor, '.list').at(-1)!)).to.have.length(11);
  });

  it('save each table for spreadsheets, without formulas, and say so', async () => {
    const visitor = await visitStatistics();
    const {name, text: matrix} = await saved(() =>
      visitor.click(visitor.button('Download: Practices by topic and country')),
    );
    expect(name).to.equal('good-practices-practices-by-topic-and-country.csv');
    expect(matrix).to.equal(
      [
        '"Topic","Total","Norway","Spain","France"',
        '"Total","5","2","2","1"',
        '"Housing","3","1","2","0"',
        `"'=SUM(1)","1","1","0","0"`,
        '"Youth","1","0","1","0"\r\n',
      ].join('\r\n'),
    );
    await announced(`Downloaded as ${name}`);
    const {text: years} = await saved(() => visitor.click(visitor.button('Download: Practices by year')));
    expect(years).to.equal(
      [
        '"Year","Good practices"',
        '"2019","1"',
        '"2018","0"',
        '"2017","2"',
        '"2016","1"',
        '"2015","1"',
        '"No date given","2"\r\n',
      ].join('\r\n'),
    );
    const {text: cities} = await saved(() => visitor.click(visitor.button('Download: Cities with most practices')));
    expect(cities.split('\r\n').slice(0, 2)).to.deep.equal([
      '"City","Country","Good practices"',
      '"Oslo","Norway","2"',
    ]);
  });

  it('carry the footnote of the Council of Europe for Kosovo', async () => {
    const pristina = [{id: 'a', title: 'A', topics: ['Youth'], city: 'Pristina', country: 'XK'}];
    const visitor = await drawn(
      await visit(
        html`<good-practice-browser views="statistics cards" .practices=${pristina}></good-practice-browser>`,
      ),
    );
    expect(text(visitor.all('.matrix thead th').at(-1))).to.equal('Kosovo*');
    expect(text(inside(visitor, '.list tbody th')[0])).to.equal('Pristina Kosovo*');
    expect(
      inside(visitor, '.legend').filter((each) => text(each).startsWith('* All reference to Kosovo')),
    ).to.have.length(2);
    expect(inside(await visitStatistics(), '.legend')).to.have.length(1);
  });

  it('leave out what the feed does not have', async () => {
    const bare = [{id: 'a', title: 'A'}];
    const visitor = await drawn(
      await visit(html`<good-practice-browser views="statistics cards" .practices=${bare}></good-practice-browser>`),
    );
    expect(inside(visitor, ':is(h2, h3)').map(text)).to.deep.equal(['Practices by year']);
    expect(inside(visitor, ':is(.chart, table)')).to.have.length(0);
    expect(text(inside(visitor, '.others')[0]!)).to.match(/^No date given 1\s?1 practice/);
  });

  it('are not counted while another view is shown', async () => {
    const visitor = await visit(
      html`<good-practice-browser src=${REAL_FEED} views="cards statistics"></good-practice-browser>`,
    );
    expect(visitor.all('gpb-statistics')).to.have.length(0);
  });

  it('keep their headers in sight while the network’s table scrolls, in front of what scrolls', async () => {
    const visitor = await visitNetwork();
    visitor.element.style.inlineSize = '320px';
    visitor.element.parentElement!.style.background = 'rgb(240 250 240)';
    const scroller = inside(visitor, '.scroller')[0]!;
    const name = visitor.all('.matrix tbody th')[1]!;
    const left = name.getBoundingClientRect().left;
    scroller.scrollTo({left: 300, behavior: 'instant'});
    await waitUntil(() => scroller.style.getPropertyValue('--_behind'), 'it knows the background');
    expect(scroller.scrollLeft).to.be.above(100);
    expect(name.getBoundingClientRect().left).to.be.closeTo(left, 2);
    expect(getComputedStyle(name).backgroundColor).to.equal('rgb(240, 250, 240)');
    visitor.all('.matrix td button').at(-1)!.focus();
    const {left: start} = visitor.focused!.getBoundingClientRect();
    expect(start).to.be.at.least(name.getBoundingClientRect().right - 1);
  });

  it('wait for slow numbers on the way Back, and take the focus to the same one', async () => {
    const visitor = await visitStatistics();
    const [{engine}] = visitor.all('gpb-statistics') as [GpbStatistics];
    const {crossTable} = engine;
    const slow: Engine['crossTable'] = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return crossTable(...args);
    };
    Object.assign(engine, {crossTable: slow});
    figure(visitor, 'Housing', 1).focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus.startsWith('h'), 'the first card has the focus');
    await back(visitor);
    await waitUntil(() => visitor.focused?.closest('.matrix'), 'a number has the focus');
    expect(where(visitor)).to.equal('Housing, Total');
  });

  it('stay inside a narrow page, with names that have no place to break', async () => {
    const [country, city, topic] = ['Country', 'City', 'Topic'].map((name) => name + 'x'.repeat(200));
    const feed = [{title: 'A', city, country, topics: [topic]}];
    const visitor = await visit(
      html`<div style="width: 288px">
        <good-practice-browser views="statistics cards" .practices=${feed}></good-practice-browser>
      </div>`,
    );
    await drawn(visitor);
    const {right} = visitor.element.getBoundingClientRect();
    const ends = inside(visitor, '.list').map((table) => table.getBoundingClientRect().right);
    expect(Math.max(...ends)).to.be.at.most(right + 1);
    for (const name of inside(visitor, '.vertical'))
      expect(name.getBoundingClientRect().right).to.be.at.most(name.parentElement!.getBoundingClientRect().right + 1);
  });

  it('break no name of a topic inside a word beside empty room', async () => {
    const feed = ['Neighbourhood', 'Antidiskriminierung'].map((topic) => ({
      title: topic,
      topics: [topic],
      country: 'GB',
    }));
    const visitor = await visit(
      html`<div style="width: 288px">
        <good-practice-browser views="statistics cards" .practices=${feed}></good-practice-browser>
      </div>`,
    );
    await drawn(visitor);
    for (const name of inside(visitor, '.matrix [scope=row]')) {
      const range = document.createRange();
      range.selectNodeContents(name);
      expect(new Set([...range.getClientRects()].map(({top}) => top)).size, text(name)).to.equal(1);
    }
  });

  it('have the names of columns above the middle of their numbers', async () => {
    for (const lang of ['en', 'ar']) {
      const visitor = await visitStatistics(lang);
      await waitUntil(() => languageOf(visitor.one('.root')) === lang, 'the language has loaded');
      const middle = (element: Element) => {
        const {left, right} = element.getBoundingClientRect();
        return (left + right) / 2;
      };
      const names = inside(visitor, '.vertical');
      expect(names.length, lang).to.be.above(2);
      for (const name of names) expect(middle(name), lang).to.be.closeTo(middle(name.parentElement!), 1.5);
      visitor.element.remove();
    }
  });

  it('have numbers of one and of two digits that end below each other', async () => {
    const visitor = await visitNetwork();
    const numbers = [...inside(visitor, '.list').at(-1)!.querySelectorAll('.figure')];
    expect([...new Set(numbers.map((number) => seen(number).length))]).to.have.members([1, 2]);
    const ends = numbers.map((number) => {
      const digits = document.createRange();
      digits.selectNodeContents(number.querySelector('[aria-hidden=true]')!);
      return Math.round(digits.getBoundingClientRect().right);
    });
    expect(new Set(ends).size).to.equal(1);
  });

  it('take the focus from the button that skips to the results', async () => {
    const visitor = await visitStatistics();
    visitor.button('Skip to results').focus();
    await visitor.press('Enter');
    expect(visitor.focused?.className).to.equal('scroller');
  });

  it('take the focus again when the visitor gives up what left nothing', async () => {
    const visitor = await visitStatistics();
    await visitor.refine('Housing');
    await visitor.search('Paris');
    const [relaxation] = visitor.all<HTMLButtonElement>('[part=relaxation]');
    await visitor.click(relaxation!);
    await drawn(visitor);
    await waitUntil(() => visitor.focused?.closest('.section'), 'the statistics have the focus');
  });
});

describe('the background behind an element', () => {
  it('is the nearest one that is opaque, through shadow roots', async () => {
    const outer = await fixture<HTMLElement>(
      html`<div style="background: rgb(1 2 3)"><p style="background: rgb(9 9 9 / 0.5)"></p></div>`,
    );
    const root = outer.firstElementChild!.attachShadow({mode: 'open'});
    root.innerHTML = '<span></span>';
    expect(opaqueBackground(root.firstElementChild!)).to.equal('rgb(1, 2, 3)');
  });
});

describe('<gpb-statistics>', () => {
  const localizer = createLocalizer({language: 'en', direction: 'ltr', messages: en});
  const resultsOf = (totalHits: number) => ({state: initialState, totalHits, facets: []}) as unknown as SearchResults;
  const table: CrossTable = {rows: [], columns: []};

  /** An element with an engine that answers when the test says. */
  async function create() {
    if (!customElements.get('gpb-statistics')) customElements.define('gpb-statistics', GpbStatistics);
    const waiting: {answer: (table: CrossTable) => void; fail: () => void}[] = [];
    const engine = {
      crossTable: (_: unknown, rows: string) =>
        rows === 'topic'
          ? new Promise<CrossTable>((answer, fail) => waiting.push({answer, fail: () => fail(new Error('no answer'))}))
          : Promise.resolve(table),
    } as unknown as Engine;
    const element = document.createElement('gpb-statistics');
    Object.assign(element, {
      engine,
      labels: createLabels([], 'en'),
      localizer,
      feed: {title: [], updated: ''},
      results: resultsOf(1),
    });
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.append(element);
    await waitUntil(() => waiting.length, 'it asks');
    return {element, waiting};
  }
  const total = ({shadowRoot}: GpbStatistics) => text(shadowRoot!.querySelector('.matrix tbody .figure [aria-hidden]'));
  const answer: CrossTable = {rows: [{value: 'Youth', count: 1, cells: []}], columns: []};

  it('shows the latest results, also if the answer to earlier ones comes later', async () => {
    const {element, waiting} = await create();
    element.results = resultsOf(2);
    await waitUntil(() => waiting.length === 2, 'it asks again');
    waiting[1]!.answer(answer);
    await waitUntil(() => total(element) === '2', 'the second answer is drawn');
    waiting[0]!.answer(answer);
    await element.updateComplete;
    expect(total(element)).to.equal('2');
  });

  it('says that it failed to count, and counts again when asked', async () => {
    const {element, waiting} = await create();
    waiting[0]!.fail();
    await waitUntil(() => element.shadowRoot!.querySelector('.button'), 'it offers to try again');
    expect(text(element.shadowRoot!.querySelector('p'))).to.equal(en.failedNetwork);
    const retry = element.shadowRoot!.querySelector<HTMLElement>('.button')!;
    retry.focus();
    retry.click();
    await waitUntil(() => waiting[1], 'it asks again');
    waiting[1]!.answer(answer);
    await waitUntil(() => total(element) === '1', 'the answer is drawn');
    await waitUntil(() => element.shadowRoot!.activeElement, 'the numbers have the focus');
  });
});
