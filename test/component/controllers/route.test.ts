import {expect, fixture, html} from '@open-wc/testing';
import {hasHistoryRoom} from '../../support/history-room.js';
import {waitUntil} from '../../support/wait-until.js';
import {LitElement} from 'lit';
import {RouteController} from '../../../src/controllers/route.js';
import {initialState, noRefinements, type Refinements, type SearchState} from '../../../src/core/state/search-state.js';

class RouteHost extends LitElement {
  static override properties = {url: {}, urlKey: {attribute: 'url-key'}, searchState: {attribute: false}};
  declare url: string;
  declare urlKey: string;
  declare searchState: SearchState;
  preset: Refinements = noRefinements;
  /** What was read, oldest first. */
  readonly reads: [query: string, isInAddress: boolean][] = [];
  remembered: unknown;
  facets: readonly string[] = [];
  readonly route = new RouteController(this, {
    facets: () => this.facets,
    preset: () => this.preset,
    read: (state, isInAddress, remembered) => {
      this.remembered = remembered;
      this.reads.push([state.query, isInAddress]);
      this.searchState = state;
    },
  });

  constructor() {
    super();
    this.url = 'query';
    this.urlKey = 'gp';
  }

  search(query: string, how: 'push' | 'replace' = 'push') {
    this.searchState = {...this.searchState, query};
    this.route.write(this.searchState, how);
  }

  override willUpdate() {
    this.route.update();
  }

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    return html`${this.searchState?.query}`;
  }
}
customElements.define('route-host', RouteHost);

// The runner has parameters of its own in this address: they are foreign ones, and have to survive.
const original = location.href;
const begin = original + (location.search ? '&' : '?');

const make = (attributes = '') => fixture<RouteHost>(`<route-host ${attributes}></route-host>`);

