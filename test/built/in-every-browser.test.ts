import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/component-harness.js';
import {pageOf} from '../support/shadow-roots.js';

/** What the page has complained of. */
interface Seen {
  readonly console: string[];
  readonly errors: string[];
  readonly violations: string[];
}

const NAME = 'good-practice-browser';
const scripts = Object.keys(import.meta.glob('./embedding/host-scripts/*.js')).map((path) => path.split('/').at(-1)!);
const policyWith = (sources: string, names = NAME) =>
  `default-src 'none'; script-src ${sources}; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; ` +
  `form-action 'none'; require-trusted-types-for 'script'; trusted-types ${names}`;

const script = (attributes = 'defer') => `<script src="/__built/embed/${NAME}.js" ${attributes}></script>`;
const widget = `<${NAME} src="/__built/feed.json" facets="topic country year-range"><p>See our old list</p></${NAME}>`;

/** A page of its own, with the built files, in a frame. Keys and pointers are for the tests in Chromium: here is what differs by engine. */
class Frame {
  private readonly frame = document.createElement('iframe');

  async open(pieces: {head?: string; body?: string; policy?: string; watch?: string}): Promise<this> {
    Object.assign(this.frame.style, {position: 'fixed', inset: '0', width: '1100px', height: '700px', border: '0'});
    this.frame.src = `/__built/page?${new URLSearchParams({head: script(), body: widget, ...pieces})}`;
    const isLoaded = new Promise((resolve) => this.frame.addEventListener('load', resolve, {once: true}));
    document.body.append(this.frame);
    await isLoaded;
    return this;
  }

  close = () => this.frame.remove();

  get seen(): Seen {
    return Reflect.get(this.frame.contentWindow!, 'seen') as Seen;
  }

  get widget(): HTMLElement {
    return this.frame.contentDocument!.querySelector<HTMLElement>(NAME)!;
  }

  all<T extends HTMLElement>(selector: string): T[] {
    return pageOf(this.widget).flatMap((root) => [...root.querySelectorAll<T>(selector)]);
  }

  async one<T extends HTMLElement>(selector: string, words = ''): Promise<T> {
    const find = () => this.all<T>(selector).find((element) => element.textContent!.includes(words));
    await waitUntil(find, `${selector} with “${words}”`);
    return find()!;
  }

  /** What needs the script and a language. */
  async use(): Promise<void> {
    await this.one('[part=count]', '14 practices');
    const input = await this.one<HTMLInputElement>('#query');
    input.value = 'chior';
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.one('[part=count]', '2 of 14 practices');
    (await this.one('label', 'Norway')).click();
    await this.one('[part=count]', '1 of 14 practices');
    (await this.one('[part=toggle]')).click();
    await this.one('h3, h4', 'More like this');
    this.widget.lang = 'fr';
    await this.one('[part=count]', '1 sur 14 pratique');
    (await this.one('[part=download]')).click();
    await this.one('button', 'CSV');
  }

  expectClean(): void {
    // a list of here: objects of there may inherit what their page has put in
    const {console: said, errors, violations} = this.seen;
    // now and then WebKit's look-ahead says that it may not fetch the script, which then runs
    const real = violations.filter((violation) => !violation.endsWith(`/${NAME}.js`));
    expect([...said, ...errors, ...real]).to.deep.equal([]);
  }
}

describe('the built files in this engine', () => {
  let frame: Frame;
  let hashes: Record<string, string>;
  before(async () => {
    hashes = (await (await fetch('/__built/hashes.json')).json()) as Record<string, string>;
  });
  beforeEach(() => {
    frame = new Frame();
  });
  afterEach(() => frame.close());

  // Requirement: S-08
  it('work completely under a strict policy', async () => {
    await frame.open({policy: policyWith("'self'")});
    await frame.use();
    frame.expectClean();
  });

  // Requirement: S-08
  it('do so as a module', async () => {
    await frame.open({policy: policyWith("'self'"), head: script('type="module"')});
    await frame.use();
    frame.expectClean();
  });

  // Requirement: S-09
  it('do so under a policy of nonces and strict-dynamic', async () => {
    const nonce = 'nonce="a1b2"';
    await frame.open({
      policy: policyWith("'nonce-a1b2' 'strict-dynamic'"),
      head: script(`${nonce} defer`),
      watch: nonce,
    });
    await frame.use();
    frame.expectClean();
  });

  // Requirement: S-12
  it('do so under a policy of nothing but hashes', async () => {
    const files = [`${NAME}.js`, 'watch.js'];
    const integrity = (file: string) => `integrity="${hashes[file]}" crossorigin="anonymous"`;
    const policy = policyWith(files.map((file) => `'${hashes[file]}'`).join(' '));
    await frame.open({policy, head: script(integrity(`${NAME}.js`)), watch: integrity('watch.js')});
    await frame.use();
    frame.expectClean();
  });

  // Requirement: S-10
  it('make one policy of two copies', async () => {
    await frame.open({policy: policyWith("'self'"), head: script() + script()});
    await frame.use();
    const {console: said, ...rest} = frame.seen;
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^warn: .* Remove one of the two script tags/);
    expect(rest).to.deep.equal({errors: [], violations: []});
  });

  // Requirement: S-11
  it('keep the fallback content if the page enforces Trusted Types and forbids our policy', async () => {
    await frame.open({policy: policyWith("'self'", "'none'")});
    const isEnforced = 'trustedTypes' in window;
    if (isEnforced)
      expect(frame.seen.console.join()).to.match(/Add “trusted-types good-practice-browser” to the policy/);
    else await frame.use();
    expect(frame.widget.querySelector('p')!.checkVisibility()).to.equal(isEnforced);
    expect(frame.seen.errors).to.deep.equal([]);
  });

  for (const name of scripts.filter((each) => !each.startsWith('deadly-')))
    // Requirement: S-27
    it(`work completely on a page with ${name}`, async () => {
      await frame.open({head: `<script src="/__built/host-scripts/${name}"></script>${script()}`});
      await frame.use();
      frame.expectClean();
    });

  for (const name of scripts.filter((each) => each.startsWith('deadly-')))
    // Requirement: S-27
    it(`keep the fallback content, and say why, on a page with ${name}`, async () => {
      await frame.open({head: `<script src="/__built/host-scripts/${name}"></script>${script()}`});
      expect(frame.widget.querySelector('p')!.checkVisibility()).to.equal(true);
      expect([...frame.seen.errors]).to.deep.equal([]);
      expect([...frame.seen.console].join('\n')).to.match(/^warn: .*Object\.prototype.*$/);
    });

  // Requirement: E-01
  it('make a browser of an element with `data-good-practice-browser`', async () => {
    const body = `<div data-good-practice-browser data-src="/__built/feed.json" data-facets="topic country year-range"></div>`;
    await frame.open({body, policy: policyWith("'self'")});
    await frame.use();
    frame.expectClean();
  });
});
