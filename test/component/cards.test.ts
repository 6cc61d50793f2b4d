import {expect, nextFrame} from '@open-wc/testing';
import '../../src/elements/features/features.js';
import type {GpbCard} from '../../src/elements/card/gpb-card.js';
import {
  arriveAsVisitor,
  html,
  languageOf,
  REAL_FEED,
  text,
  visit,
  waitUntil,
  type Visitor,
} from '../support/component-harness.js';
import {createResource} from '../support/mutable-resource.js';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const image = {src: `/__fault/echo?type=image/png&body=${encodeURIComponent(PIXEL)}`, alt: 'A square'};

const school = {
  id: 'a',
  title: 'Music school',
  city: 'Leeds',
  country: 'GB',
  period: '2015-2019',
  topics: ['music', 'education'],
  summary: 'Free lessons.',
  sections: [{heading: 'Purpose', text: 'To sing. '.repeat(400)}],
  url: 'https://www.coe.int/x',
};
const theatre = {id: 'b', title: 'Street theatre', city: 'Oslo', country: 'NO', topics: ['music']};

const practices = (...records: object[]) =>
  visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
const inside = (visitor: Visitor, index = 0) => visitor.all<GpbCard>('gpb-card')[index]!.shadowRoot!;
/** The names of the buttons that filter. */
const filters = (visitor: Visitor) =>
  visitor.all('button[part=place], button[part=topic]').map(({ariaLabel}) => ariaLabel);

