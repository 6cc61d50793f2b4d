import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import {arriveAsVisitor, html, REAL_FEED, text, visit} from '../support/component-harness.js';

/** Work in slices waits until it is let go, as on a busy page; browsers without a scheduler cannot be made to wait. */
function holdSlices() {
  const {scheduler} = globalThis as unknown as {scheduler: {postTask: (...args: unknown[]) => Promise<unknown>}};
  const postTask = scheduler.postTask.bind(scheduler);
  let letGo!: () => void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  scheduler.postTask = async (task, options) => {
    await held;
    return postTask(task, options);
  };
  return () => {
    scheduler.postTask = postTask;
    letGo();
  };
}

/** What the page's regions say. */
const announced = () => [...document.querySelectorAll('body > [role=status]')].map(text).join('');

describe('<good-practice-browser> whose index is on its way', () => {
  arriveAsVisitor();

  it('shows cards and counts, says that it searches, and answers what was typed last', async function () {
    if (!('scheduler' in globalThis)) this.skip();
    const visitor = await visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
    expect(visitor.titles()).to.have.length(12);
    const letGo = holdSlices();
    expect(visitor.values('Country')[0]).to.match(/\d$/);
    const input = visitor.one<HTMLInputElement>('input[type=search]');
    input.focus();
    await sendKeys({type: 'manchster'});
    await waitUntil(() => visitor.total().includes('Searching…'), 'it says that it searches');
    expect(visitor.titles()).to.have.length(12);
    await waitUntil(() => announced() === 'Searching…', 'screen readers are told so');
    letGo();
    await visitor.settled();
    expect(visitor.titles()).to.not.have.length(12);
    expect(visitor.marks()).to.include('Manchester');
    expect(visitor.total()).to.not.include('Searching…');
    await waitUntil(() => announced().includes('practice'), 'and what was found');
    expect(announced()).to.equal('Showing results for Manchester. 1 of 180 practices. Filter: City Manchester (1)');
  });

  // Requirement: S-32
  it('remembers no place among practices that are about to go', async function () {
    if (!('scheduler' in globalThis)) this.skip();
    document.documentElement.style.setProperty('overflow-anchor', 'none');
    after(() => document.documentElement.style.removeProperty('overflow-anchor'));
    // More words than one slice indexes.
    const words = (i: number) => Array.from({length: 3000}, (_, k) => `w${i}x${k}`).join(' ');
    const practices = Array.from({length: 30}, (_, i) => ({id: `p${i}`, title: `Orchard ${i}`, sections: [words(i)]}));
    const below = html`<p style="height: 5000px"></p>`;
    const visitor = await visit(html`<good-practice-browser .practices=${practices}></good-practice-browser>${below}`);
    await visitor.click(visitor.button('Show more practices'));
    const letGo = holdSlices();
    // By voice, say: neither the focus nor the page moves.
    const input = visitor.one<HTMLInputElement>('#query');
    input.value = 'orchard';
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await waitUntil(() => visitor.total().includes('Searching…'), 'it searches');
    await visitor.scrollTo(visitor.all('gpb-card').at(-1)!);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(visitor.titles()).to.have.length(24);
    letGo();
    await waitUntil(() => history.state['gpb-gp'], 'the place is remembered');
    expect(visitor.titles()).to.have.length(12);
    expect(JSON.stringify(history.state)).to.not.match(/"p(1[2-9]|2\d)"/);
  });
});
