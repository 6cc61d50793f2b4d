import {expect} from '@open-wc/testing';
import {createFacetIndex} from '../../src/core/facets/facet-index.js';
import {normalize} from '../../src/core/feed/normalize/normalize.js';
import {fold} from '../../src/core/text/fold.js';
import {rankSimilar} from '../../src/core/search/similar.js';
import {arriveAsVisitor, html, visit} from '../support/component-harness.js';

const many = <T>(length: number, make: (i: number) => T): T[] => Array.from({length}, (_, i) => make(i));
const read = (records: readonly object[]) =>
  normalize({address: 'https://city.example/feed.json', pointer: '', records}).practices;
const fine = {title: 'Fine', city: 'Leeds', country: 'GB', topics: ['housing']};

// Each of these takes minutes, and the runner gives up, where the time grows with the square of what a feed has.
// Requirement: S-17
describe('feeds that would take all day', () => {
  it('have hundreds of thousands of accents on one letter', () => {
    expect(fold(`Cafe${'\u0301\u0316'.repeat(400_000)}s`)).to.equal('cafes');
    expect(fold(`cafe${'\uff9e\u0316'.repeat(400_000)}s`)).to.equal('cafes');
  });

  it('have a title in a hundred thousand languages', () => {
    const title = Object.fromEntries(many(100_000, (i) => [`en-x-a${i}`, `Title ${i}`]));
    expect(read([{title}])[0]!.title).to.have.length(100_000);
  });

  it('have a city in hundreds of thousands of countries', () => {
    const [practice] = read([fine]);
    const places = many(300_000, (i) => ({city: 'Leeds', country: `Land ${i}`, location: null}));
    const {facets} = createFacetIndex([{...practice!, places}], 2026);
    expect(facets.get('city')!.values.get('leeds')!.countries).to.have.length(250);
  });

  it('have practices of a hundred thousand topics', () => {
    const [first, second] = read([fine, {...fine, title: 'Other'}]);
    const topics = many(100_000, (i) => `topic ${i}`);
    const practices = [first!, second!].map((practice) => ({...practice, topics}));
    expect(rankSimilar(practices, practices[0]!, {ownersOf: () => new Uint32Array()})).to.deep.equal([practices[1]]);
  });
});

// Requirement: S-17
describe('<good-practice-browser> with more of everything than anybody reads', () => {
  arriveAsVisitor();

  const table: [what: string, records: readonly object[]][] = [
    ['a practice in 20,000 cities of a country', [{title: 'B', country: 'GB', city: many(20_000, (i) => `Town ${i}`)}]],
    ['160,000 topics', many(800, (i) => ({title: `B ${i}`, topics: many(200, (n) => `topic ${i} ${n}`)}))],
  ];
  for (const [what, records] of table)
    it(`shows, and searches, ${what}`, async () => {
      const visitor = await visit(
        html`<good-practice-browser facets="topic city" .practices=${[fine, ...records]}></good-practice-browser>`,
      );
      expect(visitor.titles()[0]).to.equal('Fine');
      await visitor.search('fine');
      expect(visitor.titles()).to.deep.equal(['Fine']);
    });

  it('draws two hundred topics of a practice that has more, also if they come in one text', async () => {
    const topics = many(1000, (i) => `topic ${i}`);
    const practices = [topics, topics.join(', ')].map((each, i) => ({title: `A ${i}`, topics: each}));
    const visitor = await visit(html`<good-practice-browser .practices=${practices}></good-practice-browser>`);
    for (const card of visitor.all('gpb-card'))
      expect(card.shadowRoot!.querySelectorAll('[part=topic]')).to.have.length(200);
  });

  it('lists cities by themselves where there are more countries than anywhere', async () => {
    const practices = many(600, (i) => ({title: `A ${i}`, country: `Land ${i}`, city: `Town ${i}`}));
    const visitor = await visit(
      html`<good-practice-browser facets="country city" .practices=${practices}></good-practice-browser>`,
    );
    const names = visitor.all('[part=facet-name] .name').map((name) => name.textContent);
    expect(names).to.deep.equal(['Country', 'City']);
  });
});
