import {expect} from '@open-wc/testing';
import {arrive, arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil} from '../support/component-harness.js';

describe('<good-practice-browser> on a page', () => {
  arriveAsVisitor();

  const records = [
    {title: 'One', topics: ['a'], sections: [{text: 'More.'}]},
    {title: 'Two', country: 'ES'},
  ];
  const widget = html`<good-practice-browser .practices=${records}></good-practice-browser>`;

  for (const [name, markup] of Object.entries({
    float: html`<div style="float: left">${widget}</div>`,
    'inline-block': html`<div style="display: inline-block">${widget}</div>`,
    'flex item': html`<div style="display: flex">
      <nav style="width: 100px">nav</nav>
      <div>${widget}</div>
    </div>`,
    'table cell': html`<table>
      <tr>
        <td>${widget}</td>
      </tr>
    </table>`,
    dialog: html`<dialog open>${widget}</dialog>`,
  }))
    it(`is wide enough to be read where its place takes the width from the contents: ${name}`, async () => {
      const {element} = await visit(markup);
      expect(element.getBoundingClientRect().width).to.be.above(250);
    });

  it('is drawn where there is no `matchMedia`, as in the jsdom of many test runners', async () => {
    const {matchMedia} = window;
    Reflect.deleteProperty(window, 'matchMedia');
    const visitor = await visit(widget).finally(() => Object.assign(window, {matchMedia}));
    expect(visitor.titles()).to.deep.equal(['One', 'Two']);
  });

  it('stays within its place with a margin, a padding and a border', async () => {
    const {element} = await visit(
      html`<div style="width: 600px; overflow: auto">
        <good-practice-browser
          style="margin: 0 40px; padding: 20px; border: 1px solid"
          .practices=${records}
        ></good-practice-browser>
      </div>`,
    );
    const place = element.parentElement!;
    expect(place.scrollWidth).to.equal(place.clientWidth);
  });

  it('breaks words that are longer than its place', async () => {
    const long = 'Integrationskonzept_der_Stadt_2019_Fortschreibung_Endfassung';
    const record = {
      title: long,
      city: long,
      period: long,
      topics: [long],
      summary: long,
      sections: [{heading: long, text: long}],
      url: `https://${long.toLowerCase().replaceAll('_', '-').slice(0, 60)}.example/`,
      links: [{url: 'https://a.example/', label: long}],
      contact: {name: long, email: `${long}@example.org`},
    };
    const visitor = await visit(
      html`<div style="width: 300px; overflow: auto">
        <good-practice-browser .practices=${[record]}></good-practice-browser>
      </div>`,
    );
    await visitor.click(visitor.one('[part=toggle]'));
    const place = visitor.element.parentElement!;
    expect(place.scrollWidth).to.equal(place.clientWidth);
  });

  it('asks for computed styles once a frame at most, however often it is drawn', async () => {
    const {element} = await visit(widget);
    const {getComputedStyle} = window;
    let asked = 0;
    const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await nextFrame();
    await nextFrame();
    window.getComputedStyle = (...args) => {
      if (args[0] === element.shadowRoot!.querySelector('.root')) asked++;
      return getComputedStyle.apply(window, args);
    };
    try {
      for (let i = 0; i < 5; i++) {
        element.requestUpdate();
        await element.updateComplete;
      }
      expect(asked).to.equal(0);
      await nextFrame();
      expect(asked).to.equal(1);
    } finally {
      window.getComputedStyle = getComputedStyle;
    }
  });

  it('follows a page that turns dark while it lives', async () => {
    const visitor = await visit(html`<div style="color: #111">${widget}</div>`);
    const accent = () => getComputedStyle(visitor.one('[part=toggle]')).color;
    const before = accent();
    visitor.element.parentElement!.style.color = '#eee';
    visitor.element.requestUpdate();
    await waitUntil(() => accent() !== before, 'the accent is that of a dark page');
  });

  it('takes a light text for a sign of a dark page, and its accent with it', async () => {
    const dark = await visit(html`<div style="background: #111; color: #eee">${widget}</div>`);
    const light = await visit(html`<div>${widget}</div>`);
    const accents = [dark, light].map((visitor) => getComputedStyle(visitor.one('[part=toggle]')).color);
    expect(accents).to.deep.equal(['rgb(138, 180, 255)', 'rgb(29, 78, 216)']);
  });

  it('goes back to the defaults where attributes are removed, or set to null', async () => {
    const visitor = await visit(
      html`<good-practice-browser
        facets="city"
        sort="title"
        scope="country:ES"
        theme="dark"
        heading="Us"
        .practices=${records}
      ></good-practice-browser>`,
    );
    expect(visitor.titles()).to.deep.equal(['Two']);
    for (const name of ['facets', 'sort', 'scope', 'theme', 'heading']) visitor.element.removeAttribute(name);
    Object.assign(visitor.element, {messages: null, url: null});
    await waitUntil(() => visitor.titles().length === 2);
    expect(visitor.values('Country')).to.deep.equal(['Spain 1']);
    await visitor.refine('Spain');
    expect(visitor.titles()).to.deep.equal(['Two']);
  });

  it('draws no empty column if there are no filters', async () => {
    const visitor = await visit(
      html`<div style="width: 1000px">
        <good-practice-browser facets="" .practices=${records}></good-practice-browser>
      </div>`,
    );
    expect(visitor.all('.filters')).to.have.length(0);
    expect(visitor.one('section').getBoundingClientRect().left).to.equal(visitor.element.getBoundingClientRect().left);
  });

  /** What the console is told in the meantime. */
  async function told(act: () => Promise<void>): Promise<string> {
    const said: string[] = [];
    const {warn} = console;
    console.warn = (message: string) => said.push(message);
    await act().finally(() => (console.warn = warn));
    return said.join('\n');
  }

  it('says which settings it cannot use, and works on', async () => {
    const said = await told(async () => {
      const visitor = await visit(
        html`<good-practice-browser
          facets="Topic contry"
          sort="best"
          hits-per-page="0"
          scope="topc:a"
          .practices=${records}
        ></good-practice-browser>`,
      );
      expect(visitor.titles()).to.deep.equal(['One', 'Two']);
      expect(visitor.values('Topic')).to.deep.equal(['a 1']);
    });
    for (const word of ['contry', 'best', '“0”', 'topc']) expect(said).to.include(word);
  });

  it('says that it has no address, and shows the fallback content', async () => {
    const page = html`<good-practice-browser src=" "><p>All of them</p></good-practice-browser>`;
    const said = await told(async () => {
      const element = await arrive(page);
      expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
    });
    expect(said).to.include('src: “ ” is not an address');
  });

  it('leaves the dialog around it open when Escape clears the query', async () => {
    const visitor = await visit(html`<dialog>${widget}</dialog>`);
    const dialog = visitor.element.closest('dialog')!;
    dialog.showModal();
    await visitor.search('two');
    await visitor.press('Escape');
    expect(visitor.titles()).to.have.length(2);
    expect(dialog.open).to.equal(true);
  });

  it('reports no error if it is removed while further cards are on their way', async () => {
    const errors: unknown[] = [];
    const listen = ({reason}: PromiseRejectionEvent) => void errors.push(reason);
    window.addEventListener('unhandledrejection', listen);
    const visitor = await visit(
      html`<good-practice-browser hits-per-page="1" .practices=${records}></good-practice-browser>`,
    );
    const {element} = visitor;
    visitor.button('Show more practices').click();
    element.remove();
    await waitUntil(() => element.searchResults?.hits.length === 2, 'they are there');
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.removeEventListener('unhandledrejection', listen);
    expect(errors.map(String)).to.deep.equal([]);
  });

  it('keeps two widgets apart, and asks for a feed that both want once', async () => {
    const one = await visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
    const other = await visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
    await one.search('manchester');
    await other.refine('Spain');
    expect([one.total(), other.total()]).to.deep.equal(['1 of 180 practices', '24 of 180 practices']);
    expect(location.search).to.include('gp-q=manchester').and.to.include('gp2-country=ES');
  });

  it('gives each text of the feed its own direction', async () => {
    const visitor = await visit(
      html`<good-practice-browser
        .practices=${[{title: 'مشروع (2019) ABC.', summary: 'مرحبا.'}]}
      ></good-practice-browser>`,
    );
    for (const part of ['#title', '.summary'])
      expect(getComputedStyle(visitor.one(part)).direction, part).to.equal('rtl');
    expect(text(visitor.one('#title'))).to.include('ABC');
    await visitor.click(visitor.one('.list-toggle'));
    await visitor.click(visitor.one('.list-counter'));
    const title = () => visitor.one('gpb-list').shadowRoot!.querySelector('.title');
    await waitUntil(title, 'the list has the practice');
    expect(getComputedStyle(title()!).direction).to.equal('rtl');
  });
});
