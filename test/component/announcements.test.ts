import {expect, fixture} from '@open-wc/testing';
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
import {createResource} from '../support/mutable-resource.js';

/** The practices like the one that is open. */
const similar = (visitor: Visitor) =>
  visitor.all('gpb-similar').flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('button') ?? [])]);
const regionsOf = () => [...document.querySelectorAll('body > :is([role=status], [role=alert])')];

/** All announcements from now on. */
function record() {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const {target} of changes) if (text(target)) said.push(text(target));
  });
  for (const region of regionsOf()) observer.observe(region, {childList: true});
  return said;
}
const until = (said: unknown[], count: number) => waitUntil(() => said.length >= count, `${count} are said`);

/** Holds timers of a second and more, as if no time passed, until they are released; and says how many milliseconds each waits. */
function holdLongTimers() {
  const {setTimeout, clearTimeout} = window;
  const held = new Map<number, {delay: number; act: () => void}>();
  let last = -1;
  const hold = (act: () => void, delay: number) => {
    if (!(delay >= 1000)) return setTimeout(act, delay);
    held.set(last, {delay, act});
    return last--;
  };
  Object.assign(window, {setTimeout: hold, clearTimeout: (id: number) => held.delete(id) || clearTimeout(id)});
  return {
    delays: () => [...held.values()].map(({delay}) => delay),
    release() {
      Object.assign(window, {setTimeout, clearTimeout});
      for (const {act} of held.values()) act();
      held.clear();
    },
  };
}
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

expectWarnings(/HTTP status 500/);

