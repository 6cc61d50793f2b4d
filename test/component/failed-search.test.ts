import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {createDocumentWriter} from '../../src/core/cluster/document.js';
import {feedWith} from '../fixtures/practices.js';
import {arriveAsVisitor, html, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';
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
  const found = (size: number) => ({
    hits: {total: {value: 30}, hits: hits.slice(0, size)},
    aggregations: {found: {doc_count: 30}},
    _shards: {total: 1, failed: 0},
  });

  const {fetch} = window;
  let isDown = false;
  let refused = 0;
  before(() => {
    window.fetch = async (address, init) => {
      const request = new Request(address, init);
      const [, template] = /\/cluster\/(\w+)$/.exec(request.url) ?? [];
      if (!template) return fetch(request);
      if (isDown) {
        refused++;
        return new Response('', {status: 503});
      }
      const {size} = (await request.json()) as {size?: string};
      return Response.json(template === 'feed' ? described : found(Number(size ?? 0)));
    };
  });
  after(() => void (window.fetch = fetch));
  beforeEach(() => void (isDown = false));

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
    await waitUntil(() => said.filter(Boolean).length, 'it is said');
    const [reason] = visitor.one('.failed').innerText.split(' Try again');
    expect(said.filter(Boolean)).to.deep.equal([reason]);
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
});
