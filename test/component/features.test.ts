import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';
import {announced, saved} from '../support/downloads.js';

const TRY_AGAIN = 'Please check your connection and try again.';
const failures = (visitor: Visitor) => visitor.all('.failed').map(text);

/** Cuts the connection to what searches. Returns a function that restores it. */
function disconnect(visitor: Visitor): () => void {
  const engine = visitor.element['search'].engine!;
  const {hits, practice} = engine;
  const fail = () => Promise.reject(new Error('no answer'));
  Object.assign(engine, {hits: fail, practice: fail});
  return () => void Object.assign(engine, {hits, practice});
}

describe('downloading', () => {
  arriveAsVisitor();

  const real = () => visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
  const opened = async () => {
    const visitor = await real();
    visitor.button('Download').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.all('gpb-download').some(({shadowRoot}) => shadowRoot), 'the feature is defined');
    return visitor;
  };

  it('opens the menu by keyboard, and leaves the focus on the button', async () => {
    const visitor = await opened();
    expect(visitor.focus).to.equal('button “Download”');
    expect(visitor.button('Download').ariaExpanded).to.equal('true');
    await visitor.press('Tab');
    expect(visitor.focus).to.equal('button “Table (CSV)”');
    visitor.button('Download').focus();
    await visitor.press('Enter');
    expect(visitor.all('gpb-download')).to.have.length(0);
  });

  it('opens on a line of its own: a screen reader that reads line by line comes to it next', async () => {
    const visitor = await opened();
    visitor.element.style.inlineSize = '1200px';
    const menu = visitor.one('gpb-download').getBoundingClientRect();
    expect(menu.top).to.be.at.least(visitor.button('Download').getBoundingClientRect().bottom);
  });

  it('saves every hit and not only those of the page, and says so', async () => {
    const visitor = await opened();
    await visitor.refine('Spain');
    const {name, text} = await saved(() => visitor.click(visitor.button('Data (JSON)')));
    expect(visitor.titles()).to.have.length(12);
    expect(JSON.parse(text).practices).to.have.length(24);
    expect(name).to.match(/^good-practices-of-intercultural-cities-\d{4}-\d\d-\d\d\.json$/);
    await announced(`24 practices downloaded as ${name}`);
  });

  it('saves the hits of the moment when the button is pressed', async () => {
    const visitor = await opened();
    await visitor.search('manchster');
    const {text} = await saved(() => visitor.click(visitor.button('Table (CSV)')));
    expect(text.match(/\r\n/g)).to.have.length(2);
    expect(text).to.include('"Employment opportunities as a factor of cohesion"');
  });

  it('says that it failed, until the visitor tries again or searches on', async () => {
    const visitor = await opened();
    const restore = disconnect(visitor);
    await visitor.click(visitor.button('Table (CSV)'));
    await waitUntil(() => failures(visitor).join() === TRY_AGAIN, 'it says that it failed');
    await announced(TRY_AGAIN);
    restore();
    const {text} = await saved(() => visitor.click(visitor.button('Table (CSV)')));
    expect(text.match(/\r\n/g)).to.have.length.above(100);
    expect(failures(visitor)).to.deep.equal([]);
    disconnect(visitor);
    await visitor.click(visitor.button('Data (JSON)'));
    await waitUntil(() => failures(visitor).length, 'it says so again');
    await visitor.refine('Spain');
    expect(failures(visitor)).to.deep.equal([]);
  });

  it('is not offered where nothing is found', async () => {
    const visitor = await real();
    await visitor.search('qqqqqq');
    expect(visitor.all('[part=download]')).to.have.length(0);
  });
});

describe('“Print all”', () => {
  arriveAsVisitor();

  it('says that it failed, until the visitor tries again or searches on', async () => {
    const visitor = await visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
    const {print} = window;
    const printed: number[] = [];
    window.print = () => void printed.push(visitor.all('gpb-card').length);
    const restore = disconnect(visitor);
    await visitor.click(visitor.button('Print all'));
    await waitUntil(() => failures(visitor).join() === TRY_AGAIN, 'it says that it failed');
    await announced(TRY_AGAIN);
    expect(visitor.one('.failed').role).to.equal(null);
    expect([printed, visitor.titles().length]).to.deep.equal([[], 12]);
    restore();
    await visitor.click(visitor.button('Print all'));
    await waitUntil(() => printed.length, 'it is printed');
    window.dispatchEvent(new Event('afterprint'));
    await visitor.settled();
    expect([printed, failures(visitor)]).to.deep.equal([[100], []]);
    disconnect(visitor);
    await visitor.click(visitor.button('Print all'));
    await waitUntil(() => failures(visitor).length, 'it says so again');
    await visitor.refine('Spain');
    expect(failures(visitor)).to.deep.equal([]);
    window.print = print;
  });
});

