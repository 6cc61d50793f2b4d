import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {FeedError} from '../../src/core/feed/feed-error.js';
import {expectWarnings} from '../support/expected-warnings.js';
import fc from '../support/fast-check.mjs';
import {sixtyCountries} from '../fixtures/sixty-countries.js';
import {arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const announced = () => [...document.querySelectorAll('body > [role=status]')].map(text).join('');
const field = (visitor: Visitor, name: string) =>
  visitor.all<HTMLInputElement>('input:not([type=checkbox])').find((input) => text(input.labels?.[0]) === name)!;
const thumb = (visitor: Visitor, name: string) => visitor.one<HTMLInputElement>(`[aria-label="${name}"]`);
const name = (value: string) => value.replace(/ \d+$/, '');

/** Drags a thumb from one share of the width to others, 0 to 1 from the left. */
async function drag(visitor: Visitor, slider: HTMLInputElement, ...shares: number[]): Promise<void> {
  await visitor.scrollTo(slider);
  const {left, top, width, height} = slider.getBoundingClientRect();
  const moves = shares.map((share): [number, number] => [
    Math.round(left + height / 2 + (width - height) * share),
    Math.round(top + height / 2),
  ]);
  await sendMouse({type: 'move', position: moves[0]!});
  await sendMouse({type: 'down'});
  for (const position of moves) await sendMouse({type: 'move', position});
  await sendMouse({type: 'up'});
}

async function find(visitor: Visitor, facet: string, words: string): Promise<void> {
  field(visitor, `Search: ${facet}`).focus();
  await sendKeys({type: words});
  await visitor.settled();
}

const isWebKit = !/Chrome|Firefox/.test(navigator.userAgent);

describe('facets', () => {
  arriveAsVisitor();
  expectWarnings(/The cluster does not answer/);

  it('keep the ticked box at its place on the screen when chips appear', async () => {
    const visitor = await visit(
      html`<div style="width: 760px; font-size: 16px">
        <good-practice-browser src=${REAL_FEED} url="off"></good-practice-browser>
      </div>`,
    );
    const box = visitor.checkbox(/^Education/);
    await visitor.scrollTo(box);
    const {top} = box.getBoundingClientRect();
    await visitor.refine(/^Education/);
    expect(visitor.chips()).to.deep.equal(['Education']);
    expect(box.getBoundingClientRect().top).to.equal(top);
  });

  for (const [why, end] of [
    ['is on its way', (answer: Promise<void>) => answer],
    ['has failed', () => Promise.reject(new FeedError('network', 'The cluster does not answer.'))],
  ] as const)
    it(`tick what is selected, also after Back while the answer ${why}`, async () => {
      const practices = ['ES', 'ES', 'FR'].map((country) => ({title: 'Music school', country}));
      const visitor = await visit(
        html`<good-practice-browser facets="country" .practices=${practices}></good-practice-browser>`,
      );
      const engine = visitor.element['search'].engine!;
      const {search} = engine;
      let answer!: () => void;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      engine.search = (state) => end(answered).then(() => search(state));
      const box = visitor.checkbox('Spain');
      box.focus();
      await sendKeys({press: 'Space'});
      const chosen = () => visitor.element.searchState.refinements.country;
      await waitUntil(() => chosen().length, 'Spain is selected');
      await visitor.element.updateComplete;
      expect(box.checked).to.equal(true);
      history.back();
      await waitUntil(() => !chosen().length, 'nothing is selected');
      await visitor.element.updateComplete;
      expect(box.checked).to.equal(false);
      engine.search = search;
      answer();
      await visitor.refine('Spain');
      expect([box.checked, visitor.chips()]).to.deep.equal([true, ['Spain']]);
    });

  // Safari lets nobody write into the address more than a hundred times in ten seconds
  const sixty = () =>
    visit(
      html`<good-practice-browser
        url="off"
        facets="country topic"
        .practices=${sixtyCountries}
      ></good-practice-browser>`,
    );

  // Requirement: A-17
  describe('a facet of sixty countries', () => {
    it('shows the first few, and all on demand, with the focus on the first that is new; and few again', async () => {
      const visitor = await sixty();
      expect(visitor.values('Country')).to.have.length(6);
      visitor.button('Show 54 more').focus();
      await visitor.press('Enter');
      expect(visitor.values('Country')).to.have.length(60);
      expect(visitor.focus).to.equal(`input “${name(visitor.values('Country')[6]!)}”`);
      visitor.button('Show fewer').focus();
      await visitor.press('Enter');
      expect(visitor.values('Country')).to.have.length(6);
      expect(visitor.focus).to.equal('button “Show 54 more: Country”');
    });

    it('keeps the button in sight when the list is short again', async () => {
      const visitor = await sixty();
      await visitor.click(visitor.button('Show 54 more'));
      const button = visitor.button('Show fewer');
      const moved = await visitor.pressInSight(button);
      // as far as the column of the filters can be scrolled
      const {scrollTop} = visitor.one('.filters');
      expect(scrollTop === 0 || Math.abs(moved) <= 1, `${moved} ${scrollTop}`).to.equal(true);
      expect(button.getBoundingClientRect().top).to.be.within(0, innerHeight);
    });

    it('can be searched, without accents, and says how many match', async () => {
      const visitor = await sixty();
      await find(visitor, 'Country', 'SPÁ');
      expect(visitor.values('Country')).to.deep.equal(['Spain 20']);
      await waitUntil(() => announced() === '1 match', 'it is announced');
      await visitor.press('Escape');
      expect(visitor.values('Country')).to.have.length(6);
      expect(visitor.focus).to.equal('input “Search: Country”');
      expect(visitor.element.searchState.query).to.equal('');
    });

    it('has a button that empties the field', async () => {
      const visitor = await sixty();
      await find(visitor, 'Country', 'qqq');
      expect(visitor.values('Country')).to.deep.equal([]);
      await visitor.click(visitor.button('Clear search'));
      expect(visitor.values('Country')).to.have.length(6);
      expect(visitor.focus).to.equal('input “Search: Country”');
    });

    it('keeps ticked values in view, also beyond the first few and without a match', async () => {
      const visitor = await sixty();
      await find(visitor, 'Country', 'spain');
      await visitor.refine('Spain');
      expect(visitor.focus).to.equal('input “Spain”');
      await visitor.press('Space', 'Space');
      expect(visitor.focus).to.equal('input “Spain”');
      field(visitor, 'Search: Country').select();
      await find(visitor, 'Country', 'peru');
      expect(visitor.values('Country')).to.deep.equal(['Spain 20']);
      await visitor.press('Escape');
      expect(visitor.values('Country')).to.have.length(7);
      expect(visitor.values('Country')[6]).to.equal('Spain 20');
    });

    // Requirement: A-15
    it('leaves the focus on a box beyond the first few that is unticked', async () => {
      const visitor = await sixty();
      visitor.element.refine('country', 'IL');
      await visitor.settled();
      visitor.checkbox('Israel').focus();
      await visitor.press('Space');
      expect(visitor.chips()).to.deep.equal([]);
      expect(visitor.focus).to.equal('input “Israel”');
    });

    it('has a field to find one, and a facet of 25 values has none', async () => {
      const topics = (count: number) =>
        Array.from({length: count}, (_, i) => ({title: `${i}`, topics: [`topic ${i}`, 'other']}));
      const hasField = async (count: number) => {
        const visitor = await visit(
          html`<good-practice-browser url="off" facets="topic" .practices=${topics(count)}></good-practice-browser>`,
        );
        return Boolean(field(visitor, 'Search: Topic'));
      };
      expect(await hasField(24)).to.equal(false);
      expect(await hasField(25)).to.equal(true);
    });

    it('has no button to show more or fewer where all of the rest is ticked', async () => {
      const practices = 'abcdefghi'.split('').map((letter) => ({title: letter, topics: [letter]}));
      const visitor = await visit(
        html`<good-practice-browser url="off" facets="topic" .practices=${practices}></good-practice-browser>`,
      );
      expect(text(visitor.button(/^Show/))).to.equal('Show 3 more: Topic');
      for (const letter of 'ghi') visitor.element.refine('topic', letter);
      await visitor.settled();
      expect(visitor.values('Topic')).to.have.length(9);
      expect(visitor.all('details .link').map(text)).to.deep.equal([]);
    });

    it('has its counts in one line, also if there are thousands', async () => {
      const practices = Array.from({length: 1234}, (_, i) => ({title: `Walk ${i}`, topics: i ? ['a', 'b'] : ['a']}));
      const visitor = await visit(
        html`<good-practice-browser .practices=${practices} facets="topic"></good-practice-browser>`,
      );
      const counts = visitor.all('.figure > [aria-hidden]:not(.bar)');
      expect(counts.map(text)).to.deep.equal(['1,234', '1,233']);
      for (const count of counts) {
        expect(count.getClientRects()).to.have.length(1);
        expect(count.getBoundingClientRect().left).to.be.at.least(count.parentElement!.getBoundingClientRect().left);
        expect(count.getBoundingClientRect().right).to.be.at.most(count.parentElement!.getBoundingClientRect().right);
      }
    });

    it('comes by count, then by name in the language of the interface', async () => {
      const records = ['ES', 'SE', 'CH', 'AT', 'AT'].map((country, i) => ({title: `${i}`, country}));
      const visitor = await visit(
        html`<section lang="fr">
          <good-practice-browser facets="country" .practices=${records}></good-practice-browser>
        </section>`,
      );
      await waitUntil(() => visitor.total() === '5 pratiques');
      expect(visitor.values('Pays')).to.deep.equal(['Autriche 2', 'Espagne 1', 'Suède 1', 'Suisse 1']);
    });
  });

  // Requirement: A-15
  describe('the focus', () => {
    it('never loses the focus while values are ticked, shown and searched', async () => {
      const visitor = await visit(
        html`<good-practice-browser
          url="off"
          facets="topic country city year-range"
          src=${REAL_FEED}
        ></good-practice-browser>`,
      );
      const step = fc.record({kind: fc.constantFrom('box', 'box', 'box', 'button', 'text'), at: fc.nat()});
      await fc.assert(
        fc.asyncProperty(fc.array(step, {minLength: 20, maxLength: 20}), async (steps) => {
          for (const {kind, at} of steps) {
            const targets = visitor
              .all<HTMLInputElement>(
                `.filters ${kind === 'box' ? 'input[type=checkbox]' : kind === 'text' ? 'input[type=search]' : ':is(li button, .link)'}`,
              )
              .filter((each) => each.checkVisibility());
            const target = targets[at % targets.length];
            if (!target) continue;
            target.focus();
            if (kind === 'text') await sendKeys({press: at % 2 ? 'a' : 'Escape'});
            else await sendKeys({press: kind === 'box' ? 'Space' : 'Enter'});
            await visitor.settled();
            expect(visitor.focused?.closest('.filters, .search-box')?.className, visitor.focus).to.be.a('string');
            if (kind !== 'button') expect(visitor.focused === target, `${kind} ${visitor.focus}`).to.equal(true);
            for (const chip of visitor.chips().filter((one) => !/^(\d|until)/.test(one)))
              expect(visitor.checkbox(new RegExp(`^${chip} [\\d,]+`)).checked, chip).to.equal(true);
          }
        }),
        {numRuns: 5, endOnFailure: true},
      );
    });
  });

  // Requirement: A-16
  describe('a chip', () => {
    it('is announced when it is dropped', async () => {
      const visitor = await sixty();
      await visitor.refine('housing');
      await waitUntil(() => /of/.test(announced()), 'it is announced');
      visitor.button('Remove filter: Topic, housing').focus();
      await visitor.press('Enter');
      await waitUntil(() => announced() === '1,830 practices', 'it is announced');
    });
  });

  // Requirement: A-14
  describe('each facet', () => {
    it('is a group with a name in a disclosure, which says what is chosen in it and can be closed', async () => {
      const visitor = await sixty();
      await visitor.refine('education');
      const summary = visitor.all('summary').find((one) => text(one).startsWith('Topic'))!;
      expect(text(summary)).to.equal('Topic 1 selected');
      expect(text(summary.parentElement!.querySelector('fieldset > legend'))).to.equal('Topic');
      summary.focus();
      await visitor.press('Enter');
      expect(visitor.checkbox('education').checkVisibility()).to.equal(false);
      await visitor.search('practice');
      expect(visitor.checkbox('education').checkVisibility()).to.equal(false);
    });

    it('is open at the start, beside the cards and behind the button', async () => {
      const visible = async (width: number) => {
        const visitor = await visit(
          html`<div style="width: ${width}px">
            <good-practice-browser .practices=${sixtyCountries}></good-practice-browser>
          </div>`,
        );
        if (width < 400) await visitor.click(visitor.button('Filters'));
        return visitor.all('details').map((one) => one.querySelector('fieldset input')!.checkVisibility());
      };
      expect(await visible(900)).to.deep.equal([true, true, true]);
      expect(await visible(320)).to.deep.equal([true, true, true]);
    });
  });

  describe('[empty-values]', () => {
    const records = [
      {title: 'Music', country: 'ES', topics: ['culture']},
      {title: 'Sport', country: 'FR', topics: ['youth']},
    ];

    it('leaves them out by default', async () => {
      const visitor = await visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
      await visitor.search('music');
      expect(visitor.values('Country')).to.deep.equal(['Spain 1']);
    });

    it('shows them on demand, where they cannot be ticked', async () => {
      const visitor = await visit(
        html`<good-practice-browser empty-values="show" .practices=${records}></good-practice-browser>`,
      );
      await visitor.search('music');
      expect(visitor.values('Country')).to.deep.equal(['Spain 1', 'France 0']);
      expect(visitor.checkbox('France').disabled).to.equal(true);
      visitor.checkbox('Spain').focus();
      await visitor.press('Space');
      await visitor.search('sport');
      expect(visitor.checkbox('Spain').disabled).to.equal(false);
      visitor.checkbox('Spain').focus();
      await visitor.press('Space');
      expect(visitor.focus).to.equal('input “Spain”');
    });
  });

  describe('[scope]', () => {
    const facets = (visitor: Visitor) => visitor.all('summary .name').map(text);

    it('hides a facet that it leaves one value only, also while the visitor searches', async () => {
      const visitor = await visit(
        html`<good-practice-browser scope="country:ES" .practices=${sixtyCountries}></good-practice-browser>`,
      );
      expect(facets(visitor)).to.deep.equal(['Topic', 'Year']);
      await visitor.search('practice 3');
      expect(facets(visitor)).to.deep.equal(['Topic', 'Year']);
    });

    it('keeps a facet of one value that not every practice has', async () => {
      const records = [{title: 'a', topics: ['youth']}, {title: 'b'}];
      const visitor = await visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
      expect(facets(visitor)).to.deep.equal(['Topic']);
      await visitor.refine('youth');
      await visitor.refine('youth');
      expect(visitor.focus).to.equal('input “youth”');
    });

    it('shows the cities by themselves where there is one country', async () => {
      const records = ['Bilbao', 'Palma'].map((city) => ({title: city, city, country: 'ES'}));
      const visitor = await visit(
        html`<good-practice-browser facets="country city" .practices=${records}></good-practice-browser>`,
      );
      expect(facets(visitor)).to.deep.equal(['City']);
      expect(visitor.values('City')).to.deep.equal(['Bilbao 1', 'Palma 1']);
    });
  });

  describe('[preset]', () => {
    it('can be dropped by its box, and as a whole', async () => {
      const preset = () =>
        visit(
          html`<good-practice-browser
            preset="country:ES topic:housing"
            .practices=${sixtyCountries}
          ></good-practice-browser>`,
        );
      const visitor = await preset();
      expect(visitor.chips()).to.deep.equal(['housing', 'Spain']);
      expect(visitor.checkbox('Spain').checked).to.equal(true);
      await visitor.refine('Spain');
      expect(visitor.chips()).to.deep.equal(['housing']);
      await visitor.click(visitor.button('Clear all'));
      expect(visitor.total()).to.equal('1,830 practices');
      history.back();
      await waitUntil(() => visitor.chips().length === 1, 'back to the first step');
      history.back();
      await waitUntil(() => visitor.chips().length === 2, 'back to the preset');
    });
  });

  describe('cities under their countries', () => {
    const records = [
      {title: 'a', city: 'Bilbao', country: 'ES'},
      {title: 'b', city: 'Bilbao', country: 'ES'},
      {title: 'c', city: 'Palma', country: 'ES'},
      {title: 'd', city: 'Oslo', country: 'NO'},
      {title: 'e', city: 'Bergen', country: 'NO'},
      {title: 'f', city: 'Atlantis'},
    ];
    const places = () =>
      visit(html`<good-practice-browser facets="country city" .practices=${records}></good-practice-browser>`);
    const countries = ['Spain 3', 'Norway 2', 'Atlantis 1'];

    it('show when the country is ticked', async () => {
      const visitor = await places();
      expect(visitor.values('Place')).to.deep.equal(countries);
      await visitor.refine('Spain');
      expect(visitor.values('Place')).to.deep.equal(['Spain 3', 'Bilbao 2', 'Palma 1', 'Norway 2', 'Atlantis 1']);
      await visitor.refine('Palma');
      expect(visitor.titles()).to.deep.equal(['c']);
      expect(text(visitor.one('.badge'))).to.equal('2 selected');
    });

    it('show by a button of the country, which keeps the focus; a ticked one stays', async () => {
      const visitor = await places();
      const button = visitor.button('Cities: Spain');
      button.focus();
      await visitor.press('Enter');
      expect(button.ariaExpanded).to.equal('true');
      expect(visitor.focus).to.equal('button “Cities: Spain”');
      await visitor.refine('Palma');
      button.focus();
      await visitor.press('Enter');
      expect(visitor.values('Place')).to.deep.equal(['Spain 3', 'Palma 1', 'Norway 2', 'Atlantis 1']);
    });

    it('have their button beside the first line of a long country', async () => {
      const far = {title: 'g', city: 'Poseidonis', country: 'The islands of Atlantis, Lemuria and Mu'};
      const visitor = await visit(
        html`<good-practice-browser facets="country city" .practices=${[...records, far]}></good-practice-browser>`,
      );
      const button = visitor.button(`Cities: ${far.country}`);
      const row = button.parentElement!.getBoundingClientRect();
      const {height, top} = button.getBoundingClientRect();
      expect(row.height).to.be.above(height * 1.2);
      expect(top).to.equal(row.top);
    });

    it('are chosen beside another country, whose count stays', async () => {
      const visitor = await places();
      await visitor.click(visitor.button('Cities: Spain'));
      await visitor.refine('Palma');
      expect(visitor.titles()).to.deep.equal(['c']);
      expect(visitor.values('Place')).to.deep.equal(['Spain 3', 'Bilbao 2', 'Palma 1', 'Norway 2', 'Atlantis 1']);
      await visitor.refine('Norway');
      expect(visitor.titles()).to.deep.equal(['c', 'd', 'e']);
    });

    it('are found by name', async () => {
      const visitor = await visit(
        html`<good-practice-browser facets="country city" .practices=${sixtyCountries}></good-practice-browser>`,
      );
      await find(visitor, 'Place', 'city of no');
      expect(visitor.values('Place')).to.deep.equal(['Norway 28', 'City of NO 28']);
    });
  });
});

describe('year-range', () => {
  arriveAsVisitor();

  const records = [
    {title: 'a', period: '2010-2012'},
    {title: 'b', period: '2012'},
    {title: 'c', period: '2014-2019'},
    {title: 'd', period: 'Since 2018'},
    {title: 'e', period: 'Ongoing'},
    {title: 'f'},
  ];
  const thisYear = new Date().getFullYear();
  const years = async (facets = 'topic year-range') => {
    const visitor = await visit(
      html`<good-practice-browser facets=${facets} .practices=${records}></good-practice-browser>`,
    );
    await picture(visitor);
    return visitor;
  };
  const picture = (visitor: Visitor) => waitUntil(() => visitor.all('.bars').length, 'the picture is there');

  it('has a bar for each year, and says in words what it shows', async () => {
    const visitor = await years();
    // the last two are the line under them, and how much of it is chosen
    const bars = visitor.all('.bars rect');
    expect(bars).to.have.length(thisYear - 2009 + 2);
    expect(visitor.one('.bars').ariaLabel).to.equal(`Practices by year, 2010 to ${thisYear}; most in 2012: 2`);
    expect(bars.map((bar) => Number(bar.getAttribute('height'))).slice(0, 4)).to.deep.equal([24.5, 24.5, 48, 1]);
  });

  it('refines by keyboard: each thumb has a name, and says the year and its count', async () => {
    const visitor = await years();
    const first = thumb(visitor, 'First year');
    expect(first.getAttribute('aria-valuetext')).to.equal('2010, 1 practice');
    first.focus();
    await visitor.press('ArrowRight', 'ArrowRight');
    expect(first.getAttribute('aria-valuetext')).to.equal('2012, 2 practices');
    expect(visitor.chips()).to.deep.equal(['2012 onwards']);
    expect(visitor.titles()).to.deep.equal(['a', 'b', 'c', 'd']);
    const last = thumb(visitor, 'Last year');
    last.focus();
    await visitor.press('Home');
    expect(last.value, 'it stops at the other').to.equal('2012');
    expect(visitor.chips()).to.deep.equal(['2012']);
    expect(visitor.titles()).to.deep.equal(['a', 'b']);
    expect(visitor.focus).to.equal('input “Last year”');
    await waitUntil(() => announced() === '2 of 6 practices', 'the count is announced');
    await visitor.press('End');
    thumb(visitor, 'First year').focus();
    await visitor.press('Home');
    expect(visitor.chips()).to.deep.equal([]);
  });

  it('takes years that are typed', async () => {
    const visitor = await years();
    const type = async (label: string, year: string) => {
      field(visitor, label).focus();
      field(visitor, label).select();
      await sendKeys({type: year});
      await visitor.press('Enter');
    };
    await type('to', '2013');
    expect(visitor.chips()).to.deep.equal(['until 2013']);
    await type('From', '2012');
    expect(visitor.chips()).to.deep.equal(['2012 to 2013']);
    expect(thumb(visitor, 'First year').value).to.equal('2012');
    await type('From', '2016');
    expect(visitor.chips(), 'takes the other end with it').to.deep.equal(['2016']);
    await type('From', '1');
    expect(field(visitor, 'From').value).to.equal('2010');
    await type('to', '9999');
    expect(visitor.chips()).to.deep.equal([]);
    expect(field(visitor, 'to').value).to.equal(String(thisYear));
  });

  it('say which years replaced those that were typed, on the screen and to screen readers', async () => {
    const visitor = await years();
    const corrected = () => visitor.all('.corrected').map(text);
    const type = async (label: string, year: string) => {
      field(visitor, label).focus();
      field(visitor, label).select();
      await sendKeys({type: year});
      await visitor.press('Enter');
    };
    await type('From', '2013');
    expect(corrected(), 'nothing was corrected').to.deep.equal([]);
    await type('to', '2011');
    expect(corrected(), 'the other end moves').to.deep.equal(['Years changed to 2011 – 2011']);
    await waitUntil(
      () => /^Years changed to 2011 – 2011\. \d of 6 practices$/.test(announced()),
      'it is announced once',
    );
    await type('From', '1800');
    expect(corrected(), 'there are no such years').to.deep.equal(['Years changed to 2010 – 2011']);
    await type('From', '1700');
    await waitUntil(() => announced() === 'Years changed to 2010 – 2011', 'it is announced where nothing else changes');
    await type('From', '2011');
    expect(corrected(), 'it goes with the next change').to.deep.equal([]);
  });

  it('refines by dragging, in one step of the history', async () => {
    const visitor = await years();
    const address = location.href;
    const first = thumb(visitor, 'First year');
    await drag(visitor, first, 0, 0.2, 0.4, 0.6, 0.5);
    await waitUntil(() => Number(first.value) > 2010, 'it is dragged');
    await visitor.settled();
    expect(visitor.chips()).to.deep.equal([`${first.value} onwards`]);
    history.back();
    await waitUntil(() => location.href === address && first.value === '2010', 'back before the drag');
    await visitor.settled();
    expect(visitor.chips()).to.deep.equal([]);
    first.focus();
    await visitor.press('ArrowRight');
    history.back();
    await waitUntil(() => first.value === '2010', 'what follows is another step');
  });

  it('has a step of the history for each thumb that is moved, however far', async () => {
    const visitor = await years();
    const address = location.href;
    thumb(visitor, 'First year').focus();
    await visitor.press('ArrowRight', 'ArrowRight');
    thumb(visitor, 'Last year').focus();
    await visitor.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(visitor.chips()).to.deep.equal([`2012 to ${thisYear - 3}`]);
    history.back();
    await waitUntil(() => visitor.chips()[0] === '2012 onwards', 'back before the second');
    history.back();
    await waitUntil(() => location.href === address, 'back before the first');
  });

  it('can move both thumbs again after they meet at the end', async () => {
    const visitor = await years();
    visitor.element.refine('year', {from: thisYear, to: null});
    await visitor.settled();
    const [first, last] = [thumb(visitor, 'First year'), thumb(visitor, 'Last year')];
    await drag(visitor, first, 1, 0.8, 0.5);
    await waitUntil(() => Number(first.value) < thisYear, 'the first is dragged away');
    expect(last.value).to.equal(String(thisYear));
    last.focus();
    await visitor.press('Home');
    first.focus();
    await visitor.press('Home');
    last.focus();
    await visitor.press('Home');
    expect([first.value, last.value]).to.deep.equal(['2010', '2010']);
    await drag(visitor, last, 0, 0.3, 0.5);
    await waitUntil(() => Number(last.value) > 2010, 'the last is dragged away');
    expect(first.value).to.equal('2010');
  });

  it('leaves “Ongoing” and “No date given” to tick, and a year that is chosen', async () => {
    const visitor = await years();
    expect(visitor.values('Year')).to.deep.equal(['Ongoing 2', 'No date given 1']);
    field(visitor, 'to').focus();
    await sendKeys({press: 'ArrowDown'});
    await visitor.refine('No date given');
    expect(visitor.chips()).to.have.length(2);
    expect(visitor.titles()).to.include('f').and.not.to.include('e');
    visitor.element.refine('year', '2014');
    await visitor.settled();
    expect(visitor.values('Year')).to.deep.equal(['2014 1', 'Ongoing 2', 'No date given 1']);
  });

  it('follows a chip that is dropped, and an address that is read', async () => {
    const visitor = await years();
    visitor.element.refine('year', {from: 2012, to: 2014});
    await visitor.settled();
    expect([thumb(visitor, 'First year').value, thumb(visitor, 'Last year').value]).to.deep.equal(['2012', '2014']);
    expect(visitor.all('.bars .chosen')).to.have.length(3 + 1);
    await visitor.click(visitor.button('Remove filter: Year, 2012 to 2014'));
    expect(thumb(visitor, 'First year').value).to.equal('2010');
    expect(visitor.all('.bars .chosen')).to.have.length(thisYear - 2009 + 1);
  });

  it('is shown beside the list of years if the page names both', async () => {
    const visitor = await years('year year-range');
    const [list, picture] = visitor.all('details');
    expect(list!.querySelectorAll('li').length).to.be.above(5);
    expect(picture!.querySelectorAll('li')).to.have.length(0);
    await visitor.click(visitor.button(/^Show \d+ more/));
    await visitor.refine('Ongoing');
    expect(visitor.titles()).to.deep.equal(['d', 'e']);
  });

  it('begins where the line begins: with low years on the right in Arabic', async () => {
    const visitor = await visit(
      html`<good-practice-browser lang="ar" facets="year-range" .practices=${records}></good-practice-browser>`,
    );
    await picture(visitor);
    await waitUntil(() => visitor.one('.root').dir === 'rtl', 'it is drawn in Arabic');
    const [low, high] = [visitor.all('.bars rect')[0]!, visitor.all('.bars rect').at(-3)!];
    expect(low.getBoundingClientRect().left).to.be.above(high.getBoundingClientRect().left);
    // WebKitGTK sends no further moves of the mouse after it has grabbed a thumb in a part from right to left.
    if (isWebKit) return;
    const first = visitor.one<HTMLInputElement>('.slider input');
    await drag(visitor, first, 1, 0.8, 0.6);
    await waitUntil(() => Number(first.value) > 2010, 'it is dragged from the right');
  });
});

// Requirement: A-25
describe('the filters beside the cards', () => {
  arriveAsVisitor();
  afterEach(() => {
    document.documentElement.style.scrollPaddingTop = '';
    scrollTo(0, 0);
  });

  const wide = async () => {
    const visitor = await visit(
      html`<div style="width: 760px; font-size: 16px">
        <good-practice-browser
          url="off"
          facets="topic country city year-range"
          src=${REAL_FEED}
        ></good-practice-browser>
      </div>`,
    );
    await visitor.settled();
    await nextFrame();
    await nextFrame();
    return visitor;
  };
  const top = (element: Element) => element.getBoundingClientRect().top;

  it('begin where the first card begins', async () => {
    const visitor = await wide();
    expect(top(visitor.one('.filters'))).to.equal(top(visitor.one('gpb-card')));
  });

  it('stay in view on a long page, and scroll by themselves', async () => {
    const visitor = await wide();
    visitor.all('gpb-card')[10]!.scrollIntoView({behavior: 'instant'});
    const filters = visitor.one('.filters');
    expect(top(filters)).to.equal(0);
    expect(filters.clientHeight).to.be.at.most(innerHeight);
    expect(filters.scrollHeight).to.be.above(filters.clientHeight);
    const {scrollY} = window;
    visitor.all('summary').at(-1)!.focus();
    const box = () => visitor.focused!.getBoundingClientRect();
    // WebKit scrolls in another process.
    await waitUntil(() => box().top >= 0 && box().bottom <= innerHeight, 'the focus is in view');
    expect(window.scrollY, 'the page stays').to.equal(scrollY);
  });

  it('stay below a sticky header of the page, as its scroll-padding says', async () => {
    document.documentElement.style.scrollPaddingTop = '100px';
    const visitor = await wide();
    visitor.all('gpb-card')[10]!.scrollIntoView({behavior: 'instant'});
    const {top: upper, bottom} = visitor.one('.filters').getBoundingClientRect();
    expect(upper).to.equal(100);
    expect(bottom).to.be.at.most(innerHeight);
  });
});

// Requirement: A-20
describe('the filters at 320 pixels', () => {
  arriveAsVisitor();

  it('open in the flow, and close by a button that says how many practices there are', async () => {
    const visitor = await visit(
      html`<div style="width: 320px">
        <good-practice-browser facets="topic country year-range" src=${REAL_FEED}></good-practice-browser>
      </div>`,
    );
    expect(visitor.all('details').filter((one) => one.checkVisibility())).to.have.length(0);
    const button = visitor.button('Filters');
    button.focus();
    await visitor.press('Enter');
    expect(button.ariaExpanded).to.equal('true');
    await visitor.refine('Spain');
    expect(text(button)).to.equal('Filters (1)');
    const {right} = visitor.element.getBoundingClientRect();
    for (const each of visitor.all('.filters *').filter((part) => part.checkVisibility()))
      expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 100)).to.be.at.most(right + 0.5);
    const done = visitor.all('button').filter((one) => text(one) === 'Show 24 practices')[0]!;
    await visitor.click(done);
    expect(visitor.all('details').filter((one) => one.checkVisibility())).to.have.length(0);
    expect(visitor.focus).to.equal('button “Filters (1)”');
  });
});
