import {expect} from '@open-wc/testing';
import {arrive, arriveAsVisitor, html, text, Visitor, waitUntil} from '../support/component-harness.js';

describe('<good-practice-browser> while a feed comes', () => {
  arriveAsVisitor();

  /** What the bar showed, from when it was there until the practices are. */
  async function watch(src: string) {
    const visitor = new Visitor(await arrive(html`<good-practice-browser src=${src}></good-practice-browser>`));
    const shown: number[] = [];
    const names = new Set<string>();
    let announcements = 0;
    const root = visitor.element.shadowRoot!;
    const observer = new MutationObserver((changes) => {
      announcements += changes.filter(({target}) =>
        (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [aria-live]'),
      ).length;
      const bar = root.querySelector('progress');
      if (!bar) return;
      names.add(text(root.getElementById(bar.getAttribute('aria-labelledby')!)));
      if (shown.at(-1) !== bar.position) shown.push(bar.position);
    });
    await visitor.element.updateComplete;
    observer.observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
    await waitUntil(() => visitor.element.searchResults, 'it is there');
    await visitor.settled();
    observer.disconnect();
    return {visitor, shown, names: [...names], announcements};
  }

  const drip = (parameters: string) => `/__fault/drip?pieces=12&pause=100&id=${crypto.randomUUID()}${parameters}`;

  it('shows how much has loaded if the server sends a length, and announces nothing more', async () => {
    const {announcements, names, shown, visitor} = await watch(drip('&announced=true'));
    expect(shown.length).to.be.above(3);
    expect(shown).to.deep.equal([...shown].sort((a, b) => a - b));
    expect(shown[0]).to.be.within(0.01, 0.7);
    expect(shown.at(-1)).to.be.at.most(1);
    expect(names).to.deep.equal(['Loading good practices…']);
    expect(announcements).to.equal(0);
    expect(visitor.all('progress')).to.have.length(0);
  });

  it('adds up what comes of several feeds', async () => {
    const short = drip('&announced=true');
    const long = drip('&announced=true').replace('pieces=12', 'pieces=48');
    const {shown} = await watch(`${short} ${long}`);
    // The short feed is a fifth of both: after it, most is still to load.
    expect(shown.filter((share) => share > 0.25 && share < 0.9).length).to.be.above(3);
    expect(shown).to.deep.equal([...shown].sort((a, b) => a - b));
  });

  const unknown: [why: string, parameters: string][] = [
    ['the server does not say how long it is', ''],
    ['it is packed, so that the length is another', '&announced=true&encoding=gzip'],
  ];
  for (const [why, parameters] of unknown) {
    it(`shows nothing of the kind where ${why}`, async () => {
      const {shown} = await watch(drip(parameters));
      expect(shown).to.deep.equal([]);
    });
  }

  it('never shows more than 100 %, also if another origin compresses the feed', async () => {
    const origin = await (await fetch('/__fault/other-origin')).text();
    const {shown} = await watch(origin + drip('&announced=true&encoding=gzip&cors=*'));
    for (const share of shown) expect(share).to.be.within(0, 1);
    expect(shown.length).to.be.below(12);
  });

  it('shows it after a moment, as the outline of the list, which it does not move', async () => {
    const src = '/__fault/drip?pieces=400&pause=50&announced=true';
    const element = await arrive(html`<good-practice-browser src=${src}></good-practice-browser>`);
    const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
    await waitUntil(() => find('progress'), 'the bar is there');
    const {top} = find('.outline')!.getBoundingClientRect();
    find('progress')!.style.display = 'none';
    expect(find('.outline')!.getBoundingClientRect().top).to.equal(top);
    find('progress')!.style.display = '';
    const delays = ['.loading', '.outline'].map((selector) => getComputedStyle(find(selector)!).animationDelay);
    expect(delays).to.deep.equal(['0.2s', '0.2s']);
    expect(find('progress')!.getBoundingClientRect().bottom).to.be.at.most(
      find('.outline')!.getBoundingClientRect().top,
    );
  });
});
