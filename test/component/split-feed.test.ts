import {expect} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
// here before it is needed: the dev server takes seconds for it where all browsers ask at once
import '../../src/elements/features/features.js';
import {createResource, type Answer, type MutableResource} from '../support/mutable-resource.js';
import {arrive, arriveAsVisitor, html, text, visit, Visitor, waitUntil} from '../support/component-harness.js';
import {announced} from '../support/downloads.js';
import {pageOf} from '../support/shadow-roots.js';
import {expectWarnings} from '../support/expected-warnings.js';

const full = (id: string) => ({
  id,
  title: `Practice ${id}`,
  sections: [{heading: 'Purpose', text: `Whole text of ${id}.`}, {html: '<ul><li>A list</li></ul>'}],
  contact: {name: `Contact of ${id}`},
});
const address = ({address: url}: MutableResource) => url;
const count = async (kept: MutableResource) => (await kept.asked()).length;
const inside = (visitor: Visitor, tag: string, selector: string) =>
  visitor.all(tag).flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll(selector) ?? [])]);
const inDetails = (visitor: Visitor, selector: string) => inside(visitor, 'gpb-details', selector);
const bodies = (visitor: Visitor) =>
  visitor
    .all('gpb-card[open]')
    .map((card) => text(card.shadowRoot!.querySelector('#body p:not([role])')))
    .filter(Boolean);