describe('“More like this”', () => {
  arriveAsVisitor();

  const records = [
    {id: 'leeds', title: 'Music school', city: 'Leeds', country: 'GB', topics: ['music'], sections: ['Free lessons.']},
    ...[1, 2, 3, 4, 5].map((n) => ({title: `Other ${n}`, country: 'FR', topics: ['other'], period: '2015'})),
    {id: 'oslo', title: 'Choir', city: 'Oslo', country: 'NO', topics: ['music'], sections: ['All may sing.']},
  ];
  const arrive = async () => {
    const visitor = await visit(
      html`<good-practice-browser hits-per-page="2" .practices=${records}></good-practice-browser>`,
    );
    await visitor.readMore('Music school');
    await waitUntil(() => similar(visitor).length, 'the similar ones are there');
    return visitor;
  };
  const similar = (visitor: Visitor) =>
    visitor.all('gpb-similar').flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('li') ?? [])].map(text));

  it('names at the end of an open practice those that share most with it, under a heading', async () => {
    const visitor = await arrive();
    expect(similar(visitor)).to.deep.equal(['Choir Oslo, Norway']);
    const levels = visitor.all('h2, h3, h4').map((heading) => `${heading.localName} ${text(heading)}`);
    expect(levels).to.deep.equal(['h2 Music school', 'h3 More like this', 'h2 Other 1']);
  });

  it('opens one at its place in the list, however far down, with the focus on its title', async () => {
    const visitor = await arrive();
    const opened: unknown[] = [];
    visitor.element.addEventListener('gpb-opened', ({detail}) => opened.push(detail));
    visitor.button('Choir').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus === 'h2 “Choir”', 'the practice has the focus');
    expect(visitor.titles()).to.have.length(7);
    expect(visitor.button('Read less: Choir').checkVisibility()).to.equal(true);
    expect(visitor.element.searchState.open).to.deep.equal(['leeds', 'oslo']);
    expect(opened).to.deep.equal([{id: 'oslo', title: 'Choir'}]);
    expect(visitor.all('.note')).to.have.length(0);
  });

  it('gives up the query and the filters that hide it, and says so', async () => {
    const visitor = await arrive();
    await visitor.search('lessons');
    await visitor.refine('United Kingdom');
    await visitor.click(visitor.button('Choir'));
    await waitUntil(() => visitor.focus === 'h2 “Choir”', 'the practice has the focus');
    const note = 'Search and filters were cleared to show this practice.';
    expect(visitor.all('.note').map(text)).to.deep.equal([note]);
    expect(visitor.chips()).to.deep.equal([]);
    await announced(note);
    await visitor.search('choir');
    expect(visitor.all('.note').map(text)).not.to.include(note);
  });

  it('goes back to the list before', async () => {
    const visitor = await arrive();
    await visitor.search('lessons');
    await visitor.click(visitor.button('Choir'));
    await waitUntil(() => visitor.focus === 'h2 “Choir”', 'the practice has the focus');
    history.back();
    await waitUntil(() => visitor.element.searchState.query === 'lessons', 'the query is there again');
    await visitor.settled();
    expect(visitor.titles()).to.deep.equal(['Music school']);
    expect(visitor.element.searchState.open).to.deep.equal(['leeds']);
  });

  it('leaves nothing of it behind when the visitor goes back: no card that does not match, and no note', async () => {
    const others = Array.from({length: 25}, (_, n) => ({title: `Far ${n}`, country: 'FR', topics: ['other']}));
    const visitor = await visit(
      html`<good-practice-browser
        hits-per-page="2"
        .practices=${[...records.slice(0, -1), ...others, records.at(-1)]}
      ></good-practice-browser>`,
    );
    await visitor.readMore('Music school');
    await waitUntil(() => similar(visitor).length, 'the similar ones are there');
    await visitor.search('lessons');
    await visitor.click(visitor.button('Choir'));
    await waitUntil(() => visitor.focus === 'h2 “Choir”', 'the practice has the focus');
    expect(visitor.titles()).to.deep.equal(['Music school', 'Other 1', 'Choir']);
    await waitUntil(() => (history.state as {'gpb-gp'?: unknown} | null)?.['gpb-gp'], 'the place is remembered');
    history.back();
    await waitUntil(() => visitor.element.searchState.query === 'lessons', 'the query is there again');
    await visitor.settled();
    expect(visitor.titles()).to.deep.equal(['Music school']);
    history.forward();
    await waitUntil(() => visitor.titles().includes('Choir'), 'it is shown again');
    expect(visitor.all('.note')).to.have.length(0);
  });
});

