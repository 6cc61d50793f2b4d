import {expect} from '@open-wc/testing';
import {createResource} from '../support/mutable-resource.js';
import {arriveAsVisitor, html, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const practices = [
  {id: 'garden', title: 'Roof garden', city: 'Leeds', country: 'GB', topics: ['green']},
  {id: 'school', title: 'Music school', city: 'Bilbao', country: 'ES', topics: ['youth']},
  {id: 'council', title: 'Youth council', city: 'Leeds', country: 'GB', topics: ['youth']},
  {id: 'theatre', title: 'Street theatre', city: 'Palma', country: 'ES', topics: ['youth']},
];
const start = {
  id: 'start',
  title: {en: 'Where to start', fr: 'Par où commencer'},
  introduction: 'Two of them.\n\n<b>Both</b> are simple.',
  practices: ['theatre', 'gone', 'garden'],
};
const named = (id: string) => ({id, title: `Collection ${id}`, practices: ['school', 'council']});

describe('collections', () => {
  arriveAsVisitor();

  const visitFeed = async (feed: object = {}, sort = '') => {
    const {address} = await createResource({body: {language: 'en', practices, collections: [start], ...feed}});
    return visit(html`<good-practice-browser src=${address} sort=${sort}></good-practice-browser>`);
  };
  const entrances = (visitor: Visitor) => visitor.all('.entrance').map(text);
  const headings = (visitor: Visitor) => visitor.all('.group, .collection h2').map(text);
  const own = () => [...new URL(location.href).searchParams].filter(([name]) => name.startsWith('gp-')).join(' ');
  const enter = async (visitor: Visitor) => {
    visitor.all('.entrance')[0]!.focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus === 'h2 “Where to start”', 'the title of the collection has the focus');
  };

  it('have entrances above all practices, with the number of their practices', async () => {
    const visitor = await visitFeed();
    expect(headings(visitor)).to.deep.equal(['Collections', 'All good practices']);
    expect(entrances(visitor)).to.deep.equal(['Where to start 2 practices']);
    expect(visitor.titles()).to.have.length(4);
    await expect(visitor.element).to.be.accessible();
  });

  it('are described as collections where a screen reader jumps from button to button', async () => {
    const visitor = await visitFeed();
    const id = visitor.one('.entrance').getAttribute('aria-describedby');
    expect(text(visitor.one(`#${id}`))).to.equal('Collections');
  });

  it('show their practices in their order, under their title and introduction, also in an address', async () => {
    const visitor = await visitFeed({}, 'title');
    await enter(visitor);
    expect(visitor.titles()).to.deep.equal(['Street theatre', 'Roof garden']);
    expect(headings(visitor)).to.deep.equal(['Where to start']);
    expect(visitor.all('.collection p').map(text)).to.deep.equal(['Two of them.', '<b>Both</b> are simple.']);
    expect(visitor.chips()).to.deep.equal(['Where to start']);
    expect(visitor.total()).to.match(/^2 of 4/);
    expect(own()).to.equal('gp-collection,start');
    expect(entrances(visitor)).to.deep.equal([]);
    await expect(visitor.element).to.be.accessible();
    visitor.element.remove();
    const other = await visitFeed({}, 'title');
    expect(other.titles()).to.deep.equal(['Street theatre', 'Roof garden']);
  });

  it('are named to the page when the visitor looks into one', async () => {
    const visitor = await visitFeed();
    const seen: string[] = [];
    visitor.element.addEventListener('gpb-searched', ({detail}) =>
      seen.push(`${detail.collection} ${detail.totalHits}`),
    );
    await enter(visitor);
    await waitUntil(() => seen.length > 0, 'the page is told');
    expect(seen).to.deep.equal(['start 2']);
  });

  it('are searched and filtered, and their facets count their practices', async () => {
    const visitor = await visitFeed();
    await enter(visitor);
    expect(visitor.values('Topic')).to.have.members(['youth 1', 'green 1']);
    await visitor.search('youth');
    expect(visitor.titles()).to.deep.equal(['Street theatre']);
    expect(headings(visitor)).to.deep.equal(['Where to start']);
    await visitor.search('');
    await visitor.refine('green');
    expect(visitor.titles()).to.deep.equal(['Roof garden']);
    expect(visitor.chips()).to.deep.equal(['Where to start', 'green']);
  });

  it('are left by their chip, by “Clear all” and by Back', async () => {
    const visitor = await visitFeed();
    await enter(visitor);
    visitor.button('Remove filter: Collection, Where to start').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.titles().length === 4, 'all practices are there');
    expect(own()).to.equal('');
    await enter(visitor);
    await visitor.refine('green');
    await visitor.click(visitor.button('Clear all'));
    expect(visitor.titles()).to.have.length(4);
    expect(own()).to.equal('');
    expect(entrances(visitor)).to.have.length(1);
    history.back();
    await waitUntil(() => visitor.titles().join() === 'Roof garden', 'the collection and the filter are back');
    history.back();
    await waitUntil(() => visitor.titles().join() === 'Street theatre,Roof garden', 'the collection is back');
  });

  it('can be given up if nothing is found in them', async () => {
    const visitor = await visitFeed();
    await enter(visitor);
    await visitor.search('council');
    expect(text(visitor.one('[part=empty]'))).to.include('“council” with these filters: Where to start');
    expect(visitor.all('[part=relaxation]').map(text)).to.deep.equal([
      'Without “council”: 2 practices',
      'Without Collection – Where to start: 1 practice',
    ]);
    await visitor.click(visitor.all('[part=relaxation]')[1]!);
    expect(visitor.titles()).to.deep.equal(['Youth council']);
    expect(own()).to.equal('gp-q,council');
  });

  it('are left by “Clear filters” if a query, a filter and the collection find nothing together', async () => {
    const visitor = await visitFeed();
    await enter(visitor);
    await visitor.search('council');
    visitor.element.refine('city', 'Bilbao');
    await waitUntil(() => visitor.all('[part=empty] button').length === 2, 'no filter alone hides anything');
    expect(visitor.all('[part=empty] button').map(text)).to.deep.equal(['Clear filters', 'Clear all']);
    visitor.all('[part=empty] button')[0]!.click();
    await waitUntil(() => visitor.titles().join() === 'Youth council', 'the query finds something');
    expect(own()).to.equal('gp-q,council');
  });

  it('leave the page while visitors search or filter, and for a list that somebody shared', async () => {
    const visitor = await visitFeed();
    await visitor.search('music');
    expect(headings(visitor)).to.deep.equal([]);
    await visitor.search('');
    expect(entrances(visitor)).to.have.length(1);
    await visitor.refine('green');
    expect(entrances(visitor)).to.have.length(0);
    visitor.element.remove();
    history.replaceState(null, '', '?gp-list=garden');
    const receiver = await visitFeed();
    await waitUntil(() => receiver.titles().length, 'there are cards');
    expect(headings(receiver)).to.deep.equal(['A list of 1 practice', 'All good practices']);
  });

  it('are few at first, and all of them on request', async () => {
    const visitor = await visitFeed({collections: ['a', 'b', 'c', 'd', 'e', 'f'].map(named)});
    expect(entrances(visitor)).to.have.length(4);
    visitor.button('Show 2 more: Collections').focus();
    await visitor.press('Enter');
    await waitUntil(() => entrances(visitor).length === 6, 'all are there');
    expect(visitor.focused).to.equal(visitor.all('.entrance')[4]);
    expect(visitor.button('Show fewer').ariaExpanded).to.equal('true');
    await visitor.click(visitor.button('Show fewer'));
    expect(entrances(visitor)).to.have.length(4);
  });

  it('of an address that the feed does not have are ignored', async () => {
    history.replaceState(null, '', '?gp-collection=unheard');
    const visitor = await visitFeed();
    expect(visitor.titles()).to.have.length(4);
    expect(visitor.chips()).to.deep.equal([]);
    expect(visitor.element.searchState.collection).to.equal('');
    await visitor.search('music');
    expect(own()).to.equal('gp-q,music');
  });

  it('show images of allowed hosts only', async () => {
    const image = (src: string) => ({...start, image: {src, alt: 'A door'}});
    const near = await visitFeed({collections: [image('/demo/gallery/bridge.svg')]});
    expect(near.all<HTMLImageElement>('.entrance [part=image]').map(({alt}) => alt)).to.deep.equal(['']);
    await enter(near);
    expect(near.all<HTMLImageElement>('.collection [part=image]').map(({alt}) => alt)).to.deep.equal(['A door']);
    near.element.remove();
    history.replaceState(null, '', location.pathname);
    const far = await visitFeed({collections: [image('https://tracker.example/a.png')]});
    expect(far.all('.entrance img')).to.have.length(0);
  });

  it('speak the language of the page', async () => {
    const {address} = await createResource({body: {language: 'en', practices, collections: [start]}});
    const visitor = await visit(html`<good-practice-browser src=${address} lang="fr"></good-practice-browser>`);
    expect(text(visitor.one('.entrance .name'))).to.equal('Par où commencer');
  });
});

describe('examples of a feed', () => {
  arriveAsVisitor();

  const placeholder = async (examples: unknown, lang = 'en') => {
    const {address} = await createResource({body: {language: 'en', practices, examples}});
    const visitor = await visit(html`<good-practice-browser src=${address} lang=${lang}></good-practice-browser>`);
    return visitor.one<HTMLInputElement>('#query').placeholder;
  };

  it('are shown in the empty search field, in place of those that the widget makes', async () => {
    expect(await placeholder(['music', {en: 'gardens', fr: 'jardins'}])).to.equal('For example: music · gardens');
    expect(await placeholder([{en: 'gardens', fr: 'jardins'}], 'fr')).to.include('jardins');
  });

  it('are made of the practices if the feed has none', async () => {
    expect(await placeholder([])).to.include('youth');
  });

  it('are of the practices that replaced others', async () => {
    const visitor = await visit(html`<good-practice-browser .practices=${practices}></good-practice-browser>`);
    visitor.element.practices = [{title: 'Swim together', city: 'Oslo', topics: ['sport']}];
    await waitUntil(() => visitor.all('gpb-card').length === 1, 'the other practices');
    expect(visitor.one<HTMLInputElement>('#query').placeholder).to.equal('For example: sport · Oslo');
  });
});