describe('announcements', () => {
  arriveAsVisitor();

  const records = [...'abcdefghijklmno'].map((id) => ({id, title: `Practice ${id}`, summary: 'A youth council.'}));
  const small = () => visit(html`<good-practice-browser url="off" .practices=${records}></good-practice-browser>`);

  // Requirement: A-10
  it('are one for twenty keys, after the visitor has not typed for more than a second', async () => {
    const visitor = await small();
    const said = record();
    const timers = holdLongTimers();
    try {
      await visitor.search('youth council youth c'.slice(0, 20));
      expect(said).to.deep.equal([]);
      expect(timers.delays().filter((delay) => delay > 1000 && delay <= 1500)).to.have.length(1);
    } finally {
      timers.release();
    }
    await until(said, 1);
    await pause(500);
    expect(said).to.deep.equal(['15 practices']);
  });

  // Requirement: A-10
  it('also say that no practice has all words, and which word was corrected', async () => {
    const visitor = await visit(html`<good-practice-browser url="off" src=${REAL_FEED}></good-practice-browser>`);
    const said = record();
    const heard = (words: string) =>
      waitUntil(() => said.includes(words), `“${words}” is said, not only ${JSON.stringify(said)}`);
    await visitor.search('"carnival" "library"');
    await heard('No practice contains all of these words. Here are the closest matches. 4 of 180 practices');
    expect(visitor.all('.note').map(text)).to.deep.equal([
      'No practice contains all of these words. Here are the closest matches.',
    ]);
    await visitor.search('manchster');
    await heard('Showing results for Manchester. 1 of 180 practices. Filter: City Manchester (1)');
  });

  // Requirement: A-11
  it('come from one set of regions for all widgets of a page, empty before, which leaves with the last', async () => {
    expect(regionsOf()).to.have.length(0);
    const parent = await fixture(
      html`<div>
        <good-practice-browser url="off" .practices=${records}></good-practice-browser>
        <good-practice-browser url="off" .practices=${records}></good-practice-browser>
      </div>`,
    );
    const widgets = [...parent.querySelectorAll('good-practice-browser')];
    await waitUntil(() => widgets.every(({searchResults}) => searchResults), 'the practices are there');
    expect(regionsOf().map(({role}) => role)).to.deep.equal(['status', 'status', 'alert']);
    expect(regionsOf().map(text)).to.deep.equal(['', '', '']);
    const said = record();
    await new Visitor(widgets[1]!).search('youth');
    await until(said, 1);
    await pause(1000);
    expect(regionsOf().map(text).join('')).to.equal('15 practices');
    expect(said).to.have.length(1);
    widgets[0]!.remove();
    expect(regionsOf()).to.have.length(3);
    widgets[1]!.remove();
    expect(regionsOf()).to.have.length(0);
  });

  // Requirement: A-11
  it('leave no region on the page of a widget that is removed while visitors wait for an answer', async () => {
    const visitor = await small();
    const {element} = visitor;
    const box = visitor.one<HTMLInputElement>('input[type=search]');
    box.value = 'zebra';
    box.dispatchEvent(new InputEvent('input'));
    element.remove();
    await waitUntil(() => element.searchResults?.totalHits === 0, 'there is an answer');
    await pause(100);
    expect(regionsOf()).to.have.length(0);
  });

  // Requirement: A-11
  it('are heard where a script of the page has put another content into the body, with copies of the regions too', async () => {
    const visitor = await small();
    const copies = regionsOf().map((region) => region.cloneNode(true) as Element);
    for (const region of regionsOf()) region.remove();
    document.body.append(...copies);
    await visitor.search('youth');
    expect(regionsOf()).to.have.length(3);
    expect(copies.filter(({isConnected}) => isConnected)).to.have.length(0);
    await waitUntil(() => regionsOf().some((region) => text(region) === '15 practices'), 'it is said');
  });

  // Requirement: A-11
  it('are heard in a modal dialog, which hides the rest of the page from screen readers', async () => {
    const visitor = await visit(
      html`<dialog><good-practice-browser url="off" .practices=${records}></good-practice-browser></dialog>`,
    );
    const dialog = visitor.element.parentElement as HTMLDialogElement;
    dialog.showModal();
    await visitor.search('youth');
    await waitUntil(() => text(dialog) === '15 practices', 'it is said in the dialog');
    expect(regionsOf()).to.have.length(0);
    dialog.close();
    dialog.show();
    await visitor.search('council');
    expect(regionsOf()).to.have.length(3);
  });

  // Requirement: A-11
  it('are outside of shadow roots', async () => {
    const visitor = await small();
    await visitor.search('nothing of the kind');
    expect(visitor.all('[role=status], [role=alert], [aria-live]')).to.have.length(0);
  });

  // Requirement: A-13
  it('say that it loads after more than a second, and then how many practices there are', async () => {
    const element = await arrive(html`<good-practice-browser url="off" src="/__fault/silent"></good-practice-browser>`);
    const said = record();
    await until(said, 1);
    element.practices = records;
    await until(said, 2);
    expect(said).to.deep.equal(['Loading good practices…', '15 practices']);
  });

  // Requirement: A-13
  it('do not say that it loads if the practices arrive within a second', async () => {
    const timers = holdLongTimers();
    try {
      const element = await arrive(html`<good-practice-browser url="off" src=${REAL_FEED}></good-practice-browser>`);
      const said = record();
      await waitUntil(() => element.searchResults, 'the practices are there');
      await element.updateComplete;
      timers.release();
      await pause(500);
      expect(said).to.deep.equal([]);
    } finally {
      timers.release();
    }
  });

  // Requirement: A-13
  it('say once that loading failed, and once more when it fails again, while the focus stays on “Try again”', async () => {
    const element = await arrive(
      html`<good-practice-browser url="off" src="/__fault/echo?status=500"></good-practice-browser>`,
    );
    const said = record();
    // on a busy machine it says before that it loads
    const failures = () => said.filter((each) => each !== 'Loading good practices…');
    const untilFailure = (count: number) => waitUntil(() => failures().length >= count, `it failed ${count} times`);
    const visitor = new Visitor(element);
    await untilFailure(1);
    await pause(1500);
    expect(failures()).to.deep.equal(['The good practices could not be loaded']);
    const button = visitor.button('Try again');
    button.focus();
    await visitor.press('Enter');
    await untilFailure(2);
    expect(failures()[1]).to.equal('The good practices could not be loaded');
    expect(visitor.focus).to.equal('button “Try again”');
  });

  // Requirement: A-13
  it('say how many practices there are when “Try again” has loaded them', async () => {
    const resource = await createResource({status: 500});
    const visitor = new Visitor(
      await arrive(html`<good-practice-browser url="off" src=${resource.address}></good-practice-browser>`),
    );
    const said = record();
    await waitUntil(() => said.includes('The good practices could not be loaded'), 'the failure is said');
    await resource.put({body: records});
    visitor.button('Try again').focus();
    await visitor.press('Enter');
    await waitUntil(() => said.at(-1) === '15 practices', 'the count is said');
    expect(said.filter((each) => each === '15 practices')).to.have.length(1);
  });

  // Requirement: A-13
  it('do not say that it searches where a practice is only opened, and count nothing that nobody asked for later', async () => {
    const practices = records.map((record) => ({...record, topics: ['youth'], sections: ['They meet each month.']}));
    const visitor = await visit(
      html`<good-practice-browser url="off" .practices=${practices}></good-practice-browser>`,
    );
    await visitor.readMore('Practice a');
    await waitUntil(() => similar(visitor).length, 'there are similar practices');
    const searches: unknown[] = [];
    visitor.element.addEventListener('gpb-searched', ({detail}) => searches.push(detail));
    const timers = holdLongTimers();
    try {
      await visitor.click(similar(visitor)[0]!);
      await waitUntil(() => visitor.element.searchState.open.length === 2, 'it is open');
      const isAnnouncement = (delay: number) => delay > 1000 && delay <= 1500;
      expect(timers.delays().filter(isAnnouncement)).to.deep.equal([]);
      visitor.element.hitsPerPage = 5;
      await waitUntil(() => visitor.titles().length % 12 > 0, 'the page has changed the list');
      expect(timers.delays().filter(isAnnouncement)).to.deep.equal([]);
    } finally {
      timers.release();
    }
    expect(searches).to.deep.equal([]);
  });

  // Requirement: A-18
  it('count what “Show more” has added without a practice below that a link led to, which the focus does not count either', async () => {
    const many = Array.from({length: 300}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`, sections: ['More.']}));
    history.replaceState(null, '', '?gp-open=p250');
    const visitor = await visit(html`<good-practice-browser .practices=${many}></good-practice-browser>`);
    await waitUntil(() => visitor.focus === 'h2 “Practice 250”', 'the link has led to it');
    expect(visitor.titles()).to.have.length(13);
    const said = record();
    visitor.button('Show more practices').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.titles().length === 25, 'there are more');
    await waitUntil(() => said.some((each) => each.startsWith('Practices')), 'it is said');
    expect(said.at(-1)).to.equal('Practices 13 to 24 of 300');
    expect(visitor.focus).to.equal('h2 “Practice 12”');
  });

  // Requirement: A-13
  it('say after a slow load what is on the screen: of a scope, of the filters in the address, or that there is nothing', async () => {
    const practices = records.map((record, i) => ({...record, country: i % 3 ? 'NO' : 'SE'}));
    for (const [query, scope, words, given = practices] of [
      ['', 'country:SE', '5 practices'],
      ['?gp-country=SE', '', '5 of 15 practices'],
      ['?gp-q=zebra', '', 'No practice matches “zebra”.'],
      ['', '', 'There are no practices here yet.', []],
    ] as const) {
      history.replaceState(null, '', query || location.pathname);
      const element = await arrive(
        html`<good-practice-browser scope=${scope} src="/__fault/silent"></good-practice-browser>`,
      );
      const said = record();
      await until(said, 1);
      element.practices = given;
      await waitUntil(() => said.at(-1) === words, `“${words}” is said, not only ${JSON.stringify(said)}`);
      expect(said).to.deep.equal(['Loading good practices…', words]);
      element.remove();
    }
  });

  // Requirement: A-12
  it('interrupt when nothing is found any more: as an alert, with the attribute that Firefox needs for Orca', async () => {
    const visitor = await small();
    await visitor.search('zebra');
    await waitUntil(() => regionsOf().some((region) => text(region)), 'it is said');
    const [region, ...others] = regionsOf().filter((each) => text(each));
    expect(others).to.have.length(0);
    expect(text(region!)).to.equal('No practice matches “zebra”.');
    expect([region!.role, region!.ariaLive]).to.deep.equal(['alert', 'assertive']);
  });

  // Requirement: A-18
  it('say which practices “Show more” has added, while the focus is on the first of them', async () => {
    const visitor = await visit(
      html`<good-practice-browser url="off" hits-per-page="10" .practices=${records}></good-practice-browser>`,
    );
    const said = record();
    visitor.button('Show more practices').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.focus === 'h2 “Practice k”', 'the focus is on the first that is new');
    expect(visitor.all('[part=more]')).to.have.length(0);
    expect(visitor.all('.cards > li')).to.have.length(15);
    await until(said, 1);
    expect(said).to.deep.equal(['Practices 11 to 15 of 15']);
  });
});
