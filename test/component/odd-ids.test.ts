import {expect, fixtureCleanup} from '@open-wc/testing';
import {createResource} from '../support/mutable-resource.js';
import {arrive, arriveAsVisitor, html, visit, Visitor, waitUntil} from '../support/component-harness.js';

const practice = (id: unknown, text: string, more: object = {}) => ({
  ...(id !== undefined && {id}),
  title: 'The same title',
  city: 'Leeds',
  sections: [{text}],
  ...more,
});

/** No two of them are the same, but hardly one has an id of its own. */
const practices = [
  practice(undefined, 'no id'),
  practice(null, 'null'),
  practice('', 'empty'),
  practice(7, 'a number'),
  practice('7', 'the number as a text'),
  practice(0, 'nought'),
  practice('twice', 'the first of two'),
  practice('twice', 'the second of two'),
  practice('twice', 'the third of two', {title: 'Another title'}),
  practice('__proto__', 'a name of all objects'),
  practice('constructor', 'another'),
  practice('toString', 'a third'),
  practice('a b/c?d=e&f#g%20+h', 'what means something in addresses'),
  practice('../..;"\'<b>', 'what means something in markup'),
  practice('😀 été 浜松', 'other letters'),
  practice('\uD83Dx', 'half a pair'),
  practice(['list'], 'a list'),
  practice({a: 1}, 'an object'),
  practice('x'.repeat(5000), 'far too long'),
  practice('x'.repeat(5001), 'longer still'),
];

// Requirement: S-20
describe('practices without an id, or with the same', () => {
  arriveAsVisitor();

  const widget = (src: string) => html`<good-practice-browser src=${src} hits-per-page="50"></good-practice-browser>`;
  const idsByText = (visitor: Visitor) =>
    new Map(
      visitor.element.searchResults!.hits.map(
        ({practice: {id, sections}}) => [sections[0]!.text[0]!.text, id] as const,
      ),
    );

  it('are all there, each with an id of its own', async () => {
    const {address} = await createResource({body: {practices}});
    const visitor = await visit(widget(address));
    expect(visitor.titles()).to.have.length(practices.length);
    const ids = [...idsByText(visitor).values()];
    expect(new Set(ids).size).to.equal(practices.length);
    expect(ids).to.include.members(['0', '__proto__', 'constructor', 'toString', 'a b/c?d=e&f#g%20+h', '😀 été 浜松']);
  });

  it('keep their ids when the feed is loaded again, in another order and with more in it', async () => {
    const kept = await createResource({body: {practices}, headers: {'Cache-Control': 'no-store'}});
    const before = idsByText(await visit(widget(kept.address)));
    fixtureCleanup();
    await kept.put({
      body: {practices: [practice('new', 'new'), ...[...practices].reverse(), practice('last', 'last')]},
    });
    const after = idsByText(await visit(widget(`${kept.address}&again=1`)));
    for (const [text, id] of before) expect(after.get(text), text).to.equal(id);
  });

  for (const {sections} of practices) {
    const [{text}] = sections as [{text: string}];
    it(`are found by their links when the page is loaded again: ${text}`, async () => {
      const {address} = await createResource({body: {practices}});
      const first = await visit(widget(address));
      const id = idsByText(first).get(text)!;
      const index = [...idsByText(first).keys()].indexOf(text);
      first.all('gpb-card')[index]!.shadowRoot!.querySelector<HTMLElement>('[part=toggle]')!.focus();
      await first.press('Enter');
      expect(first.element.searchState.open).to.deep.equal([id]);
      expect(location.search).to.contain('gp-open=');
      // the address alone is left of it
      fixtureCleanup();
      const second = new Visitor(await arrive(widget(address)));
      const open = () =>
        second.all('[part=toggle][aria-expanded=true]').map((button) => button.getRootNode() as ShadowRoot);
      await waitUntil(() => open().length === 1, 'it is open');
      expect(second.element.searchState.open).to.deep.equal([id]);
      expect(open()[0]!.querySelector('[part=body]')!.textContent).to.contain(text);
    });
  }
});
