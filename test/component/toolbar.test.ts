import {expect} from '@open-wc/testing';
import {
  arriveAsVisitor,
  html,
  languageOf,
  REAL_FEED,
  text,
  visit,
  waitUntil,
  type Visitor,
} from '../support/component-harness.js';

/** The width that a phone of 390 pixels leaves between margins. */
const phone = async (lang: string) => {
  const visitor = await visit(
    html`<div style="width: 358px; font-size: 16px">
      <good-practice-browser
        lang=${lang}
        url="off"
        facets="topic country year-range"
        template-href="/template.html"
        src=${REAL_FEED}
      ></good-practice-browser>
    </div>`,
  );
  await waitUntil(() => languageOf(visitor.one('.root')) === lang, 'it is in the language');
  await visitor.settled();
  return visitor;
};
const box = (visitor: Visitor, selector: string) => visitor.one(selector).getBoundingClientRect();

describe('the toolbar on a phone', () => {
  arriveAsVisitor();

  for (const lang of ['en', 'de', 'ar'])
    // Requirement: A-20
    it(`leaves the first card in view: at most 190 pixels for the controls in “${lang}”`, async () => {
      const visitor = await phone(lang);
      expect(box(visitor, 'gpb-card').top - box(visitor, '.search-box').top).to.be.at.most(190);
      expect(visitor.all('.toolbar .text-language')).to.have.length(lang === 'en' ? 0 : 1);
      const [counts, sort] = [box(visitor, '.counts'), box(visitor, '.sort')];
      expect(counts.bottom, 'one row').to.be.above(sort.top);
      expect(sort.bottom).to.be.above(counts.top);
    });

  for (const lang of ['en', 'de', 'ar'])
    it(`has room in its row for the counter of “My list” in “${lang}”, and nothing moves when that comes`, async () => {
      const visitor = await phone(lang);
      const height = () => box(visitor, 'gpb-card').top - box(visitor, '.search-box').top;
      const before = height();
      await visitor.click(visitor.one('.list-toggle'));
      const [counter, sort] = [box(visitor, '.list-counter'), box(visitor, '.sort')];
      expect(visitor.one('.list-counter').checkVisibility({visibilityProperty: true})).to.equal(true);
      expect(counter.bottom, 'one row').to.be.above(sort.top);
      expect(sort.bottom).to.be.above(counter.top);
      expect(height()).to.equal(before);
    });

  it('has a menu of orders that reads like a link, with a name for screen readers', async () => {
    const visitor = await phone('en');
    const select = visitor.one<HTMLSelectElement>('select');
    expect(getComputedStyle(select).borderTopWidth).to.equal('0px');
    expect(getComputedStyle(select).color).to.equal(getComputedStyle(visitor.one('[part=submit-link]')).color);
    expect(text(select.labels![0]!.querySelector('.visually-hidden'))).to.equal('Sort by');
    const orders = () => [...select.options].map(text);
    expect(orders()).to.deep.equal(['Recommended', 'Newest first', 'Oldest first', 'Title', 'City']);
    await visitor.search('music');
    expect(orders()[0]).to.equal('Relevance');
  });

  it('leaves the link to the template above the list, where it was before the list came', async () => {
    const visitor = await phone('en');
    const link = visitor.one<HTMLAnchorElement>('[part=submit-link]');
    expect([text(link), link.getAttribute('href')]).to.deep.equal(['Template: submit a practice', '/template.html']);
    expect(link.getBoundingClientRect().bottom).to.be.at.most(box(visitor, '.search-box').top);
  });
});
