import {expect} from '@open-wc/testing';
import {
  arrive,
  html,
  arriveAsVisitor,
  REAL_FEED,
  text,
  visit,
  Visitor,
  waitUntil,
} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

expectWarnings(/HTTP status 500/);

describe('<good-practice-browser> for everyone', () => {
  arriveAsVisitor();

  const real = () => visit(html`<good-practice-browser src=${REAL_FEED} hits-per-page="6"></good-practice-browser>`);

  /** axe pierces shadow roots; it is given the whole of what the widget draws. */
  const states: Record<string, () => Promise<Visitor>> = {
    list: real,
    'heading and French': () =>
      visit(
        html`<div lang="fr"><good-practice-browser heading="Pratiques" src=${REAL_FEED}></good-practice-browser></div>`,
      ),
    '1 hit': async () => {
      const visitor = await real();
      await visitor.search('manchster');
      return visitor;
    },
    'no hit': async () => {
      const visitor = await real();
      await visitor.refine('Spain');
      await visitor.search('qqqq');
      return visitor;
    },
    'refined, a card open': async () => {
      const visitor = await real();
      await visitor.refine('United Kingdom');
      await visitor.readMore('The Inclusive Anchors Network');
      return visitor;
    },
    'all values shown': async () => {
      const visitor = await real();
      for (const button of visitor.all('button').filter((each) => /^Show \d+ more:/.test(text(each))))
        await visitor.click(button);
      return visitor;
    },
    'years as a picture, cities under their countries, empty values': async () => {
      const visitor = await visit(
        html`<good-practice-browser
          facets="year-range country city"
          empty-values="show"
          preset="country:ES year:2015..2019"
          src=${REAL_FEED}
        ></good-practice-browser>`,
      );
      await visitor.search('music');
      return visitor;
    },
    dark: () =>
      visit(
        html`<div style="background: #0d1320; color: #e8ebf2; color-scheme: dark">
          <good-practice-browser src=${REAL_FEED} preset="topic:youth"></good-practice-browser>
        </div>`,
      ),
    'theme dark on a light page': () =>
      visit(html`<good-practice-browser theme="dark" src=${REAL_FEED} preset="topic:youth"></good-practice-browser>`),
    'a text colour without its background': () =>
      visit(html`<good-practice-browser style="--gpb-color: #fff" src=${REAL_FEED}></good-practice-browser>`),
    'a background without its text colour': () =>
      visit(html`<good-practice-browser style="--gpb-background: #000" src=${REAL_FEED}></good-practice-browser>`),
    narrow: () =>
      visit(html`<div style="width: 320px"><good-practice-browser src=${REAL_FEED}></good-practice-browser></div>`),
    loading: async () =>
      new Visitor(await arrive(html`<good-practice-browser src="/__fault/silent"></good-practice-browser>`)),
    failed: async () => {
      const visitor = new Visitor(
        await arrive(html`<good-practice-browser src="/__fault/echo?status=500"></good-practice-browser>`),
      );
      await waitUntil(() => visitor.all('[part=failure]').length);
      return visitor;
    },
  };
  for (const [name, enter] of Object.entries(states))
    // Requirement
    it(`has nothing that axe objects to: ${name}`, async () => {
      const {element} = await enter();
      await expect(element.parentElement).to.be.accessible();
    });

  // Requirement: A-01
  it('names each card by its title, and each button by what it opens', async () => {
    const visitor = await real();
    const names = visitor.all('[part=toggle]').map((button) => button.ariaLabel);
    expect(new Set(names).size).to.equal(names.length);
    for (const card of visitor.all('gpb-card')) {
      const article = card.shadowRoot!.querySelector('article')!;
      const heading = card.shadowRoot!.getElementById(article.getAttribute('aria-labelledby')!)!;
      expect(heading.localName).to.match(/^h\d$/);
      const button = card.shadowRoot!.querySelector('[aria-expanded]');
      if (button) {
        expect(button.ariaLabel).to.equal(`${text(button)}: ${text(heading)}`);
        expect(card.shadowRoot!.getElementById(button.getAttribute('aria-controls')!)).to.not.equal(null);
      }
    }
  });

  // Requirement: A-07
  it('has two landmarks, whose names differ from those of another widget on the page', async () => {
    const one = await real();
    const other = await real();
    const names = [one, other].map((visitor) => visitor.all('search, section').map(({ariaLabel}) => ariaLabel));
    expect(names).to.deep.equal([
      ['Good practices of intercultural cities', 'Good practices of intercultural cities'],
      ['Good practices of intercultural cities 2', 'Good practices of intercultural cities 2'],
    ]);
  });

  // Requirement: A-09
  it('names the search field after the widget while the page has several', async () => {
    const named = (heading: string) =>
      visit(
        html`<good-practice-browser url="off" heading=${heading} .practices=${[{title: 'a'}]}></good-practice-browser>`,
      );
    const label = (visitor: Visitor) => text(visitor.one<HTMLInputElement>('#query').labels![0]);
    const [youth, education] = [await named('Youth'), await named('Education')];
    await waitUntil(() => label(youth) !== 'Search good practices', 'the first has heard of the second');
    expect([youth, education].map(label)).to.deep.equal([
      'Search good practices: Youth',
      'Search good practices: Education',
    ]);
    education.element.remove();
    await waitUntil(() => label(youth) === 'Search good practices', 'it is alone again');
  });

  // Requirement: A-09
  it('has an example in the empty search field, in a readable colour, which is not its description', async () => {
    const visitor = await real();
    const input = visitor.one<HTMLInputElement>('#query');
    expect(input.placeholder).to.match(/^For example: [^·]+ · [^·]+ · (19|20)\d\d$/);
    const {height} = input.getBoundingClientRect();
    const {color} = getComputedStyle(input, '::placeholder');
    // WebKitGTK gives the style of the field itself.
    if (color !== getComputedStyle(input).color)
      expect(color).to.equal(getComputedStyle(visitor.one('.total span')).color);
    expect(text(visitor.one(`#${input.getAttribute('aria-describedby')}`))).to.equal('Results update as you type');
    await visitor.search('music');
    expect(input.placeholder).to.equal('');
    expect(input.getBoundingClientRect().height).to.equal(height);
  });

  // Requirement: A-09
  it('has a visible label and a description for the search field', async () => {
    const visitor = await real();
    const input = visitor.one<HTMLInputElement>('input[type=search]');
    expect(text(input.labels![0])).to.equal('Search good practices');
    expect(input.labels![0]!.checkVisibility()).to.equal(true);
    const hint = (input.getRootNode() as ShadowRoot).getElementById(input.getAttribute('aria-describedby')!)!;
    expect(text(hint)).to.equal('Results update as you type');
    // said with the field, and not again by who reads on
    expect(hint.checkVisibility()).to.equal(false);
  });

  // Requirement: A-15
  it('never loses the focus when boxes are ticked by keyboard', async () => {
    const visitor = await real();
    for (let step = 0; step < 12; step++) {
      const boxes = visitor.all<HTMLInputElement>('input[type=checkbox]');
      const box = boxes[(step * 7) % boxes.length]!;
      const name = text(box.labels![0]!.querySelector('.label'));
      box.focus();
      await visitor.press('Space');
      expect(visitor.focus).to.equal(`input “${name}”`);
    }
  });

  // Requirement: A-24
  it('has no target below 24 by 24 pixels, and main buttons of 44', async () => {
    const visitor = await visit(
      html`<good-practice-browser
        facets="topic country city year-range"
        preset="country:GB"
        src=${REAL_FEED}
      ></good-practice-browser>`,
    );
    await visitor.readMore('The Inclusive Anchors Network');
    const size = (element: Element) => {
      const {width, height} = (
        element instanceof HTMLInputElement && element.type === 'checkbox' ? element.labels![0]! : element
      ).getBoundingClientRect();
      return Math.min(width, height);
    };
    for (const target of visitor
      .all('button, input, select, summary, a')
      .filter((each) => each.checkVisibility({visibilityProperty: true})))
      expect(size(target), target.outerHTML.slice(0, 120)).to.be.at.least(24);
    for (const target of visitor
      .all('[part=toggle], [part=more], [part=search-input], select, summary')
      .filter((each) => each.checkVisibility()))
      expect(size(target), target.outerHTML.slice(0, 120)).to.be.at.least(43.9);
  });

  // Requirement: A-25
  it('shows the focus with an outline of two pixels on everything that Tab comes to', async () => {
    const visitor = await states['refined, a card open']!();
    const seen = new Set<Element>();
    visitor.one('input[type=search]').focus();
    for (
      let target = visitor.focused;
      target && !seen.has(target) && target !== document.body;
      target = visitor.focused
    ) {
      seen.add(target);
      const {outlineStyle, outlineWidth} = getComputedStyle(
        target.matches('input[type=search]') ? target.closest('.field')! : target,
      );
      expect([outlineStyle, outlineWidth], target.outerHTML.slice(0, 120)).to.deep.equal(['solid', '2px']);
      await visitor.press('Tab');
    }
    expect(seen.size).to.be.above(40);
  });

  for (const width of [240, 320, 480, 768, 1400])
    // Requirement: A-22
    it(`fits into ${width} pixels`, async () => {
      const visitor = await visit(
        html`<div style="width: ${width}px">
          <good-practice-browser src=${REAL_FEED} preset="topic:business"></good-practice-browser>
        </div>`,
      );
      const {right} = visitor.element.getBoundingClientRect();
      for (const each of visitor
        .all('button, input, select, article, h2, p')
        .filter((part) => part.checkVisibility() && !part.closest('.visually-hidden')))
        expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 120)).to.be.at.most(right + 0.5);
    });

  // Requirement: A-10
  it('says how many are left, once the visitor pauses, even if it is the same again', async () => {
    const visitor = await real();
    const said: string[] = [];
    const regions = [...document.querySelectorAll('body > [role=status]')];
    expect(regions).to.have.length(2);
    const observer = new MutationObserver(() => {
      const now = regions.map(text).join('');
      if (now) said.push(now);
    });
    for (const region of regions) observer.observe(region, {childList: true, characterData: true, subtree: true});
    await visitor.search('manchester');
    // a slow machine types so slowly that more is said on the way
    const isSaid = (times: number) => said.length >= times && said.at(-1)!.startsWith('1 of 180 practices');
    await waitUntil(() => isSaid(1), 'it is said');
    const times = said.length;
    await visitor.search('manchester employment');
    await waitUntil(() => isSaid(times + 1), 'it is said again');
    visitor.element.remove();
    expect(document.querySelectorAll('body > [role=status]')).to.have.length(0);
  });
});
