import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, REAL_FEED, visit, waitUntil} from './harness.js';

/** What the page saves in the meantime: in tests, no file. */
async function saved(act: () => Promise<void>): Promise<{name: string; text: string}> {
  const file = new Promise<{name: string; text: string}>((resolve) => {
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = async function () {
      HTMLAnchorElement.prototype.click = click;
      resolve({name: this.download, text: await (await fetch(this.href)).text()});
    };
  });
  await act();
  return file;
}

const announced = (text: string) =>
  waitUntil(
    () => [...document.querySelectorAll('body > [role=status]')].some((region) => region.textContent === text),
    `“${text}” is announced`,
    {timeout: 5000},
  );

describe('downloading', () => {
  arriveAsVisitor();

  const real = () => visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
  const opened = async () => {
    const visitor = await real();
    visitor.button('Download').focus();
    await visitor.press('Enter');
    await waitUntil(() => visitor.all('gpb-download').some(({shadowRoot}) => shadowRoot), 'the extras are there');
    return visitor;
  };

  it('shows by keyboard what can be had, and leaves the focus on the button', async () => {
    const visitor = await opened();
    expect(visitor.focus).to.equal('button “Download”');
    expect(visitor.button('Download').ariaExpanded).to.equal('true');
    await visitor.press('Tab');
    expect(visitor.focus).to.equal('button “Table (CSV)”');
    visitor.button('Download').focus();
    await visitor.press('Enter');
    expect(visitor.all('gpb-download')).to.have.length(0);
  });

  it('saves every hit and not only those of the page, and says so', async () => {
    const visitor = await opened();
    await visitor.refine('Spain');
    const {name, text} = await saved(() => visitor.click(visitor.button('Data (JSON)')));
    expect(visitor.titles()).to.have.length(12);
    expect(JSON.parse(text).practices).to.have.length(24);
    expect(name).to.match(/^good-practices-of-intercultural-cities-\d{4}-\d\d-\d\d\.json$/);
    await announced(`24 practices saved as ${name}`);
  });

  it('saves what is found while the button stands there', async () => {
    const visitor = await opened();
    await visitor.search('manchster');
    const {text} = await saved(() => visitor.click(visitor.button('Table (CSV)')));
    expect(text.match(/\r\n/g)).to.have.length(2);
    expect(text).to.include('"Employment opportunities as a factor of cohesion"');
  });

  it('is not offered where nothing is found', async () => {
    const visitor = await real();
    await visitor.search('qqqqqq');
    expect(visitor.all('[part=download]')).to.have.length(0);
  });
});
