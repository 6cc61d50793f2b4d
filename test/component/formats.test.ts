import {fixture} from '../support/read-format.js';
import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, visit, waitUntil} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

const TITLES = ['Anchors & Friends', 'Deutsch im Park – “Zürich lernt”', 'Mintzodromo'];

/** What the console was warned of while `act` ran. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const {warn} = console;
  const said: string[] = [];
  console.warn = (...words) => said.push(words.join(' '));
  await act().finally(() => (console.warn = warn));
  return said;
}

expectWarnings(/city\.example|“format”|has a city or a country/);

describe('[src] of another format', () => {
  arriveAsVisitor();

  for (const file of ['csv/excel-german.csv', 'wordpress/embedded.json', 'atom/fields.xml'])
    it(`shows ${file} by its address alone`, async () => {
      const visitor = await visit(html`<good-practice-browser src=${fixture(file)}></good-practice-browser>`);
      expect(visitor.titles()).to.deep.equal(TITLES);
      await visitor.refine('Switzerland');
      expect(visitor.titles()).to.deep.equal([TITLES[1]]);
      await visitor.search('lerrnt');
      expect(visitor.titles()).to.deep.equal([TITLES[1]]);
    });

  it('merges feeds of several formats, whose records say the same', async () => {
    const src = [fixture('rss/fields.xml'), fixture('csv/commas.csv'), fixture('own.json')].join(' ');
    const visitor = await visit(html`<good-practice-browser src=${src}></good-practice-browser>`);
    expect(visitor.titles()).to.deep.equal(TITLES);
  });
});

describe('a feed of WordPress', () => {
  arriveAsVisitor();

  it('shows topics and pictures of a real answer, and the first paragraph in place of an automatic excerpt', async () => {
    const visitor = await visit(
      html`<good-practice-browser src=${fixture('../wordpress/posts.json')}></good-practice-browser>`,
    );
    expect(visitor.titles()[0]).to.equal('A garden for “all”');
    expect(visitor.values('Topic')).to.deep.equal(['Good practices 4', 'Education & training 2', 'Youth 1']);
    expect(visitor.all('gpb-card')[0]!.shadowRoot!.querySelector('[part=summary]')!.textContent).to.match(
      /^Neighbours dig/,
    );
  });

  it('shows a first paragraph once that is the summary too, when the post is open', async () => {
    const content = {rendered: '<p>Neighbours dig and eat together.</p><p>The city pays for water.</p>'};
    const excerpt = {rendered: '<p>Neighbours dig and eat together. The city […]</p>'};
    const link = 'https://city.example/garden/';
    const post = {id: 1, slug: 'garden', title: {rendered: 'Garden'}, link, content, excerpt, meta: {city: 'Leeds'}};
    const src = `data:application/json,${encodeURIComponent(JSON.stringify([post]))}`;
    const visitor = await visit(html`<good-practice-browser src=${src}></good-practice-browser>`);
    const text = () => visitor.all('gpb-card')[0]!.shadowRoot!.textContent!;
    expect(text()).to.contain('Neighbours dig');
    await visitor.click(visitor.one('[part=toggle]'));
    expect(text()).to.contain('pays for water');
    expect(text().split('Neighbours dig')).to.have.length(2);
  });

  it('tells the webmaster in the console, once, if no practice has a place', async () => {
    const post = {id: 1, slug: 'a', title: {rendered: 'A'}, link: 'https://city.example/a/'};
    const src = `data:application/json,${encodeURIComponent(JSON.stringify([post]))}`;
    const said = await warnings(async () => {
      for (let i = 0; i < 2; i++) await visit(html`<good-practice-browser src=${src}></good-practice-browser>`);
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.match(
      /No practice of data:.* has a city or a country\. Name the fields as in .*register_post_meta/,
    );
  });
});

describe('[format]', () => {
  arriveAsVisitor();
  const address = `data:text/plain,${encodeURIComponent('title;city\n[A];Leeds\n<rss>;York')}`;

  it('can be named where it cannot be detected', async () => {
    const visitor = await visit(html`<good-practice-browser src=${address} format="CSV"></good-practice-browser>`);
    expect(visitor.titles()).to.deep.equal(['[A]', '<rss>']);
  });

  it('may change', async () => {
    const visitor = await visit(html`<good-practice-browser src=${address} format="csv"></good-practice-browser>`);
    let message = '';
    visitor.element.addEventListener('gpb-failed', ({detail}) => (message = detail.message));
    visitor.element.format = 'geojson';
    await waitUntil(() => message, 'it fails');
    expect(message).to.include('is not GeoJSON');
    visitor.element.format = 'csv';
    await waitUntil(() => visitor.titles().length === 2, 'it is read again');
  });

  it('is detected if the attribute names an unknown format, with one warning', async () => {
    const said = await warnings(async () => {
      const src = fixture('csv/commas.csv');
      const visitor = await visit(html`<good-practice-browser src=${src} format="Excel"></good-practice-browser>`);
      expect(visitor.titles()).to.deep.equal(TITLES);
    });
    expect(said.filter((text) => text.includes('Excel'))).to.deep.equal([
      '<good-practice-browser>: format: “Excel” is not one of json, json-feed, wordpress, drupal, geojson, rss, atom, csv. ' +
        'The widget detects the format from the content.',
    ]);
  });
});
