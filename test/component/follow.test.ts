import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, text, visit, type Visitor} from '../support/component-harness.js';

const practices = [
  {title: 'School', topics: ['Education', 'Youth'], country: 'ES'},
  {title: 'Club', topics: ['Youth'], country: 'FR'},
];
const feeds = [
  {filter: 'country:ES topic:Education', url: 'https://www.city.example/education.xml'},
  {filter: 'topic:Youth', url: 'feeds/youth.xml'},
  {filter: 'country:FR', url: 'javascript:alert(1)'},
];
const addressOf = (document: object) => `data:application/json,${encodeURIComponent(JSON.stringify(document))}`;
const links = (visitor: Visitor) =>
  visitor.all<HTMLAnchorElement>('[part=follow]').map((link) => [text(link), link.getAttribute('href')]);
const link = ['Follow this search by RSS or Atom (city.example)', 'https://www.city.example/education.xml'];

describe('“Follow this search”', () => {
  arriveAsVisitor();

  const open = (document: object, scope = '') =>
    visit(html`<good-practice-browser url="off" scope=${scope} src=${addressOf(document)}></good-practice-browser>`);

  it('is offered for exactly the filters that the feed names, with the host', async () => {
    const visitor = await open({practices, feeds});
    expect(links(visitor)).to.deep.equal([]);
    await visitor.refine(/^Education/);
    expect(links(visitor)).to.deep.equal([]);
    await visitor.refine(/^Spain/);
    expect(links(visitor)).to.deep.equal([link]);
    await visitor.refine(/^Youth/);
    expect(links(visitor)).to.deep.equal([]);
  });

  it('is not offered with a search, which no feed has', async () => {
    const visitor = await open({practices, feeds});
    await visitor.refine(/^Education/);
    await visitor.refine(/^Spain/);
    await visitor.search('school');
    expect(links(visitor)).to.deep.equal([]);
    await visitor.search('');
    expect(links(visitor)).to.deep.equal([link]);
  });

  it('is not offered in a collection, which no feed has', async () => {
    const collections = [{id: 'start', title: 'Where to start', practices: ['club']}];
    const records = practices.map((practice) => ({...practice, id: practice.title.toLowerCase()}));
    const all = [{filter: '', url: 'https://www.city.example/education.xml'}];
    const visitor = await open({practices: records, collections, feeds: all});
    expect(links(visitor)).to.deep.equal([link]);
    visitor.all('.entrance')[0]!.click();
    await visitor.settled();
    expect(visitor.titles()).to.deep.equal(['Club']);
    expect(links(visitor)).to.deep.equal([]);
  });

  it('counts what the page shows at all', async () => {
    const visitor = await open({practices, feeds}, 'country:ES');
    await visitor.refine(/^Education/);
    expect(links(visitor)).to.deep.equal([link]);
  });

  it('leads nowhere but to the web', async () => {
    const visitor = await open({practices, feeds});
    await visitor.refine(/^France/);
    expect(links(visitor)).to.deep.equal([]);
  });

  it('is offered for the whole list if the feed names an empty filter', async () => {
    const visitor = await open({practices, feeds: [{filter: '', url: 'https://city.example/all.xml'}]});
    expect(links(visitor)).to.deep.equal([
      ['Follow this search by RSS or Atom (city.example)', 'https://city.example/all.xml'],
    ]);
  });

  it('is not offered for several feeds, as each declares feeds of its own practices only', async () => {
    const src = `${addressOf({practices, feeds})} ${addressOf({practices: [{title: 'Other', topics: ['Education'], country: 'ES'}]})}`;
    const visitor = await visit(html`<good-practice-browser url="off" src=${src}></good-practice-browser>`);
    await visitor.refine(/^Education/);
    await visitor.refine(/^Spain/);
    expect(links(visitor)).to.deep.equal([]);
  });
});
