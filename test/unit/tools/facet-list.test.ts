import {expect} from '@open-wc/testing';
import {createFacetList} from '../../../demo/tools/configure/facets.js';

describe('the list of filters', () => {
  it('takes a filter of the feed’s own, whatever its name', () => {
    const list = document.createElement('ul');
    const t = (name: string) => `text of ${name}`;
    const facets = createFacetList(list, document.createElement('p'), {t}, () => {});
    facets.write('constructor topic');
    expect(facets.read()).to.equal('constructor topic');
    const [own, known] = [...list.querySelectorAll('label')].map((label) => label.textContent);
    expect([own, known]).to.deep.equal(['constructor', 'text of facetTopic']);
  });
});
