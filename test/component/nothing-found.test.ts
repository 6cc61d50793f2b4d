import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {arriveAsVisitor, html, REAL_FEED, text, visit, type Visitor} from '../support/component-harness.js';

const records = [
  {title: 'Music school', city: 'Bilbao', country: 'ES', period: '2015', topics: ['culture']},
  {title: 'Choir', city: 'Bilbao', country: 'ES', period: '2016', topics: ['culture', 'youth']},
  {title: 'Football', city: 'Lyon', country: 'FR', period: '2019', topics: ['youth']},
];
const small = () =>
  visit(
    html`<good-practice-browser
      url="off"
      facets="topic country year-range"
      .practices=${records}
    ></good-practice-browser>`,
  );
/** The buttons in the message, in their order. */
const waysOut = (visitor: Visitor) => visitor.all('[part=empty] button').map(text);
const isShown = (visitor: Visitor, selector: string) => visitor.all(selector).some((each) => each.checkVisibility());
/** The stops by Tab from the search field, up to the first in the message. */
async function stopsBeforeWayOut(visitor: Visitor): Promise<string[]> {
  const stops: string[] = [];
  visitor.one('input[type=search]').focus();
  while (stops.length < 40) {
    await sendKeys({press: 'Tab'});
    if (visitor.focused?.closest('[part=empty]')) return stops;
    stops.push(visitor.focus);
  }
  throw new Error(`no way out after ${stops.join(', ')}`);
}

// Requirement: A-12
describe('where nothing is found', () => {
  arriveAsVisitor();

  it('says so in a heading of the level of titles, then what was searched for, then the ways out', async () => {
    const visitor = await visit(
      html`<good-practice-browser
        url="off"
        heading="Practices"
        heading-level="3"
        .practices=${records}
      ></good-practice-browser>`,
    );
    await visitor.refine('Spain');
    await visitor.search('football');
    const parts = [...visitor.one('[part=empty]').children];
    expect(parts.slice(0, 2).map((part) => [part.localName, text(part)])).to.deep.equal([
      ['h4', 'Nothing found'],
      ['p', 'No practice matches “football” with these filters: Spain.'],
    ]);
    expect(parts.slice(2).every((part) => part.querySelector('button'))).to.equal(true);
  });

  it('leads by Tab from the field to the first way out, past the button in the field and the one to skip', async () => {
    const visitor = await visit(
      html`<good-practice-browser url="off" facets="topic country city year-range" src=${REAL_FEED}>
      </good-practice-browser>`,
    );
    await visitor.search('zebra');
    const stops = ['button “Clear search”', 'button “Skip to results”'];
    expect(await stopsBeforeWayOut(visitor)).to.deep.equal(stops);
    visitor.element.refine('country', 'CY');
    visitor.element.refine('topic', 'education');
    await visitor.search('manchester');
    expect(visitor.element.searchResults!.totalHits).to.equal(0);
    expect(await stopsBeforeWayOut(visitor)).to.deep.equal(stops);
  });

  it('has the message before the filters, for the eye and by keyboard', async () => {
    const visitor = await visit(
      html`<div style="width: 760px">
        <good-practice-browser url="off" facets="topic country" .practices=${records}></good-practice-browser>
      </div>`,
    );
    await visitor.refine('Spain');
    await visitor.search('football');
    const [message, filters] = [visitor.one('[part=empty]'), visitor.one('.filters')];
    expect(message.compareDocumentPosition(filters) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    expect(filters.getBoundingClientRect().top).to.be.at.least(message.getBoundingClientRect().bottom);
  });

  it('offers one way out where there is one cause', async () => {
    const visitor = await small();
    await visitor.search('zebra');
    expect(waysOut(visitor)).to.deep.equal(['Clear search']);
    await visitor.click(visitor.button('Clear search'));
    visitor.element.refine('year', {from: 2017, to: 2018});
    await visitor.settled();
    expect(waysOut(visitor)).to.deep.equal(['Clear filters']);
  });

  it('offers a way out for each cause that hides practices, and one out of all', async () => {
    const visitor = await small();
    await visitor.refine('Spain');
    await visitor.search('football');
    expect(waysOut(visitor)).to.deep.equal([
      'Without “football”: 2 practices',
      'Without Country – Spain: 1 practice',
      'Clear all',
    ]);
    expect(visitor.chips(), 'no chip for the same').to.deep.equal([]);
  });

  it('hides the filters that offer nothing, the empty histogram and the order menu', async () => {
    const visitor = await small();
    expect(isShown(visitor, 'gpb-range')).to.equal(true);
    await visitor.search('zebra');
    for (const selector of ['.filters', 'details', 'gpb-range', 'select'])
      expect(isShown(visitor, selector), selector).to.equal(false);
    await visitor.search('');
    for (const selector of ['.filters', 'gpb-range', 'select'])
      expect(isShown(visitor, selector), selector).to.equal(true);
  });

  it('leaves the filters that offer something, and those that are selected', async () => {
    const visitor = await small();
    await visitor.refine('Spain');
    await visitor.search('football');
    const shown = visitor.all('details').filter((each) => each.checkVisibility());
    expect(shown.map((each) => text(each.querySelector('.name')))).to.deep.equal(['Country']);
    expect(visitor.values('Country')).to.deep.equal(['France 1', 'Spain 0']);
  });

  it('keeps the focus on a slider that leaves nothing', async () => {
    const visitor = await small();
    visitor.element.refine('year', {from: 2017, to: null});
    await visitor.settled();
    visitor.one('[aria-label="Last year"]').focus();
    await visitor.press('ArrowLeft');
    expect(visitor.element.searchResults!.totalHits).to.equal(0);
    expect(visitor.focus).to.equal('input “Last year”');
    await visitor.press('ArrowRight');
    expect(visitor.titles()).to.deep.equal(['Football']);
    expect(visitor.focus).to.equal('input “Last year”');
  });

  it('leaves a facet closed that was closed before', async () => {
    const visitor = await small();
    await visitor.click(visitor.all('summary').find((each) => text(each) === 'Country')!);
    await visitor.search('zebra');
    await visitor.search('');
    expect(visitor.checkbox('Spain').checkVisibility()).to.equal(false);
    expect(visitor.checkbox('youth').checkVisibility()).to.equal(true);
  });
});
