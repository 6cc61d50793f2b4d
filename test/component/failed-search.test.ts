import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {createDocumentWriter} from '../../src/core/cluster/document.js';
import {GpbEvent} from '../../src/elements/shared/events.js';
import {feedWith} from '../fixtures/practices.js';
import {
  arrive as arriveAt,
  arriveAsVisitor,
  html,
  text,
  visit,
  Visitor,
  waitUntil,
} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

expectWarnings(/HTTP status 503/);

describe('a search that a cluster does not answer', () => {
  arriveAsVisitor();

  const feed = feedWith({
    practices: Array.from({length: 30}, (_, i) => ({
      id: `p${i}`,
      title: `Practice ${i}`,
      country: i % 2 ? 'NO' : 'SE',
    })),
  });
  const {practices, ...info} = feed;
  const writer = createDocumentWriter({info, words: [], currentYear: 2026});
  const hits = practices.map((practice, i) => ({
    _source: writer.practice(practice, i).source,
    fields: {id: [practice.id]},
    _score: 1,
  }));
  const countries = {
    doc_count: 30,
    country: {buckets: ['SE', 'NO'].map((key, i) => ({key, doc_count: 15, first: {value: i}}))},
  };
  const described = {
    hits: {hits: [{_source: writer.feed(['NO', 'SE']).source}]},
    aggregations: {all: {scope: countries}},
  };
  const found = (from: number, size: number) => ({
    hits: {total: {value: 30}, hits: hits.slice(from, from + size)},
    aggregations: {found: {doc_count: 30}},
    _shards: {total: 1, failed: 0},
  });

  const {fetch} = window;
  let isDown = false;
  let isLookUpDown = false;
  let refused = 0;
  before(() => {
    window.fetch = async (address, init) => {
      const request = new Request(address, init);
      const [, template] = /\/cluster\/(\w+)$/.exec(request.url) ?? [];
      if (!template) return fetch(request);
      if (isDown || (isLookUpDown && template === 'practices')) {
        refused++;
        return new Response('', {status: 503});
      }
      const {from, ids, size} = (await request.json()) as {from?: string; ids?: string; size?: string};
      const named = hits.filter((_, i) => ids === practices[i]!.id);
      if (ids) return Response.json({...found(0, 0), hits: {total: {value: 1}, hits: named}});
      return Response.json(template === 'feed' ? described : found(Number(from ?? 0), Number(size ?? 0)));
    };
  });
  after(() => void (window.fetch = fetch));
  beforeEach(() => void (isDown = isLookUpDown = false));

  const arrive = () =>
    visit(html`<good-practice-browser url="off" engine="opensearch" src="/cluster"></good-practice-browser>`);
  const fails = (visitor: Visitor) => waitUntil(() => visitor.all('.failed').length, 'it has failed');

  /** What screen readers are told from now on. */
  function record() {
    const said: string[] = [];
    const observer = new MutationObserver((changes) => said.push(...changes.map(({target}) => text(target))));
    for (const region of document.querySelectorAll('body > :is([role=status], [role=alert])'))
      observer.observe(region, {childList: true});
    return said;
  }

  // Requirement: A-13
  it('is said to have failed, and no more to be on its way', async () => {
    const visitor = await arrive();
    const said = record();
    isDown = true;
    visitor.one('input[type=search]').focus();
    await sendKeys({type: 'youth'});
    await fails(visitor);
    const reason = text(visitor.one('.failed')).replace(' Try again', '');
    await waitUntil(() => said.includes(reason), 'it is said');
    // A visitor of a slow machine has heard before that the search is on its way.
    const spoken = said.filter((each) => each && each !== 'Searching…');
    expect(spoken).to.deep.equal([reason]);
    expect(said.at(-1)).to.equal(reason);
  });

  it('does not say that “Show more” has added practices', async () => {
    const visitor = await arrive();
    const said = record();
    isDown = true;
    visitor.button('Show more practices').focus();
    await sendKeys({press: 'Enter'});
    await fails(visitor);
    expect(visitor.titles()).to.have.length(12);
    await waitUntil(() => said.length, 'what takes so long is said');
    expect(said.join()).not.to.include('Practices 13');
  });

  it('leaves the focus on “Try again” while it fails, and takes it to the search field when it is answered', async () => {
    const visitor = await arrive();
    isDown = true;
    visitor.button('Show more practices').focus();
    await sendKeys({press: 'Enter'});
    await fails(visitor);
    const before = refused;
    visitor.button('Try again').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => refused === before + 2, 'it was refused again');
    await visitor.element.updateComplete;
    expect(visitor.focus).to.equal('button “Try again”');
    isDown = false;
    await sendKeys({press: 'Enter'});
    await waitUntil(() => !visitor.all('.failed').length, 'it is answered');
    expect(visitor.titles()).to.have.length(24);
    await waitUntil(() => visitor.focus === 'input “Search good practices”', 'the field has the focus');
  });

  describe('when a practice is asked for that is not on the page', () => {
    const unread: unknown[] = [];
    const note = ({reason}: PromiseRejectionEvent) => void unread.push(reason);
    before(() => window.addEventListener('unhandledrejection', note));
    after(() => window.removeEventListener('unhandledrejection', note));
    beforeEach(() => void (unread.length = 0));

    it('says why, and leads there when the visitor asks again', async () => {
      const visitor = await arrive();
      isDown = true;
      visitor.element.open('p20');
      await fails(visitor);
      expect(visitor.titles()).to.have.length(12);
      isDown = false;
      visitor.button('Try again').focus();
      await sendKeys({press: 'Enter'});
      await waitUntil(() => !visitor.all('.failed').length, 'it is answered');
      visitor.element.open('p20');
      await waitUntil(() => visitor.titles().includes('Practice 20'), 'the practice is there');
      expect(unread).to.deep.equal([]);
    });

    it('says why if a list asked for it', async () => {
      const visitor = await arrive();
      isDown = true;
      visitor.one('gpb-card').dispatchEvent(new GpbEvent('gpb-show', {id: 'p20'}));
      await fails(visitor);
      expect(visitor.titles()).to.have.length(12);
      expect(unread).to.deep.equal([]);
    });
  });

  it('says why a shared list is not there, and shows it when the visitor asks again', async () => {
    isLookUpDown = true;
    history.replaceState(null, '', '?gp-list=p20');
    const visitor = new Visitor(
      await arriveAt(html`<good-practice-browser engine="opensearch" src="/cluster"></good-practice-browser>`),
    );
    await waitUntil(() => text(visitor.one('.root')).includes('Try again'), 'it has failed');
    expect(visitor.titles()).to.deep.equal([]);
    isLookUpDown = false;
    visitor.button('Try again').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => visitor.titles().length, 'it is answered');
    expect(visitor.titles()[0]).to.equal('Practice 20');
  });

  it('does not keep the page from hearing that a card was opened', async () => {
    const visitor = await arrive();
    const opened: string[] = [];
    visitor.element.addEventListener('gpb-opened', ({detail}) => void opened.push(detail.id));
    isDown = true;
    const before = refused;
    visitor.one('gpb-card').dispatchEvent(new GpbEvent('gpb-open', {id: 'p3', isOpen: true}));
    await waitUntil(() => opened.length, 'the page knows');
    expect(opened).to.deep.equal(['p3']);
    expect(refused).to.equal(before);
  });
});
