import {expect} from '@open-wc/testing';
import {FeedError} from '../../../src/core/feed/feed-error.js';
import type {FetchedFeed} from '../../../src/core/feed/fetch.js';
import {readDocument} from '../../../src/core/feed/formats/read-document.js';
import {parseFeed} from '../../../src/core/feed/parse.js';
import {createReader, noGaps, type FeedReader} from '../../../src/core/engine/feed-reader.js';
import type {LocalEngineOptions} from '../../../src/core/engine/local-engine.js';
import {createRemoteReader} from '../../../src/worker/client.js';
import {serveFeed} from '../../../src/worker/server.js';
import {
  initialState,
  noRefinements,
  setCollection,
  setQuery,
  toggleRefinement,
} from '../../../src/core/state/search-state.js';

const options: LocalEngineOptions = {
  scope: noRefinements,
  facets: ['topic', 'country', 'year'],
  sort: null,
  hitsPerPage: 12,
  language: 'en',
  currentYear: 2026,
};

describe('createRemoteReader', () => {
  const ports: MessagePort[] = [];
  /** Both ends, as in a page and its worker. */
  const connect = () => {
    const {port1, port2} = new MessageChannel();
    ports.push(port1, port2);
    serveFeed(port2, async () => undefined);
    for (const port of [port1, port2]) port.start();
    return port1;
  };
  afterEach(() => ports.splice(0).forEach((port) => port.close()));

  const text = async () => new TextEncoder().encode(await (await fetch('/demo/practices.json')).text());
  const pageOf = (bytes: Uint8Array<ArrayBuffer>, address = 'https://city.example/feed.json'): FetchedFeed => {
    // In pieces, as a network delivers them.
    const chunks = [bytes.slice(0, 1000), bytes.slice(1000)];
    return {address, charset: '', chunks, paging: ['', '', ''], fingerprint: 1};
  };
  const fetched = async () => pageOf(await text());
  const {signal} = new AbortController();
  const createBoth = (): FeedReader[] => [
    createReader((page) => readDocument(parseFeed(page).content, page.address), {}),
    createRemoteReader(connect(), {}, signal),
  ];
  const load = async (reader: FeedReader) => {
    await reader.add(0, await fetched());
    return reader.read(noGaps);
  };
  const loadBoth = () => Promise.all(createBoth().map(load));

  it('describes the feed as a reader on the page does', async () => {
    const [local, remote] = await loadBoth();
    expect(remote!.info).to.deep.equal(local!.info);
    expect(remote!.ids).to.deep.equal(local!.ids);
    expect(local!.ids).to.have.length(180);
  });

  it('reads several feeds and their pages as on the page, and still answers about earlier ones', async () => {
    const json = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));
    const first = {
      title: 'First',
      next_url: 'feed.json?page=2',
      texts: 'texts.json',
      practices: [{id: 'a', title: 'A'}],
    };
    const [local, remote] = await Promise.all(
      createBoth().map(async (reader) => {
        const said = [await reader.add(0, pageOf(json(first)))];
        said.push(await reader.add(1, pageOf(json([{id: 'a', title: 'A'}, {title: 'C'}]), 'https://other.example/c')));
        const before = (await reader.read(noGaps)).createEngine(options);
        said.push(await reader.add(0, pageOf(json({practices: [{id: 'b', title: 'B'}]}))));
        await reader.addTexts(0, pageOf(json([{id: 'a', sections: ['Texts of a']}])));
        const {createEngine, ids, info} = await reader.read({...noGaps, missing: ['x'], totalRecords: Infinity});
        const answers = [before, createEngine(options)].map((engine) => engine.search(initialState));
        return {said, ids, info, answers: await Promise.all(answers)};
      }),
    );
    expect(remote).to.deep.equal(local);
    expect(local!.said).to.deep.equal([
      {next: 'feed.json?page=2', texts: 'texts.json', missingPosts: 0},
      {next: '', texts: '', missingPosts: 0},
      {next: '', texts: '', missingPosts: 0},
    ]);
    expect(local!.ids).to.deep.equal(['a', 'b', 'c']);
    expect(local!.info).to.deep.include({missing: ['x'], totalRecords: Infinity, readRecords: 4});
    expect(local!.answers.map(({totalHits}) => totalHits)).to.deep.equal([2, 3]);
    expect(local!.answers.map(({hits}) => hits[0]!.practice.sections.length)).to.deep.equal([0, 1]);
    expect(local!.answers[1]!.hits[0]!.practice.sources).to.deep.equal(['First', 'other.example']);
  });

  it('answers every query as an engine on the page does', async () => {
    const settings = {...options, excludedTopics: ['Housing', 'nonsense']};
    const [here, there] = (await loadBoth()).map((loaded) => loaded.createEngine(settings));
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
      (engine: typeof here) => engine!.crossTable(state, 'city', 'topic'),
      (engine: typeof here) => engine!.unmatched(state.refinements),
    ])
      expect(await ask(there)).to.deep.equal(await ask(here));
  });

  it('has the same collections as a reader on the page, and looks into them alike', async () => {
    const practices = ['a', 'b', 'c'].map((id) => ({id, title: `Practice ${id}`}));
    const collections = [{id: 'start', title: 'Start', introduction: 'Two.', practices: ['c', 'gone', 'a']}];
    const bytes = new TextEncoder().encode(JSON.stringify({language: 'en', collections, examples: ['x'], practices}));
    const [local, remote] = await Promise.all(
      createBoth().map(async (reader) => {
        await reader.add(0, pageOf(new Uint8Array(bytes)));
        const loaded = await reader.read(noGaps);
        const engine = loaded.createEngine(options);
        return {info: loaded.info, results: await engine.search(setCollection(initialState, 'start'))};
      }),
    );
    expect(remote).to.deep.equal(local);
    expect(local!.results.hits.map(({practice}) => practice.id)).to.deep.equal(['c', 'a']);
    expect(local!.info.examples).to.have.length(1);
  });

  // Requirement: S-17
  it('returns the same objects for practices that are shown already, in every engine', async () => {
    for (const loaded of await loadBoth()) {
      const engine = loaded.createEngine(options);
      const state = setQuery(initialState, 'school');
      const before = await engine.search(state);
      const after = await engine.search(
        toggleRefinement(state, 'country', before.hits[0]!.practice.places[0]!.country),
      );
      expect(after.matchedTerms).to.equal(before.matchedTerms);
      expect(after.totalHits).to.be.within(1, before.totalHits - 1);
      const known = before.hits.map(({practice}) => practice);
      const same = after.hits.filter(({practice}) => known.some(({id}) => id === practice.id));
      expect(same).to.not.deep.equal([]);
      for (const {practice} of same) expect(known.includes(practice), practice.id).to.equal(true);
    }
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

  it('moves the bytes to the worker', async () => {
    const document = await fetched();
    await createRemoteReader(connect(), {}, signal).add(0, document);
    expect(document.chunks.map(({byteLength}) => byteLength)).to.deep.equal([0, 0]);
  });

  it('fails as the feed fails', async () => {
    const page = pageOf(new TextEncoder().encode('<html>'), 'https://city.example/');
    const error = await createRemoteReader(connect(), {}, signal)
      .add(0, page)
      .catch((reason: FeedError) => reason);
    expect(error).to.be.instanceOf(FeedError);
    expect(error).to.include({code: 'not-a-feed', retryable: false});
    expect((error as FeedError).message).to.contain(
      'https://city.example/ is not RSS or Atom. Perhaps it is a login page',
    );
  });

  it('is closed when the worker has ended', async () => {
    const gone = new AbortController();
    const remote = await load(createRemoteReader(connect(), {}, gone.signal));
    expect(remote.isClosed).to.equal(false);
    gone.abort();
    expect(remote.isClosed).to.equal(true);
  });

  it('gives up what is asked of a worker that has ended', async () => {
    const unread: unknown[] = [];
    const note = ({reason}: PromiseRejectionEvent) => void unread.push(reason);
    window.addEventListener('unhandledrejection', note);
    const gone = new AbortController();
    const remote = await load(createRemoteReader(connect(), {}, gone.signal));
    const engine = remote.createEngine(options);
    const outcomeOf = (answer: Promise<unknown>) => answer.catch(({name}: Error) => name);
    const before = outcomeOf(engine.search(initialState));
    gone.abort();
    remote.createEngine(options).close();
    engine.learn([]);
    engine.close();
    expect(await Promise.all([before, outcomeOf(engine.practice('a'))])).to.deep.equal(['AbortError', 'AbortError']);
    await new Promise((resolve) => setTimeout(resolve));
    window.removeEventListener('unhandledrejection', note);
    expect(unread).to.deep.equal([]);
  });
});
