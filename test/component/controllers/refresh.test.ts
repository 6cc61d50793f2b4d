import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import type {FeedController} from '../../../src/controllers/feed/feed.js';
import {RefreshController} from '../../../src/controllers/feed/refresh.js';
import {waitUntil} from '../../support/wait-until.js';

class RefreshHost extends LitElement {
  seconds = 0.01;
  readonly maxBytes = 1000;
  readonly refreshing = new RefreshController(this, {
    source: () => ({host: this}) as unknown as FeedController,
    pages: () => [{address: 'https://city.example/feed.json', fingerprint: 0}],
    seconds: () => this.seconds,
    onNewer() {},
  });
}
customElements.define('refresh-host', RefreshHost);

describe('RefreshController', () => {
  const {fetch} = window;
  const signals: AbortSignal[] = [];
  before(() => {
    window.fetch = (_, {signal}: RequestInit = {}) => {
      signals.push(signal!);
      return new Promise(() => {});
    };
  });
  after(() => void (window.fetch = fetch));

  it('ends its look when the page switches it off', async () => {
    const host = await fixture<RefreshHost>(html`<refresh-host></refresh-host>`);
    await waitUntil(() => signals.length, 'it looks');
    host.seconds = 0;
    host.requestUpdate();
    await host.updateComplete;
    expect(signals.map(({aborted}) => aborted)).to.deep.equal([true]);
  });
});
