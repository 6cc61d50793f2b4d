import {expect} from '@open-wc/testing';
import {oddDocuments} from '../fixtures/odd-documents.js';
import {createResource} from '../support/mutable-resource.js';
import {arrive, arriveAsVisitor, html, Visitor, waitUntil} from '../support/component-harness.js';

/** How many widgets one page has. */
const TOGETHER = 12;

// Requirement: S-19
describe('<good-practice-browser> and any JSON whatsoever', () => {
  arriveAsVisitor();

  const thrown: unknown[] = [];
  const note = (event: PromiseRejectionEvent | ErrorEvent) =>
    thrown.push('reason' in event ? String(event.reason) : event.message);
  const {warn} = console;
  before(() => {
    // every one of them is told to the webmaster
    console.warn = () => {};
    window.addEventListener('unhandledrejection', note);
    window.addEventListener('error', note);
  });
  after(() => {
    console.warn = warn;
    window.removeEventListener('unhandledrejection', note);
    window.removeEventListener('error', note);
  });

  async function addressOf(document: string | Uint8Array): Promise<string> {
    if (typeof document === 'string') return (await createResource({body: document})).address;
    return `/__fault/echo?${new URLSearchParams({type: 'application/json', body: btoa(String.fromCharCode(...document))})}`;
  }

  for (let at = 0; at < oddDocuments.length; at += TOGETHER) {
    const some = oddDocuments.slice(at, at + TOGETHER);
    it(`shows what there is, or says that it is no list: ${some[0]![0]} … ${some.at(-1)![0]}`, async () => {
      const addresses = await Promise.all(some.map(([, document]) => addressOf(document)));
      const page = await arrive(
        html`<good-practice-browser></good-practice-browser
          >${addresses.map((src) => html`<good-practice-browser src=${src}></good-practice-browser>`)}`,
      );
      const visitors = [...page.parentElement!.querySelectorAll('good-practice-browser')]
        .slice(1)
        .map((element) => new Visitor(element));
      const isDecided = ({element}: Visitor) =>
        element.searchResults !== null || Boolean(element.shadowRoot!.querySelector('[part=failure]'));
      await waitUntil(() => visitors.every(isDecided), 'all are decided');
      for (const [i, {element}] of visitors.entries()) {
        const [what, , outcome] = some[i]!;
        const shown = element.searchResults?.totalHits ?? 'an error';
        if (outcome === 'any') continue;
        expect(shown, what).to.equal(typeof outcome === 'number' ? outcome : 'an error');
      }
      expect(thrown).to.deep.equal([]);
    });
  }
});
