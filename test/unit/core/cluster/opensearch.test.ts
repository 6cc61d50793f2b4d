import {expect} from '@open-wc/testing';
import {createDocumentWriter} from '../../../../src/core/cluster/document.js';
import {openCluster} from '../../../../src/core/cluster/opensearch.js';
import {clusterTools} from '../../../../src/core/cluster/tools.js';
import type {LocalEngineOptions} from '../../../../src/core/engine/local-engine.js';
import {FeedError} from '../../../../src/core/feed/feed-error.js';
import {initialState, noRefinements} from '../../../../src/core/state/search-state.js';
import {feedWith} from '../../../fixtures/practices.js';
import {wordsOfPage} from '../../../support/visitor-search.js';

const feed = feedWith({
  language: 'en',
  topics: [{id: 'youth', label: 'Young people'}],
  practices: [
    {
      id: 'one',
      title: 'A library',
      city: 'Bergen',
      country: 'NO',
      topics: ['youth'],
      links: [{url: 'javascript:alert(1)', label: 'x'}],
    },
    {id: 'two', title: 'A theatre', city: 'Oslo', country: 'NO'},
  ],
});
const {practices, ...info} = feed;
const writer = createDocumentWriter({info, words: [], currentYear: 2026});
const hits = practices.map((practice, i) => ({
  _source: writer.practice(practice, i).source,
  fields: {id: [practice.id]},
  _score: 1,
}));
const described = {
  hits: {hits: [{_source: writer.feed(['youth']).source}]},
  aggregations: {
    all: {
      scope: {
        doc_count: 2,
        topic: {buckets: [{key: 'youth', doc_count: 1, first: {value: 0}}]},
        country: {buckets: [{key: 'NO', doc_count: 2, first: {value: 0}}]},
      },
    },
  },
};
const found = {hits: {total: {value: 2}, hits}, aggregations: {found: {doc_count: 2}}, _shards: {total: 2, failed: 0}};

interface Asked {
  readonly address: string;
  readonly parameters: Record<string, string>;
  readonly body: string;
}

/** An engine whose server answers what a function says. */
async function openWith(
  answer: (asked: Asked, signal: AbortSignal) => unknown,
  options: Partial<LocalEngineOptions> = {},
  feedAnswer: (asked: Asked) => unknown = () => described,
) {
  const asked: Asked[] = [];
  const post = async (address: string, body: string, _max: number, signal: AbortSignal) => {
    const one = {address, body, parameters: JSON.parse(body) as Record<string, string>};
    asked.push(one);
    return address.endsWith('/feed') ? feedAnswer(one) : answer(one, signal);
  };
  const loaded = await openCluster(
    {...clusterTools, post},
    {address: 'https://search.example/practices', maxBytes: 1e6},
    new AbortController().signal,
  );
  const engine = loaded.createEngine({
    scope: noRefinements,
    facets: ['country'],
    sort: null,
    hitsPerPage: 12,
    language: 'en',
    currentYear: 2026,
    ...options,
  });
  return {asked, engine, loaded, searches: () => asked.filter(({address}) => address.endsWith('/search'))};
}

const rejection = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => expect.fail('It was not rejected.'),
    (error: Error) => error,
  );

