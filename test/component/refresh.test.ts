import {expect} from '@open-wc/testing';
import {createResource, type MutableResource} from '../support/mutable-resource.js';
import {arriveAsVisitor, html, text, visit, type Visitor, waitUntil} from '../support/component-harness.js';

const SECONDS = 45;
const practice = (id: string) => ({id, title: `Practice ${id}`, summary: 'What was done.', sections: ['All of it.']});
const feed = (...ids: string[]) => ({title: 'Feed', practices: ids.map(practice)});

// Requirement: S-24
describe('[refresh]', () => {
  arriveAsVisitor();

  /** The timers of so many seconds run out when the test says so. */
  const timers = new Map<number, () => void>();
  const {setTimeout: native, clearTimeout: nativeClear} = window;
  const {warn} = console;
  let last = -1;
  before(() => {
    window.setTimeout = ((act: () => void, time?: number, ...rest: unknown[]) => {
      if (time !== SECONDS * 1000) return native(act, time, ...rest);
      timers.set(--last, act);
      return last;
    }) as typeof setTimeout;
    window.clearTimeout = ((timer: number) => timers.delete(timer) || nativeClear(timer)) as typeof clearTimeout;
  });
  after(() => {
    window.setTimeout = native;
    window.clearTimeout = nativeClear;
  });
  afterEach(() => {
    timers.clear();
    console.warn = warn;
  });
  const runOut = () => {
    const acts = [...timers.values()];
    timers.clear();
    for (const act of acts) act();
  };

  const statuses = async (kept: MutableResource) => (await kept.asked()).map(({status}) => status);
  const isReady = () => waitUntil(() => timers.size, 'it waits for its time');
  async function pass(kept: MutableResource): Promise<void> {
    await isReady();
    const before = (await kept.asked()).length;
    runOut();
    await waitUntil(async () => (await kept.asked()).length > before, 'it looks again');
    await isReady();
  }
  const notes = (visitor: Visitor) => visitor.all('.note p').map(text);
  const open = async (kept: MutableResource, more = '') =>
    visit(html`<good-practice-browser src=${kept.address + more} refresh=${SECONDS}></good-practice-browser>`);

  it('sends its ETag, and changes nothing if the feed has not changed', async () => {
    // WebKitGTK keeps nothing that it could ask about
    const probe = await createResource({body: 'x'});
    await fetch(probe.address);
    await fetch(probe.address, {cache: 'no-cache'});
    const unchanged = (await statuses(probe))[1];
    const kept = await createResource({body: feed('a', 'b')});
    const visitor = await open(kept);
    await visitor.readMore('Practice a');
    const before = visitor.element.shadowRoot!.innerHTML;
    const results = visitor.element.searchResults;
    await pass(kept);
    await pass(kept);
    expect(await statuses(kept)).to.deep.equal([200, unchanged, unchanged]);
    expect(visitor.element.searchResults === results).to.equal(true);
    expect(visitor.element.shadowRoot!.innerHTML === before).to.equal(true);
    expect(visitor.focus).to.equal('button “Read less: Practice a”');
  });

  it('offers new practices without changing the list, and shows them on demand', async () => {
    const kept = await createResource({body: feed('a', 'b')});
    const visitor = await open(kept);
    await visitor.readMore('Practice b');
    const loaded: number[] = [];
    visitor.element.addEventListener('gpb-loaded', ({detail}) => void loaded.push(detail.count));
    await kept.put({body: feed('new 1', 'a', 'new 2', 'b')});
    await pass(kept);
    await waitUntil(() => notes(visitor).length, 'it says so');
    expect(notes(visitor)).to.deep.equal(['2 new practices']);
    expect(visitor.titles()).to.deep.equal(['Practice a', 'Practice b']);
    expect(visitor.focus).to.equal('button “Read less: Practice b”');
    await waitUntil(
      () => [...document.querySelectorAll('body > [role=status]')].some((each) => text(each) === '2 new practices'),
      'it is announced',
    );
    // the same again is no news
    const log = [...document.querySelectorAll('body > [role]')].map(text);
    await pass(kept);
    expect([...document.querySelectorAll('body > [role]')].map(text)).to.deep.equal(log);
    visitor.button('Show').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.titles().length === 4, 'they are there');
    await waitUntil(() => visitor.focus === 'h2 “Practice new 1”', 'the first has the focus');
    expect(visitor.element.searchState.open).to.deep.equal(['b']);
    expect(notes(visitor)).to.deep.equal([]);
    expect(loaded).to.deep.equal([4]);
    await pass(kept);
    expect(notes(visitor)).to.deep.equal([]);
  });

  it('says that the list has changed where nothing is new', async () => {
    const kept = await createResource({body: feed('a', 'b')});
    const visitor = await open(kept);
    await kept.put({body: feed('a')});
    await pass(kept);
    await waitUntil(() => notes(visitor).length, 'it says so');
    expect(notes(visitor)).to.deep.equal(['The list has changed.']);
    await visitor.click(visitor.button('Show'));
    await waitUntil(() => visitor.titles().length === 1, 'it is as it is now');
  });

  it('is silent where the server fails, and looks again the next time', async () => {
    const said: string[] = [];
    console.warn = (message: string) => said.push(message);
    const kept = await createResource({body: feed('a', 'b')});
    const visitor = await open(kept);
    await kept.put({status: 500, headers: {'Cache-Control': 'no-store'}});
    await pass(kept);
    await pass(kept);
    expect(visitor.titles()).to.have.length(2);
    expect(notes(visitor)).to.deep.equal([]);
    expect(said.filter((message) => message.includes('refresh'))).to.have.length(1);
    await kept.put({body: feed('a', 'b', 'c')});
    await pass(kept);
    await waitUntil(() => notes(visitor).length, 'it says what is new');
  });

  it('does not look while the page is hidden, but as soon as it is seen again', async () => {
    const kept = await createResource({body: feed('a')});
    await open(kept);
    await isReady();
    Object.defineProperty(document, 'hidden', {value: true, configurable: true});
    runOut();
    expect(await statuses(kept)).to.deep.equal([200]);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(async () => (await kept.asked()).length === 2, 'it looks');
  });

  it('looks at all pages of a feed', async () => {
    const second = await createResource({body: feed('b')});
    const first = await createResource({body: {...feed('a'), next_url: second.address}});
    const visitor = await open(first);
    await waitUntil(() => visitor.titles().length === 2, 'both pages are here');
    await second.put({body: feed('b', 'c')});
    await pass(second);
    await waitUntil(() => notes(visitor).length, 'it says so');
    expect(notes(visitor)).to.deep.equal(['1 new practice']);
  });

  it('stops when the element is removed', async () => {
    const kept = await createResource({body: feed('a')});
    const {element} = await open(kept);
    await isReady();
    element.remove();
    runOut();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('online'));
    expect(await statuses(kept)).to.deep.equal([200]);
  });
});
