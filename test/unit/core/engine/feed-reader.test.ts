import {expect} from '@open-wc/testing';
import type {FetchedFeed} from '../../../../src/core/feed/fetch.js';
import {createHandOverReader, createReader, type FeedReader, noGaps} from '../../../../src/core/engine/feed-reader.js';
import {parseFeed} from '../../../../src/core/feed/parse.js';
import {readNativeJson} from '../../../../src/core/feed/formats/native-json.js';

const page = (name: string, body: unknown): FetchedFeed => ({
  address: `https://city.example/${name}`,
  charset: '',
  chunks: [new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))],
  paging: ['', '', ''],
  fingerprint: 0,
});
const create = () => createReader((fetched) => readNativeJson(parseFeed(fetched).content, fetched.address), {});
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => '',
    ({code}: {code: string}) => code,
  );

describe('createHandOverReader', () => {
  it('reads everything with the first reader until there is another', async () => {
    const reader = createHandOverReader(create(), async () => undefined);
    await reader.add(0, page('a', [{id: 'a', title: 'A'}]));
    expect((await reader.read(noGaps)).ids).to.deep.equal(['a']);
  });

  it('gives the other reader the earlier pages once, in the order of the feeds', async () => {
    const next = create();
    let added = 0;
    const counting: FeedReader = {...next, add: (feed, each) => (added++, next.add(feed, each))};
    let other: FeedReader | undefined;
    const reader = createHandOverReader(create(), async () => other);
    await reader.add(1, page('b', [{id: 'b', title: 'B'}]));
    await reader.add(1, page('b2', [{id: 'b2', title: 'B2'}]));
    const part = await reader.read(noGaps);
    other = counting;
    await Promise.all([
      reader.add(0, page('a', [{id: 'a', title: 'A'}])),
      reader.add(2, page('c', [{id: 'c', title: 'C'}])),
    ]);
    expect((await reader.read(noGaps)).ids).to.deep.equal(['a', 'b', 'b2', 'c']);
    expect((await next.read(noGaps)).ids).to.deep.equal(['a', 'b', 'b2', 'c']);
    expect(part.ids).to.deep.equal(['b', 'b2']);
    expect(added).to.equal(4);
  });

  it('reports a page that is not a feed once, and continues without it', async () => {
    let other: FeedReader | undefined;
    const reader = createHandOverReader(create(), async () => other);
    expect(await failure(reader.add(0, page('a', '{')))).to.equal('not-json');
    other = create();
    await reader.add(1, page('b', [{id: 'b', title: 'B'}]));
    expect((await reader.read(noGaps)).ids).to.deep.equal(['b']);
  });
});