describe('my list', () => {
  arriveAsVisitor();

  const records = ['Music school', 'Street theatre', 'Youth council'].map((title, i) => ({
    id: `p${i}`,
    title,
    city: 'Leeds',
    sections: [{heading: 'Purpose', text: `About ${title}.`}],
  }));
  const small = () => visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
  const keep = async (visitor: Visitor, title: string) => {
    visitor.button(`My list: ${title}`).focus();
    await visitor.press('Enter');
  };
  /** The titles in the panel of the list, once it is open. */
  const list = (visitor: Visitor) =>
    visitor.all('gpb-list').flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll('.title')].map(text));
  const shows = (visitor: Visitor, ...titles: string[]) =>
    waitUntil(() => list(visitor).join() === titles.join(), `the list has ${titles.join()}`);
  /** The button in the toolbar that opens the list. */
  const counter = (visitor: Visitor) => visitor.one('.list-counter');
  const nameOf = (button: Element) => text(button.querySelector('.visually-hidden'));
  const openPanel = async (visitor: Visitor) => {
    counter(visitor).focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus.includes('“My list: '), 'the heading of the list has the focus');
  };
  const twoOf = async () => {
    const visitor = await small();
    await keep(visitor, 'Youth council');
    await keep(visitor, 'Music school');
    await openPanel(visitor);
    await shows(visitor, 'Youth council', 'Music school');
    return visitor;
  };
  /** Where an element of the widget is, however far the page has scrolled. */
  const place = (visitor: Visitor, each: Element) => {
    const {height, left, top, width} = each.getBoundingClientRect();
    return [left, top - visitor.element.getBoundingClientRect().top, width, height].map(Math.round).join();
  };
  const places = (visitor: Visitor) =>
    visitor.all('gpb-card, button:not(.list-counter), select, input, h2').map((each) => place(visitor, each));
  const address = () => new URL(location.href).searchParams.getAll('gp-list');

  it('takes a practice by the button of its card, which keeps the focus, and says how many there are', async () => {
    const visitor = await small();
    const button = visitor.button('My list: Street theatre');
    expect(button.ariaPressed).to.equal('false');
    await keep(visitor, 'Street theatre');
    expect(button.ariaPressed).to.equal('true');
    expect(visitor.focus).to.equal('button “My list: Street theatre”');
    await announced('My list: 1 practice');
    await keep(visitor, 'Street theatre');
    expect(button.ariaPressed).to.equal('false');
    expect(counter(visitor).checkVisibility({visibilityProperty: true})).to.equal(false);
  });

  it('moves nothing when it gets a practice, so that a second click takes the practice back', async () => {
    const visitor = await small();
    const before = places(visitor);
    const button = visitor.button('My list: Street theatre');
    await visitor.click(button);
    expect(address()).to.deep.equal(['p1']);
    expect(places(visitor)).to.deep.equal(before);
    await visitor.click(button);
    expect(address()).to.deep.equal([]);
    expect(places(visitor)).to.deep.equal(before);
  });

  it('opens by its counter above the cards, and by the one beside the button of a listed card', async () => {
    const visitor = await small();
    await keep(visitor, 'Street theatre');
    expect(nameOf(counter(visitor))).to.equal('My list: 1 practice');
    const links = visitor.all('.list-link').filter((link) => link.checkVisibility({visibilityProperty: true}));
    expect(links.map(nameOf)).to.deep.equal(['My list: 1 practice']);
    await visitor.click(links[0]!);
    await waitUntil(() => visitor.focus === 'h2 “My list: 1 practice”', 'the list has the focus');
    await visitor.press('Tab');
    expect(visitor.focus).to.equal('button “Close”');
    await visitor.press('Enter');
    await waitUntil(() => visitor.focused === counter(visitor), 'the counter has the focus');
    expect(visitor.all('gpb-list')).to.have.length(0);
    expect(address()).to.deep.equal(['p1']);
  });

  it('refuses what is beyond its limit with a message, and loses nothing', async () => {
    const ids = Array.from({length: 100}, (_, i) => `x${i}`);
    history.replaceState(null, '', `?${ids.map((id) => `gp-list=${id}`).join('&')}`);
    const visitor = await visit(
      html`<good-practice-browser
        .practices=${[...ids, 'one-more'].map((id) => ({id, title: `Practice ${id}`, city: 'Leeds'}))}
        hits-per-page="101"
      ></good-practice-browser>`,
    );
    const full = 'My list is full. It holds at most 100 practices. Remove one to add another.';
    const button = visitor.button('My list: Practice one-more');
    const before = place(visitor, button);
    await keep(visitor, 'Practice one-more');
    await announced(full);
    expect(visitor.all('.refused').map(text)).to.deep.equal([full]);
    expect(place(visitor, button)).to.equal(before);
    expect(button.ariaPressed).to.equal('false');
    expect(visitor.element.searchState.list).to.deep.equal(ids);
    await keep(visitor, 'Practice x7');
    expect(visitor.all('.refused')).to.have.length(0);
    await keep(visitor, 'Practice one-more');
    expect(visitor.element.searchState.list.at(-1)).to.equal('one-more');
  });

  it('no longer says that it is full once the visitor has gone back or cleared it', async () => {
    const ids = Array.from({length: 100}, (_, i) => `x${i}`);
    history.replaceState(null, '', `?${ids.map((id) => `gp-list=${id}`).join('&')}`);
    const visitor = await visit(
      html`<good-practice-browser
        .practices=${[...ids, 'one-more'].map((id) => ({id, title: `Practice ${id}`}))}
        hits-per-page="101"
      ></good-practice-browser>`,
    );
    const sort = visitor.one<HTMLSelectElement>('[part=sort]');
    sort.value = 'title';
    sort.dispatchEvent(new Event('change'));
    await visitor.settled();
    await keep(visitor, 'Practice one-more');
    expect(visitor.all('.refused')).to.have.length(1);
    history.back();
    await waitUntil(() => visitor.element.searchState.sort === null, 'the order is that of before');
    await visitor.settled();
    expect(visitor.all('.refused')).to.have.length(0);
    await keep(visitor, 'Practice one-more');
    expect(visitor.all('.refused')).to.have.length(1);
    await openPanel(visitor);
    await waitUntil(() => list(visitor).length === 100, 'the list has all');
    await visitor.click(visitor.button('Clear list'));
    expect(visitor.element.searchState.list).to.deep.equal([]);
    expect(visitor.all('.refused')).to.have.length(0);
  });

  it('is accessible, and so is the download', async () => {
    const visitor = await twoOf();
    await visitor.click(visitor.button('Download'));
    await waitUntil(
      () => visitor.all('gpb-download').some(({shadowRoot}) => shadowRoot?.children.length),
      'it is there',
    );
    await expect(visitor.element).to.be.accessible();
  });

  it('lives in the address alone, in the order of the visitor', async () => {
    await twoOf();
    expect(address()).to.deep.equal(['p2', 'p0']);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect(document.cookie).to.equal('');
  });

  describe('that somebody shared', () => {
    const arrive = async (query = '?gp-list=p2&gp-list=unheard&gp-list=p0') => {
      history.replaceState(null, '', query);
      const visitor = await small();
      await waitUntil(() => visitor.titles().length, 'there are cards');
      return visitor;
    };
    const headings = (visitor: Visitor) => visitor.all('.group').map(text);

    it('has its practices first, in their order, and then all others', async () => {
      const visitor = await arrive();
      expect(headings(visitor)).to.deep.equal(['A list of 2 practices', 'All good practices']);
      expect(visitor.titles()).to.deep.equal(['Youth council', 'Music school', 'Street theatre']);
      expect(visitor.all('.note').map(text)).to.deep.equal(['1 practice on this list is no longer available.']);
      expect(text(visitor.one('[part=count]'))).to.equal('3 practices');
      await expect(visitor.element).to.be.accessible();
    });

    it('has no heading for others where it has all practices', async () => {
      const visitor = await arrive('?gp-list=p2&gp-list=p0&gp-list=p1');
      expect(headings(visitor)).to.deep.equal(['A list of 3 practices']);
      expect(visitor.titles()).to.have.length(3);
    });

    it('keeps a practice in its place when the visitor takes it from the list or opens it', async () => {
      const visitor = await arrive();
      await keep(visitor, 'Youth council');
      expect(address()).to.deep.equal(['unheard', 'p0']);
      await visitor.click(visitor.button('Read more: Music school'));
      expect(visitor.titles()).to.deep.equal(['Youth council', 'Music school', 'Street theatre']);
      expect(headings(visitor)).to.have.length(2);
    });

    it('gives way to what the visitor searches, and stays behind the counter', async () => {
      const visitor = await arrive();
      await visitor.search('theatre');
      expect(headings(visitor)).to.deep.equal([]);
      expect(visitor.titles()).to.deep.equal(['Street theatre']);
      expect(nameOf(counter(visitor))).to.equal('My list: 3 practices');
    });

    it('is not put above the results of a search in the same address', async () => {
      const visitor = await arrive('?gp-q=theatre&gp-list=p2');
      expect(headings(visitor)).to.deep.equal([]);
      expect(visitor.titles()).to.deep.equal(['Street theatre']);
    });
  });

  it('never says that a practice is gone while it looks for one that was just put on the list', async () => {
    const visitor = await small();
    await keep(visitor, 'Youth council');
    await openPanel(visitor);
    await shows(visitor, 'Youth council');
    const notes: string[] = [];
    const {shadowRoot} = visitor.one('gpb-list');
    new MutationObserver(() => notes.push(...visitor.all('.gone').map(text))).observe(shadowRoot!, {
      childList: true,
      subtree: true,
    });
    await keep(visitor, 'Music school');
    await shows(visitor, 'Youth council', 'Music school');
    expect(notes).to.deep.equal([]);
  });

  it('opens a practice at its place in the list', async () => {
    const visitor = await twoOf();
    await visitor.search('theatre');
    await visitor.click(visitor.button('Youth council'));
    await waitUntil(() => visitor.focus === 'h2 “Youth council”', 'the practice has the focus');
    expect(list(visitor)).to.deep.equal(['Youth council', 'Music school']);
  });

  it('lets practices go by keyboard: the focus goes to the next, and then to the search field', async () => {
    const visitor = await twoOf();
    visitor.button('Remove from my list: Youth council').focus();
    await visitor.press('Enter');
    await shows(visitor, 'Music school');
    await waitUntil(() => visitor.focus === 'button “Remove from my list: Music school”', 'the next has the focus');
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus === 'input “Search good practices”', 'the field has the focus');
    expect(address()).to.deep.equal([]);
  });

  it('is cleared at once', async () => {
    const visitor = await twoOf();
    await visitor.click(visitor.button('Clear list'));
    expect(visitor.all('gpb-list')).to.have.length(0);
    expect(visitor.focus).to.equal('input “Search good practices”');
    expect(address()).to.deep.equal([]);
  });

  it('is saved in its own order, whatever the search', async () => {
    const visitor = await twoOf();
    await visitor.search('theatre');
    const {text: json} = await saved(() => visitor.click(visitor.button('Data (JSON)')));
    expect(JSON.parse(json).practices.map(({id}: {id: string}) => id)).to.deep.equal(['p2', 'p0']);
  });

  it('has a link of its own, without the search', async () => {
    const visitor = await twoOf();
    await visitor.search('theatre');
    Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}, configurable: true});
    await visitor.click(visitor.button('Copy link'));
    Reflect.deleteProperty(navigator, 'clipboard');
    await waitUntil(() => visitor.all('input[readonly]').length, 'the link is there to be copied by hand');
    const {searchParams} = new URL(visitor.one<HTMLInputElement>('input[readonly]').value);
    const own = [...searchParams].filter(([key]) => key.startsWith('gp-'));
    expect(own).to.deep.equal([
      ['gp-list', 'p2'],
      ['gp-list', 'p0'],
    ]);
    const mail = new URL(visitor.one<HTMLAnchorElement>('a[href^="mailto:"]').href);
    expect(mail.searchParams.get('subject')).to.equal('A list of 2 practices');
    const link = visitor.one<HTMLInputElement>('input[readonly]').value;
    expect(mail.searchParams.get('body')).to.equal(`- Youth council\r\n- Music school\r\n\r\n${link}`);
  });

  it('says that its practices failed to load, saves nothing empty, and loads them when the visitor tries again', async () => {
    const visitor = await small();
    await keep(visitor, 'Youth council');
    await keep(visitor, 'Music school');
    const restore = disconnect(visitor);
    await openPanel(visitor);
    await waitUntil(() => failures(visitor).join() === TRY_AGAIN, 'it says that they failed to load');
    await announced(TRY_AGAIN);
    const buttons = () =>
      [...visitor.one('gpb-list').shadowRoot!.querySelectorAll<HTMLElement>('.buttons > *')].map(text);
    expect(buttons()).to.deep.equal(['Copy link', 'Send by e-mail', 'Clear list']);
    await expect(visitor.element).to.be.accessible();
    visitor.button('Try again').focus();
    await visitor.press('Enter');
    expect([visitor.focus, failures(visitor)]).to.deep.equal(['button “Try again”', [TRY_AGAIN]]);
    restore();
    await visitor.press('Enter');
    await shows(visitor, 'Youth council', 'Music school');
    await waitUntil(() => visitor.focus === 'h2 “My list: 2 practices”', 'the heading has the focus');
    expect(failures(visitor)).to.deep.equal([]);
    expect(buttons()).to.include.members(['Print', 'Table (CSV)', 'Data (JSON)']);
  });

  it('removes a practice without an event for the page', async () => {
    const visitor = await twoOf();
    const heard: string[] = [];
    const listen = ({type}: Event) => void heard.push(type);
    document.addEventListener('gpb-toggle-listed', listen);
    await visitor.click(visitor.button('Remove from my list: Youth council'));
    await shows(visitor, 'Music school');
    document.removeEventListener('gpb-toggle-listed', listen);
    expect(heard).to.deep.equal([]);
  });

  it('takes the focus to its heading if the rest of it fails to load after a practice is removed', async () => {
    const visitor = await twoOf();
    const restore = disconnect(visitor);
    visitor.button('Remove from my list: Youth council').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus === 'h2 “My list: 1 practice”', 'the heading has the focus');
    expect(failures(visitor)).to.deep.equal([TRY_AGAIN]);
    restore();
    await visitor.click(visitor.button('Try again'));
    await shows(visitor, 'Music school');
  });

  /** Presses “Copy link” where the clipboard answers so. */
  const copyLink = async (visitor: Visitor, writeText: () => Promise<void>) => {
    Object.defineProperty(navigator, 'clipboard', {value: {writeText}, configurable: true});
    visitor.button('Copy link').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.all('input[readonly]').length || visitor.button('Link copied'), 'it has answered');
    Reflect.deleteProperty(navigator, 'clipboard');
    await visitor.settled();
  };

  it('leaves the focus on “Copy link”, and the title as it is', async () => {
    const visitor = await twoOf();
    await describeList(visitor, 'Ideas', 'Dear mayor');
    await copyLink(visitor, () => Promise.resolve());
    expect(visitor.focus).to.equal('button “Link copied”');
    await visitor.press('x');
    expect(visitor.one<HTMLInputElement>('#title').value).to.equal('Ideas');
  });

  it('has the link selected in a field with the focus if the browser refuses the clipboard', async () => {
    const visitor = await twoOf();
    await describeList(visitor, 'Ideas', 'Dear mayor');
    await copyLink(visitor, () => Promise.reject());
    const field = visitor.one<HTMLInputElement>('input[readonly]');
    expect(visitor.focus).to.equal('input “Copy link”');
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
  });

  /** The two lines that describe the list. */
  const describeList = async (visitor: Visitor, title: string, note: string) => {
    visitor.one('gpb-list').shadowRoot!.querySelector<HTMLElement>('#title')!.focus();
    await sendKeys({type: title});
    await visitor.press('Tab');
    await sendKeys({type: note});
    await visitor.settled();
  };
  /** What paper gets when the visitor presses “Print”. */
  const paper = async (visitor: Visitor) => {
    const {print} = window;
    let pages: Element[] | undefined;
    window.print = () => {
      const {shadowRoot} = visitor.one('gpb-list');
      pages = [...shadowRoot!.querySelectorAll('.cover, .contents, article')].map(
        (each) => each.cloneNode(true) as Element,
      );
    };
    await visitor.click(visitor.button(/^Print$/));
    await waitUntil(() => pages, 'it is printed');
    window.print = print;
    return pages!.map(text);
  };

  it('is printed as a brochure: a cover, the contents, and each practice in full', async () => {
    const visitor = await twoOf();
    await describeList(visitor, 'Ideas for our mayor', 'Dear <b>mayor</b>,');
    const [cover, contents, ...practices] = await paper(visitor);
    const day = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long'}).format(new Date());
    expect(cover).to.include('Ideas for our mayor');
    expect(cover).to.include('Dear <b>mayor</b>,');
    expect(cover).to.include(`2 practices · ${day}`);
    expect(cover).to.include('gp-list=p2&gp-list=p0');
    expect(contents).to.equal('Contents 1 Youth council Leeds 2 Music school Leeds');
    expect(practices).to.deep.equal([
      '1 Youth council Leeds Purpose About Youth council.',
      '2 Music school Leeds Purpose About Music school.',
    ]);
    window.dispatchEvent(new Event('afterprint'));
    await visitor.settled();
    expect(visitor.titles()).to.have.length(3);
    await waitUntil(() => !visitor.one('gpb-list').shadowRoot!.querySelector('article'), 'they are gone again');
  });

  it('is called by its number of practices on paper if the visitor gives it no title', async () => {
    const [cover] = await paper(await twoOf());
    expect(cover).to.match(/^A list of 2 practices \d/);
  });

  it('keeps its title and note while the page is open, and forgets them when it is cleared', async () => {
    const visitor = await twoOf();
    const fields = () =>
      [...visitor.one('gpb-list').shadowRoot!.querySelectorAll<HTMLInputElement>('.texts :is(input, textarea)')].map(
        ({value}) => value,
      );
    await describeList(visitor, 'Ideas', 'Dear mayor');
    await visitor.click(visitor.button('Close'));
    await openPanel(visitor);
    await waitUntil(() => fields().join() === 'Ideas,Dear mayor', 'the fields have their texts');
    expect(location.href).not.to.match(/Ideas|mayor/);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    await visitor.click(visitor.button('Clear list'));
    await keep(visitor, 'Music school');
    await openPanel(visitor);
    expect(fields()).to.deep.equal(['', '']);
  });

  it('tells its title and note by e-mail, before the titles and the link', async () => {
    const visitor = await twoOf();
    await describeList(visitor, 'Ideas & more', 'Dear mayor');
    const mail = new URL(visitor.one<HTMLAnchorElement>('a[href^="mailto:"]').href);
    expect(mail.searchParams.get('subject')).to.equal('Ideas & more');
    expect(mail.searchParams.get('body')).to.match(/^Dear mayor\r\n\r\n- Youth council\r\n- Music school\r\n\r\nhttp/);
  });

  it('takes no title and no note from an address, so that nobody puts words into a site’s mouth', async () => {
    history.replaceState(null, '', '?gp-list=p0&gp-title=Resign&gp-note=Resign&gp-listTitle=Resign');
    const visitor = await small();
    await openPanel(visitor);
    await shows(visitor, 'Music school');
    const [cover, ...rest] = await paper(visitor);
    expect([cover!.replace(/http\S+/, ''), ...rest].join()).not.to.include('Resign');
    const mail = new URL(visitor.one<HTMLAnchorElement>('a[href^="mailto:"]').href);
    expect(mail.searchParams.get('subject')).to.equal('A list of 1 practice');
    expect(visitor.element.shadowRoot!.textContent).not.to.include('Resign');
  });
});
