import {expect} from '@open-wc/testing';
import {createSortKey} from '../../../../src/core/cluster/sort-keys.js';
import {conceptWord, ownSlots} from '../../../../src/core/cluster/fields.js';
import {indexSettings} from '../../../../src/core/cluster/mapping.js';
import {searchTemplates} from '../../../../src/core/cluster/search-template.js';
import {MAX_OWN_FACETS} from '../../../../src/core/own-facets.js';
import type {LanguageWords} from '../../../../src/core/search/words.js';
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
  const file = {
    stopWords: 'the, us, with',
    concepts: {
      children: 'children, kids, ~brats',
      parents: 'parents, mothers',
      'single-parents': 'single parents, mothers with kids',
    },
    places: {NO: 'Norway', US: 'USA, us', Geneva: 'Genf'},
  };
  const synonymsOf = (words: LanguageWords) => {
    const {settings} = indexSettings({words: [words], synonyms: [['OXLO', 'Oslo Extra Large', 'kids']]});
    const {synonyms} = settings.analysis.filter['concepts_de'] as {synonyms: string[]};
    return new Map(
      synonyms.map((rule): [string, string[]] => {
        const [term = '', concepts = ''] = rule.split(' => ');
        return [term, concepts.split(', ').sort()];
      }),
    );
  };
  const rules = synonymsOf({language: 'de-AT', file});
  const conceptsIn = (...ids: string[]) => ids.map(conceptWord).sort();

  it('has a rule for each term that texts may have, with those of the feed', () => {
    expect([...rules.keys()]).to.deep.equal([
      'children',
      'kids',
      'parents',
      'mothers',
      'single parents',
      'mothers with kids',
      'norway',
      'usa',
      'genf',
      'geneva',
      'oxlo',
      'oslo extra large',
    ]);
    expect(rules.get('children')).to.deep.equal(conceptsIn('children'));
    expect(rules.get('kids')).to.deep.equal(conceptsIn('children', 'feed:0'));
  });

  it('finds terms inside a longer term', () => {
    expect(rules.get('single parents')).to.deep.equal(conceptsIn('single-parents', 'parents'));
    expect(rules.get('mothers with kids')).to.deep.equal(conceptsIn('single-parents', 'parents', 'children', 'feed:0'));
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
