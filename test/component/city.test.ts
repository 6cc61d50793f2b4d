import {expect} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {arrive, arriveAsVisitor, html, languageOf, REAL_FEED, text, waitUntil} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

expectWarnings(/is not a city of any practice|is not an address for a link/);

describe('<gpb-city>', () => {
  arriveAsVisitor();
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));

  const records = [
    {id: 'a', title: 'Music school', city: 'Bergen', country: 'NO', period: '2015–2016', topics: ['music', 'school']},
    {id: 'b', title: 'Theatre', city: 'Bergen', country: 'NO', period: '2016', topics: ['music']},
    {id: 'c', title: 'Choir', city: 'BERGEN', country: 'NO', topics: ['song']},
    {id: 'd', title: 'Youth council', city: 'Oslo', country: 'NO', period: '2024', topics: ['school', 'song']},
    {id: 'e', title: 'Festival', city: 'Leeds', country: 'GB', period: '2020', topics: ['music', 'school', 'song']},
    {id: 'f', title: 'Bank', city: 'Newcastle', country: 'GB', topics: ['money']},
    {id: 'g', title: 'Beach', city: 'Newcastle', country: 'AU', topics: ['sport']},
  ];
  /** The element, once it shows something of its own. */
  async function show(markup: TemplateResult): Promise<HTMLElement> {
    await arrive(markup);
    const element = [...document.querySelectorAll<HTMLElement>('gpb-city')].at(-1)!;
    await waitUntil(() => element.shadowRoot && !element.shadowRoot.querySelector('slot'), 'it shows something');
    return element;
  }
  const bergen = (city = 'Bergen') =>
    show(html`<gpb-city city=${city} browser-href="/list" .practices=${records}></gpb-city>`);
  const all = <Found extends Element = HTMLElement>(element: Element, selector: string) => [
    ...element.shadowRoot!.querySelectorAll<Found>(selector),
  ];
  const links = (element: Element, within = '') =>
    all<HTMLAnchorElement>(element, `${within} a`).map(
      (link) => `${text(link)} → ${link.href.replace(location.origin, '')}`,
    );
  /** The section below a heading. */
  const section = (element: Element, title: string) =>
    all(element, '.section').find((each) => text(each.querySelector('h3')) === title)!;
  const linksBelow = (element: Element, title: string) =>
    [...section(element, title).querySelectorAll('a')].map(
      (link) => `${text(link)} → ${link.href.replace(location.origin, '')}`,
    );

  it('says which city it is, in which country, and how many practices it has', async () => {
    const element = await bergen();
    expect(text(all(element, 'h2')[0]!)).to.equal('Bergen');
    expect(text(all(element, '.about')[0]!)).to.equal('Norway · 3 practices');
  });

  it('leads from each topic to the list with this city and topic', async () => {
    expect(linksBelow(await bergen(), 'Topics')).to.deep.equal([
      'music (2) → /list?gp-topic=music&gp-city=Bergen',
      'school (1) → /list?gp-topic=school&gp-city=Bergen',
      'song (1) → /list?gp-topic=song&gp-city=Bergen',
    ]);
  });

  it('leads from each year to the list with this city and year, the first year first', async () => {
    expect(linksBelow(await bergen(), 'Year')).to.deep.equal([
      '2015 (1) → /list?gp-city=Bergen&gp-year=2015',
      '2016 (2) → /list?gp-city=Bergen&gp-year=2016',
      'No date given (1) → /list?gp-city=Bergen&gp-year=none',
    ]);
  });

  it('has a bar for each year, as high as its share of the most practices', async () => {
    const heights = all(await bergen(), '.years rect').map((bar) => bar.getAttribute('height'));
    expect(heights).to.deep.equal(['0.5', '1']);
  });

  it('lists the newest practices, and leads to all', async () => {
    const element = await show(
      html`<gpb-city city="Bergen" count="2" browser-href="/list" .practices=${records}></gpb-city>`,
    );
    expect(linksBelow(element, 'Good practices')).to.deep.equal([
      'Theatre → /list?gp-open=b',
      'Music school → /list?gp-open=a',
      'Show 3 practices → /list?gp-city=Bergen',
    ]);
  });

  it('says of similar cities what they share, and leads to the list of each', async () => {
    const element = await bergen();
    expect(linksBelow(element, 'Cities like this one')).to.deep.equal([
      'Leeds → /list?gp-city=Leeds',
      'Oslo → /list?gp-city=Oslo',
    ]);
    expect([...section(element, 'Cities like this one').querySelectorAll('li > span')].map(text)).to.deep.equal([
      'Shares 3 topics: music, school, song',
      'Shares 2 topics: school, song',
    ]);
  });

  it('separates shared topics as the language does, and says that there are more than four', async () => {
    const topics = ['art', 'dance', 'film', 'music', 'song'];
    const twins = ['Bergen', 'Oslo'].map((city) => ({title: city, city, topics}));
    const element = await show(html`<gpb-city lang="ja" city="Bergen" .practices=${twins}></gpb-city>`);
    await waitUntil(() => all(element, '[dir]').some((each) => languageOf(each) === 'ja'), 'the language has loaded');
    expect(text(all(element, 'li > span').at(-1)!)).to.match(/art、dance、film、music、…$/);
  });

  it('leads from similar cities to their own pages if there are such pages', async () => {
    const element = await show(
      html`<gpb-city city="Bergen" city-href="/city?city={city}" .practices=${records}></gpb-city>`,
    );
    expect(linksBelow(element, 'Cities like this one')[0]).to.equal('Leeds → /city?city=Leeds');
  });

  it('knows a city by any spelling', async () => {
    expect(text(all(await bergen('bergen'), 'h2')[0]!)).to.equal('Bergen');
  });

  it('names all countries with a city of that name', async () => {
    expect(text(all(await bergen('Newcastle'), '.about')[0]!)).to.equal('United Kingdom and Australia · 2 practices');
  });

  it('shows the city in the address of the page, so that one page serves all cities', async () => {
    history.replaceState(null, '', '?city=Oslo');
    expect(text(all(await bergen(''), 'h2')[0]!)).to.equal('Oslo');
  });

  it('reads the parameter that city-href writes', async () => {
    history.replaceState(null, '', '?city=Oslo&place=Leeds');
    const element = await show(html`<gpb-city city-href="?place={city}" .practices=${records}></gpb-city>`);
    expect(text(all(element, 'h2')[0]!)).to.equal('Leeds');
  });

  it('follows the address when the visitor goes to another city and back, also with a router', async () => {
    history.pushState(null, '', '?city=Oslo');
    const element = await bergen('');
    const shows = (city: string) => waitUntil(() => text(all(element, 'h2')[0]) === city, `${city} is there`);
    history.pushState(null, '', '?city=Leeds');
    // Without the Navigation API, no event tells of a push.
    if ('navigation' in window) await shows('Leeds');
    for (const [by, city] of [
      [-1, 'Oslo'],
      [1, 'Leeds'],
    ] as const) {
      const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
      history.go(by);
      await arrived;
      await shows(city);
    }
  });

  it('shows the city of the attribute if the address has another', async () => {
    history.replaceState(null, '', '?city=Oslo');
    expect(text(all(await bergen(), 'h2')[0]!)).to.equal('Bergen');
  });

  it('lists all cities by name if the page asks for none', async () => {
    const element = await show(html`<gpb-city city-href="/city" .practices=${records}></gpb-city>`);
    expect(text(all(element, 'h2')[0]!)).to.equal('Cities');
    expect(links(element)).to.deep.equal(
      ['Bergen', 'Leeds', 'Newcastle', 'Oslo'].map((city) => `${city} → /city?city=${city}`),
    );
    expect(text(all(element, 'li')[0]!)).to.equal('Bergen (3)');
  });

  it('says that no practice comes from an unknown city, and tells visitors and the console what was meant', async () => {
    const said: string[] = [];
    const {warn} = console;
    console.warn = (...parts: string[]) => void said.push(parts.join(' '));
    const element = await bergen('Bergne');
    console.warn = warn;
    expect(text(element.shadowRoot)).to.include('No practice comes from this city: Bergne Did you mean Bergen?');
    expect(links(element, 'p')).to.deep.equal(['Bergen → /list?gp-city=Bergen']);
    expect(said.filter((each) => each.includes('Bergne'))).to.deep.equal([
      '<good-practice-browser>: city: “Bergne” is not a city of any practice. Did you mean city:Bergen?',
    ]);
  });

  it('shows what an address says as text, and not all of a long one', async () => {
    history.replaceState(null, '', `?city=${encodeURIComponent(`<img src=x onerror=alert(1)>${'x'.repeat(300)}`)}`);
    const element = await bergen('');
    expect(all(element, 'img')).to.have.length(0);
    expect(text(all(element, 'p bdi')[0]!)).to.have.length(128);
  });

  it('shows another city when the page asks for it', async () => {
    const element = (await bergen()) as HTMLElement & {city: string};
    element.city = 'Oslo';
    await waitUntil(() => text(all(element, 'h2')[0] ?? null) === 'Oslo', 'the other city is there');
    expect(text(all(element, '.about')[0]!)).to.equal('Norway · 1 practice');
  });

  it('uses only the practices in its scope', async () => {
    const element = await show(html`<gpb-city city="Newcastle" scope="country:AU" .practices=${records}></gpb-city>`);
    expect(text(all(element, '.about')[0]!)).to.equal('Australia · 1 practice');
  });

  it('has headings of the level that the page sets, and those of its sections one deeper', async () => {
    const element = await show(html`<gpb-city city="Bergen" heading-level="3" .practices=${records}></gpb-city>`);
    expect(all(element, 'h3').map(text)).to.deep.equal(['Bergen']);
    expect(all(element, 'h4').map(text)).to.deep.equal(['Topics', 'Year', 'Good practices', 'Cities like this one']);
  });

  it('keeps its fallback content if no practice has a city', async () => {
    await arrive(html`<gpb-city city="Bergen" .practices=${[{title: 'A'}]}><p>Later</p></gpb-city>`);
    const element = [...document.querySelectorAll('gpb-city')].at(-1)!;
    await element.updateComplete;
    expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
  });

  it('is accessible, with a city and without one', async () => {
    await expect(await show(html`<gpb-city src=${REAL_FEED} city="Bergen"></gpb-city>`)).to.be.accessible();
    await expect(await show(html`<gpb-city src=${REAL_FEED}></gpb-city>`)).to.be.accessible();
  });

  it('fits into 320 pixels, also with long names and from right to left', async () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2);
    const lists = [
      records,
      [
        {...records[0], city: long, topics: [long]},
        {...records[1], city: 'Oslo', topics: [long]},
      ],
    ];
    for (const [list, city] of [
      [lists[0], 'Bergen'],
      [lists[1], long],
      [lists[1], ''],
    ] as const)
      for (const lang of ['en', 'ar']) {
        await arrive(
          html`<div style="inline-size: 320px">
            <gpb-city lang=${lang} city=${city} .practices=${list}></gpb-city>
          </div>`,
        );
        const element = [...document.querySelectorAll<HTMLElement>('gpb-city')].at(-1)!;
        await waitUntil(() => !element.shadowRoot!.querySelector('slot'), 'it shows something');
        // Lists have room for the focus ring: a quarter of a letter at each side.
        expect(element.scrollWidth, `${lang} ${city}`).to.be.at.most(324);
        for (const link of all(element, 'a')) expect(link.getBoundingClientRect().height).to.be.at.least(24);
      }
  });

  it('stays inside a narrow page, with names that have no place to break', async () => {
    const [city, country, topic] = ['City', 'Country', 'Topic'].map((name) => name + 'x'.repeat(120));
    const record = {title: 'T'.repeat(200), city, country, topics: [topic]};
    for (const asked of [city, `${city}y`, '']) {
      const page = html`<div style="width: 272px; padding: 8px">
        <gpb-city city=${asked} .practices=${[record]}></gpb-city>
      </div>`;
      const element = await show(page);
      const {scrollWidth} = element.parentElement!;
      expect(scrollWidth, asked).to.be.at.most(288);
    }
  });
});
