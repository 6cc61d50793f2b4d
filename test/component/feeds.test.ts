import {expect} from '@open-wc/testing';
// here before it is needed: the dev server takes seconds for it where all browsers ask at once
import '../../src/elements/features/features.js';
import {createResource, type MutableResource} from '../support/mutable-resource.js';
import {arrive, arriveAsVisitor, html, text, visit, Visitor, waitUntil} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

const practice = (id: string, city = 'Leeds', country = 'GB') => ({id, title: `Practice ${id}`, city, country});
const numbered = (from: number, count: number) => Array.from({length: count}, (_, i) => practice(`n${from + i}`));
const src = (...kept: MutableResource[]) => kept.map(({address}) => address).join('\n');
const isWarned = () => {
  const warnings: {code: string}[] = [];
  const listen = ({detail}: HTMLElementEventMap['gpb-warned']) => void warnings.push(...detail.warnings);
  document.addEventListener('gpb-warned', listen as EventListener, {once: true});
  return warnings;
};

expectWarnings(/\/__fault\//);

describe('several feeds in [src]', () => {
  arriveAsVisitor();

  const both = async () => [
    await createResource({body: {title: 'Leeds', practices: [practice('a'), practice('both')]}}),
    await createResource({body: {title: 'Network', practices: [practice('both'), practice('b', 'Palma', 'ES')]}}),
  ];

  /** One that comes late is not waited for before the others are shown. */
  const haveCome = (visitor: Visitor, count: number) =>
    waitUntil(() => visitor.titles().length === count, 'both feeds have come');

  it('are one list, in which a practice of both is shown once', async () => {
    const visitor = await visit(html`<good-practice-browser src=${src(...(await both()))}></good-practice-browser>`);
    await haveCome(visitor, 3);
    expect(visitor.titles()).to.deep.equal(['Practice a', 'Practice both', 'Practice b']);
    expect(visitor.values('Source')).to.deep.equal([]);
  });

  it('are a facet where it is asked for, whose values are in the address', async () => {
    const visitor = await visit(
      html`<good-practice-browser src=${src(...(await both()))} facets="source"></good-practice-browser>`,
    );
    await haveCome(visitor, 3);
    expect(visitor.values('Source')).to.deep.equal(['Leeds 2', 'Network 2']);
    await visitor.refine('Network');
    expect(visitor.titles()).to.deep.equal(['Practice both', 'Practice b']);
    expect(visitor.chips().join()).to.include('Network');
    expect(new URL(location.href).searchParams.get('gp-source')).to.equal('Network');
  });

  it('can be a scope', async () => {
    const visitor = await visit(
      html`<good-practice-browser src=${src(...(await both()))} scope="source:Leeds"></good-practice-browser>`,
    );
    await haveCome(visitor, 2);
    expect(visitor.titles()).to.deep.equal(['Practice a', 'Practice both']);
  });

  it('are no facet where there is one feed', async () => {
    const [one] = await both();
    const visitor = await visit(
      html`<good-practice-browser src=${src(one!, one!)} facets="source country"></good-practice-browser>`,
    );
    expect(visitor.titles()).to.have.length(2);
    expect(visitor.all('details')).to.have.length(0);
  });

  it('are no facet where two ways of writing lead to one feed', async () => {
    const [one] = await both();
    const address = new URL(one!.address, location.href);
    const twice = `${address.href} ${address.pathname}${address.search}`;
    const visitor = await visit(
      html`<good-practice-browser src=${twice} facets="source country"></good-practice-browser>`,
    );
    expect(visitor.titles()).to.have.length(2);
    expect(visitor.all('details')).to.have.length(0);
  });

  it('are shown without one that fails, with a note that can be closed', async () => {
    const [fine] = await both();
    const gone = await createResource({status: 404});
    const warnings = isWarned();
    const visitor = await visit(html`<good-practice-browser src=${src(gone, fine!)}></good-practice-browser>`);
    expect(visitor.titles()).to.have.length(2);
    expect(warnings.map(({code}) => code)).to.deep.equal(['feed-failed']);
    await waitUntil(() => visitor.all('gpb-notes p').length || visitor.all('.note p').length, 'it says so');
    expect(visitor.all('.note p').map(text)).to.deep.equal(['One of the lists could not be loaded (kept).']);
    visitor.button('Close').focus();
    await visitor.press('Enter');
    await waitUntil(() => !visitor.all('.note').length, 'the note is gone');
    expect(visitor.focus).to.equal('h2 “Practice a”');
    await visitor.search('both');
    expect(visitor.all('.note')).to.have.length(0);
  });

  it('are shown without one that is no feed', async () => {
    const [fine] = await both();
    const page = await createResource({body: '<!DOCTYPE html><title>Log in</title>'});
    const visitor = await visit(html`<good-practice-browser src=${src(fine!, page)}></good-practice-browser>`);
    expect(visitor.titles()).to.have.length(2);
  });

  it('fail where all of them do', async () => {
    const [gone, forbidden] = [await createResource({status: 404}), await createResource({status: 403})];
    const element = await arrive(html`<good-practice-browser src=${src(gone, forbidden)}></good-practice-browser>`);
    const visitor = new Visitor(element);
    await waitUntil(() => visitor.all('[part=failure]').length, 'it says so');
    expect(text(visitor.one('[part=failure]'))).to.include('could not be found');
  });
});

describe('several feeds, one of which is slow', () => {
  arriveAsVisitor();

  /** Timers that the tests let run out: the wait for other feeds, and the time that a feed has. */
  const GRACE = 1000;
  const TOO_LONG = 300_000;
  const {setTimeout: nativeSet, clearTimeout: nativeClear} = window;
  const timers = new Map<number, {time: number; act(): void}>();
  let last = 1e9;
  const isRunning = (time: number) => [...timers.values()].some((timer) => timer.time === time);
  const runOut = (time: number) => {
    for (const [id, timer] of timers)
      if (timer.time === time) {
        timers.delete(id);
        timer.act();
      }
  };
  const loaded: number[] = [];
  const warnings: {code: string; message: string}[] = [];
  const noteLoaded = ({detail}: HTMLElementEventMap['gpb-loaded']) => void loaded.push(detail.count);
  const noteWarned = ({detail}: HTMLElementEventMap['gpb-warned']) => void warnings.push(...detail.warnings);
  beforeEach(() => {
    timers.clear();
    window.setTimeout = ((act: () => void, time?: number, ...rest: unknown[]) => {
      if (time !== GRACE && time !== TOO_LONG) return nativeSet(act, time, ...rest);
      timers.set(++last, {time, act});
      return last;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => void (timers.delete(id as number) || nativeClear(id));
    loaded.length = warnings.length = 0;
    document.addEventListener('gpb-loaded', noteLoaded as EventListener);
    document.addEventListener('gpb-warned', noteWarned as EventListener);
  });
  afterEach(() => {
    Object.assign(window, {setTimeout: nativeSet, clearTimeout: nativeClear});
    document.removeEventListener('gpb-loaded', noteLoaded as EventListener);
    document.removeEventListener('gpb-warned', noteWarned as EventListener);
  });

  const body = (title: string, ...ids: string[]) => ({title, practices: ids.map((id) => practice(id))});
  const show = async (...kept: MutableResource[]) =>
    new Visitor(await arrive(html`<good-practice-browser src=${src(...kept)}></good-practice-browser>`));
  const isAsked = (kept: MutableResource) =>
    waitUntil(async () => (await kept.asked()).length, 'the feed is asked for');
  const shows = (visitor: Visitor, ...ids: string[]) =>
    waitUntil(() => visitor.titles().join() === ids.map((id) => `Practice ${id}`).join(), `it shows ${ids}`);

  it('shows the practices of the others, and later all of them in the order of [src]', async () => {
    const slow = await createResource({wait: true});
    const fast = await createResource({body: body('Fast', 'b')});
    const visitor = await show(slow, fast);
    await waitUntil(() => isRunning(GRACE), 'it waits a moment for the slow feed');
    runOut(GRACE);
    await shows(visitor, 'b');
    expect(text(visitor.element.shadowRoot)).not.to.include('Only the first');
    await slow.put({body: body('Slow', 'a')});
    await shows(visitor, 'a', 'b');
    expect(loaded).to.deep.equal([1, 2]);
    expect(warnings).to.deep.equal([]);
  });

  it('does not show a part when the others follow at once', async () => {
    const [first, second] = [await createResource({wait: true}), await createResource({body: body('Second', 'b')})];
    const visitor = await show(first, second);
    await waitUntil(() => isRunning(GRACE), 'the second has come');
    await first.put({body: body('First', 'a')});
    await shows(visitor, 'a', 'b');
    expect(loaded).to.deep.equal([2]);
  });

  it('shows each of three as it comes', async () => {
    const kept = [
      await createResource({wait: true}),
      await createResource({body: body('Two', 'b')}),
      await createResource({wait: true}),
    ];
    const visitor = await show(...kept);
    await waitUntil(() => isRunning(GRACE), 'one has come');
    runOut(GRACE);
    await shows(visitor, 'b');
    await kept[2]!.put({body: body('Three', 'c')});
    await waitUntil(() => isRunning(GRACE), 'another has come');
    runOut(GRACE);
    await shows(visitor, 'b', 'c');
    await kept[0]!.put({body: body('One', 'a')});
    await shows(visitor, 'a', 'b', 'c');
    expect(loaded).to.deep.equal([1, 2, 3]);
  });

  it('loads all pages of the others meanwhile, and gives up the slow one alone', async () => {
    const told: string[] = [];
    const {warn} = console;
    console.warn = (...said: unknown[]) => void told.push(said.join(' '));
    try {
      const next = await createResource({wait: true});
      const paged = await createResource({body: {...body('Paged', 'a'), next_url: next.address}});
      const slow = await createResource({fault: 'drip', pieces: 1000, pause: 50});
      const visitor = await show(slow, paged);
      await waitUntil(() => isRunning(GRACE), 'the first page has come');
      runOut(GRACE);
      await shows(visitor, 'a');
      await next.put({body: [practice('b')]});
      await waitUntil(() => isRunning(GRACE), 'the second page has come');
      runOut(GRACE);
      await shows(visitor, 'a', 'b');
      runOut(TOO_LONG);
      await waitUntil(() => visitor.all('.note p').length, 'it says that one is missing');
      expect(visitor.titles()).to.deep.equal(['Practice a', 'Practice b']);
      expect(text(visitor.element.shadowRoot)).not.to.include('Only the first');
      const message = `One of several feeds failed to load, so the list shows the others only. ${slow.address} took longer than 5 minutes. Compress the feed on the server, or split it.`;
      expect(warnings).to.deep.equal([{code: 'feed-failed', pointer: '', message}]);
      expect(told).to.deep.equal([`<good-practice-browser>: ${message}`]);
    } finally {
      console.warn = warn;
    }
  });

  it('fails with the reason of the first when all are too slow', async () => {
    const slow = [await createResource({wait: true}), await createResource({wait: true})];
    const failures: string[] = [];
    const listen = ({detail}: HTMLElementEventMap['gpb-failed']) => void failures.push(detail.message);
    document.addEventListener('gpb-failed', listen as EventListener, {once: true});
    const visitor = await show(...slow);
    await Promise.all(slow.map(isAsked));
    runOut(TOO_LONG);
    await waitUntil(() => visitor.all('[part=failure]').length, 'it says so');
    expect(failures).to.deep.equal([
      `${slow[0]!.address} took longer than 5 minutes. Compress the feed on the server, or split it.`,
    ]);
    expect(warnings).to.deep.equal([]);
  });

  it('asks for the slow one again when the element comes back before all have come', async () => {
    const slow = await createResource({wait: true});
    const visitor = await show(await createResource({body: body('Fast', 'a')}), slow);
    await waitUntil(() => isRunning(GRACE), 'one has come');
    runOut(GRACE);
    await shows(visitor, 'a');
    const parent = visitor.element.parentElement!;
    visitor.element.remove();
    await waitUntil(async () => (await slow.asked())[0]?.closed, 'the connection is closed');
    expect(timers.size).to.equal(0);
    await slow.put({body: body('Slow', 'b')});
    parent.append(visitor.element);
    await shows(visitor, 'a', 'b');
  });

  it('is waited for where something is asked that may be in it', async () => {
    const slow = await createResource({wait: true});
    history.replaceState(null, '', '?gp-q=practice');
    const visitor = await show(await createResource({body: body('Fast', 'a')}), slow);
    await waitUntil(() => isRunning(GRACE), 'one has come');
    runOut(GRACE);
    await slow.put({body: body('Slow', 'b')});
    await shows(visitor, 'a', 'b');
    expect(loaded).to.deep.equal([2]);
  });
});

// Requirement: E-14
describe('a feed with pages', () => {
  arriveAsVisitor();

  /** A feed of so many pages of ten practices, the last of which waits. */
  async function paged(count: number, isHeld = false): Promise<MutableResource[]> {
    const pages: MutableResource[] = [];
    for (let i = count - 1; i >= 0; i--) {
      const next = pages[0]?.address;
      const body = {title: 'Paged', practices: numbered(i * 10, 10), ...(next && {next_url: next})};
      pages.unshift(await createResource({body, wait: isHeld && i === count - 1}));
    }
    return pages;
  }
  const asked = async (pages: readonly MutableResource[]) =>
    (await Promise.all(pages.map((page) => page.asked()))).map(({length}) => length);
  const total = (visitor: Visitor, count: string) => waitUntil(() => visitor.total() === count, `there are ${count}`);

  it('is shown with all of them, each asked for once', async () => {
    const pages = await paged(3);
    const visitor = await visit(html`<good-practice-browser src=${src(pages[0]!)}></good-practice-browser>`);
    await total(visitor, '30 practices');
    expect(await asked(pages)).to.deep.equal([1, 1, 1]);
    expect(visitor.titles()).to.have.length(12);
  });

  it('shows its first page at once; the others arrive without moving the text that is read', async () => {
    const pages = await paged(2, true);
    const loaded: number[] = [];
    document.addEventListener(
      'gpb-loaded',
      (event) => void loaded.push((event as HTMLElementEventMap['gpb-loaded']).detail.count),
      {once: true},
    );
    const visitor = await visit(html`<good-practice-browser src=${src(pages[0]!)}></good-practice-browser>`);
    expect(visitor.total()).to.equal('10 practices');
    const card = visitor.all('gpb-card')[4]!;
    card.focus();
    await visitor.scrollTo(card);
    const {top} = card.getBoundingClientRect();
    await pages[1]!.put({body: numbered(10, 10)});
    await total(visitor, '20 practices');
    expect(visitor.all('gpb-card')[4] === card).to.equal(true);
    expect(visitor.focus).to.equal('h2 “Practice n4”');
    expect(card.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(loaded).to.deep.equal([10]);
  });

  it('is waited for where something is asked that may be on a further page', async () => {
    const pages = await paged(2);
    history.replaceState(null, '', '?gp-open=n15');
    const visitor = await visit(html`<good-practice-browser src=${src(pages[0]!)}></good-practice-browser>`);
    expect(visitor.total()).to.equal('20 practices');
    await waitUntil(() => visitor.element.searchState.page === 2, 'the page of the practice is shown');
  });

  it('is asked for again where the element comes back before it is whole', async () => {
    const pages = await paged(2, true);
    const visitor = await visit(html`<good-practice-browser src=${src(pages[0]!)}></good-practice-browser>`);
    const {element} = visitor;
    const parent = element.parentElement!;
    element.remove();
    await waitUntil(async () => (await pages[1]!.asked())[0]?.closed, 'the connection is closed');
    await pages[1]!.put({body: numbered(10, 10)});
    parent.append(element);
    await total(visitor, '20 practices');
  });

  it('is shown without the pages after one that fails, and says that it is cut', async () => {
    const gone = await createResource({status: 500});
    const first = await createResource({body: {practices: numbered(0, 10), next_url: gone.address}});
    const visitor = await visit(html`<good-practice-browser src=${src(first)}></good-practice-browser>`);
    await waitUntil(() => /Only the first 10 practices/.test(text(visitor.all('.closing')[0])), 'it says so');
    expect(visitor.total()).to.equal('10 practices');
  });

  it('says in Polish that it is cut, in the plural form for the number that is shown', async () => {
    const gone = await createResource({status: 500});
    const first = await createResource({body: {practices: numbered(0, 10), next_url: gone.address}});
    const visitor = await visit(html`<good-practice-browser src=${src(first)} lang="pl"></good-practice-browser>`);
    await waitUntil(() => /początek listy: /.test(text(visitor.all('.closing')[0])), 'it says so');
    expect(text(visitor.one('.closing'))).to.equal('Pokazano tylko początek listy: 10 praktyk.');
  });

  it('follows no more than 20 pages, and says that it is cut', async () => {
    const pages = await paged(22);
    const visitor = await visit(html`<good-practice-browser src=${src(pages[0]!)}></good-practice-browser>`);
    await total(visitor, '200 practices');
    expect(text(visitor.one('.closing'))).to.include('Only the first 200 practices are shown.');
    expect((await asked(pages)).slice(18)).to.deep.equal([1, 1, 0, 0]);
  });

  it('says how many there are where the server says so', async () => {
    const gone = await createResource({status: 500});
    const link = `<${gone.address}>; rel="next"`;
    const first = await createResource({body: numbered(0, 10), headers: {Link: link, 'X-WP-Total': '1234'}});
    const visitor = await visit(html`<good-practice-browser src=${src(first)}></good-practice-browser>`);
    await waitUntil(() => /Only the first 10 of 1,234/.test(text(visitor.all('.closing')[0])), 'it says so');
  });

  it('ends where it goes in circles', async () => {
    const [first, second] = [await createResource({}), await createResource({})];
    await first.put({body: {practices: numbered(0, 10), next_url: second.address}});
    await second.put({body: {practices: numbered(10, 10), next_url: first.address}});
    const visitor = await visit(html`<good-practice-browser src=${src(first)}></good-practice-browser>`);
    await total(visitor, '20 practices');
    expect(await asked([first, second])).to.deep.equal([1, 1]);
  });

  it('is not followed to another host', async () => {
    const origin = await (await fetch('/__fault/other-origin')).text();
    const there = await createResource({body: numbered(10, 10), headers: {'Access-Control-Allow-Origin': '*'}});
    const next = there.address.replace(location.origin, origin);
    const first = await createResource({body: {practices: numbered(0, 10), next_url: next}});
    const visitor = await visit(html`<good-practice-browser src=${src(first)}></good-practice-browser>`);
    expect(visitor.total()).to.equal('10 practices');
    expect(text(visitor.one('.closing'))).to.include('Only the first 10 practices are shown.');
    expect(await there.asked()).to.deep.equal([]);
  });

  it('is not followed to another host by a redirect', async () => {
    const origin = await (await fetch('/__fault/other-origin')).text();
    const there = await createResource({body: numbered(10, 10), headers: {'Access-Control-Allow-Origin': '*'}});
    const location = there.address.replace(window.location.origin, origin);
    const next = await createResource({status: 302, headers: {Location: location}});
    const first = await createResource({body: {practices: numbered(0, 10), next_url: next.address}});
    const messages: string[] = [];
    const listen = ({detail}: HTMLElementEventMap['gpb-warned']) =>
      void messages.push(...detail.warnings.map(({message}) => message));
    document.addEventListener('gpb-warned', listen as EventListener);
    const visitor = await visit(html`<good-practice-browser src=${src(first)}></good-practice-browser>`);
    await waitUntil(() => /Only the first 10 practices/.test(text(visitor.all('.closing')[0])), 'it says so');
    document.removeEventListener('gpb-warned', listen as EventListener);
    expect(visitor.total()).to.equal('10 practices');
    expect(messages).to.have.length(1);
    expect(messages[0]).to.include(`${next.address} redirects to another host, ${new URL(origin).host}, so it was not`);
  });

  it('of WordPress is asked for a hundred a page with all that belongs to them, by its number', async () => {
    const posts = (from: number) => numbered(from, 3).map(({id, title}) => ({slug: id, title: {rendered: title}}));
    const kept = await createResource({body: posts(0), headers: {'X-WP-TotalPages': '2', 'X-WP-Total': '6'}});
    await visit(
      html`<good-practice-browser src=${kept.address.replace('?', '/wp/v2/posts?')}></good-practice-browser>`,
    );
    await waitUntil(async () => (await kept.asked()).length === 2, 'the second page is asked for');
    const names = ['per_page', 'page', 'orderby', '_embed'];
    expect((await kept.asked()).map(({query}) => names.map((name) => query[name]))).to.deep.equal([
      ['100', undefined, 'id', 'wp:term,wp:featuredmedia'],
      ['100', '2', 'id', 'wp:term,wp:featuredmedia'],
    ]);
  });

  describe('of WordPress', () => {
    const post = (id: number) => ({
      id,
      slug: `n${id}`,
      title: {rendered: `Practice n${id}`},
      link: `https://a.example/${id}`,
    });
    /** Two pages, and the warnings that the page is told once all practices are there. */
    async function load(ids: readonly [number[], number[]], total: string, practices: string, more = '') {
      const warnings: {code: string; message: string}[] = [];
      const listen = ({detail}: HTMLElementEventMap['gpb-warned']) => void warnings.push(...detail.warnings);
      document.addEventListener('gpb-warned', listen as EventListener);
      const next = await createResource({body: ids[1].map(post), headers: {'X-WP-Total': total}});
      const headers = {Link: `<${next.address}>; rel="next"`, 'X-WP-Total': '4'};
      const first = await createResource({body: ids[0].map(post), headers});
      const address = first.address.replace('?', '/wp/v2/posts?') + more;
      let loaded = 0;
      const count = () => loaded++;
      document.addEventListener('gpb-loaded', count);
      const visitor = await visit(html`<good-practice-browser src=${address}></good-practice-browser>`);
      await waitUntil(() => loaded === 2 && visitor.total() === practices, `there are ${practices}`);
      document.removeEventListener('gpb-warned', listen as EventListener);
      document.removeEventListener('gpb-loaded', count);
      return warnings.filter(({code}) => code === 'missing-posts').map(({message}) => message);
    }

    it('warns when a post came twice and another never', async () => {
      const messages = await load(
        [
          [1, 2],
          [2, 3],
        ],
        '4',
        '3 practices',
        '&orderby=date',
      );
      expect(messages).to.have.length(1);
      expect(messages[0]).to.match(/^1 post is missing from .*Add orderby=id to the address of the feed\.$/);
    });

    it('does not warn when all came, by the number of the last page', async () => {
      expect(await load([[1, 2], [3]], '3', '3 practices')).to.deep.equal([]);
    });

    it('does not warn when the server hides how many there are', async () => {
      expect(
        await load(
          [
            [1, 2],
            [2, 3],
          ],
          '',
          '3 practices',
        ),
      ).to.deep.equal([]);
    });
  });
});
