import {expect, fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {arrive, arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil} from '../support/component-harness.js';
import {pageOf} from '../support/shadow-roots.js';
import {expectWarnings} from '../support/expected-warnings.js';

expectWarnings(/HTTP status 404|is not an address for a link/);

describe('satellites', () => {
  arriveAsVisitor();

  const records = [
    {
      id: 'a',
      title: 'Music school',
      city: 'Leeds',
      country: 'GB',
      period: '2015',
      topics: ['music'],
      sections: ['Sing.'],
    },
    {id: 'b', title: 'Street theatre', city: 'Oslo', country: 'NO', period: '2024'},
    {id: 'c', title: 'Youth council', country: 'GB', period: 'Since 2020'},
    {id: 'd', title: 'Undated'},
  ];
  /** The element of a name, once it shows something of its own. */
  async function show<T extends HTMLElement>(name: string, markup: TemplateResult): Promise<T> {
    await arrive(markup);
    const element = [...document.querySelectorAll<T>(name)].at(-1)!;
    await waitUntil(() => element.shadowRoot && !element.shadowRoot.querySelector('slot'), `<${name}> shows something`);
    return element;
  }
  const own = (element: Element) => text(element.shadowRoot);
  const links = (element: Element) => [...element.shadowRoot!.querySelectorAll('a')];
  const button = (element: Element, name: string) =>
    pageOf(element)
      .flatMap((root) => [...root.querySelectorAll('button')])
      .find((each) => text(each).startsWith(name))!;

  describe('<gpb-latest>', () => {
    it('links to web pages only, even if an attribute holds another kind of address', async () => {
      for (const href of [
        'javascript:alert(1)',
        ' java\tscript:alert(1)',
        'data:text/html,x',
        'blob:x',
        'vbscript:x',
        '//[',
      ]) {
        const latest = await fixture<HTMLElement>(
          html`<gpb-latest browser-href=${href} .practices=${[{title: 'A'}]}></gpb-latest>`,
        );
        await waitUntil(() => latest.shadowRoot!.querySelector('a'), 'it is there');
        for (const {protocol} of latest.shadowRoot!.querySelectorAll('a')) expect(protocol, href).to.equal('http:');
        const visitor = await visit(
          html`<good-practice-browser template-href=${href} .practices=${[{title: 'A'}]}></good-practice-browser>`,
        );
        expect(visitor.all('[part=submit-link]'), href).to.have.length(0);
      }
    });

    it('lists the practices that began last, and leads to each in the browser', async () => {
      const element = await show(
        'gpb-latest',
        html`<gpb-latest count="2" browser-href="/list?page_id=7#top" .practices=${records}></gpb-latest>`,
      );
      expect([...element.shadowRoot!.querySelectorAll('li')].map(text)).to.deep.equal([
        'Street theatre Oslo, Norway · 2024',
        'Youth council United Kingdom · Since 2020',
      ]);
      expect(links(element).map((link) => link.getAttribute('href'))).to.deep.equal(
        ['b', 'c'].map((id) => `${location.origin}/list?page_id=7&gp-open=${id}#top`),
      );
    });

    it('leads to a browser of another key', async () => {
      const element = await show(
        'gpb-latest',
        html`<gpb-latest browser-href="/list" url-key="good" .practices=${records}></gpb-latest>`,
      );
      expect(links(element)).to.have.length(3);
      expect(links(element)[0]!.search).to.equal('?good-open=b');
    });

    it('leads to this page if no other is named, past a `<base>` and without the fragment', async () => {
      const page = location.href;
      const base = Object.assign(document.createElement('base'), {href: '/elsewhere/'});
      document.head.append(base);
      history.replaceState(null, '', `${page}#news`);
      const latest = (attributes = '') =>
        show('gpb-latest', html`<gpb-latest count="1" browser-href=${attributes} .practices=${records}></gpb-latest>`);
      const hrefs = [await latest(), await latest('javascript:1'), await latest('list')].map(
        (each) => links(each)[0]!.href,
      );
      base.remove();
      const own = `${page}${page.includes('?') ? '&' : '?'}gp-open=b`;
      expect(hrefs).to.deep.equal([own, own, `${location.origin}/elsewhere/list?gp-open=b`]);
    });

    it('speaks the language of the page', async () => {
      const element = await show('gpb-latest', html`<gpb-latest lang="fr" .practices=${records}></gpb-latest>`);
      expect(own(element)).to.include('Norvège');
    });

    it('keeps its fallback content if the feed fails to load', async () => {
      await arrive(html`<gpb-latest src="/__fault/echo?status=404"><a href="/old">Old list</a></gpb-latest>`);
      const element = [...document.querySelectorAll('gpb-latest')].at(-1)!;
      await element.updateComplete;
      expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
      expect(element.shadowRoot!.querySelector('slot')).to.be.ok;
    });
  });

  describe('<gpb-count>', () => {
    it('is a number in a sentence', async () => {
      const element = await show('gpb-count', html`<p>All <gpb-count src=${REAL_FEED}>our</gpb-count> practices</p>`);
      expect(own(element)).to.equal('180');
      expect(getComputedStyle(element).display).to.equal('inline');
    });

    it('counts those of its scope', async () => {
      const element = await show('gpb-count', html`<gpb-count scope="country:GB" .practices=${records}></gpb-count>`);
      expect(own(element)).to.equal('2');
    });
  });

  describe('<gpb-practice>', () => {
    const practice = () =>
      show(
        'gpb-practice',
        html`<gpb-practice practice-id="a" browser-href="/list" .practices=${records}></gpb-practice>`,
      );

    it('shows one practice, which opens in place', async () => {
      const element = await practice();
      const [, card] = pageOf(element);
      expect(text(card!.querySelector('h2'))).to.equal('Music school');
      expect(card!.querySelector('#body p')!.checkVisibility()).to.equal(false);
      button(element, 'Read more').click();
      await waitUntil(() => card!.querySelector('#body p')!.checkVisibility(), 'it is open');
      expect(text(card!.querySelector('#body'))).to.include('Sing.');
    });

    it('says of nothing that it may be pressed and stay so: topics and places lead to the browser', async () => {
      const element = await practice();
      const [, card] = pageOf(element);
      expect(card!.querySelectorAll('span.topic, span.place')).to.have.length(3);
      button(element, 'Read more').click();
      await waitUntil(() => card!.querySelector('button.topic'), 'it is open');
      const names = [...card!.querySelectorAll('button.topic, button.place')].map(({ariaLabel}) => ariaLabel);
      expect(names).to.deep.equal(['Filter by Leeds', 'Filter by United Kingdom', 'Filter by music']);
      expect(card!.querySelectorAll('[aria-pressed]')).to.have.length(0);
    });

    it('is accessible', async () => {
      await expect(await practice()).to.be.accessible();
    });

    it('leads to the browser', async () => {
      const element = await practice();
      expect(links(element).map(({href}) => href)).to.deep.equal([`${location.origin}/list`]);
    });

    it('keeps its fallback content if there is no such practice', async () => {
      await arrive(html`<gpb-practice practice-id="x" .practices=${records}><p>Gone</p></gpb-practice>`);
      const element = [...document.querySelectorAll('gpb-practice')].at(-1)!;
      await element.updateComplete;
      expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
    });
  });

  it('ask for the feed once, together with a browser', async () => {
    const {fetch} = window;
    const asked: string[] = [];
    window.fetch = (...request) => {
      asked.push(request[0] as string);
      return fetch(...request);
    };
    const address = `${REAL_FEED}?once`;
    const element = await show(
      'gpb-count',
      html`<good-practice-browser src=${address}></good-practice-browser> <gpb-latest src=${address}></gpb-latest
        ><gpb-count src=${address}></gpb-count>`,
    );
    window.fetch = fetch;
    expect(own(element)).to.equal('180');
    expect(asked.filter((each) => each === address)).to.have.length(1);
  });
});
