import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

/** What the page saves in the meantime: in tests, no file. */
async function saved(act: () => Promise<void>): Promise<{name: string; text: string}> {
  const file = new Promise<{name: string; text: string}>((resolve) => {
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = async function () {
      HTMLAnchorElement.prototype.click = click;
      resolve({name: this.download, text: await (await fetch(this.href)).text()});
    };
  });
  await act();
  return file;
}

const announced = (text: string) =>
  waitUntil(
    () => [...document.querySelectorAll('body > [role=status]')].some((region) => region.textContent === text),
    `“${text}” is announced`,
  );

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

  it('is not offered where nothing is found', async () => {
    const visitor = await real();
    await visitor.search('qqqqqq');
    expect(visitor.all('[part=download]')).to.have.length(0);
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
    visitor.all('gpb-similar').flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll('li')].map(text));

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
  const openPanel = async (visitor: Visitor) => {
    await waitUntil(
      () => visitor.all('summary').some((each) => text(each).startsWith('My list')),
      'the panel is there',
    );
    const summary = visitor.all('summary').find((each) => text(each).startsWith('My list'))!;
    if (!summary.parentElement!.hasAttribute('open')) await visitor.click(summary);
  };
  const twoOf = async () => {
    const visitor = await small();
    await keep(visitor, 'Youth council');
    await keep(visitor, 'Music school');
    await shows(visitor, 'Youth council', 'Music school');
    await openPanel(visitor);
    return visitor;
  };
  const address = () => new URL(location.href).searchParams.getAll('gp-list');

  it('takes a practice by the button of its card, which keeps the focus, and says how many there are', async () => {
    const visitor = await small();
    const button = visitor.button('My list: Street theatre');
    expect(button.ariaPressed).to.equal('false');
    await keep(visitor, 'Street theatre');
    expect(button.ariaPressed).to.equal('true');
    expect(visitor.focus).to.equal('button “My list: Street theatre”');
    await announced('My list: 1 practice');
    await shows(visitor, 'Street theatre');
    await keep(visitor, 'Street theatre');
    expect(visitor.all('gpb-list')).to.have.length(0);
    expect(button.ariaPressed).to.equal('false');
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

  it('opens for people who follow its link, and says which practices are gone', async () => {
    history.replaceState(null, '', '?gp-list=p2&gp-list=unheard&gp-list=p0');
    const visitor = await small();
    await shows(visitor, 'Youth council', 'Music school');
    expect(visitor.button(/^Print$/).checkVisibility()).to.equal(true);
    expect(visitor.all('.gone').map(text)).to.deep.equal(['1 practice on this list is no longer available.']);
    expect(visitor.titles()).to.have.length(3);
  });

  it('never says that a practice is gone while it looks for one that was just put on the list', async () => {
    const visitor = await small();
    await keep(visitor, 'Youth council');
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
  });

  it('is printed in full', async () => {
    const visitor = await twoOf();
    let printed: string[] = [];
    const {print} = window;
    window.print = () => {
      const cards = visitor.one('gpb-list').shadowRoot!.querySelectorAll('gpb-card');
      printed = [...cards].map(({shadowRoot}) => text(shadowRoot!.querySelector('#body p')));
    };
    await visitor.click(visitor.button(/^Print$/));
    await waitUntil(() => printed.length, 'it is printed');
    window.print = print;
    expect(printed).to.deep.equal(['About Youth council.', 'About Music school.']);
    window.dispatchEvent(new Event('afterprint'));
    await visitor.settled();
    expect(visitor.titles()).to.have.length(3);
    await waitUntil(() => !visitor.one('gpb-list').shadowRoot!.querySelector('gpb-card'), 'they are gone again');
  });
});