async function go(back: 'back' | 'forward') {
  const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
  history[back]();
  await arrived;
  // in hash mode `hashchange` comes after it
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** As a link from elsewhere would have it. */
const arriveAt = (href: string) => history.replaceState(history.state, '', href);

describe('RouteController', () => {
  beforeEach(async () => {
    await waitUntil(hasHistoryRoom, 'the browser takes writes', {interval: 200});
    arriveAt(original);
  });
  after(() => arriveAt(original));

  it('takes a long query of the page apart when it arrives, not for each key that a visitor types', async () => {
    arriveAt(`${begin}${'a&'.repeat(100_000)}`);
    const host = await make();
    host.search('y');
    const {split} = String.prototype;
    let parts = 0;
    String.prototype.split = function (this: string, ...rest: Parameters<typeof split>) {
      const found = split.apply(this, rest);
      parts += found.length;
      return found;
    } as typeof split;
    for (const query of ['yo', 'you', 'yout', 'youth']) host.search(query, 'replace');
    String.prototype.split = split;
    expect(parts).to.be.below(100);
    expect(location.search.slice(-16)).to.equal('a&a&a&&gp-q=youth'.slice(-16));
  });

  describe('reads', () => {
    it('what the address says, when the host is connected', async () => {
      arriveAt(`${begin}gp-q=youth&gp-topic=a`);
      const host = await make();
      expect(host.reads).to.deep.equal([['youth', true]]);
      expect(host.searchState.refinements.topic).to.deep.equal(['a']);
      expect(host.textContent).to.equal('youth');
    });

    it('the preset where the address is silent', async () => {
      const host = document.createElement('route-host') as RouteHost;
      host.preset = {...noRefinements, topic: ['a']};
      document.body.append(host);
      await host.updateComplete;
      expect(host.searchState).to.deep.equal({...initialState, refinements: host.preset});
      expect(host.reads).to.deep.equal([['', false]]);
      host.remove();
    });

    it('what the visitor goes back and forward to', async () => {
      const host = await make();
      host.search('one');
      host.search('two');
      await go('back');
      expect(host.searchState.query).to.equal('one');
      await go('back');
      expect(host.searchState.query).to.equal('');
      await go('forward');
      expect(host.searchState.query).to.equal('one');
      expect(host.reads).to.deep.equal([
        ['', false],
        ['one', true],
        ['', false],
        ['one', true],
      ]);
    });

    it('what was to be remembered with an entry, and whether the entry is ours', async () => {
      history.replaceState(null, '');
      const host = await make();
      expect(host.remembered).to.equal(undefined);
      host.route.remember({top: 7});
      host.search('one');
      host.search('two');
      await go('back');
      expect(host.remembered).to.equal(null);
      await go('back');
      expect(host.remembered).to.deep.equal({top: 7});
    });

    /** Without the Navigation API, no event tells of a push. */
    const hearsPush = 'navigation' in window;

    it('what a router of the page pushes when the visitor follows a link, and nothing of its own pushes', async () => {
      const [host, other] = [await make(), await make('url="hash" url-key="other"')];
      host.search('own');
      history.pushState({router: 1}, '', `${begin}gp-q=one`);
      history.pushState({router: 2}, '', `${begin}gp-q=one#other-q=two`);
      const read = (query: string) => (hearsPush ? [[query, true]] : []);
      expect(host.reads).to.deep.equal([['', false], ...read('one')]);
      expect(other.reads).to.deep.equal([['', false], ...read('two')]);
    });

    it('nothing when a script tidies the address, or a router is about to show another page', async () => {
      const host = await make();
      host.search('one');
      history.replaceState(null, '', original);
      expect(host.searchState.query).to.equal('one');
      history.pushState(null, '', '/town');
      expect(host.searchState.query).to.equal('one');
    });

    it('nothing when the visitor jumps to an anchor', async () => {
      const host = await make();
      host.searchState = {...initialState, query: 'set by the page'};
      const arrived = new Promise((resolve) => window.addEventListener('hashchange', resolve, {once: true}));
      location.hash = 'section';
      await arrived;
      expect(host.searchState.query).to.equal('set by the page');
      await go('back');
      expect(host.reads).to.have.length(1);
    });

    it('attributes that come before the first update', async () => {
      arriveAt(`${begin}gp-q=no&my-q=yes`);
      const host = document.createElement('route-host') as RouteHost;
      document.body.append(host);
      host.setAttribute('url-key', 'my');
      await host.updateComplete;
      expect(host.searchState.query).to.equal('yes');
      host.remove();
    });

    it('under another key, when that changes later', async () => {
      arriveAt(`${begin}gp-q=one&my-q=two`);
      const host = await make();
      host.urlKey = 'my';
      await host.updateComplete;
      expect(host.searchState.query).to.equal('two');
      expect(host.textContent).to.equal('two');
      host.urlKey = 'silent';
      await host.updateComplete;
      expect(host.reads).to.deep.equal([
        ['one', true],
        ['two', true],
        ['', false],
      ]);
      host.search('three');
      expect(location.href).to.equal(`${begin}gp-q=one&my-q=two&silent-q=three`);
    });
  });

  describe('writes', () => {
    it('nothing of itself', async () => {
      const {length} = history;
      await make();
      await make('url="hash"');
      expect(location.href).to.equal(original);
      expect(history.length).to.equal(length);
    });

    it('after what is there, and gives it back byte for byte', async () => {
      const page = `${begin}a=%7e&&b=%20+%C3&=#/some?gp-q=%`;
      arriveAt(page);
      const host = await make();
      host.search('youth work');
      expect(location.href).to.equal(page.replace('#', '&gp-q=youth+work#'));
      host.search('');
      expect(location.href).to.equal(page);
    });

    it('an entry of the history for `push` and none for `replace`', async () => {
      const host = await make();
      // going back first leaves nothing ahead, so that entries can be counted
      host.search('first');
      const {length} = history;
      host.search('second', 'replace');
      expect(history.length).to.equal(length);
      expect(location.href).to.equal(`${begin}gp-q=second`);
      await go('back');
      expect(location.href).to.equal(original);
    });

    it('nothing where the address says it already', async () => {
      const host = await make();
      host.search("L'Aquila é, ü");
      const {href} = location;
      let calls = 0;
      const {pushState} = history;
      history.pushState = () => calls++;
      try {
        host.search("L'Aquila é, ü");
        expect(calls).to.equal(0);
        expect(location.href).to.equal(href);
        host.search('other');
        expect(calls).to.equal(1);
      } finally {
        history.pushState = pushState;
      }
    });

    it('no other state of the history', async () => {
      history.replaceState({router: 7}, '', original);
      const host = await make();
      host.search('one');
      expect(history.state).to.deep.include({router: 7});
      host.search('two', 'replace');
      expect(history.state).to.deep.include({router: 7});
      host.route.remember({top: 7});
      expect(history.state).to.deep.equal({router: 7, 'gpb-gp': {top: 7}});
      history.replaceState(null, '', original);
    });

    it('the address that a router keeps in that state, in the form that the router has', async () => {
      const stateAt = (address: string) => {
        const {href, pathname, search, hash} = new URL(address);
        return {path: pathname + search + hash, as: pathname + search, page: {url: href}};
      };
      const others = {back: '/', index: 7, none: null, list: [`${begin}a=b#c`], deep: {deeper: {url: `${begin}a=b#c`}}};
      history.replaceState({...others, ...stateAt(`${begin}a=b#c`)}, '', `${begin}a=b#c`);
      const host = await make();
      host.search('one');
      expect(history.state).to.deep.equal({...others, ...stateAt(`${begin}a=b&gp-q=one#c`), 'gpb-gp': null});
      host.search('two', 'replace');
      expect(history.state).to.deep.equal({...others, ...stateAt(`${begin}a=b&gp-q=two#c`), 'gpb-gp': null});
      history.replaceState(null, '');
    });

    it('an empty key for a preset that was dropped, so that it stays so', async () => {
      const host = await make();
      host.preset = {...noRefinements, topic: ['a']};
      host.route.write(initialState, 'push');
      expect(location.href).to.equal(`${begin}gp-q=`);
    });

    it('past a `<base>`', async () => {
      const base = document.createElement('base');
      base.href = 'https://elsewhere.example/';
      document.head.append(base);
      try {
        const host = await make();
        host.search('x');
        expect(location.href).to.equal(`${begin}gp-q=x`);
      } finally {
        base.remove();
      }
    });

    it('nothing where the browser forbids it, and says nothing of it', async () => {
      const host = await make();
      const {pushState} = history;
      history.pushState = () => {
        throw new DOMException('', 'SecurityError');
      };
      try {
        host.search('one');
        expect(location.href).to.equal(original);
        window.dispatchEvent(new PopStateEvent('popstate'));
        expect(host.searchState.query).to.equal('one');
      } finally {
        history.pushState = pushState;
      }
      host.search('two');
      expect(location.href).to.equal(`${begin}gp-q=two`);
    });

    it('later what the browser does not let it write at once, as Safari does not in a hurry', async () => {
      const host = await make();
      const {pushState} = history;
      history.pushState = () => {
        history.pushState = pushState;
        throw new DOMException('', 'SecurityError');
      };
      host.search('one');
      expect(location.href).to.equal(original);
      await waitUntil(() => location.href === `${begin}gp-q=one`, 'it is written');
    });

    it('once, though a router fires `popstate` from within', async () => {
      const host = await make();
      const {pushState} = history;
      history.pushState = (...args) => {
        pushState.apply(history, args);
        window.dispatchEvent(new PopStateEvent('popstate'));
      };
      try {
        host.search('one');
        expect(host.reads).to.have.length(1);
        expect(location.href).to.equal(`${begin}gp-q=one`);
      } finally {
        history.pushState = pushState;
      }
    });
  });

  describe('[url="off"]', () => {
    it('neither reads nor writes the address', async () => {
      arriveAt(`${begin}gp-q=youth`);
      const host = await make('url="off"');
      expect(host.reads).to.deep.equal([['', false]]);
      host.search('x');
      expect(location.href).to.equal(`${begin}gp-q=youth`);
    });
  });

  describe('[url="hash"]', () => {
    it('uses the fragment, there and back', async () => {
      arriveAt(`${begin}gp-q=no#gp-q=youth`);
      const host = await make('url="hash"');
      expect(host.searchState.query).to.equal('youth');
      host.search('sport');
      expect(location.href).to.equal(`${begin}gp-q=no#gp-q=sport`);
      await go('back');
      expect(host.searchState.query).to.equal('youth');
      host.search('');
      expect(location.href).to.equal(`${begin}gp-q=no`);
    });

    it('reads once, though two events tell of it', async () => {
      const host = await make('url="hash"');
      host.search('one');
      host.search('two');
      await go('back');
      expect(host.reads).to.deep.equal([
        ['', false],
        ['one', true],
      ]);
    });

    it('reads what the visitor writes into the fragment', async () => {
      const host = await make('url="hash"');
      const arrived = new Promise((resolve) => window.addEventListener('hashchange', resolve, {once: true}));
      location.hash = 'gp-q=typed';
      await arrived;
      expect(host.searchState.query).to.equal('typed');
    });

    for (const fragment of ['#section', '#/route?gp-q=x', '#!gp']) {
      it(`leaves ${fragment} to the page`, async () => {
        arriveAt(original + fragment);
        const host = await make('url="hash"');
        expect(host.reads).to.deep.equal([['', false]]);
        host.search('x');
        expect(location.href).to.equal(original + fragment);
      });
    }

    it('keeps its state while the page uses the fragment', async () => {
      const host = await make('url="hash"');
      host.search('one');
      const arrived = new Promise((resolve) => window.addEventListener('hashchange', resolve, {once: true}));
      location.hash = 'section';
      await arrived;
      expect(host.searchState.query).to.equal('one');
    });

    it('shares the fragment with a second widget', async () => {
      arriveAt(`${original}#gp-q=a&gp2-q=b`);
      const first = await make('url="hash"');
      const second = await make('url="hash"');
      expect([first.searchState.query, second.searchState.query]).to.deep.equal(['a', 'b']);
      first.search('c');
      expect(location.href).to.equal(`${original}#gp2-q=b&gp-q=c`);
    });
  });

  describe('two widgets on a page', () => {
    it('have keys of their own', async () => {
      arriveAt(`${begin}gp-q=a&gp2-q=b&my-q=c&my2-q=d`);
      const hosts = [await make(), await make(), await make('url-key="my"'), await make('url-key="my"')];
      expect(hosts.map((host) => host.searchState.query)).to.deep.equal(['a', 'b', 'c', 'd']);
      hosts[1]!.search('x');
      expect(location.href).to.equal(`${begin}gp-q=a&my-q=c&my2-q=d&gp2-q=x`);
    });

    it('hear of the other nothing', async () => {
      const first = await make();
      const second = await make();
      first.search('one');
      second.search('two');
      await go('back');
      expect([first.searchState.query, second.searchState.query]).to.deep.equal(['one', '']);
      expect(first.reads).to.have.length(1);
    });

    it('free the key when they leave', async () => {
      const first = await make();
      first.remove();
      const second = await make();
      second.search('x');
      expect(location.href).to.equal(`${begin}gp-q=x`);
    });

    it('keep key and state when they are moved, and write nothing once they are gone', async () => {
      const first = await make();
      const second = await make();
      first.remove();
      second.search('x');
      second.searchState = {...initialState, query: 'set by the page'};
      document.body.append(second);
      expect(second.reads).to.have.length(1);
      second.search('y');
      expect(location.href).to.equal(`${begin}gp2-q=y`);
      second.remove();
      second.search('z');
      expect(location.href).to.equal(`${begin}gp2-q=y`);
    });

    it('read what the address says by then when they come back', async () => {
      const host = await make();
      host.search('x');
      host.remove();
      arriveAt(`${begin}gp-q=y`);
      document.body.append(host);
      expect(host.searchState.query).to.equal('y');
      host.remove();
      arriveAt(original);
      document.body.append(host);
      expect(host.searchState.query).to.equal('');
      host.remove();
    });
  });

  it('lets go of the window when the host leaves', async () => {
    const {addEventListener, removeEventListener} = EventTarget.prototype;
    const held: [type: string, listener: unknown][] = [];
    const isPage = (target: unknown) => target === window || target === window.navigation;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
      if (isPage(this)) held.push([args[0], args[1]]);
      addEventListener.apply(this, args);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args) {
      const place = held.findIndex(([type, listener]) => type === args[0] && listener === args[1]);
      if (isPage(this) && place >= 0) held.splice(place, 1);
      removeEventListener.apply(this, args);
    };
    try {
      const host = await make('url="hash"');
      expect(held.map(([type]) => type)).to.include.members(['popstate', 'hashchange']);
      host.remove();
      expect(held).to.deep.equal([]);
    } finally {
      Object.assign(EventTarget.prototype, {addEventListener, removeEventListener});
    }
  });

  it('reads nothing for a host that left', async () => {
    const host = await make();
    host.search('one');
    host.search('two');
    host.remove();
    await go('back');
    expect(host.reads).to.have.length(1);
  });
});
