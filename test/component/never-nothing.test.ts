import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, REAL_FEED, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

describe('<good-practice-browser> that finds nothing', () => {
  arriveAsVisitor();

  const records = [
    {id: 'a', title: 'Music school', country: 'CY', topics: ['education']},
    {id: 'b', title: 'Street theatre', country: 'CH', topics: ['culture', 'education']},
    {id: 'c', title: 'Youth council', country: 'ES', topics: ['youth']},
    {id: 'd', title: 'Youth theatre', country: 'ES', topics: ['youth']},
  ];
  const small = () => visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
  const relaxations = (visitor: Visitor) => visitor.all('[part=relaxation]').map(text);

  // Requirement: A-12
  it('offers to remove the one filter that leaves no hits, with the number of practices, and goes to the first of them', async () => {
    const visitor = await small();
    await visitor.refine('Cyprus');
    await visitor.refine('Switzerland');
    await visitor.search('council');
    expect(visitor.titles()).to.deep.equal([]);
    expect(relaxations(visitor)).to.deep.equal([
      'Without “council”: 2 practices',
      'Without Country – Cyprus and Switzerland: 1 practice',
    ]);
    visitor.button(/^Without Country/).focus();
    await visitor.press('Enter');
    expect(visitor.titles()).to.deep.equal(['Youth council']);
    expect(visitor.chips()).to.deep.equal([]);
    await waitUntil(() => visitor.focus === 'h2 “Youth council”', 'the focus is on the first card');
    history.back();
    await waitUntil(() => visitor.titles().length === 0, 'Back undoes it');
    await visitor.click(visitor.button(/^Without “council”/));
    expect(visitor.titles()).to.deep.equal(['Music school', 'Street theatre']);
    expect(visitor.one<HTMLInputElement>('#query').value).to.equal('');
  });

  // Requirement: A-12
  it('announces at once that no practices are left, with the search and the filters', async () => {
    const visitor = await small();
    const [alert] = document.querySelectorAll('body > [role=alert]');
    await visitor.refine('Spain');
    await visitor.search('music');
    await waitUntil(() => text(alert), 'it is said');
    expect(text(alert)).to.equal('No practice matches “music” with these filters: Spain.');
    await visitor.search('musics');
    const polite = () => [...document.querySelectorAll('body > [role=status]')].map(text).join('');
    await waitUntil(() => polite().includes('“musics”'), 'the next is said politely');
    expect(text(alert)).to.equal('');
  });

  it('names the corrected word above the hits', async () => {
    const visitor = await visit(html`<good-practice-browser src=${REAL_FEED}></good-practice-browser>`);
    await visitor.search('manchster');
    expect(visitor.titles()).to.have.length(1);
    expect(text(visitor.one('.note'))).to.equal('Showing results for Manchester');
    expect(visitor.all('[part=suggestion]')).to.have.length(0);
  });

  it('asks for no word that would find nothing, as where the filters leave nothing', async () => {
    const visitor = await small();
    await visitor.refine('Cyprus');
    await visitor.search('theatrre');
    expect(visitor.titles()).to.deep.equal([]);
    expect(visitor.all('[part=suggestion]')).to.have.length(0);
  });

  it('says it in French', async () => {
    const visitor = await visit(
      html`<div lang="fr"><good-practice-browser .practices=${records}></good-practice-browser></div>`,
    );
    await waitUntil(() => visitor.total() === '4 pratiques');
    await visitor.refine('Chypre');
    await visitor.search('council');
    expect(relaxations(visitor)).to.deep.equal(['Sans « council » : 1 pratique', 'Sans Pays – Chypre : 1 pratique']);
  });
});
