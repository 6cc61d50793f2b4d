import {expect} from '@open-wc/testing';
import {expectWarnings} from '../support/expected-warnings.js';
import {createResource} from '../support/mutable-resource.js';
import {sendMouse} from '@web/test-runner-commands';
import {arriveAsVisitor, html, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const practices = [
  {title: 'Roof garden', city: 'Leeds', country: 'GB', topics: ['green']},
  {title: 'Music school', city: 'Bilbao', country: 'ES', topics: ['youth']},
  {title: 'Youth council', city: 'Leeds', country: 'GB', topics: ['youth']},
  {title: 'Street theatre', city: 'Palma', country: 'ES', topics: ['youth']},
  {title: 'Open kitchen', city: 'Palma', country: 'ES', topics: ['green']},
  {title: 'Bridge of books', city: 'Prizren', country: 'XK', topics: ['youth']},
  {title: 'Night market', city: 'Montréal', country: 'CA', topics: ['youth']},
  {title: 'Sunken library', country: 'Atlantis', topics: ['youth']},
];
const FOOTNOTE = /^\* All reference to Kosovo, .* without prejudice to the status of Kosovo\.$/;

describe('the map', () => {
  arriveAsVisitor();
  expectWarnings(/^<good-practice-browser>: preset: “country:GB city:Palma” is not a combination/);

  const visitMap = async ({facets = 'topic country', lang = 'en', feed = practices as object[], preset = ''} = {}) => {
    const {address} = await createResource({body: {language: 'en', practices: feed}});
    const visitor = await visit(
      html`<good-practice-browser
        lang=${lang}
        src=${address}
        facets=${facets}
        preset=${preset}
        views="map cards"
      ></good-practice-browser>`,
    );
    await waitUntil(() => inMap(visitor, '.tile').length, 'the map has loaded');
    return visitor;
  };
  const inMap = (visitor: Visitor, selector: string) => [
    ...(visitor.all('gpb-map')[0]?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const names = (visitor: Visitor, selector: string) =>
    inMap(visitor, selector).map((each) => text(each.querySelector('.visually-hidden')));
  const seen = (button: Element) => [...button.querySelectorAll('.code, .count')].map(text).join(' ');
  const focusedName = ({focused}: Visitor) => text(focused?.querySelector('.visually-hidden'));
  const tile = (visitor: Visitor, code: string) => inMap(visitor, `[data-code=${code}]`)[0]!;
  const cities = (visitor: Visitor) => names(visitor, '.chosen .value');
  const headings = (visitor: Visitor) => inMap(visitor, 'h3, h2').map(text);
  const pressed = (visitor: Visitor) => names(visitor, '[aria-pressed=true]');

  it('has a named button for each country with practices, with its code and count', async () => {
    const visitor = await visitMap();
    expect(names(visitor, 'button.tile')).to.deep.equal([
      'United Kingdom, 2 practices',
      'Kosovo*, 1 practice',
      'Spain, 3 practices',
      'Canada, 1 practice',
    ]);
    expect(seen(tile(visitor, 'ES'))).to.equal('ES 3');
    await expect(visitor.element).to.be.accessible();
  });

  it('has the code of each country in its name, for those who speak it', async () => {
    const visitor = await visitMap();
    const spoken = [...tile(visitor, 'ES').children].filter((part) => !part.ariaHidden).map(text);
    expect(spoken).to.deep.equal(['Spain, 3 practices', 'ES']);
  });

  it('has squares of one size, also if there are thousands of practices', async () => {
    const feed = Array.from({length: 1234}, (_, i) => ({title: `Walk ${i}`, country: i ? 'ES' : 'FR'}));
    const visitor = await visitMap({feed});
    expect(seen(tile(visitor, 'ES'))).to.equal('ES 1,233');
    const sizes = inMap(visitor, '.grid .tile').map((each) => {
      const {height, width} = each.getBoundingClientRect();
      return [Math.round(width), Math.round(height)].join();
    });
    expect(new Set(sizes).size).to.equal(1);
    const count = tile(visitor, 'ES').querySelector('.count')!;
    expect(count.scrollWidth).to.be.at.most(tile(visitor, 'ES').clientWidth);
  });

  it('draws members of the Council of Europe without practices, as nothing to choose', async () => {
    const visitor = await visitMap();
    const quiet = inMap(visitor, 'span.tile');
    expect(quiet.map(text)).to.include('FR').and.not.include('ES');
    expect(quiet).to.have.length(44);
    expect(quiet.every(({ariaHidden}) => ariaHidden === 'true')).to.equal(true);
  });

  it('has countries elsewhere in a group of their own, and lists what is no country', async () => {
    const visitor = await visitMap();
    expect(headings(visitor)).to.deep.equal(['Other countries']);
    expect(inMap(visitor, '[role=grid]')).to.have.length(2);
    expect(names(visitor, '.value')).to.deep.equal(['Atlantis, 1 practice']);
    await visitor.click(inMap(visitor, '.value')[0]!);
    expect(visitor.chips()).to.deep.equal(['Atlantis']);
    const near = await visitMap({feed: practices.slice(0, 3)});
    expect(headings(near)).to.deep.equal([]);
    const many = await visitMap({feed: Array.from({length: 30}, (_, i) => ({title: `No ${i}`, country: `Land ${i}`}))});
    expect(names(many, '.value')).to.have.length(12);
  });

  it('has the footnote of the Council of Europe if Kosovo has practices', async () => {
    const visitor = await visitMap();
    expect(text(inMap(visitor, '#kosovo')[0])).to.match(FOOTNOTE);
    expect(seen(tile(visitor, 'XK'))).to.equal('XK* 1');
    expect(tile(visitor, 'XK').getAttribute('aria-describedby')).to.equal('kosovo');
    const without = await visitMap({feed: practices.slice(0, 3)});
    expect(inMap(without, '#kosovo')).to.have.length(0);
  });

  it('filters by countries, counts them as the facet does, and stays where it is', async () => {
    const visitor = await visitMap();
    const spain = tile(visitor, 'ES');
    await visitor.scrollTo(spain);
    const {top} = spain.getBoundingClientRect();
    await visitor.click(spain);
    expect([visitor.chips(), visitor.total()]).to.deep.equal([['Spain'], '3 of 8 practices']);
    // Chips have appeared above.
    expect(Math.abs(spain.getBoundingClientRect().top - top)).to.be.below(2);
    await visitor.click(tile(visitor, 'GB'));
    expect([visitor.chips(), visitor.total()]).to.deep.equal([['Spain', 'United Kingdom'], '5 of 8 practices']);
    expect(pressed(visitor)).to.deep.equal(['United Kingdom, 2 practices', 'Spain, 3 practices']);
    await visitor.refine('green');
    const ofFacet = visitor.values('Country').sort();
    expect(ofFacet).to.deep.equal(['Spain 1', 'United Kingdom 1']);
    expect(names(visitor, 'button.tile')).to.deep.equal(['United Kingdom, 1 practice', 'Spain, 1 practice']);
    await visitor.click(tile(visitor, 'ES'));
    expect(visitor.chips()).to.deep.equal(['green', 'United Kingdom']);
  });

  it('lists the cities of a chosen country, which filter too', async () => {
    const visitor = await visitMap();
    expect(cities(visitor)).to.deep.equal([]);
    await visitor.click(tile(visitor, 'ES'));
    expect(headings(visitor)).to.include('Cities: Spain');
    expect(cities(visitor)).to.deep.equal(['Palma, 2 practices', 'Bilbao, 1 practice']);
    await visitor.click(inMap(visitor, '.chosen .value')[0]!);
    expect([visitor.chips(), visitor.total()]).to.deep.equal([['Spain', 'Palma'], '2 of 8 practices']);
    expect(pressed(visitor)).to.deep.equal(['Spain, 3 practices', 'Palma, 2 practices']);
    // Another country is found beside the city.
    await visitor.click(tile(visitor, 'GB'));
    expect(visitor.total()).to.equal('4 of 8 practices');
    expect(headings(visitor)).to.include('Cities: United Kingdom');
    await expect(visitor.element).to.be.accessible();
    await visitor.click(inMap(visitor, '.chosen > .button')[0]!);
    await waitUntil(() => visitor.titles().length === 4, 'the cards are shown');
    await waitUntil(() => visitor.focused?.closest('h2, h3, article'), 'the first has the focus');
  });

  it('shows the first cities of many, and the others on demand', async () => {
    const feed = Array.from({length: 20}, (_, i) => ({title: `No ${i}`, city: `City ${i}`, country: 'ES'}));
    const visitor = await visitMap({feed, preset: 'country:ES'});
    expect(cities(visitor)).to.have.length(12);
    const more = inMap(visitor, '.link')[0]!;
    expect([text(more), more.ariaExpanded]).to.deep.equal(['Show 8 more: Spain', 'false']);
    await visitor.click(more);
    expect(cities(visitor)).to.have.length(20);
    expect([text(more), more.ariaExpanded]).to.deep.equal(['Show fewer: Spain', 'true']);
  });

  it('has no button for further cities that are all shown because they are chosen', async () => {
    const names = Array.from({length: 20}, (_, i) => `City ${i}`);
    const feed = names.map((city) => ({title: `In ${city}`, city, country: 'ES'}));
    const visitor = await visitMap({feed, preset: 'country:ES'});
    const shown = cities(visitor).map((name) => name.split(',')[0]);
    for (const city of names.filter((name) => !shown.includes(name))) visitor.element.refine('city', city);
    await visitor.settled();
    expect(cities(visitor)).to.have.length(20);
    expect(inMap(visitor, '.link')).to.have.length(0);
  });

  it('names what each button shows more of', async () => {
    const feed = ['ES', 'XK', '', ''].flatMap((country, group) =>
      Array.from({length: 20}, (_, i) => ({
        title: `No ${i}`,
        city: country && `City ${group} ${i}`,
        country: country || `Land ${group} ${i}`,
      })),
    );
    const visitor = await visitMap({feed, preset: 'country:ES country:XK'});
    expect(inMap(visitor, '.link').map(text)).to.deep.equal([
      'Show 28 more: Other countries',
      'Show 8 more: Spain',
      'Show 8 more: Kosovo*',
    ]);
  });

  it('leaves “Show fewer” at its place on the screen', async () => {
    const feed = Array.from({length: 200}, (_, i) => ({title: `No ${i}`, city: `City ${i}`, country: 'ES'}));
    const visitor = await visitMap({feed, preset: 'country:ES'});
    visitor.element.style.paddingBlockEnd = '300vh';
    visitor.element.style.display = 'block';
    const button = inMap(visitor, '.link')[0]!;
    await visitor.click(button);
    expect(await visitor.pressInSight(button)).to.be.closeTo(0, 1);
    expect(cities(visitor)).to.have.length(12);
  });

  it('needs no facet of the page, and shows none in addition', async () => {
    const visitor = await visitMap({facets: 'topic'});
    expect(names(visitor, 'button.tile')).to.include('Spain, 3 practices');
    await visitor.click(tile(visitor, 'ES'));
    expect(cities(visitor)).to.have.length(2);
    expect(visitor.all('[part=facet-name]').map(text)).to.deep.equal(['Topic']);
  });

  it('leaves the meaning of filters alone where it is not offered', async () => {
    const {address} = await createResource({body: {language: 'en', practices}});
    const visitor = await visit(
      html`<good-practice-browser
        src=${address}
        facets="topic country"
        preset="country:GB city:Palma"
        views="cards statistics"
      ></good-practice-browser>`,
    );
    expect(visitor.element.searchResults!.totalHits).to.equal(0);
  });

  it('has one stop for Tab, and arrow keys that skip what is empty', async () => {
    const visitor = await visitMap();
    const stops = () => inMap(visitor, '[role=grid]').map((grid) => grid.querySelectorAll('[tabindex="0"]').length);
    expect(stops()).to.deep.equal([1, 1]);
    visitor.all('[role=tab]')[0]!.focus();
    await visitor.press('Tab');
    const moves = [
      ['', 'United Kingdom, 2 practices'],
      ['ArrowDown', 'Kosovo*, 1 practice'],
      ['ArrowDown', 'Spain, 3 practices'],
      ['ArrowRight', 'Spain, 3 practices'],
      ['ArrowUp', 'Kosovo*, 1 practice'],
      ['End', 'Kosovo*, 1 practice'],
    ] as const;
    for (const [key, name] of moves) {
      if (key) await visitor.press(key);
      expect(focusedName(visitor), key).to.equal(name);
    }
    expect(text(inMap(visitor, '.pointed')[0])).to.equal('Kosovo*, 1 practice');
    await visitor.press('Enter');
    expect(visitor.chips()).to.deep.equal(['Kosovo']);
    expect(focusedName(visitor)).to.equal('Kosovo*, 1 practice');
    await visitor.press('Tab');
    expect(focusedName(visitor)).to.equal('Canada, 1 practice');
    await visitor.press('Tab', 'Tab');
    expect(focusedName(visitor)).to.equal('Prizren, 1 practice');
    expect(stops()).to.deep.equal([1, 1]);
  });

  it('names the country that the pointer moves to, not one that the page moves below the pointer', async () => {
    const visitor = await visitMap();
    const named = () => text(inMap(visitor, '.pointed')[0]);
    const middle = (code: string): [number, number] => {
      const {height, left, top, width} = tile(visitor, code).getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    await visitor.scrollTo(tile(visitor, 'XK'));
    const pointer = middle('XK');
    await sendMouse({type: 'move', position: pointer});
    await waitUntil(() => named() === 'Kosovo*, 1 practice', 'the country at the pointer is named');
    visitor.all('[role=tab]')[0]!.focus();
    await visitor.press('Tab');
    expect(named()).to.equal('United Kingdom, 2 practices');
    const from = middle('ES');
    visitor.element.style.translate = `${pointer[0] - from[0]}px ${pointer[1] - from[1]}px`;
    await waitUntil(() => tile(visitor, 'ES').matches(':hover'), 'the pointer is on another country');
    await visitor.settled();
    expect(named()).to.equal('United Kingdom, 2 practices');
    const [x, y] = middle('ES');
    await sendMouse({type: 'move', position: [x + 3, y + 3]});
    await waitUntil(() => named() === 'Spain, 3 practices', 'the country at the pointer is named');
    await sendMouse({type: 'move', position: [1, 1]});
    await waitUntil(() => named() === 'United Kingdom, 2 practices', 'the country with the focus is named');
  });

  it('keeps the focus, and Back leads to where it was', async () => {
    const visitor = await visitMap();
    tile(visitor, 'GB').focus();
    await visitor.press('Enter', 'ArrowDown');
    await visitor.press('Enter');
    expect(visitor.chips()).to.deep.equal(['United Kingdom', 'Kosovo']);
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
    history.back();
    await arrived;
    await visitor.settled();
    expect(visitor.chips()).to.deep.equal(['United Kingdom']);
    expect(visitor.focused?.localName).to.equal('button');
  });

  it('has west at the left on a page from right to left', async () => {
    const visitor = await visitMap({lang: 'ar'});
    await waitUntil(() => visitor.one('[part=base]').dir === 'rtl', 'the language has loaded');
    const left = (code: string) => tile(visitor, code).getBoundingClientRect().left;
    expect(left('ES')).to.be.below(left('XK'));
    tile(visitor, 'ES').focus();
    expect(getComputedStyle(inMap(visitor, '.caption')[0]!).direction).to.equal('rtl');
  });

  it('has other countries below their heading on a page from right to left, with keys that lead where they point to', async () => {
    const feed = ['CA', 'CA', 'NZ'].map((country) => ({title: country, country}));
    const visitor = await visitMap({lang: 'ar', feed});
    await waitUntil(() => visitor.one('[part=base]').dir === 'rtl', 'the language has loaded');
    const right = (element: Element) => element.getBoundingClientRect().right;
    expect(right(tile(visitor, 'CA'))).to.be.closeTo(right(inMap(visitor, 'h2, h3')[0]!), 1);
    expect(right(tile(visitor, 'NZ'))).to.be.below(right(tile(visitor, 'CA')));
    tile(visitor, 'CA').focus();
    for (const [key, code] of [
      ['ArrowLeft', 'NZ'],
      ['ArrowRight', 'CA'],
    ] as const) {
      await visitor.press(key);
      expect(visitor.focused, key).to.equal(tile(visitor, code));
    }
  });

  for (const width of [288, 640, 1600])
    it(`has squares that are large enough and inside, at ${width} pixels`, async () => {
      const visitor = await visitMap();
      visitor.element.style.width = `${width}px`;
      await waitUntil(() => Math.abs(visitor.one('[part=base]').clientWidth - width) < 1, 'the width is there');
      const map = visitor.one('gpb-map').getBoundingClientRect();
      for (const each of inMap(visitor, 'button.tile')) {
        const box = each.getBoundingClientRect();
        expect(box.width, 'the size of a target').to.be.at.least(24);
        expect(Math.abs(box.width - box.height), 'square').to.be.below(1);
        expect(box.left).to.be.at.least(map.left - 0.5);
        expect(box.right).to.be.at.most(map.right + 0.5);
        expect(each.scrollWidth, text(each)).to.be.at.most(each.clientWidth);
      }
    });

  it('says that there is nothing to choose if no practice names a country, and takes the focus', async () => {
    const visitor = await visitMap({feed: [{title: 'Roof garden', topics: ['green']}]});
    expect(inMap(visitor, '#hint').map(text)).to.deep.equal(['No practice published here']);
    visitor.button('Skip to results').focus();
    await visitor.press('Enter');
    expect(visitor.focused?.id).to.equal('hint');
    await expect(visitor.element).to.be.accessible();
  });

  it('takes the focus at the country that Tab leads to', async () => {
    const visitor = await visitMap({preset: 'country:ES'});
    visitor.button('Skip to results').focus();
    await visitor.press('Enter');
    expect(focusedName(visitor)).to.equal('Spain, 3 practices');
  });

  it('names the squares of other countries as their heading does', async () => {
    const grids = inMap(await visitMap(), '[role=grid]').map((grid) => grid.getAttribute('aria-label'));
    expect(grids).to.deep.equal(['Country', 'Other countries']);
  });
});