expectWarnings(/\/__fault\//);

describe('a feed that is split', () => {
  arriveAsVisitor();

  /** Two practices whose texts lie elsewhere, and one that is whole. */
  async function split(answer: Answer = {body: full('a')}, more: object = {}) {
    const details = [await createResource(answer), await createResource({body: full('b')})] as const;
    const practices = [
      {id: 'a', title: 'Practice a', summary: 'Summary of a', details: address(details[0])},
      {id: 'b', title: 'Practice b', details: address(details[1])},
      {id: 'c', title: 'Practice c', sections: ['Whole text of c.']},
    ];
    return {details, feed: await createResource({body: {language: 'en', practices, ...more}})};
  }
  const show = (feed: MutableResource) =>
    visit(html`<good-practice-browser src=${address(feed)}></good-practice-browser>`);

  it('fetches the full record when a practice is opened, and keeps it', async () => {
    const {details, feed} = await split();
    const visitor = await show(feed);
    expect(await count(details[0])).to.equal(0);
    await visitor.readMore('Practice a');
    await waitUntil(() => bodies(visitor).length, 'the text is there');
    expect(bodies(visitor)).to.deep.equal(['Whole text of a.']);
    const body = visitor.one('gpb-card[open]').shadowRoot!.querySelector('#body')!;
    expect(text(body)).to.include('Contact of a');
    expect(text(body)).not.to.include('Loading');
    await waitUntil(() => inside(visitor, 'gpb-html', 'li').length, 'HTML is drawn');
    await visitor.press('Enter');
    await visitor.search('practice');
    await visitor.readMore('Practice a');
    await waitUntil(() => bodies(visitor).length, 'the text is there again');
    expect(await Promise.all(details.map(count))).to.deep.equal([1, 0]);
  });

  it('says that the text is on its way', async () => {
    const {details, feed} = await split({body: full('a'), wait: true});
    const visitor = await show(feed);
    await visitor.readMore('Practice a');
    await waitUntil(() => inDetails(visitor, 'p').map(text).join() === 'Loading the full text…', 'it says so');
    await announced('Loading the full text…');
    await details[0].put({body: full('a')});
    await waitUntil(() => bodies(visitor).length, 'the text is there');
    expect(visitor.all('gpb-details')).to.have.length(1);
  });

  it('says that the text failed to load, and loads it again on demand', async () => {
    const {details, feed} = await split({status: 500});
    const visitor = await show(feed);
    await visitor.readMore('Practice a');
    await waitUntil(() => inDetails(visitor, 'button').length, 'it says so');
    expect(inDetails(visitor, 'p').map(text)).to.deep.equal(['The full text could not be loaded. Try again']);
    await announced('The full text could not be loaded.');
    expect(inDetails(visitor, '[role], [aria-live]')).to.have.length(0);
    visitor.button('Try again').focus();
    await visitor.press('Enter');
    await waitUntil(async () => (await count(details[0])) === 2, 'it has been asked for again');
    await waitUntil(() => visitor.button('Try again').ariaDisabled === 'false', 'it has failed again');
    expect(visitor.focus).to.equal('button “Try again”');
    await details[0].put({body: full('a')});
    await visitor.press('Enter');
    await waitUntil(() => bodies(visitor).length, 'the text is there');
    expect(visitor.focus).to.equal('button “Read less: Practice a”');
  });

  it('does not take a page that is no record for one', async () => {
    const {feed} = await split({body: '"Log in"'});
    const visitor = await show(feed);
    await visitor.readMore('Practice a');
    await waitUntil(() => inDetails(visitor, 'button').length, 'it says so');
  });

  it('fetches it before it is asked for, where the focus or a pointer rests on “Read more”', async () => {
    const {details, feed} = await split();
    const visitor = await show(feed);
    await waitUntil(() => customElements.get('gpb-details'), 'the feature is defined');
    visitor.button('Read more: Practice a').focus();
    await waitUntil(async () => (await count(details[0])) === 1, 'the focus has it fetched');
    const button = visitor.button('Read more: Practice b');
    await visitor.scrollTo(button);
    const {left, top} = button.getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(left) + 5, Math.round(top) + 5]});
    await waitUntil(async () => (await count(details[1])) === 1, 'the pointer has it fetched');
    expect(visitor.all('gpb-card[open]')).to.have.length(0);
  });

  it('opens a practice that a link leads to, with its text', async () => {
    const {feed} = await split();
    history.replaceState(null, '', '?gp-open=b');
    const visitor = await show(feed);
    await waitUntil(() => bodies(visitor).join() === 'Whole text of b.', 'the text is there');
  });

  it('asks no other host for it', async () => {
    const practices = [{title: 'A', details: 'https://other.example/a.json'}];
    const warnings: string[] = [];
    document.addEventListener(
      'gpb-warned',
      (event) =>
        void warnings.push(...(event as HTMLElementEventMap['gpb-warned']).detail.warnings.map(({code}) => code)),
      {once: true},
    );
    const visitor = await show(await createResource({body: practices}));
    expect(warnings).to.deep.equal(['foreign-address']);
    expect(visitor.all('.toggle')).to.have.length(0);
  });

  it('is fetched for <gpb-practice> too', async () => {
    const {feed} = await split();
    await arrive(html`<gpb-practice src=${address(feed)} practice-id="a"></gpb-practice>`);
    const element = [...document.querySelectorAll('gpb-practice')].at(-1)!;
    const all = (selector: string) =>
      pageOf(element).flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
    await waitUntil(() => all('.toggle').length, 'it shows the practice');
    all('.toggle')[0]!.click();
    await waitUntil(() => all('#body p').some((each) => text(each) === 'Whole text of a.'), 'the text is there');
  });

  it('is saved and printed in full', async () => {
    const {feed} = await split();
    history.replaceState(null, '', '?gp-list=a&gp-list=b');
    const visitor = await show(feed);
    visitor.one('.list-counter').click();
    await waitUntil(() => inside(visitor, 'gpb-list', '.buttons button').length, 'the list is there');
    const saved: Blob[] = [];
    const {createObjectURL} = URL;
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return createObjectURL(blob);
    };
    // a file that is saved would take the focus
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    const {print} = window;
    let printed = '';
    window.print = () => {
      printed = text(visitor.one('gpb-list').shadowRoot!.querySelector('.brochure'));
    };
    try {
      visitor.button('Data (JSON)').click();
      await waitUntil(() => saved.length, 'it is saved');
      const {practices} = JSON.parse(await saved[0]!.text());
      expect(practices[0].sections[0].text).to.equal('Whole text of a.');
      expect(practices.map((each: object) => 'details' in each)).to.deep.equal([false, false]);
      visitor.button(/^Print$/).click();
      await waitUntil(() => printed, 'it is printed');
      expect(printed).to.include('Whole text of a.').and.to.include('Whole text of b.');
    } finally {
      URL.createObjectURL = createObjectURL;
      window.print = print;
      HTMLAnchorElement.prototype.click = click;
      window.dispatchEvent(new Event('afterprint'));
    }
  });

  describe('with [texts]', () => {
    it('finds the words in them as soon as they have loaded, and loads nothing else', async () => {
      const texts = await createResource({body: [full('a'), full('b')], wait: true});
      const {details, feed} = await split(undefined, {texts: address(texts)});
      const visitor = await show(feed);
      await visitor.search('"text of b"');
      expect(visitor.titles()).not.to.include('Practice b');
      await texts.put({body: [full('a'), full('b')]});
      await waitUntil(() => visitor.titles().join() === 'Practice b', 'the words are found');
      await visitor.readMore('Practice b');
      await waitUntil(() => bodies(visitor).join() === 'Whole text of b.', 'the text is there');
      expect(await Promise.all(details.map(count))).to.deep.equal([0, 0]);
    });

    it('alone has “Read more” from the start, which waits for them', async () => {
      const texts = await createResource({body: {practices: [full('a')]}, wait: true});
      const feed = await createResource({
        body: {
          texts: address(texts),
          practices: [
            {id: 'a', title: 'Practice a'},
            {id: 'z', title: 'Practice z'},
          ],
        },
      });
      const visitor = await show(feed);
      await visitor.readMore('Practice a');
      await waitUntil(() => inDetails(visitor, 'p').length, 'it waits');
      await texts.put({body: {practices: [full('a')]}});
      await waitUntil(() => bodies(visitor).join() === 'Whole text of a.', 'the text is there');
      await waitUntil(() => visitor.all('.toggle').length === 1, 'what has no text has no “Read more”');
    });

    it('that fail, leaves the text of each practice to be had', async () => {
      const texts = await createResource({status: 404});
      const {feed} = await split(undefined, {texts: address(texts)});
      const warnings: string[] = [];
      const listen = ({detail}: HTMLElementEventMap['gpb-warned']) =>
        void warnings.push(...detail.warnings.map(({code}) => code));
      document.addEventListener('gpb-warned', listen as EventListener);
      const visitor = await show(feed);
      await waitUntil(() => warnings.join() === 'texts-failed', 'the page is told');
      document.removeEventListener('gpb-warned', listen as EventListener);
      await visitor.readMore('Practice a');
      await waitUntil(() => bodies(visitor).join() === 'Whole text of a.', 'the text is there');
    });
  });
});