describe('openCluster', () => {
  it('knows what the index says about its feed', async () => {
    const {loaded} = await openWith(() => found);
    expect(loaded.size).to.equal(2);
    expect(loaded.info.topics.map(({id}) => id)).to.deep.equal(['youth']);
  });

  it('shows the practices as those of a feed, and links as safe', async () => {
    const {engine} = await openWith(() => found);
    const {hits: shown, totalHits, totalPractices} = await engine.search(initialState);
    expect(shown.map(({practice}) => practice)).to.deep.equal(practices);
    expect([totalHits, totalPractices]).to.deep.equal([2, 2]);
    expect(JSON.stringify(shown)).not.to.include('javascript:');
  });

  it('sends a question once, and gives the same practices for it again', async () => {
    const {engine, searches} = await openWith(() => found);
    const first = await engine.search(initialState);
    await engine.search({...initialState, refinements: {...noRefinements, country: ['NO']}});
    const again = await engine.search(initialState);
    expect(searches().length).to.equal(2);
    expect(again.hits[0]!.practice).to.equal(first.hits[0]!.practice);
  });

  it('gives the same practices again without the topics that are left out', async () => {
    const {engine} = await openWith(() => found, {facets: ['topic'], excludedTopics: ['Young people']});
    const {facets, hits: first} = await engine.search(initialState);
    const {hits: again} = await engine.search({...initialState, sort: 'title'});
    expect(facets[0]!.values).to.deep.equal([]);
    expect(first[0]!.practice.topics).to.deep.equal([]);
    expect(again[0]!.practice).to.equal(first[0]!.practice);
  });

  it('does not report a scope by a topic that is left out', async () => {
    const topic = {...noRefinements, topic: ['youth']};
    const {engine} = await openWith(() => found, {scope: topic, excludedTopics: ['youth']});
    const {preset, scope} = await engine.unmatched(topic);
    expect(scope).to.deep.equal({values: [], findsNothing: false});
    expect(preset.values).to.deep.equal(['topic:youth']);
  });

  it('sends texts only, within the 8 kB that the server allows', async () => {
    const {asked, engine} = await openWith(() => found);
    const query = Array.from({length: 12}, (_, i) => `"quoted"} ${'\\'}${i} {{{word}}}`).join(' ');
    await engine.search({
      ...initialState,
      query,
      refinements: {...noRefinements, city: ['"]}', '\n{{size}}'], year: [{from: 2000, to: null}]},
    });
    for (const {body, parameters} of asked) {
      expect(Object.values(parameters).every((value) => typeof value === 'string')).to.equal(true);
      expect(body.length).to.be.below(8192);
    }
  });

  it('ends an old question when the next one comes', async () => {
    const {engine, searches} = await openWith(({parameters}, signal) =>
      parameters['letters0'] === 'slow'
        ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
        : found,
    );
    const old = rejection(engine.search({...initialState, query: 'slow'}));
    while (!searches().length) await new Promise((resolve) => setTimeout(resolve));
    const {totalHits} = await engine.search({...initialState, query: 'library'});
    expect((await old).name).to.equal('AbortError');
    expect(totalHits).to.equal(2);
  });

  it('asks once more if the server is busy', async () => {
    let answers = 0;
    const {engine, searches} = await openWith(() => {
      if (!answers++) throw new FeedError('http', 'busy', {status: 503});
      return found;
    });
    expect((await engine.search(initialState)).totalHits).to.equal(2);
    expect(searches().length).to.equal(2);
  });

  it('fails with the error that feeds have if the server stays busy, and asks again the next time', async () => {
    let isBusy = true;
    const {engine} = await openWith(() => {
      if (isBusy) throw new FeedError('http', 'busy', {status: 429});
      return found;
    });
    const error = (await rejection(engine.search(initialState))) as FeedError;
    expect([error.code, error.status, error.retryable]).to.deep.equal(['http', 429, true]);
    isBusy = false;
    expect((await engine.search(initialState)).totalHits).to.equal(2);
  });

  it('does not ask again what the server refuses', async () => {
    const {engine, searches} = await openWith(() => {
      throw new FeedError('http', 'refused', {status: 400});
    });
    await rejection(engine.search(initialState));
    expect(searches().length).to.equal(1);
  });

  it('says that parts of the index did not answer, and asks for them the next time', async () => {
    const {engine, searches} = await openWith(() => ({...found, _shards: {total: 2, failed: 1}}));
    const warn = console.warn;
    const said: string[] = [];
    console.warn = (text: string) => void said.push(text);
    try {
      const {warnings} = await engine.search(initialState);
      expect(warnings!.map(({code}) => code)).to.deep.equal(['partial-answer']);
      await engine.search(initialState);
    } finally {
      console.warn = warn;
    }
    expect(searches().length).to.equal(2);
    expect(said.join()).to.include('1 of 2 shards failed');
  });

  it('names what is wrong if another server answers', async () => {
    for (const answer of [{}, [], null, {hits: []}, 'text']) {
      const {engine} = await openWith(() => answer);
      const {code, message} = (await rejection(engine.search(initialState))) as FeedError;
      expect(code).to.equal('not-a-feed');
      expect(message).to.include('does not answer as a search cluster');
    }
  });

  it('survives answers of any form', async () => {
    const odd = [{hits: {hits: [null, {}, {_source: {record: {title: ['x']}}}], total: 'many'}, aggregations: []}];
    for (const answer of odd) {
      const {engine} = await openWith(() => answer);
      const {hits: shown, totalHits} = await engine.search(initialState);
      expect(totalHits).to.equal(0);
      expect(shown.length).to.be.below(2);
    }
  });

  it('asks for a later page from the start if other words were learned meanwhile', async () => {
    const {engine, searches} = await openWith(() => found, {hitsPerPage: 2});
    const second = {...initialState, query: 'library', page: 2};
    await engine.search({...initialState, query: 'library'});
    await engine.search(second);
    expect(searches().at(-1)!.parameters['from']).to.equal('2');
    engine.learn([{language: 'en', file: {stopWords: '', concepts: {library: 'library, books'}, places: {}}}]);
    const {hits: shown} = await engine.search(second);
    expect(searches().at(-1)!.parameters).to.include({from: '0', size: '4'});
    expect(shown.map(({practice}) => practice.id)).to.deep.equal(['one', 'two']);
  });

  it('shows what was found if the server is too busy for what it offers beside', async () => {
    const {engine, searches} = await openWith(({parameters}) => {
      if (!parameters['letters0']) throw new FeedError('http', 'busy', {status: 429});
      return {...found, hits: {total: {value: 0}, hits: []}};
    });
    const {relaxations, totalHits} = await engine.search({...initialState, query: 'library'});
    expect([totalHits, relaxations]).to.deep.equal([0, []]);
    expect(searches().some(({parameters}) => !parameters['letters0'])).to.equal(true);
  });

  it('asks again for the values of filters if parts of the index did not answer', async () => {
    let isPartial = true;
    const {asked, engine} = await openWith(
      () => found,
      {},
      () => (isPartial ? {...described, _shards: {total: 3, failed: 1}} : described),
    );
    const {warn} = console;
    console.warn = () => {};
    const feeds = () => asked.filter(({address}) => address.endsWith('/feed')).length;
    try {
      await engine.search(initialState);
      const before = feeds();
      isPartial = false;
      await engine.search({...initialState, sort: 'title'});
      expect(feeds()).to.equal(before + 1);
      await engine.search({...initialState, sort: 'newest'});
      expect(feeds()).to.equal(before + 1);
    } finally {
      console.warn = warn;
    }
  });

  it('sends long texts and many ids in scripts with long encodings within these 8 kB', async () => {
    const thai = 'การบูรณาการทางวัฒนธรรม'.repeat(200);
    const long = feedWith({practices: [{id: 'long', title: thai, summary: thai}]}).practices[0]!;
    const source = writer.practice(long, 0).source;
    const {asked, engine} = await openWith(() => ({...found, hits: {total: 1, hits: [{_source: source}]}}));
    await engine.similar('long');
    await Promise.all(Array.from({length: 60}, (_, i) => engine.practice(`${'ო'.repeat(76)}${i}`)));
    const bytes = asked.map(({body}) => new TextEncoder().encode(body).length);
    expect(bytes.length).to.be.above(4);
    expect(Math.max(...bytes)).to.be.below(8192);
  });

  it('asks for what ran in the years of a query, and for what is ongoing', async () => {
    const {engine, searches} = await openWith(() => found);
    engine.learn(await wordsOfPage('fr'));
    const askedFor = async (query: string) => {
      await engine.search({...initialState, query});
      return searches().findLast(({parameters}) => parameters['size'] === '12')!.parameters;
    };
    expect(await askedFor('école de 2012 à 2014'))
      .to.include({letters0: 'ecole', years1_from: '2012', years1_to: '2014', least: '2'})
      .and.not.have.any.keys('letters1', 'letters2');
    expect(await askedFor('après 2016')).to.include({years0_from: '2017', years0_to: '99999', least: '1'});
    expect(await askedFor('avant 2016')).to.include({years0_from: '-9999', years0_to: '2015'});
    expect(await askedFor('en cours'))
      .to.include({years0: 'ongoing', least: '1'})
      .and.not.have.any.keys('letters0');
  });

  it('corrects a query that nothing has', async () => {
    const {engine} = await openWith(({parameters}) => {
      if (parameters['misspelt'])
        return {...found, suggest: {spelling: [{text: 'libary', options: [{text: 'library'}]}]}};
      return parameters['letters0'] === 'library'
        ? found
        : {...found, hits: {total: {value: 0}, hits: []}, aggregations: {}};
    });
    const {isCorrected, suggestion} = await engine.search({...initialState, query: 'libary'});
    expect([suggestion, isCorrected]).to.deep.equal(['library', true]);
  });

  it('takes no number for another one', async () => {
    const {engine} = await openWith(({parameters}) => ({
      ...(parameters['letters0'] === '202512'
        ? found
        : {...found, hits: {total: {value: 0}, hits: []}, aggregations: {}}),
      suggest: {spelling: parameters['misspelt'] ? [{text: '202511', options: [{text: '202512'}]}] : []},
    }));
    const {suggestion, totalHits} = await engine.search({...initialState, query: '202511'});
    expect([suggestion, totalHits]).to.deep.equal([null, 0]);
  });
});
