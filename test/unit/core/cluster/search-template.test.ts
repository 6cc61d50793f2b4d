import {expect} from '@open-wc/testing';
import {createSortKey} from '../../../../src/core/cluster/document.js';
import {ownSlots} from '../../../../src/core/cluster/fields.js';
import {indexSettings} from '../../../../src/core/cluster/mapping.js';
import {searchTemplates} from '../../../../src/core/cluster/search-template.js';
import {MAX_OWN_FACETS} from '../../../../src/core/own-facets.js';
import {createCompare} from '../../../../src/core/text/compare.js';

describe('searchTemplates', () => {
  for (const {id, source} of searchTemplates) {
    it(`${id} has parameters inside strings only, and nothing that repeats or adds structure`, () => {
      expect(() => JSON.parse(source) as unknown).not.to.throw();
      expect(source).not.to.match(/\{\{\{|\{\{[#>&=]/);
      // Outside of strings there is no brace of Mustache.
      expect(source.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')).not.to.include('{{');
      for (const [, name] of source.matchAll(/\{\{\^?\/?([^}]*)\}\}/g)) expect(name).to.match(/^\/?[a-z][a-z\d_]*$/);
    });

    it(`${id} is within the size of a stored script`, () => {
      expect(source.length).to.be.below(65_535);
    });

    it(`${id} takes the name of a field only after a fixed beginning`, () => {
      for (const [text] of source.matchAll(/"[^"]*\{\{(?:sort|tie|rows|columns)\}\}/g))
        expect(text).to.match(/^"(?:sort|facet)\.\{\{/);
    });
  }

  it('have a slot for each facet of a feed’s own', () => {
    expect(ownSlots.length).to.equal(MAX_OWN_FACETS);
  });
});

describe('indexSettings', () => {
  it('keeps the terms of a concept together, with those of the feed', () => {
    const file = {
      stopWords: 'the',
      concepts: {children: 'children, kids, ~brats'},
      places: {NO: 'Norway', Geneva: 'Genf'},
    };
    const {settings} = indexSettings({words: [{language: 'de-AT', file}], synonyms: [['OXLO', 'Oslo Extra Large']]});
    const {synonyms} = settings.analysis.filter['concepts_de'] as {synonyms: string[]};
    const terms = synonyms.map((rule) => rule.split(' => ')[0]);
    expect(terms).to.deep.equal(['children, kids', 'norway', 'genf, geneva', 'oxlo, oslo extra large']);
    for (const rule of synonyms) expect(rule).to.match(/ => §\d+$/);
  });
});

describe('createSortKey', () => {
  const texts =
    'Zug, Ängelholm, Angers, Åland, Öland, Oslo, Ærø, Ñora, Nz, nota, Łódź, Lublin, Lz, Čakovec, Cz, Celje, 10 steps, 2 steps, “Quoted”, Quoted, A b, A-b, Ab, Éire, Elx, Zürich'.split(
      ', ',
    );
  for (const language of ['en', 'de', 'sv', 'da', 'es', 'pl', 'hr', 'fr'])
    it(`has the order of ${language}`, () => {
      const key = createSortKey(language);
      const bytes = (a: string, b: string) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
      const compare = createCompare(language);
      const sorted = [...texts].sort((a, b) => bytes(a, b) || compare(a, b));
      expect(sorted).to.deep.equal([...texts].sort(compare));
    });
});
