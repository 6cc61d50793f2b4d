import {expect} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {arrive, arriveAsVisitor, html, text, visit, waitUntil} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';
import {pageOf} from '../support/shadow-roots.js';

expectWarnings(/is not an address for a link/);

describe('with city-href, names of cities', () => {
  arriveAsVisitor();

  const records = [
    {id: 'a', title: 'Music', city: ['San Sebastián', 'Oslo'], country: ['ES', 'NO'], topics: ['x'], sections: ['Sing.']}, // prettier-ignore
    {id: 'b', title: 'Choir', city: 'Oslo', country: 'NO', topics: ['x']},
  ];
  const browser = (cityHref: string) =>
    visit(html`<good-practice-browser city-href=${cityHref} .practices=${records}></good-practice-browser>`);
  const addresses = (links: readonly Element[]) =>
    links.map((link) => `${text(link)} → ${(link as HTMLAnchorElement).href.replace(location.origin, '')}`);

  it('lead to their pages on closed and open cards, in the language of addresses', async () => {
    const visitor = await browser('/cities/{city}.html?from={city}');
    const expected = [
      'San Sebastián → /cities/San%20Sebasti%C3%A1n.html?from=San%20Sebasti%C3%A1n',
      'Oslo → /cities/Oslo.html?from=Oslo',
    ];
    expect(addresses(visitor.all('a.place'))).to.deep.equal([...expected, expected[1]]);
    await visitor.readMore('Music');
    const [card] = visitor.all('gpb-card');
    expect(addresses([...card!.shadowRoot!.querySelectorAll('a.place')])).to.deep.equal(expected);
  });

  it('have a button beside them in an open card, which filters', async () => {
    const visitor = await browser('/city');
    await visitor.readMore('Music');
    const names = visitor.all('button.place').map(({ariaLabel}) => ariaLabel);
    expect(names).to.deep.equal(['Filter by San Sebastián', 'Filter by Spain', 'Filter by Oslo', 'Filter by Norway']);
    await visitor.click(visitor.all('button.place')[0]!);
    expect(visitor.chips()).to.deep.equal(['San Sebastián']);
    for (const button of visitor.all('button.place')) {
      const {height, width} = button.getBoundingClientRect();
      expect(Math.min(height, width)).to.be.at.least(24);
    }
  });

  it('are added as the parameter “city” to an address without a placeholder', async () => {
    const addressOf = async (cityHref: string) => addresses((await browser(cityHref)).all('a.place')).at(-1);
    expect(await addressOf('/city')).to.equal('Oslo → /city?city=Oslo');
    expect(await addressOf('/page?id=7#top')).to.equal('Oslo → /page?id=7&city=Oslo#top');
  });

  it('lead nowhere if the page names no page, or an address that would run a script', async () => {
    for (const cityHref of ['', 'javascript:alert({city})', '//['])
      expect((await browser(cityHref)).all('a.place'), cityHref).to.have.length(0);
    const named = await visit(
      html`<good-practice-browser
        city-href="{city}"
        .practices=${[{title: 'A', city: 'javascript:alert(1)'}]}
      ></good-practice-browser>`,
    );
    for (const link of named.all<HTMLAnchorElement>('a.place')) expect(link.protocol).to.equal('http:');
  });

  it('lead to their pages in “More like this” and in “My list” too', async () => {
    const visitor = await browser('/city');
    await visitor.readMore('Music');
    const similar = visitor.one('gpb-similar');
    await waitUntil(() => similar.shadowRoot?.querySelector('a.place'), 'similar practices are there');
    expect(addresses([...similar.shadowRoot!.querySelectorAll('a.place')])).to.deep.equal(['Oslo → /city?city=Oslo']);
    await visitor.click(visitor.all('.list-toggle')[1]!);
    await visitor.click(visitor.one('.list-counter'));
    await waitUntil(() => visitor.all('gpb-list')[0]?.shadowRoot?.querySelector('a.place'), 'the list is there');
    const list = visitor.one('gpb-list');
    expect(addresses([...list.shadowRoot!.querySelectorAll('a.place')])).to.deep.equal(['Oslo → /city?city=Oslo']);
  });

  it('lead to their pages in <gpb-latest> and <gpb-practice>', async () => {
    const show = async (name: string, markup: TemplateResult) => {
      await arrive(markup);
      const element = [...document.querySelectorAll(name)].at(-1)!;
      const found = () => pageOf(element).flatMap((root) => [...root.querySelectorAll('a.place')]);
      await waitUntil(() => found().length, 'it is there');
      return addresses(found());
    };
    const oslo = ['Oslo → /city?city=Oslo'];
    const only = records.slice(1);
    expect(
      await show('gpb-latest', html`<gpb-latest city-href="/city" .practices=${only}></gpb-latest>`),
    ).to.deep.equal(oslo);
    expect(
      await show(
        'gpb-practice',
        html`<gpb-practice practice-id="b" city-href="/city" .practices=${only}></gpb-practice>`,
      ),
    ).to.deep.equal(oslo);
  });

  it('are accessible', async () => {
    const visitor = await browser('/city');
    await visitor.readMore('Music');
    await expect(visitor.element).to.be.accessible();
  });
});
