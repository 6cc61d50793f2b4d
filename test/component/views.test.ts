import {expect} from '@open-wc/testing';
import {createResource} from '../support/mutable-resource.js';
import {arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';
import {GpbEvent} from '../../src/elements/shared/events.js';

describe('views', () => {
  arriveAsVisitor();
  const address = location.href;
  const begin = address + (location.search ? '&' : '?');
  const own = () => [...new URL(location.href).searchParams].filter(([name]) => name.startsWith('gp-')).join(' ');

  const visitViews = (views: string, lang = 'en') =>
    visit(html`<good-practice-browser lang=${lang} src=${REAL_FEED} views=${views}></good-practice-browser>`);
  const tabs = (visitor: Visitor) => visitor.all('[role=tab]').map(text);
  const chosen = (visitor: Visitor) => visitor.all('[role=tab][aria-selected=true]').map(text).join();
  const tab = (visitor: Visitor, name: string) => visitor.all('[role=tab]').find((each) => text(each) === name)!;

  async function back(visitor: Visitor) {
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
    history.back();
    await arrived;
    await visitor.settled();
  }

  it('have no tabs unless the page names more than the cards', async () => {
    for (const views of ['', 'cards']) {
      const visitor = await visitViews(views);
      expect([tabs(visitor), visitor.all('#view')], views).to.deep.equal([[], []]);
      visitor.element.remove();
    }
  });

  it('are in the order of the attribute, and the first is shown', async () => {
    const visitor = await visitViews('statistics cards');
    expect(tabs(visitor)).to.deep.equal(['Statistics', 'Cards']);
    expect(chosen(visitor)).to.equal('Statistics');
    expect(visitor.all('gpb-card')).to.have.length(0);
    expect(own()).to.equal('');
  });

  it('always have the cards, last if the page does not name them', async () => {
    expect(tabs(await visitViews('map'))).to.deep.equal(['Map', 'Cards']);
  });

  it('are named wrong in the console', async () => {
    const {warn} = console;
    const said: string[] = [];
    console.warn = (message: string) => said.push(message);
    expect(tabs(await visitViews('cards table map'))).to.deep.equal(['Cards', 'Map']);
    console.warn = warn;
    expect(said).to.deep.equal([
      '<good-practice-browser>: views: “table” is not one of cards, map, statistics, so the widget ignores it.',
    ]);
  });

  it('show the same results: search, filters, chips and count stay', async () => {
    const visitor = await visitViews('cards map statistics');
    await visitor.refine('Education');
    const [total, chips] = [visitor.total(), visitor.chips()];
    await visitor.click(tab(visitor, 'Map'));
    expect([visitor.total(), visitor.chips(), chosen(visitor)]).to.deep.equal([total, chips, 'Map']);
    const region = () => [...document.querySelectorAll('[data-gpb-region]')].map(text).join('');
    await waitUntil(() => region() === `Map: ${total}`, 'a screen reader is told');
    expect(visitor.all('gpb-card')).to.have.length(0);
    expect(visitor.all('[part=more]')).to.have.length(0);
    expect(visitor.all('[part=download]')).to.have.length(1);
    expect(text(visitor.all('[part=print]').at(-1))).to.equal('Print');
    await visitor.click(tab(visitor, 'Cards'));
    expect(visitor.all('gpb-card')).to.have.length(12);
    expect(visitor.all('[part=more]')).to.have.length(1);
  });

  it('are in the address, and Back leads to the view before', async () => {
    const visitor = await visitViews('cards map');
    await visitor.click(tab(visitor, 'Map'));
    expect(own()).to.equal('gp-view,map');
    await visitor.click(tab(visitor, 'Cards'));
    expect(own()).to.equal('');
    await back(visitor);
    expect([own(), chosen(visitor)]).to.deep.equal(['gp-view,map', 'Map']);
    await back(visitor);
    expect([own(), chosen(visitor)]).to.deep.equal(['', 'Cards']);
  });

  it('stay when everything is cleared', async () => {
    const visitor = await visitViews('cards map');
    await visitor.click(tab(visitor, 'Map'));
    await visitor.refine('Education');
    await visitor.refine('Spain');
    await visitor.click(visitor.button('Clear all'));
    expect([own(), chosen(visitor), visitor.chips()]).to.deep.equal(['gp-view,map', 'Map', []]);
  });

  it('ignore an address with a view that the page does not offer, or that does not exist', async () => {
    for (const name of ['statistics', 'table']) {
      history.replaceState(null, '', `${begin}gp-view=${name}`);
      const visitor = await visitViews('cards map');
      expect(chosen(visitor), name).to.equal('Cards');
      await visitor.refine('Education');
      expect(own(), name).to.equal('gp-topic,education');
      visitor.element.remove();
    }
  });

  it('have one stop for Tab, and keys to move between them', async () => {
    const visitor = await visitViews('cards map statistics');
    const stops = () => visitor.all('[role=tab]').map(({tabIndex}) => tabIndex);
    expect(stops()).to.deep.equal([0, -1, -1]);
    tab(visitor, 'Cards').focus();
    const moves = [
      ['ArrowRight', 'Map'],
      ['ArrowRight', 'Statistics'],
      ['ArrowRight', 'Cards'],
      ['ArrowLeft', 'Statistics'],
      ['Home', 'Cards'],
      ['End', 'Statistics'],
      ['ArrowLeft', 'Map'],
    ] as const;
    for (const [key, name] of moves) {
      await visitor.press(key);
      expect([visitor.focus, chosen(visitor)], key).to.deep.equal([`button “${name}”`, 'Cards']);
    }
    await visitor.press('Enter');
    expect([chosen(visitor), visitor.focus, stops()]).to.deep.equal(['Map', 'button “Map”', [-1, 0, -1]]);
    const panel = visitor.one('[role=tabpanel]');
    expect(panel.getAttribute('aria-labelledby')).to.equal(tab(visitor, 'Map').id);
    expect(tab(visitor, 'Map').getAttribute('aria-controls')).to.equal(panel.id);
    await expect(visitor.element).to.be.accessible();
  });

  it('are from right to left in such languages, and so are the keys', async () => {
    const visitor = await visitViews('cards map statistics', 'ar');
    await waitUntil(() => visitor.one('.root').dir === 'rtl', 'the language has loaded');
    const [cards, map] = visitor.all('[role=tab]');
    expect(map!.getBoundingClientRect().right).to.be.below(cards!.getBoundingClientRect().left);
    cards!.focus();
    await visitor.press('ArrowLeft');
    expect(visitor.focused).to.equal(map);
    await visitor.press('ArrowRight');
    expect(visitor.focused).to.equal(cards);
  });

  it('give way to the message that nothing is found', async () => {
    const visitor = await visitViews('map cards');
    await visitor.search('xyzzy');
    expect(tabs(visitor)).to.deep.equal([]);
    await visitor.search('');
    expect(chosen(visitor)).to.equal('Map');
  });

  it('lead to the cards of what they count', async () => {
    const visitor = await visitViews('cards statistics');
    await visitor.click(tab(visitor, 'Statistics'));
    await visitor.refine('Italy');
    visitor
      .one('gpb-statistics')
      .dispatchEvent(new GpbEvent('gpb-show-cards', {refinements: {topic: ['education'], country: ['ES']}}));
    await waitUntil(
      () => visitor.focused?.closest('gpb-card') ?? visitor.focus.startsWith('h'),
      'a card has the focus',
    );
    expect(visitor.chips()).to.deep.equal(['Education', 'Spain']);
    expect(own()).to.equal('gp-topic,education gp-country,ES');
    await back(visitor);
    expect([chosen(visitor), visitor.chips()]).to.deep.equal(['Statistics', ['Italy']]);
  });

  it('lead to the cards if a link names a practice or a list', async () => {
    const practices = [
      {id: 'garden', title: 'Roof garden', city: 'Leeds', country: 'GB'},
      {id: 'school', title: 'Music school', city: 'Bilbao', country: 'ES'},
    ];
    const {address: src} = await createResource({body: {language: 'en', practices}});
    for (const link of ['gp-open=school', 'gp-list=school']) {
      history.replaceState(null, '', begin + link);
      const visitor = await visit(html`<good-practice-browser src=${src} views="map cards"></good-practice-browser>`);
      await waitUntil(() => visitor.titles().includes('Music school'), link);
      expect(chosen(visitor), link).to.equal('Cards');
      visitor.element.remove();
    }
    history.replaceState(null, '', address);
    const visitor = await visit(html`<good-practice-browser src=${src} views="map cards"></good-practice-browser>`);
    visitor.element.open('school');
    await waitUntil(() => visitor.titles().includes('Music school'), 'a method of the page opens a practice');
  });
});