describe('a closed card', () => {
  arriveAsVisitor();

  it('has its image, title, place and period, topics, summary and buttons in this order, on the screen too', async () => {
    const visitor = await practices({...school, image});
    const root = inside(visitor);
    const parts = ['.image', '#title', '.meta', '.topics', '.summary', '.foot'].map((selector) =>
      root.querySelector(selector)!,
    );
    expect([...root.querySelectorAll('.image, #title, .meta, .topics, .summary, .foot')]).to.deep.equal(parts);
    const [picture, ...others] = parts.map((part) => part.getBoundingClientRect());
    expect(picture!.top).to.be.at.most(others[0]!.bottom);
    expect(picture!.right).to.be.at.most(others[0]!.left);
    for (const [i, {bottom}] of others.slice(0, -1).entries()) expect(bottom).to.be.at.most(others[i + 1]!.top);
    expect(text(root.querySelector('.meta'))).to.equal('Leeds, United Kingdom · 2015-2019');
  });

  it('has the place and the period in one line, as plain text', async () => {
    const visitor = await practices(school);
    const tops = [...inside(visitor).querySelectorAll('.meta bdi')].map((each) => each.getBoundingClientRect().top);
    expect(tops).to.have.length(3);
    expect(new Set(tops).size).to.equal(1);
    expect(visitor.all('.meta .visually-hidden')).to.have.length(0);
  });

  // Requirement: A-01
  it('has at most three stops for the Tab key: places and topics are no buttons', async () => {
    const visitor = await practices({...school, places: [{city: 'Leeds'}, {city: 'York'}]}, theatre);
    const listToggles = visitor.all('[part=list-toggle]').length / 2;
    for (const index of [0, 1]) {
      const stops = [...inside(visitor, index).querySelectorAll('button, a, [tabindex="0"]')];
      expect(stops.filter((each) => each.checkVisibility()).length + listToggles).to.be.within(1, 3);
    }
    expect(filters(visitor)).to.deep.equal([]);
    expect(visitor.all('[part=place], [part=topic]').map(text)).to.include.members(['Leeds', 'Norway', 'music']);
  });

  it('leaves no hole beside one with an image', async () => {
    const visitor = await visit(
      html`<div style="width: 900px">
        <good-practice-browser
          .practices=${[
            {...theatre, image},
            {...theatre, id: 'c'},
          ]}
          facets=""
        ></good-practice-browser>
      </div>`,
    );
    const [one, other] = visitor.all('gpb-card').map((card) => card.getBoundingClientRect());
    expect(one!.top, 'they are in a row').to.equal(other!.top);
    const root = inside(visitor, 1);
    const gap =
      root.querySelector('article')!.getBoundingClientRect().bottom -
      root.querySelector('.topics')!.getBoundingClientRect().bottom;
    expect(gap).to.be.below(150);
  });

  it('begins every line of its place and period beside the pin', async () => {
    const visitor = await practices({...school, city: ['Leeds', 'Manchester', 'Bradford']});
    visitor.element.parentElement!.style.width = '240px';
    await nextFrame();
    const root = inside(visitor);
    const pin = root.querySelector('.meta > .icon')!.getBoundingClientRect();
    const lines = [...root.querySelectorAll('.meta bdi')].flatMap((each) => [...each.getClientRects()]);
    expect(new Set(lines.map(({top}) => top)).size).to.be.above(1);
    for (const {left} of lines) expect(left).to.be.above(pin.right);
    const [first] = lines;
    expect(pin.top + pin.bottom).to.be.closeTo(first!.top + first!.bottom, 4);
  });

  it('has the button for the list at the edge of its text', async () => {
    const visitor = await practices(school);
    const words = document.createRange();
    const button = visitor.button('My list: Music school');
    words.selectNode([...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && text(node))!);
    const {right} = inside(visitor).querySelector('.foot')!.getBoundingClientRect();
    expect(words.getBoundingClientRect().right).to.be.closeTo(right, 1);
  });

  it('hyphenates its title only where it is narrow', async () => {
    const visitor = await practices(school);
    expect(getComputedStyle(visitor.one('#title')).hyphens).to.equal('manual');
    visitor.element.parentElement!.style.width = '240px';
    await nextFrame();
    expect(getComputedStyle(visitor.one('#title')).hyphens).to.equal('auto');
  });

  it('is one of three in a row where the list is very wide', async () => {
    const records = Array.from({length: 5}, (_, i) => ({...theatre, id: `${i}`}));
    const columns = async (width: string) => {
      const visitor = await visit(
        html`<div style="width: ${width}">
          <good-practice-browser .practices=${records} facets=""></good-practice-browser>
        </div>`,
      );
      const cards = visitor.all('gpb-card').map((card) => card.getBoundingClientRect());
      expect(new Set(cards.map(({width: each}) => Math.round(each))).size).to.equal(1);
      return cards.filter(({top}) => top === cards[0]!.top).length;
    };
    expect([await columns('30em'), await columns('70em'), await columns('80em')]).to.deep.equal([1, 2, 3]);
  });

  // Requirement: A-06
  it('has one link to the source, with one text in one line', async () => {
    const {sections: _, ...short} = school;
    const visitor = await practices(short);
    const links = [...inside(visitor).querySelectorAll('a')];
    expect(links.map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Source on coe.int: Music school']);
    expect(text(links[0])).to.equal('Source on coe.int');
    expect(links[0]!.childElementCount).to.equal(0);
    const range = document.createRange();
    range.selectNodeContents(links[0]!);
    expect(new Set([...range.getClientRects()].map(({top}) => top)).size).to.equal(1);
  });
});

describe('an open card', () => {
  arriveAsVisitor();

  const open = async (...records: object[]) => {
    const visitor = await practices(...records);
    await visitor.readMore('Music school');
    await waitUntil(() => visitor.all('[part=link]').length, 'the features are there');
    await visitor.settled();
    return visitor;
  };

  // Requirement: A-16
  it('filters by places and topics: buttons say so, and which filter is on', async () => {
    const visitor = await open(school, theatre);
    expect(filters(visitor)).to.deep.equal([
      'Filter by Leeds',
      'Filter by United Kingdom',
      'Filter by music',
      'Filter by education',
    ]);
    expect(visitor.all('[aria-pressed][part=topic], [aria-pressed][part=place]')).to.have.length(0);
    for (const button of visitor.all('button[part=topic]')) expect(text(button)).to.equal(button.ariaLabel!.slice(10));
    visitor.button('Filter by education').focus();
    await visitor.press('Enter');
    expect(visitor.titles()).to.deep.equal(['Music school']);
    expect(visitor.chips()).to.deep.equal(['education']);
    expect(visitor.focus).to.equal('button “Filter by education”');
    expect(visitor.all('[aria-pressed=true][part=topic]').map(text)).to.deep.equal(['education']);
    expect(visitor.all('[aria-pressed=false]:is([part=topic], [part=place])')).to.have.length(0);
    await visitor.press('Enter');
    expect(visitor.titles()).to.have.length(2);
  });

  it('has targets that fingers hit', async () => {
    const visitor = await open(school);
    visitor.element.parentElement!.style.width = '358px';
    await nextFrame();
    const height = (selector: string) =>
      visitor.all(selector).map((each) => Math.round(each.getBoundingClientRect().height * 10) / 10);
    for (const filter of height('button[part=topic], button[part=place]')) expect(filter).to.be.at.least(24);
    const main = height('[part=toggle], [part=source], [part=link], [part=print]');
    expect(main).to.have.length.at.least(5);
    for (const each of main) expect(each).to.be.at.least(44);
  });

  it('has the source, “Copy link” and “Print” in one row', async () => {
    const visitor = await open(school);
    const row = visitor.all('[part=source], [part=link], gpb-card > [part=print]').map((each) => {
      const {top, bottom} = each.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    });
    expect(row).to.have.length.at.least(3);
    expect(new Set(row).size).to.equal(1);
  });

  it('ends with “Read less”, which leads back to “Read more” with the card in view', async () => {
    const visitor = await open(...Array.from({length: 6}, (_, i) => ({...school, id: `${i}`})));
    const buttons = visitor.all('[part=toggle]').filter((each) => each.ariaLabel?.startsWith('Read less') || each.id);
    expect(buttons).to.have.length(2);
    const [first, last] = buttons;
    expect(first!.ariaLabel).to.equal('Read less: Music school');
    expect(last!.getAttribute('aria-labelledby')).to.equal('end title');
    expect(text(last)).to.equal('Read less');
    expect(inside(visitor).querySelector('#body')!.lastElementChild).to.equal(last);
    await visitor.scrollTo(last!);
    last!.focus();
    await visitor.press('Enter');
    await nextFrame();
    await nextFrame();
    expect(visitor.element.searchState.open).to.deep.equal([]);
    expect(visitor.focus).to.equal('button “Read more: Music school”');
    const {top, bottom} = visitor.one('gpb-card').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('is on the screen where it is in the order of reading, also as the last of a row', async () => {
    const records = Array.from({length: 6}, (_, i) => ({...school, id: `${i}`, title: `Practice ${i}`}));
    for (const [width, id] of [
      ['70em', '1'],
      ['80em', '1'],
      ['80em', '2'],
    ]) {
      const visitor = await visit(
        html`<div style="width: ${width}">
          <good-practice-browser facets="" url="off" .practices=${records}></good-practice-browser>
        </div>`,
      );
      visitor.element.open(id!);
      await waitUntil(() => visitor.all('.open').length, 'it is open');
      const places = visitor.all('gpb-card').map((card) => card.getBoundingClientRect());
      const read = [...places].sort((a, b) => a.top - b.top || a.left - b.left);
      expect(read.map((place) => places.indexOf(place))).to.deep.equal([0, 1, 2, 3, 4, 5]);
      const [before, opened] = places.slice(Number(id) - 1);
      expect(before!.right, 'no place beside the cards before it is empty').to.be.closeTo(opened!.right, 1);
    }
  });

  // A visitor who follows a link finds the focus there.
  it('has a title no wider than its text', async () => {
    const visitor = await practices({...school, title: 'Choir'});
    const width = () => visitor.one('#title').getBoundingClientRect().width;
    expect(width()).to.be.below(inside(visitor).querySelector('article')!.clientWidth / 2);
  });
});

// Requirement: I-15
describe('places and periods on cards', () => {
  arriveAsVisitor();

  /** The line with places and period of each practice of an English feed, in a language. */
  async function lines(lang: string, records: object[], messages = {}) {
    const {address} = await createResource({
      body: {language: 'en', practices: records.map((record, i) => ({title: `${i}`, ...record}))},
    });
    const visitor = await visit(
      html`<good-practice-browser lang=${lang} .messages=${messages} src=${address} url="off"></good-practice-browser>`,
    );
    await waitUntil(() => languageOf(visitor.one('[part=base]')) === lang, `it speaks ${lang}`);
    await visitor.settled();
    return visitor.all('.meta');
  }

  it('are joined as the language joins them', async () => {
    const records = [
      {city: 'Leeds', country: 'GB'},
      {city: ['Leeds', 'York'], country: 'GB'},
      {city: 'Leeds'},
      {country: 'GB'},
    ];
    expect((await lines('en', records)).map(text)).to.deep.equal([
      'Leeds, United Kingdom',
      'Leeds and York, United Kingdom',
      'Leeds',
      'United Kingdom',
    ]);
    const arabic = await lines('ar', records.slice(0, 1), {cityInCountry: '{city}، {country}'});
    expect(arabic.map(text)).to.deep.equal(['Leeds، المملكة المتحدة']);
    const [city, country] = [...arabic[0]!.querySelectorAll('bdi')].map((each) => each.getBoundingClientRect());
    expect(city!.left, 'the city is first, from the right').to.be.above(country!.left);
    const japanese = await lines('ja', records.slice(0, 1), {cityInCountry: '{country} {city}'});
    expect(japanese.map(text)).to.deep.equal(['イギリス Leeds']);
  });

  it('are in the language of the interface if they say no more than years', async () => {
    const records = ['Ongoing', 'since 2018', '2015 to 2019', 'Since May 2018', '2015-2019'].map((period) => ({
      period,
    }));
    const german = await lines('de', records);
    const periods = german.map((line) => line.querySelector<HTMLElement>('.period')!);
    expect(periods.map((period) => `${text(period)} ${period.lang}`.trim())).to.deep.equal([
      'Laufend',
      'ab 2018',
      '2015 bis 2019',
      'Since May 2018 en',
      '2015-2019 en',
    ]);
    const english = await lines('en', records);
    expect(english.map(text)).to.deep.equal(records.map(({period}) => period));
  });

  it('are so too where the newest practices are listed', async () => {
    const {address} = await createResource({
      body: {language: 'en', practices: [{title: 'Choir', period: 'Ongoing', country: 'NO'}]},
    });
    const visitor = await visit(
      html`<gpb-latest lang="de" src=${address}></gpb-latest
        ><good-practice-browser src=${REAL_FEED}></good-practice-browser>`,
    );
    const latest = visitor.element.parentElement!.querySelector('gpb-latest')!;
    await waitUntil(() => /Laufend/.test(text(latest.shadowRoot)), 'the period is in German');
    expect(text(latest.shadowRoot)).to.equal('Choir Norwegen · Laufend');
  });
});
