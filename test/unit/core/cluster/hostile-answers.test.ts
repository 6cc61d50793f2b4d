import {expect} from '@open-wc/testing';
import {createClient} from '../../../../src/core/cluster/client.js';
import {clusterTools} from '../../../../src/core/cluster/tools.js';
import {FeedError} from '../../../../src/core/feed/feed-error.js';

const {signal} = new AbortController();
const hit = (id: string, more: object = {}) => ({_source: {record: {id, title: `Practice ${id}`, ...more}}, _score: 1});
const hitsUpTo = (count: number) => Array.from({length: count}, (_, i) => hit(String(i)));

/** A client whose server answers what a function says. */
function clientOf(answer: () => unknown) {
  let asked = 0;
  const post = () => Promise.resolve((asked++, answer()));
  const client = createClient({...clusterTools, post}, {address: 'https://search.example/practices', maxBytes: 1e9});
  return {client, asked: () => asked};
}

describe('the answer of a hostile cluster', () => {
  it('gives no more practices than were asked for', async () => {
    const {client} = clientOf(() => ({hits: {hits: hitsUpTo(5000), total: {value: 5000}}}));
    for (const [template, parameters, most] of [
      ['search', {size: '12'}, 12],
      ['search', {size: '0'}, 0],
      ['search', {size: '9000'}, 1200],
      ['similar', {}, 100],
      ['practices', {}, 100],
    ] as const) {
      const {hits, ids} = await client.ask(template, parameters, signal);
      expect([hits.length, ids.length]).to.deep.equal([most, most]);
    }
  });

  it('gives a practice once', async () => {
    const {client} = clientOf(() => ({hits: {hits: [hit('a'), hit('a'), hit('b')], total: {value: 3}}}));
    const {hits} = await client.ask('search', {size: '12'}, signal);
    expect(hits.map(({record}) => record.id)).to.deep.equal(['a', 'b']);
  });

  it('has counts that a page can show, even if its own are no counts', async () => {
    for (const wrong of [-5, 1.5, 'many', null, {}, [7], true, '__proto__', JSON.parse('1e999'), 1e300]) {
      const {client} = clientOf(() => ({
        hits: {hits: [], total: {value: wrong}},
        aggregations: {found: {doc_count: wrong}, topic: {buckets: [{key: 'a', doc_count: wrong}]}},
      }));
      const answer = await client.ask('search', {}, signal);
      for (const count of [answer.total, answer.count(['found']), answer.buckets(['topic'])[0]!.count])
        expect(count, JSON.stringify(wrong)).to.satisfy((one: number) => Number.isSafeInteger(one) && one >= 0);
    }
  });

  it('cannot change objects by their prototypes', async () => {
    const record = JSON.parse(
      '{"id": "a", "title": "A", "__proto__": {"polluted": 1}, "constructor": {"prototype": 1}}',
    ) as object;
    const document = JSON.parse(
      '{"hits": {"hits": [], "__proto__": {"polluted": 1}}, "__proto__": {"aggregations": {}}, "aggregations": {"__proto__": {"polluted": 1}}}',
    ) as {hits: {hits: object[]}};
    document.hits.hits.push({_source: {record}});
    const {client} = clientOf(() => document);
    const {hits} = await client.ask('search', {size: '1'}, signal);
    const [practice] = client.readRecords(hits.map((each) => each.record));
    expect(practice!.title[0]!.text).to.equal('A');
    expect(({} as {polluted?: number}).polluted).to.equal(undefined);
    expect((practice as unknown as {polluted?: number}).polluted).to.equal(undefined);
  });

  it('has no links and no HTML that run scripts', async () => {
    const {client} = clientOf(() => ({
      hits: {
        hits: [
          hit('a', {
            url: 'javascript:alert(1)',
            image: 'data:text/html,<script>alert(1)</script>',
            links: [{url: ' JaVaScRiPt:alert(1)', label: '<img src=x onerror=alert(1)>'}],
            sections: [{heading: '<b>x', html: '<img src=x onerror=alert(1)><script>alert(1)</script><p>text</p>'}],
          }),
        ],
      },
    }));
    const {hits} = await client.ask('search', {}, signal);
    const [practice] = client.readRecords(hits.map(({record}) => record));
    expect(JSON.stringify({...practice, sections: [], title: []})).not.to.match(/javascript:|data:text/i);
  });

  it('is not kept if it is large: memory stays bounded', async () => {
    const {asked, client} = clientOf(() => ({hits: {hits: [hit('a', {summary: 'x'.repeat(6_000_000)})]}}));
    for (const query of ['a', 'b', 'c', 'd', 'e', 'a']) await client.ask('search', {phrase0: query}, signal);
    // The first one had to make room, so it is asked for again.
    expect(asked()).to.equal(6);
  });

  it('ends if it never ends, with an error that can be tried again', async () => {
    const {fetch} = window;
    let wasEnded = false;
    window.fetch = (_, {signal: ending}: RequestInit = {}) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start: (controller) =>
              ending!.addEventListener('abort', () => {
                wasEnded = true;
                controller.error(ending!.reason);
              }),
            async pull(controller) {
              await new Promise((resolve) => setTimeout(resolve, 5));
              if (!wasEnded) controller.enqueue(new TextEncoder().encode(' '));
            },
          }),
        ),
      );
    try {
      const error = await clusterTools.post('https://search.example/', '{}', 1e6, signal, 50).catch((e: unknown) => e);
      expect(error).to.be.instanceOf(FeedError);
      expect([(error as FeedError).code, (error as FeedError).retryable]).to.deep.equal(['timeout', true]);
      expect(wasEnded).to.equal(true);
    } finally {
      window.fetch = fetch;
    }
  });
});
