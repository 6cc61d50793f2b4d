import {expect} from '@open-wc/testing';
import {waitUntil} from '../../support/wait-until.js';
import {joinFeed} from '../../../src/controllers/feed/feed-store.js';

const fate = async (id: string): Promise<{closed: boolean} | null> => (await fetch(`/__fault/log?of=${id}`)).json();
let ids = 0;

describe('joinFeed', () => {
  /** A feed that never comes, and a name to ask for what became of its request. */
  const silent = () => {
    const id = `store-${++ids}-${Date.now()}`;
    const address = new URL(`/__fault/silent?id=${id}`, location.href).href;
    return {
      id,
      request: {
        addresses: [address],
        maxBytes: 1000,
        maxPractices: 10,
        format: '',
        assets: {assetsHref: null, baseURI: ''},
      },
    };
  };
  const small = (id: string) => {
    const body = btoa(JSON.stringify([{title: 'One'}, {title: 'Two'}]));
    const address = new URL(
      `/__fault/echo?id=${id}&type=application/json&body=${encodeURIComponent(body)}`,
      location.href,
    ).href;
    return {
      addresses: [address],
      maxBytes: 1000,
      maxPractices: 10,
      format: '',
      assets: {assetsHref: null, baseURI: ''},
    };
  };

  it('loads a feed once for all who want it at the same time', async () => {
    const request = small('once');
    const [one, other] = [joinFeed(request, () => {}), joinFeed(request, () => {})];
    expect(one.feed === other.feed).to.equal(true);
    expect((await one.feed).feed.ids).to.have.length(2);
    one.leave();
    other.leave();
  });

  it('closes the connection when nobody wants it any more', async () => {
    const {id, request} = silent();
    const [one, other] = [joinFeed(request, () => {}), joinFeed(request, () => {})];
    other.feed.catch(() => undefined);
    await waitUntil(async () => await fate(id), 'the server has been asked');
    one.leave();
    one.leave();
    await new Promise((resolve) => setTimeout(resolve));
    expect((await fate(id))?.closed).to.equal(false);
    other.leave();
    await waitUntil(async () => (await fate(id))?.closed, 'the connection is closed');
  });

  it('keeps it for one who leaves and comes back at once', async () => {
    const {id, request} = silent();
    const first = joinFeed(request, () => {});
    first.feed.catch(() => undefined);
    await waitUntil(async () => await fate(id), 'the server has been asked');
    first.leave();
    const again = joinFeed(request, () => {});
    expect(again.feed === first.feed).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect((await fate(id))?.closed).to.equal(false);
    again.leave();
    await waitUntil(async () => (await fate(id))?.closed, 'the connection is closed');
  });

  it('asks again after a failure, and on demand', async () => {
    const address = new URL('/__fault/echo?status=500', location.href).href;
    const request = {
      addresses: [address],
      maxBytes: 1000,
      maxPractices: 10,
      format: '',
      assets: {assetsHref: null, baseURI: ''},
    };
    const failed = joinFeed(request, () => {});
    const error: {code?: string} = await failed.feed.then(
      () => ({}),
      (reason) => reason,
    );
    expect(error.code).to.equal('http');
    const again = joinFeed(request, () => {});
    again.feed.catch(() => undefined);
    expect(again.feed === failed.feed).to.equal(false);
    const fine = small('fresh');
    const [old, fresh] = [joinFeed(fine, () => {}), joinFeed(fine, () => {}, true)];
    expect(old.feed === fresh.feed).to.equal(false);
    expect((await fresh.feed).feed.ids).to.have.length(2);
    for (const lease of [failed, again, old, fresh]) lease.leave();
  });
});
