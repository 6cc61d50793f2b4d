import {expect, fixture, nextFrame} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {arriveAsVisitor, html, REAL_FEED, text, visit, Visitor, waitUntil} from '../support/component-harness.js';

describe('<good-practice-browser> and the link to a practice', () => {
  arriveAsVisitor();
  const address = location.href;

  const real = () => visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
  const copyButton = async (visitor: Visitor) => {
    await waitUntil(() => visitor.all('[part=link]').length, 'the feature is defined');
    return visitor.one('[part=link]');
  };

  /** Replaces a part of `navigator`, for one test. */
  const instead = (name: 'clipboard' | 'share', value: unknown) => {
    Object.defineProperty(navigator, name, {value, configurable: true});
    after(() => Reflect.deleteProperty(navigator, name));
  };

  /** A practice that is on none of the first pages. */
  async function far(): Promise<{id: string; title: string}> {
    const {practices} = await (await fetch(REAL_FEED)).json();
    return practices.findLast((practice: {sections?: unknown}) => practice.sections);
  }

  const isThere = async (visitor: Visitor, title: string) => {
    await waitUntil(() => visitor.focus.endsWith(` “${title}”`), `the focus is on ${title}`);
    // what scrolls elsewhere does so by now
    await nextFrame();
    await nextFrame();
    const {top} = visitor.focused!.getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight);
    expect(visitor.button(`Read less: ${title}`).ariaExpanded).to.equal('true');
  };

  it('is copied by a button of the open card, which confirms it; the link has no search in it', async () => {
    const written: string[] = [];
    instead('clipboard', {writeText: async (link: string) => void written.push(link)});
    const visitor = await real();
    await visitor.search('leeds');
    await visitor.readMore('The Inclusive Anchors Network');
    (await copyButton(visitor)).focus();
    expect(visitor.focus).to.equal('button “Copy link: The Inclusive Anchors Network”');
    await visitor.press('Enter');
    await waitUntil(() => written.length, 'it is copied');
    const url = new URL(address);
    url.searchParams.append('gp-open', visitor.element.searchState.open[0]!);
    expect(written).to.deep.equal([url.href]);
    expect(visitor.focus).to.equal('button “Link copied: The Inclusive Anchors Network”');
    const said = () => [...document.querySelectorAll('body > [role=status]')].map(text).join('');
    await waitUntil(() => said() === 'Link copied', 'it is said');
  });

  it('is shown, selected, where the clipboard is refused', async () => {
    instead('clipboard', undefined);
    const visitor = await real();
    await visitor.readMore('The Inclusive Anchors Network');
    await visitor.click(await copyButton(visitor));
    await waitUntil(() => visitor.focus === 'input “Copy link”', 'the field has the focus');
    const field = visitor.focused as HTMLInputElement;
    expect(field.value).to.include('gp-open=');
    expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).to.equal(field.value);
  });

  it('goes to the dialog of the device where it has one, and nowhere when that is closed', async () => {
    const sent: ShareData[] = [];
    instead('share', async (data: ShareData) => {
      sent.push(data);
      throw new DOMException('closed', 'AbortError');
    });
    const visitor = await real();
    await visitor.readMore('The Inclusive Anchors Network');
    await copyButton(visitor);
    await visitor.click(visitor.button(/^Share…/));
    await waitUntil(() => sent.length, 'the dialog is asked for');
    expect(sent).to.deep.equal([{title: 'The Inclusive Anchors Network', url: location.href}]);
  });

  it('is not offered where the address is not ours', async () => {
    const visitor = await visit(html`<good-practice-browser url="off" src=${REAL_FEED}></good-practice-browser>`);
    await visitor.readMore('The Inclusive Anchors Network');
    await waitUntil(() => visitor.one('gpb-similar').shadowRoot, 'the feature is defined');
    expect(visitor.all('[part=link]')).to.have.length(0);
  });

  it('opens the practice, scrolls to it and puts the focus on it, wherever it is in the list', async () => {
    const {id, title} = await far();
    const begin = new URL(address);
    begin.searchParams.append('gp-open', id);
    history.replaceState(null, '', begin);
    const visitor = await real();
    await isThere(visitor, title);
    expect(location.href).to.equal(begin.href);
  });

  it('draws a practice from far down the list after the first page, until the visitor searches', async () => {
    const records = Array.from({length: 1000}, (_, i) => ({id: `p${i}`, title: `Practice ${i}`, sections: ['More.']}));
    history.replaceState(null, '', '?gp-open=p900');
    const visitor = await visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
    await isThere(visitor, 'Practice 900');
    expect(visitor.titles()).to.have.length(13);
    await visitor.click(visitor.button('Show more practices'));
    expect(visitor.titles()).to.have.length(25);
    expect(visitor.titles().at(-1)).to.equal('Practice 900');
    await visitor.search('practice 7');
    expect(visitor.titles()).not.to.include('Practice 900');
  });

  it('does not take the focus from what the visitor does elsewhere on the page', async () => {
    const {id, title} = await far();
    const begin = new URL(address);
    begin.searchParams.append('gp-open', id);
    history.replaceState(null, '', begin);
    const page = await fixture<HTMLElement>(html`<input class="page" />`);
    page.focus();
    const visitor = await real();
    await waitUntil(() => visitor.titles().includes(title), 'it is shown');
    await waitUntil(
      () => visitor.button(`Read less: ${title}`).getBoundingClientRect().top < innerHeight,
      'it is in sight',
    );
    expect(visitor.focus).to.equal('input “”');
  });

  describe('to a page that the feed names', () => {
    const {host, hostname, protocol} = location;
    const page = `${protocol}//${host}/page`;
    const otherPort = `${hostname}:${Number(location.port) + 1}`;
    /** As a feed would write it to have `www.` removed in the middle. */
    const withWww = (name: string) => `${name.slice(0, 2)}www.${name.slice(2)}`;

    const links: [what: string, url: string, label: string, seen: string][] = [
      ['shows the host', 'https://coe.int/x', 'Council of Europe', 'Council of Europe (coe.int)'],
      ['shows no www.', 'https://www.coe.int/x', 'Council of Europe', 'Council of Europe (coe.int)'],
      ['keeps www. in the middle', 'https://cowww.e.int/x', 'Council of Europe', 'Council of Europe (cowww.e.int)'],
      [
        'keeps www. that spells the label',
        'https://cowww.e.int/',
        'https://coe.int/login',
        'https://coe.int/login (cowww.e.int)',
      ],
      ['keeps www. that spells our host', `${protocol}//${withWww(host)}/`, 'Login', `Login (${withWww(host)})`],
      ['knows its own pages', page, 'Login', 'Login'],
      ['knows another port', `http://${otherPort}/admin`, 'Login', `Login (${otherPort})`],
      ['says it once', 'https://coe.int/x', 'See www.coe.int.', 'See www.coe.int.'],
      ['says it once after https', 'https://www.coe.int/x', 'https://coe.int/x', 'https://coe.int/x'],
      ['says it once in capitals and brackets', 'https://coe.int/', 'Europe (COE.int)', 'Europe (COE.int)'],
      ['says it once with its port', 'https://a.example:8443/', 'a.example:8443', 'a.example:8443'],
      ['shows the end of another host', 'https://t.co/x', 'https://www.t.co.uk/x', 'https://www.t.co.uk/x (t.co)'],
      ['shows the middle of another host', 'https://t.co/x', 'parliament.co.uk', 'parliament.co.uk (t.co)'],
      [
        'shows the start of another host',
        'https://evil.example/',
        'evil.example.gov',
        'evil.example.gov (evil.example)',
      ],
      [
        'shows it beside a document',
        'https://evil.example/x.pdf',
        'evil.example.gov PDF',
        'evil.example.gov PDF (evil.example)',
      ],
      ['shows what is a path', 'https://t.co/', 'https://coe.int/t.co', 'https://coe.int/t.co (t.co)'],
      ['shows what is a name', 'https://t.co/', 'https://t.co@coe.int/', 'https://t.co@coe.int/ (t.co)'],
      ['shows another port', 'https://coe.int/', 'coe.int:8443', 'coe.int:8443 (coe.int)'],
      ['shows a host that a number stands for', 'http://1.1.1.1/', '16843009', '16843009 (1.1.1.1)'],
      [
        'shows a long host',
        'https://t.co/',
        'https://www.parliament.co.uk/report',
        'https://www.parliament.co.uk/report (t.co)',
      ],
    ];
    for (const [what, url, label, seen] of links)
      it(`${what}: ${label} → ${url.replace(host, 'HOST').replace(otherPort, 'OTHER')}`, async () => {
        const record = {
          id: 'a',
          title: 'A',
          links: [{url, label}],
          sections: [{html: `<a href="${url}">${label}</a>`}],
        };
        const visitor = await visit(html`<good-practice-browser .practices=${[record]}></good-practice-browser>`);
        await visitor.readMore('A');
        expect(text(visitor.one('.links a'))).to.equal(seen);
        const linkInHtml = () => visitor.one('gpb-html').shadowRoot?.querySelector('a');
        await waitUntil(linkInHtml, 'the HTML is there');
        expect(text(linkInHtml())).to.equal(seen);
      });

    for (const [url, seen] of [
      ['https://parliwww.ament.uk/login', 'parliwww.ament.uk'],
      ['https://www.coe.int/', 'coe.int'],
      ['https://a.example:8443/', 'a.example:8443'],
      ['https://[2001:db8::1]:8443/', '[2001:db8::1]:8443'],
    ] as const)
      it(`names the host of the source once: ${seen}`, async () => {
        const practices = [{id: 'a', title: 'A', url}];
        const visitor = await visit(html`<good-practice-browser .practices=${practices}></good-practice-browser>`);
        expect(text(visitor.one('[part=source]'))).to.contain(`Source on ${seen}`);
        expect(text(visitor.one('[part=source]'))).not.to.contain('(');
      });
  });

  describe('open()', () => {
    it('shows a practice, even one that the search has left out', async () => {
      const {id, title} = await far();
      const visitor = await real();
      await visitor.search('manchester');
      visitor.element.open(id);
      await isThere(visitor, title);
      expect(visitor.element.searchState.query).to.equal('');
    });

    it('shows it although the browser scrolls to the field in which a letter was typed a moment ago', async () => {
      const {id, title} = await far();
      const visitor = await real();
      const input = visitor.one<HTMLInputElement>('input[type=search]');
      visitor.element.addEventListener('input', () => input.value === 'manchester' && visitor.element.open(id));
      input.focus();
      await sendKeys({type: 'manchester'});
      await isThere(visitor, title);
    });

    it('works before the practices are there', async () => {
      const {id, title} = await far();
      const element = document.createElement('good-practice-browser');
      element.src = REAL_FEED;
      element.open(id);
      document.body.append(element);
      await waitUntil(() => element.searchResults);
      await isThere(new Visitor(element), title);
      element.remove();
    });

    it('does nothing for an id that no practice has', async () => {
      const visitor = await real();
      await visitor.search('manchester');
      visitor.element.open('__proto__');
      await waitUntil(() => visitor.element.searchState.open.length === 0, 'it is forgotten');
      expect(visitor.element.searchState.query).to.equal('manchester');
      expect(visitor.titles()).to.have.length(1);
    });
  });
});
