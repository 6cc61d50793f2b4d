import {aTimeout, expect} from '@open-wc/testing';
import type {GpbCard} from '../../src/elements/card/gpb-card.js';
import {
  arrive,
  arriveAsVisitor,
  html,
  REAL_FEED,
  text,
  visit,
  Visitor,
  waitUntil,
} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

expectWarnings(/\/__fault\/|is not (?:understood|one of)/);

describe('<good-practice-browser>', () => {
  arriveAsVisitor();

  const records = [
    {
      id: 'a',
      title: 'Music school',
      city: 'Limassol',
      country: 'CY',
      period: '2015-2019',
      topics: ['education'],
      summary: 'Free lessons.',
    },
    {
      id: 'b',
      title: 'Street theatre',
      city: 'Zürich',
      country: 'CH',
      period: 'Since 2018',
      topics: ['culture', 'education'],
    },
    {
      id: 'c',
      title: 'Youth council',
      city: 'Bilbao',
      country: 'ES',
      topics: ['youth'],
      sections: [{heading: 'Purpose', text: 'To be heard.'}],
    },
  ];
  const small = () => visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
  const real = () => visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);

  describe('searching', () => {
    it('finds Manchester for “manchster”, and marks it', async () => {
      const visitor = await real();
      await visitor.search('manchster');
      expect(visitor.titles()).to.deep.equal(['Employment opportunities as a factor of cohesion']);
      expect(visitor.marks()).to.include('Manchester');
      expect(visitor.total()).to.equal('1 of 180 practices');
    });

    it('finds Zürich for “zurich”', async () => {
      const visitor = await small();
      await visitor.search('zurich');
      expect(visitor.titles()).to.deep.equal(['Street theatre']);
    });

    it('goes back to all practices with Escape', async () => {
      const visitor = await small();
      await visitor.search('zurich');
      await visitor.press('Escape');
      expect(visitor.titles()).to.have.length(3);
    });

    it('can be undone by the button in the field, which hands the focus back', async () => {
      const visitor = await small();
      await visitor.search('zurich');
      await visitor.click(visitor.button('Clear search'));
      expect(visitor.titles()).to.have.length(3);
      expect(visitor.focus).to.equal('input “Search good practices”');
    });

    it('says when practices are only close to what was asked', async () => {
      const visitor = await small();
      await visitor.search('music zebra');
      expect(visitor.titles()).to.deep.equal(['Music school']);
      expect(visitor.one('.note').textContent).to.include('closest');
    });

    it('names the query and the filters when nothing is found, and offers the ways back', async () => {
      const visitor = await small();
      await visitor.refine('Spain');
      await visitor.search('qqqq');
      expect(text(visitor.one('[part=empty]')))
        .to.include('“qqqq”')
        .and.to.include('Spain');
      await visitor.click(visitor.button('Clear all'));
      expect(visitor.titles()).to.have.length(3);
      expect(visitor.focus).to.equal('input “Search good practices”');
    });

    // Requirement: I-14
    it('does not search for half a syllable of an input method, nor touches it', async () => {
      const visitor = await small();
      const input = visitor.one<HTMLInputElement>('input[type=search]');
      const isComposing = {isComposing: true, bubbles: true, composed: true};
      input.dispatchEvent(new CompositionEvent('compositionstart', isComposing));
      for (const text of ['z', 'zu', 'zurich']) {
        input.value = text;
        input.dispatchEvent(new CompositionEvent('compositionupdate', isComposing));
        input.dispatchEvent(new InputEvent('input', isComposing));
        await visitor.settled();
      }
      visitor.element.requestUpdate();
      await visitor.settled();
      expect(visitor.titles()).to.have.length(3);
      expect(input.value).to.equal('zurich');
      input.dispatchEvent(new KeyboardEvent('keydown', {...isComposing, key: 'Escape', cancelable: true}));
      expect(input.value).to.equal('zurich');
      input.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true}));
      await visitor.settled();
      expect(visitor.titles()).to.deep.equal(['Street theatre']);
    });
  });

  describe('refining', () => {
    it('leaves the other countries to choose when Spain is ticked', async () => {
      const visitor = await real();
      const before = visitor.values('Country');
      await visitor.refine('Spain');
      expect(visitor.total()).to.equal('24 of 180 practices');
      expect(visitor.values('Country')).to.deep.equal(before);
    });

    it('counts a practice in every year in which it ran', async () => {
      const visitor = await small();
      await visitor.click(visitor.button(/^Show \d+ more/));
      expect(visitor.values('Year')).to.include.members(['2017 1', '2019 2', 'Ongoing 1', 'No date given 1']);
      await visitor.refine('2017');
      expect(visitor.titles()).to.deep.equal(['Music school']);
    });

    it('wants one value of each facet that is refined', async () => {
      const visitor = await small();
      await visitor.refine('education');
      await visitor.refine('youth');
      expect(visitor.titles()).to.have.length(3);
      await visitor.refine('Cyprus');
      expect(visitor.titles()).to.deep.equal(['Music school']);
    });

    // Requirement: A-14
    it('says how many are chosen, and keeps a ticked box when nothing is left of it', async () => {
      const visitor = await small();
      await visitor.refine('Spain');
      expect(text(visitor.all('.badge')[0])).to.equal('1 selected');
      await visitor.search('music');
      expect(visitor.values('Country')).to.deep.equal(['Cyprus 1', 'Spain 0']);
      expect(visitor.checkbox('Spain').checked).to.equal(true);
    });

    // Requirement: A-15
    it('leaves the focus on the box', async () => {
      const visitor = await small();
      visitor.checkbox('Spain').focus();
      await visitor.press('Space');
      expect(visitor.titles()).to.deep.equal(['Youth council']);
      expect(visitor.focus).to.equal('input “Spain”');
    });

    // Requirement: A-15
    it('leaves the focus on a box that was there only because it was ticked, until another is ticked', async () => {
      const visitor = await small();
      await visitor.refine('Spain');
      await visitor.search('music');
      visitor.checkbox('Spain').focus();
      await visitor.press('Space');
      expect(visitor.values('Country')).to.deep.equal(['Cyprus 1', 'Spain 0']);
      expect(visitor.focus).to.equal('input “Spain”');
      await visitor.refine('education');
      expect(visitor.values('Country')).to.deep.equal(['Cyprus 1']);
    });

    // Requirement: A-15
    it('leaves the focus on the topic of a card, wherever the card moves', async () => {
      const visitor = await real();
      const last = visitor.all<GpbCard>('gpb-card').findLast(({shadowRoot}) => shadowRoot!.querySelector('.toggle'))!;
      await visitor.readMore(text(last.shadowRoot!.querySelector('#title')));
      const topic = last.shadowRoot!.querySelector<HTMLElement>('[part=topic]')!;
      topic.focus();
      await visitor.press('Enter');
      expect(visitor.chips()).to.deep.equal([text(topic)]);
      expect(visitor.focus).to.equal(`button “Filter by ${text(topic)}”`);
    });

    // Requirement: A-17
    it('shows more values on demand, and goes to the first of them', async () => {
      const visitor = await real();
      expect(visitor.values('Topic')).to.have.length(6);
      await visitor.click(visitor.button(/^Show 13 more/));
      expect(visitor.values('Topic')).to.have.length(19);
      expect(visitor.focus).to.equal(`input “${visitor.values('Topic')[6]!.replace(/ \d+$/, '')}”`);
    });

    it('works by the topics of an open card', async () => {
      const visitor = await small();
      await visitor.readMore('Youth council');
      await visitor.click(visitor.button('Filter by youth'));
      expect(visitor.titles()).to.deep.equal(['Youth council']);
      expect(visitor.chips()).to.deep.equal(['youth']);
    });

    it('works by the country and the cities of an open card, which read as one line', async () => {
      const visitor = await visit(
        html`<good-practice-browser
          .practices=${[
            {title: 'Twin towns', city: ['Leeds', 'Bradford'], country: 'GB', sections: ['Visits.']},
            {title: 'Far away', city: 'leeds', country: 'ES', sections: ['None.']},
            {title: 'Near by', city: 'York', country: 'GB'},
          ]}
        ></good-practice-browser>`,
      );
      for (const title of ['Twin towns', 'Far away']) await visitor.readMore(title);
      // The browser does not draw white space at the edges of a button.
      expect(text(visitor.one('.places')).replaceAll(' ,', ',')).to.equal('Leeds and Bradford, United Kingdom');
      for (const button of visitor.all('button[part=place]')) {
        const {width, height} = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(24);
      }
      visitor.button('Filter by Leeds').focus();
      await visitor.press('Enter');
      expect(visitor.titles()).to.deep.equal(['Twin towns', 'Far away']);
      expect(visitor.all('[part=place]').map((button) => `${text(button)} ${button.ariaPressed}`)).to.deep.equal([
        'Leeds true',
        'Bradford null',
        'United Kingdom null',
        'leeds true',
        'Spain null',
      ]);
      expect(visitor.focus).to.equal('button “Filter by Leeds”');
      await visitor.click(visitor.button('Filter by Spain'));
      expect(visitor.titles()).to.deep.equal(['Far away']);
      expect(visitor.chips()).to.deep.equal(['Spain', 'Leeds']);
      await visitor.click(visitor.button('Filter by leeds'));
      expect(visitor.titles()).to.deep.equal(['Far away']);
      expect(visitor.chips()).to.deep.equal(['Spain']);
    });

    // Requirement: A-16
    it('is undone by a chip, after which the focus is on the next', async () => {
      const visitor = await small();
      await visitor.refine('education');
      await visitor.refine('Cyprus');
      visitor.button('Remove filter: Topic, education').focus();
      await visitor.press('Enter');
      expect(visitor.chips()).to.deep.equal(['Cyprus']);
      expect(visitor.focus).to.equal('button “Remove filter: Country, Cyprus”');
      await visitor.press('Enter');
      expect(visitor.chips()).to.deep.equal([]);
      expect(visitor.focus).to.equal('input “Search good practices”');
    });

    // Requirement: A-16
    it('is undone as a whole by “Clear all”', async () => {
      const visitor = await small();
      await visitor.refine('education');
      await visitor.click(visitor.button('Clear all'));
      expect(visitor.titles()).to.have.length(3);
      expect(visitor.focus).to.equal('input “Search good practices”');
    });
  });

  describe('reading', () => {
    // Requirement: A-02
    it('opens and closes a card by keyboard, where the focus stays and the button does not move', async () => {
      const visitor = await real();
      const button = visitor.button('Read more: The Inclusive Anchors Network');
      button.focus();
      await visitor.scrollTo(button);
      for (const key of ['Enter', 'Space']) {
        const {top} = button.getBoundingClientRect();
        const isOpen = button.ariaExpanded === 'true';
        await visitor.press(key);
        await new Promise(requestAnimationFrame);
        expect(button.ariaExpanded).to.equal(String(!isOpen));
        expect(visitor.focus).to.match(/^button “Read (more|less): The Inclusive Anchors Network”$/);
        expect(button.getBoundingClientRect().top).to.be.closeTo(top, 1);
      }
    });

    // Requirement: A-03
    it('hides closed content from everything but the browser’s own search', async () => {
      const visitor = await small();
      const body = visitor.one('#body');
      expect(body.getAttribute('hidden')).to.equal('until-found');
      body.dispatchEvent(new Event('beforematch', {bubbles: true}));
      await visitor.settled();
      expect(body.hasAttribute('hidden')).to.equal(false);
    });

    // Requirement: A-06
    it('offers the source where there is nothing more to read, and nothing where there is no source', async () => {
      const visitor = await visit(
        html`<good-practice-browser
          .practices=${[
            {title: 'One', url: 'https://www.coe.int/x'},
            {title: 'Two', summary: 'Short.'},
          ]}
        ></good-practice-browser>`,
      );
      const [one, two] = visitor.all('gpb-card');
      expect(one!.shadowRoot!.querySelector('a')!.ariaLabel).to.equal('Source on coe.int: One');
      expect(two!.shadowRoot!.querySelector('button, a')).to.equal(null);
    });

    it('does not redraw its cards when more arrive', async () => {
      const visitor = await real();
      const cards = visitor.all<GpbCard>('gpb-card');
      const drawn: string[] = [];
      for (const card of cards) card.addController({hostUpdate: () => drawn.push(card.practice.id)});
      await visitor.click(visitor.button('Show more practices'));
      expect(visitor.titles()).to.have.length(24);
      expect(drawn).to.deep.equal([]);
      await visitor.click(visitor.button(/^Read more: /));
      expect(drawn).to.deep.equal([cards[0]!.practice.id]);
    });

    it('shows more practices, and puts the focus on the first of them', async () => {
      const visitor = await real();
      expect(visitor.titles()).to.have.length(12);
      await visitor.click(visitor.button('Show more practices'));
      expect(visitor.titles()).to.have.length(24);
      await waitUntil(() => visitor.focus === `h2 “${visitor.titles()[12]}”`, 'the focus is on the first new card');
    });

    it('goes back to the usual order, which follows the query again', async () => {
      const visitor = await small();
      const select = visitor.one<HTMLSelectElement>('select');
      const choose = async (sort: string) => {
        select.value = sort;
        select.dispatchEvent(new Event('change', {bubbles: true}));
        await visitor.settled();
      };
      await choose('title');
      expect(location.search).to.include('gp-sort=title');
      await choose('feed');
      expect(location.search).not.to.include('gp-sort');
      await visitor.search('youth');
      expect(visitor.element.searchState.sort).to.equal(null);
      expect(select.value).to.equal('relevance');
      await visitor.search(' ');
      expect(select.value).to.equal('feed');
    });

    it('says that the list was cut, and only then', async () => {
      const body = btoa(JSON.stringify(records));
      const src = `/__fault/echo?type=application/json&body=${encodeURIComponent(body)}`;
      const cut = await visit(html`<good-practice-browser max-practices="2" src=${src}></good-practice-browser>`);
      expect(text(cut.one('[part=closing]'))).to.equal('Only the first 2 of 3 practices are shown.');
      const whole = await visit(html`<good-practice-browser max-practices="3" src=${src}></good-practice-browser>`);
      expect(whole.all('[part=closing]'), 'there is nothing to say').to.have.length(0);
    });

    it('sorts by title in the order of the language', async () => {
      const visitor = await visit(
        html`<good-practice-browser
          sort="title"
          .practices=${['Zebra', 'Äpfel', 'Banana'].map((title) => ({title}))}
        ></good-practice-browser>`,
      );
      expect(visitor.titles()).to.deep.equal(['Äpfel', 'Banana', 'Zebra']);
    });
  });

  describe('[scope]', () => {
    it('leaves only its practices, for good', async () => {
      const visitor = await visit(
        html`<good-practice-browser scope="country:Spain,CH" .practices=${records}></good-practice-browser>`,
      );
      expect(visitor.total()).to.equal('2 practices');
      await visitor.search('music');
      expect(visitor.titles()).to.deep.equal([]);
    });
  });

  describe('[preset]', () => {
    it('is chosen at the start, and can be dropped', async () => {
      const visitor = await visit(
        html`<good-practice-browser preset="topic:youth" .practices=${records}></good-practice-browser>`,
      );
      expect(visitor.chips()).to.deep.equal(['youth']);
      await visitor.click(visitor.button('Remove filter: Topic, youth'));
      expect(visitor.titles()).to.have.length(3);
      // Safari lets nobody write more than a hundred times in ten seconds, and the tests before this one did.
      await waitUntil(() => location.search.includes('gp-q='), 'the address says so');
      visitor.element.remove();
      const again = await visit(
        html`<good-practice-browser preset="topic:youth" .practices=${records}></good-practice-browser>`,
      );
      expect(again.titles()).to.have.length(3);
    });
  });

  describe('[lang]', () => {
    it('speaks the language of the nearest ancestor, and follows a change', async () => {
      const visitor = await visit(
        html`<section lang="fr"><good-practice-browser .practices=${records}></good-practice-browser></section>`,
      );
      await waitUntil(() => visitor.total() === '3 pratiques');
      expect(visitor.values('Pays')).to.include('Suisse 1');
      visitor.element.closest('section')!.lang = 'en-GB';
      await waitUntil(() => visitor.total() === '3 practices');
      visitor.element.lang = 'fr';
      await waitUntil(() => visitor.total() === '3 pratiques');
    });

    it('is English where the page says nothing that is a language', async () => {
      const visitor = await visit(
        html`<section lang="not a language">
          <good-practice-browser .practices=${records}></good-practice-browser>
        </section>`,
      );
      expect(visitor.total()).to.equal('3 practices');
    });

    it('lets the page choose its own words', async () => {
      const visitor = await visit(
        html`<good-practice-browser .messages=${{readMore: 'Go on'}} .practices=${records}></good-practice-browser>`,
      );
      expect(text(visitor.one('[part=toggle]'))).to.equal('Go on');
    });
  });

  describe('[heading-level]', () => {
    const levels = async (markup: ReturnType<typeof html>) => {
      const visitor = await visit(markup);
      return visitor.all('h1, h2, h3, h4, h5, h6').map(({localName}) => localName);
    };

    // Requirement: A-08
    it('puts cards one deeper than the heading, and never deeper than six', async () => {
      const one = [records[2]!];
      expect(
        await levels(html`<good-practice-browser heading="Us" .practices=${one}></good-practice-browser>`),
      ).to.deep.equal(['h2', 'h3', 'h4']);
      expect(await levels(html`<good-practice-browser .practices=${one}></good-practice-browser>`)).to.deep.equal([
        'h2',
        'h3',
      ]);
      expect(
        await levels(
          html`<good-practice-browser heading="Us" heading-level="5" .practices=${one}></good-practice-browser>`,
        ),
      ).to.deep.equal(['h5', 'h6', 'h6']);
    });
  });

  describe('failing', () => {
    it('says so, shows the fallback content, and loads again on demand', async () => {
      const element = await arrive(
        html`<good-practice-browser src="/__fault/echo?status=503"><p>Our old list</p></good-practice-browser>`,
      );
      const visitor = new Visitor(element);
      await waitUntil(() => visitor.all('[part=failure]').length, 'it says so');
      expect(text(visitor.one('[part=failure]'))).to.include('The server is busy');
      expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
      element.src = REAL_FEED;
      await waitUntil(() => element.searchResults);
      await visitor.settled();
      expect(element.querySelector('p')!.checkVisibility()).to.equal(false);
    });

    it('tells the page what happened', async () => {
      const events: CustomEvent[] = [];
      const listen = (event: Event) => events.push(event as CustomEvent);
      document.addEventListener('gpb-failed', listen, {once: true});
      await arrive(html`<good-practice-browser src="/__fault/echo?status=404"></good-practice-browser>`);
      await waitUntil(() => events.length);
      expect(events[0]!.detail).to.include({code: 'http', status: 404, retryable: false});
      expect(Object.isFrozen(events[0]!.detail)).to.equal(true);
    });
  });

  // Requirement: E-17
  describe('events', () => {
    it('tell what the visitor did, and are silent about what the page did', async () => {
      const visitor = await small();
      const seen: [string, unknown][] = [];
      for (const type of ['gpb-searched', 'gpb-opened'] as const)
        visitor.element.addEventListener(type, ({detail}: CustomEvent) => seen.push([type, detail]));
      visitor.element.refine('topic', 'youth');
      visitor.element.open('c');
      visitor.element.clear();
      await visitor.settled();
      expect(seen).to.deep.equal([]);
      await visitor.refine('Spain');
      visitor.element.shadowRoot!.querySelector('gpb-card')!.open = false;
      await visitor.readMore('Youth council').catch(() => undefined);
      expect(seen[0]).to.deep.equal([
        'gpb-searched',
        {
          query: '',
          refinements: {topic: [], country: ['ES'], city: [], year: [], source: []},
          collection: '',
          totalHits: 1,
        },
      ]);
    });
  });

  describe('moving', () => {
    it('keeps its state when it is moved in the document', async () => {
      const visitor = await real();
      await visitor.search('music');
      const titles = visitor.titles();
      document.body.prepend(visitor.element);
      await visitor.settled();
      expect(visitor.titles()).to.deep.equal(titles);
      visitor.element.remove();
    });

    it('keeps its practices when it is moved while it asks for newer ones', async () => {
      const visitor = await real();
      const failures: Event[] = [];
      visitor.element.addEventListener('gpb-failed', (event) => failures.push(event));
      visitor.element.src = '/__fault/silent';
      await visitor.element.updateComplete;
      document.body.prepend(visitor.element);
      await aTimeout(0);
      await aTimeout(0);
      expect(visitor.titles()).to.have.length(12);
      expect(failures).to.deep.equal([]);
      visitor.element.remove();
    });

    it('applies properties that the page set before the element was connected', async () => {
      const element = document.createElement('good-practice-browser');
      Object.assign(element, {practices: records});
      element.refine('country', 'ES');
      document.body.append(element);
      await waitUntil(() => element.searchResults);
      expect(new Visitor(element).titles()).to.deep.equal(['Youth council']);
      element.remove();
    });

    it('works when its properties were set before it was defined', async () => {
      const element = document.createElement('good-practice-browser');
      Object.assign(element, {practices: records});
      document.body.append(element);
      await waitUntil(() => element.searchResults);
      expect(new Visitor(element).titles()).to.have.length(3);
      element.remove();
    });
  });
});
