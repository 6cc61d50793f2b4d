import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {PrintController} from '../../../src/controllers/print.js';
import type {Hit} from '../../../src/core/state/search-results.js';

class PrintHost extends LitElement {
  readonly found = Promise.withResolvers<readonly Hit[]>();
  readonly printing = new PrintController(this, {
    find: () => this.found.promise,
    drawn: () => this.updateComplete,
  });
}
customElements.define('print-host', PrintHost);

// Requirement: A-37
describe('PrintController', () => {
  const {print} = window;
  let prints = 0;
  beforeEach(() => {
    prints = 0;
    window.print = () => void prints++;
  });
  after(() => void (window.print = print));

  it('prints when all practices have come', async () => {
    const host = await fixture<PrintHost>(html`<print-host></print-host>`);
    const printed = host.printing.printAll();
    host.found.resolve([]);
    await printed;
    expect(prints).to.equal(1);
  });

  it('prints no other page if a router has changed it before they came', async () => {
    const host = await fixture<PrintHost>(html`<print-host></print-host>`);
    const printed = host.printing.printAll();
    host.remove();
    host.found.resolve([]);
    await printed;
    expect([prints, host.printing.hits]).to.deep.equal([0, null]);
  });
});
