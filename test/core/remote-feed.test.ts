import {expect} from '@open-wc/testing';
import {FeedError} from '../../src/core/feed/feed-error.js';
import type {FetchedFeed} from '../../src/core/feed/fetch-feed.js';
import {readDocument} from '../../src/core/feed/formats/read-document.js';
import {parseFeed} from '../../src/core/feed/parse-feed.js';
import {readFeedsInSteps} from '../../src/core/feed/read-feeds.js';
import {keepFeed} from '../../src/core/loaded-feed.js';
import type {LocalEngineOptions} from '../../src/core/local-engine.js';
import {readRemotely, serveFeed} from '../../src/core/remote-feed.js';
import {initialState, noRefinements, setQuery, toggleRefinement} from '../../src/core/search-state.js';
import {finish} from '../../src/core/steps.js';

const options: LocalEngineOptions = {
  scope: noRefinements,
  facets: ['topic', 'country', 'year'],
  sort: null,
  hitsPerPage: 12,
  language: 'en',
  currentYear: 2026,
};

describe('readRemotely', () => {
  const ports: MessagePort[] = [];
  /** The two ends, as a page and its worker have them. */
  const connect = () => {
    const {port1, port2} = new MessageChannel();
    ports.push(port1, port2);
    serveFeed(port2);
    for (const port of [port1, port2]) port.start();
    return port1;
  };
  afterEach(() => ports.splice(0).forEach((port) => port.close()));

  const fetched = async (): Promise<FetchedFeed> => {
    const bytes = new Uint8Array(await (await fetch('/demo/practices.json')).arrayBuffer());
    // in pieces, as a network brings them
    const chunks = [bytes.slice(0, 1000), bytes.slice(1000)];
    return {address: 'https://city.example/feed.json', charset: '', chunks};
  };
  const {signal} = new AbortController();
  const loadBoth = async () => [
    keepFeed(finish(readFeedsInSteps([parseFeed(await fetched())], readDocument, {}))),
    await readRemotely(connect(), [await fetched()], {}, signal),
  ];

  it('says the same of the feed as the feed read here', async () => {
    const [local, remote] = await loadBoth();
    expect(remote!.info).to.deep.equal(local!.info);
    expect(remote!.size).to.equal(local!.size);
    expect(local!.size).to.equal(180);
  });

  it('answers every question as an engine here does', async () => {
    const [here, there] = (await loadBoth()).map((loaded) => loaded.createEngine(options));
    const state = toggleRefinement(setQuery(initialState, 'yuoth'), 'country', 'ES');
    const id = (await here!.search(initialState)).hits[3]!.practice.id;
    for (const ask of [
      (engine: typeof here) => engine!.search(initialState),
      (engine: typeof here) => engine!.search(state),
      (engine: typeof here) => engine!.hits(state),
      (engine: typeof here) => engine!.rank(id, initialState),
      (engine: typeof here) => engine!.practice(id),
      (engine: typeof here) => engine!.practice('nobody'),
      (engine: typeof here) => engine!.similar(id),
    ])
      expect(await ask(there)).to.deep.equal(await ask(here));
  });

  it('serves several engines, each with its own options', async () => {
    const [, remote] = await loadBoth();
    const all = remote!.createEngine(options);
    const spain = remote!.createEngine({...options, scope: {...noRefinements, country: ['ES']}});
    const [{totalPractices}, scoped] = await Promise.all([all.search(initialState), spain.search(initialState)]);
    expect(totalPractices).to.equal(180);
    expect(scoped.totalPractices).to.be.within(1, 100);
    spain.close();
    expect((await all.search(initialState)).totalHits).to.equal(180);
  });

  it('takes the bytes along', async () => {
    const document = await fetched();
    await readRemotely(connect(), [document], {}, signal);
    expect(document.chunks.map(({byteLength}) => byteLength)).to.deep.equal([0, 0]);
  });

  it('fails as the feed fails', async () => {
    const page = {address: 'https://city.example/', charset: '', chunks: [new TextEncoder().encode('<html>')]};
    const error = await readRemotely(connect(), [page], {}, signal).catch((reason: FeedError) => reason);
    expect(error).to.be.instanceOf(FeedError);
    expect(error).to.include({code: 'not-a-feed', retryable: false});
    expect((error as FeedError).message).to.contain(
      'https://city.example/ is neither RSS nor Atom, but perhaps a web page',
    );
  });

  it('is closed when the other end is gone', async () => {
    const gone = new AbortController();
    const remote = await readRemotely(connect(), [await fetched()], {}, gone.signal);
    expect(remote.isClosed).to.equal(false);
    gone.abort();
    expect(remote.isClosed).to.equal(true);
  });
});
