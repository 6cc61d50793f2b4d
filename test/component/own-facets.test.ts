import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {GpbCard} from '../../src/elements/card/gpb-card.js';
import {createResource} from '../support/mutable-resource.js';
import {arriveAsVisitor, html, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const facets = [
  {
    name: 'target',
    field: 'Target group',
    label: {en: 'Target group', de: 'Zielgruppe <b>'},
    type: 'list',
  },
  {name: 'cost', label: 'Cost in euros', type: 'number'},
  {name: 'award', label: 'Award', type: 'year'},
];
const practices = [
  {id: 'a', title: 'A', topics: ['sport'], 'Target group': ['Families', 'Young people'], cost: 1200, award: 2016},
  {id: 'b', title: 'B', topics: ['sport'], 'Target group': 'Young people', cost: 80_000, award: 2019},
  {id: 'c', title: 'C', topics: ['art'], 'Target group': ['Newcomers'], cost: 40_500.5},
  {id: 'd', title: 'D', topics: ['art']},
];

const addressOf = (content: string, type = 'application/json') => URL.createObjectURL(new Blob([content], {type}));
const src = addressOf(JSON.stringify({version: '1', language: 'en', facets, practices}));
const field = (visitor: Visitor, name: string, facet: string) =>
  visitor
    .all<HTMLInputElement>(`input[type=number]`)
    .filter(
      (input) => text((input.getRootNode() as ShadowRoot).host.closest('details')!.querySelector('.name')) === facet,
    )
    .find((input) => text(input.labels?.[0]) === name)!;
const own = () => [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith('gp-')).map(String);

describe('own facets', () => {
  arriveAsVisitor();

  const open = async (more: Record<string, string> = {}) => {
    const visitor = await visit(
      html`<good-practice-browser
        src=${more['src'] ?? src}
        lang=${more['lang'] ?? 'en'}
        facets=${more['facets'] ?? 'topic target cost award'}
        scope=${more['scope'] ?? ''}
        preset=${more['preset'] ?? ''}
        url=${more['url'] ?? 'query'}
      ></good-practice-browser>`,
    );
    return visitor;
  };
  const charts = (visitor: Visitor, count = 2) =>
    waitUntil(() => visitor.all('.bars').length === count, `${count} charts are there`);

  it('are listed with their counts, in the order of the page', async () => {
    const visitor = await open();
    expect(visitor.all('details .name').map(text)).to.deep.equal(['Topic', 'Target group', 'Cost in euros', 'Award']);
    expect(visitor.values('Target group')).to.deep.equal(['Young people 2', 'Families 1', 'Newcomers 1']);
    expect(visitor.values('Cost in euros')).to.deep.equal([]);
  });

  it('count what each value would leave, and are kept in the address', async () => {
    const visitor = await open();
    await visitor.refine('Families');
    expect(visitor.titles()).to.deep.equal(['A']);
    expect(visitor.values('Target group')).to.deep.equal(['Young people 2', 'Families 1', 'Newcomers 1']);
    expect(visitor.values('Topic')).to.deep.equal(['sport 1']);
    await visitor.refine('Newcomers');
    expect(visitor.titles()).to.deep.equal(['A', 'C']);
    expect(own()).to.deep.equal(['gp-target,Families', 'gp-target,Newcomers']);
    expect(visitor.chips()).to.deep.equal(['Families', 'Newcomers']);
    await visitor.click(visitor.button('Remove filter: Target group, Families'));
    expect(own()).to.deep.equal(['gp-target,Newcomers']);
  });

  it('are read from the address, also after Back, and let its other parameters be', async () => {
    history.replaceState(null, '', `${location.pathname}?gp-target=Families&gp-cost=..2000&gp-nonsense=1`);
    const visitor = await open();
    expect(visitor.titles()).to.deep.equal(['A']);
    expect(visitor.chips()).to.deep.equal(['Families', 'Cost in euros, ≤ 2,000']);
    await visitor.refine('Families');
    expect(own()).to.deep.equal(['gp-nonsense,1', 'gp-cost,..2000']);
    history.back();
    await waitUntil(() => visitor.chips().length === 2, 'the filter is back');
    expect(own()).to.have.length(3);
  });

  it('tell the page a text that looks like a range as the text that it is', async () => {
    history.replaceState(null, '', '?gp-target=1..5');
    const visitor = await open({src: addressOf(JSON.stringify([{title: 'A', target: '1..5'}])), facets: 'target:list'});
    await waitUntil(() => visitor.element.searchState.refinements['target']?.[0] === '1..5', 'the value is a text');
    expect(visitor.titles()).to.deep.equal(['A']);
  });

  it('are kept in the fragment too', async () => {
    const visitor = await open({url: 'hash'});
    await visitor.refine('Families');
    expect(location.hash).to.equal('#gp-target=Families');
    await visitor.refine('Newcomers');
    expect(location.hash).to.equal('#gp-target=Families&gp-target=Newcomers');
  });

  it('take a range of numbers from thumbs, by keyboard', async () => {
    const visitor = await open();
    await charts(visitor);
    const first = visitor.one<HTMLInputElement>('[aria-label="Cost in euros: From"]');
    expect(first.getAttribute('aria-valuetext')).to.equal('0');
    expect(visitor.all('.bars')[0]!.ariaLabel).to.equal('Cost in euros: 0 to 80,000');
    first.focus();
    await visitor.press('ArrowRight');
    expect(first.getAttribute('aria-valuetext')).to.equal('5,000');
    expect(visitor.titles()).to.deep.equal(['B', 'C']);
    expect(visitor.chips()).to.deep.equal(['Cost in euros, ≥ 5,000']);
    expect(own()).to.deep.equal(['gp-cost,5000..']);
  });

  it('take numbers that are typed, with decimals, and say what replaced one that is too high', async () => {
    const visitor = await open();
    await charts(visitor);
    const type = async (label: string, number: string) => {
      const input = field(visitor, label, 'Cost in euros');
      input.focus();
      input.select();
      await sendKeys({type: number});
      await visitor.press('Enter');
    };
    await type('From', '40500.5');
    expect(visitor.titles()).to.deep.equal(['B', 'C']);
    await type('to', '40500.5');
    expect(visitor.titles()).to.deep.equal(['C']);
    expect(visitor.chips()).to.deep.equal(['Cost in euros, 40,500.5']);
    await type('to', '99999999');
    expect(text(visitor.one('.corrected'))).to.equal('Cost in euros: 40,500.5 to 80,000');
    const said = () => [...document.querySelectorAll('body > [role=status]')].map(text).join('');
    await waitUntil(() => said().startsWith('Cost in euros: 40,500.5 to 80,000. 2 of 4'), 'it is announced');
  });

  it('have a chart for a range of whole numbers whose ends in the address have decimals', async () => {
    history.replaceState(null, '', '?gp-age=10.5..16.25');
    const ages = [6, 10, 11, 16, 18].map((age) => ({title: `${age} years`, age}));
    const visitor = await open({src: addressOf(JSON.stringify(ages)), facets: 'age:number'});
    await charts(visitor, 1);
    expect(visitor.titles()).to.deep.equal(['11 years', '16 years']);
    expect(visitor.all('input[type=range]').map((thumb) => thumb.getAttribute('aria-valuetext'))).to.deep.equal([
      '10.5, 1 practice',
      '16.25, 1 practice',
    ]);
  });

  it('take a range of years as the built-in years do', async () => {
    const visitor = await open();
    await charts(visitor);
    const [first] = visitor.all<HTMLInputElement>('[aria-label="First year"]');
    expect(first!.getAttribute('aria-valuetext')).to.equal('2016, 1 practice');
    first!.focus();
    await visitor.press('End');
    expect(visitor.chips()).to.deep.equal(['Award, 2019 onwards']);
    expect(visitor.titles()).to.deep.equal(['B']);
  });

  it('are independent of each other: a range in one is none in the other', async () => {
    const visitor = await open();
    visitor.element.refine('cost', {from: 1000, to: null});
    visitor.element.refine('award', {from: 2017, to: 2020});
    await visitor.settled();
    expect(visitor.titles()).to.deep.equal(['B']);
    expect(visitor.chips()).to.deep.equal(['Cost in euros, ≥ 1,000', 'Award, 2017 to 2020']);
  });

  it('offer what to give up if nothing is found', async () => {
    const visitor = await open();
    visitor.element.refine('target', 'Families');
    visitor.element.refine('cost', {from: 50_000, to: null});
    await visitor.settled();
    expect(visitor.all('[part=relaxation]').map(text)).to.deep.equal([
      'Without Target group – Families: 1 practice',
      'Without Cost in euros – ≥ 50,000: 1 practice',
    ]);
  });

  it('have values that a search finds and offers as a filter', async () => {
    const visitor = await open();
    await visitor.search('newcomers');
    expect(visitor.titles()).to.deep.equal(['C']);
    expect(visitor.all('[part=offered-filter]').map(text)).to.deep.equal(['Filter: Target group Newcomers (1)']);
  });

  it('limit the list by scope, and are selected by preset', async () => {
    const scoped = await open({scope: 'target:"Young people"'});
    expect(scoped.titles()).to.deep.equal(['A', 'B']);
    scoped.element.remove();
    const preset = await open({preset: 'cost:1000..50000', facets: 'topic'});
    expect(preset.titles()).to.deep.equal(['A', 'C']);
    await preset.click(preset.button('Clear all'));
    expect(preset.titles()).to.deep.equal(['A', 'B', 'C', 'D']);
    expect(own()).to.deep.equal(['gp-q,']);
  });

  it('are called as in the language, and their HTML is text', async () => {
    const visitor = await open({lang: 'de'});
    expect(visitor.all('details .name').map(text)).to.include('Zielgruppe <b>');
    expect(visitor.all('details b')).to.have.length(0);
    expect(visitor.one('details [lang=de]').textContent).to.equal('Zielgruppe <b>');
  });

  it('are described by the first page of a feed for all of its pages', async () => {
    const [first, ...others] = practices;
    const next = await createResource({body: {practices: others}});
    const paged = await createResource({body: {language: 'en', facets, practices: [first], next_url: next.address}});
    const visitor = await open({src: paged.address});
    await waitUntil(() => visitor.titles().length === 4, 'all pages have come');
    expect(visitor.values('Target group')).to.deep.equal(['Young people 2', 'Families 1', 'Newcomers 1']);
    await charts(visitor);
  });

  it('may be described by the page, for a table', async () => {
    const csv = 'title,Target group,Cost\nA,Families; Youth,1200\nB,Youth,-\nC,,7\n';
    const visitor = await open({src: addressOf(csv, 'text/csv'), facets: 'target-group:list cost:number'});
    expect(visitor.values('Target group')).to.deep.equal(['Youth 2', 'Families 1']);
    await charts(visitor, 1);
    await visitor.refine('Families');
    expect(own()).to.deep.equal(['gp-target-group,Families']);
  });

  it('may be described anew while the page lives', async () => {
    const csv = 'title,Target group\nA,Families\nB,Youth\n';
    history.replaceState(null, '', `${location.pathname}?gp-target-group=Youth`);
    const visitor = await open({src: addressOf(csv, 'text/csv'), facets: 'topic'});
    expect(visitor.titles()).to.deep.equal(['A', 'B']);
    visitor.element.facets = 'target-group:list';
    await waitUntil(() => visitor.titles().join() === 'B', 'the address counts now');
    expect(visitor.chips()).to.deep.equal(['Youth']);
  });

  it('tell the page what is selected', async () => {
    const visitor = await open();
    const details: unknown[] = [];
    visitor.element.addEventListener('gpb-searched', ({detail}) => details.push(detail.refinements));
    await visitor.refine('Families');
    await waitUntil(() => details.length, 'the event comes');
    expect(details.at(-1)).to.deep.equal({
      topic: [],
      country: [],
      city: [],
      year: [],
      source: [],
      target: ['Families'],
    });
    expect(() => visitor.element.refine('nonsense', 'x')).to.throw(
      TypeError,
      '“nonsense” is not one of topic, country, city, year, source, target, cost, award',
    );
    expect(() => visitor.element.refine('year', 2016 as never)).to.throw(
      TypeError,
      'year: “2016” is neither a text nor a range such as {from: 2015, to: null}',
    );
    expect(() => visitor.element.refine('year', undefined as never)).to.throw(TypeError, 'neither a text nor a range');
  });

  it('are named in an open card with their values, of which texts filter', async () => {
    const visitor = await open({facets: 'topic cost target'});
    await visitor.readMore('A');
    const card = visitor.all<GpbCard>('gpb-card')[0]!;
    const facts = () =>
      [...card.shadowRoot!.querySelectorAll('.facts > div')].map((fact) => [...fact.children].map(text));
    expect(facts()).to.deep.equal([
      ['Cost in euros', '1,200'],
      ['Target group', 'Families', 'Young people'],
    ]);
    await expect(visitor.element).to.be.accessible();
    const families = [...card.shadowRoot!.querySelectorAll<HTMLElement>('.facts button')][0]!;
    expect(families.getAttribute('aria-label')).to.equal('Filter by Families');
    families.click();
    await waitUntil(() => visitor.titles().join() === 'A', 'only those for families are left');
    expect(visitor.chips()).to.deep.equal(['Families']);
    expect(families.getAttribute('aria-pressed')).to.equal('true');
    expect(visitor.all<GpbCard>('gpb-card')[0]!.shadowRoot!.querySelectorAll('.facts')).to.have.length(1);
  });

  it('are in no card if the page does not show them, and open no card that has none', async () => {
    const visitor = await open({facets: 'topic award'});
    expect(visitor.all<GpbCard>('gpb-card').map((card) => !!card.shadowRoot!.querySelector('.toggle'))).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('have a column in a download', async () => {
    const visitor = await open();
    const {createObjectURL} = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return createObjectURL(blob);
    };
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => {};
    try {
      await visitor.click(visitor.one('[part=download]'));
      const buttons = () => [...(visitor.all('gpb-download')[0]?.shadowRoot?.querySelectorAll('button') ?? [])];
      await waitUntil(() => buttons().length > 1, 'the buttons are there');
      for (const button of buttons()) button.click();
      await waitUntil(() => blobs.length === 2, 'both files are there');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const [csv, json] = await Promise.all(blobs.map((blob) => blob.text()));
    expect(csv!.split('\r\n')[0]).to.match(/"target","cost","award"$/);
    expect(csv).to.include('"Families; Young people","1200","2016"');
    const saved = JSON.parse(json!) as {facets: {name: string}[]; practices: Record<string, unknown>[]};
    expect(saved.facets.map(({name}) => name)).to.deep.equal(['target', 'cost', 'award']);
    expect(saved.practices[0]).to.deep.include({target: ['Families', 'Young people'], cost: 1200, award: 2016});
  });
});
