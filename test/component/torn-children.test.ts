import {expect} from '@open-wc/testing';
import {arriveAsVisitor, waitUntil} from '../support/component-harness.js';
import {fixture} from '../support/read-format.js';

const FEED = `data:application/json,${encodeURIComponent('[{"title":"A garden"}]')}`;
const WIDGET = '<good-practice-browser src="/practices.json">';

/** What the classic editor of WordPress made of pasted lines; see test/fixtures/wordpress/README.md. */
async function classic(slug: string): Promise<string> {
  const pages = await (await fetch(fixture('../wordpress/pages.json'))).json();
  return (pages as {slug: string; content: {rendered: string}}[]).find((page) => page.slug === slug)!.content.rendered;
}

describe('children that an editor tears out', () => {
  arriveAsVisitor();
  const {warn} = console;
  let said: string[] = [];
  let place: HTMLElement;
  beforeEach(() => {
    said = [];
    console.warn = (...words) => said.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    place.remove();
  });

  /** Shows a page with the widget, and waits until it has drawn. */
  async function show(html: string): Promise<void> {
    place = document.createElement('div');
    place.innerHTML = html.replaceAll('/practices.json', FEED);
    document.body.append(place);
    const element = place.querySelector('good-practice-browser')!;
    await waitUntil(() => element.searchResults, 'the practices are there');
    await element.updateComplete;
  }

  it('are reported once, for the lines of the documentation', async () => {
    await show(await classic('classic'));
    place.remove();
    await show(await classic('classic'));
    expect(said).to.have.length(1);
    expect(said[0]).to.match(
      /The fallback content is not in <good-practice-browser>, but after it: .* closed .* early/,
    );
    expect(said[0]).to.include('Use <div data-good-practice-browser data-src="…"> instead.');
  });

  it('are reported for slots', async () => {
    await show(await classic('classic-slots'));
    expect(said).to.have.length(1);
    expect(said[0]).to.include('An element with slot="intro" is not in <good-practice-browser>');
  });

  const sound: [why: string, html: string][] = [
    [
      'children in the element',
      `<p>Before</p>${WIDGET}<p>Fallback</p><p slot="intro">Hello</p></good-practice-browser><p></p>`,
    ],
    ['a paragraph around the element and another after it', `<p>${WIDGET}</good-practice-browser></p><p>After</p>`],
    [
      'inline fallback content in a paragraph',
      `<p>${WIDGET}<br><a href="/">Fallback</a></good-practice-browser></p><p>After</p><p></p>`,
    ],
    [
      'slots of another component',
      `<my-page>${WIDGET}</good-practice-browser><p slot="footer">Legal notice</p></my-page>`,
    ],
    [
      'another widget with slots',
      `${WIDGET}</good-practice-browser><good-practice-browser><p slot="intro">Hello</p></good-practice-browser>`,
    ],
  ];
  for (const [why, html] of sound)
    it(`are not suspected: ${why}`, async () => {
      await show(html);
      expect(said.filter((each) => !each.includes('src: “”'))).to.deep.equal([]);
    });
});
