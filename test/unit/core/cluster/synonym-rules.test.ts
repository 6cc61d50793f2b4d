import {expect} from '@open-wc/testing';
import {conceptWord} from '../../../../src/core/cluster/fields.js';
import {indexSettings} from '../../../../src/core/cluster/mapping.js';
import {synonymRules} from '../../../../src/core/cluster/synonym-rules.js';

const words = {
  language: 'en',
  file: {
    stopWords: 'in',
    concepts: {parents: 'parents', 'single-parents': 'single parents, ~lone parents', roma: 'Roma, Roma people'},
    places: {Rome: 'Roma', Vienna: 'Wien'},
  },
};
const rule = (text: string, ...concepts: readonly string[]) => `${text} => ${concepts.map(conceptWord).join(', ')}`;

describe('synonymRules', () => {
  it('replaces terms by their concepts, and by those of the terms inside them', () => {
    const {everywhere} = synonymRules([words]);
    expect(everywhere).to.include.members([
      rule('parents', 'parents'),
      rule('single parents', 'single-parents', 'parents'),
      rule('roma people', 'roma'),
      rule('vienna', 'Vienna'),
    ]);
    expect(everywhere.join()).not.to.include('lone');
  });

  it('takes a name that also means something else for a place among places only', () => {
    const {everywhere, places} = synonymRules([words]);
    expect(everywhere).to.include(rule('roma', 'roma'));
    expect(places).to.deep.equal([rule('roma', 'roma', 'Rome')]);

    const {mappings} = indexSettings({words: [words]});
    const {properties} = mappings.properties.written.properties['en']!;
    expect(properties['title']!.fields.concepts.analyzer).to.equal('concepts_en');
    expect(properties['places']!.fields.concepts.analyzer).to.equal('places_en');
  });
});
