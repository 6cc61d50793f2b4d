import {expect} from '@open-wc/testing';
import {readGenericJson} from '../../../../../src/core/feed/formats/generic-json.js';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {MAX_SYNONYMS, readSynonyms} from '../../../../../src/core/feed/normalize/synonyms.js';
import {MAX_LENGTHS} from '../../../../../src/core/text/limits.js';
import {createLocalEngine} from '../../../../../src/core/engine/local-engine.js';
import {initialState, noRefinements} from '../../../../../src/core/state/search-state.js';
import {aReading, at} from '../../../../support/read-context.js';

const read = (value: unknown) => {
  const {doubts, reading} = aReading();
  return {synonyms: readSynonyms(at(value), reading), doubts: doubts()};
};
const words = (count: number) => Array.from({length: count}, (_, i) => `word ${i}`);

describe('readSynonyms', () => {
  const table: [what: string, value: unknown, synonyms: readonly (readonly string[])[], doubts?: string[]][] = [
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['groups of terms', [['KiTa', 'day nursery'], ['Stadtteilmutter', 'district mother']], [['KiTa', 'day nursery'], ['Stadtteilmutter', 'district mother']]],
    ['terms with spaces around and entities', [[' KiTa ', 'arts &amp; crafts']], [['KiTa', 'arts & crafts']]],
    ['numbers', [[8, 'eight']], [['8', 'eight']]],
    ['a text', 'KiTa, nursery', [], ['bad-synonyms /x']],
    ['an object', {KiTa: 'nursery'}, [], ['bad-synonyms /x']],
    ['a text instead of a group', ['KiTa', ['a', 'b']], [['a', 'b']], ['bad-synonyms /x/0']],
    ['an object instead of a group', [{KiTa: 'nursery'}, ['a', 'b']], [['a', 'b']], ['bad-synonyms /x/0']],
    ['a group of one term', [['KiTa'], ['a', 'b']], [['a', 'b']], ['bad-synonyms /x/0']],
    ['an empty group', [[], ['a', 'b']], [['a', 'b']], ['bad-synonyms /x/0']],
    ['an empty term', [['KiTa', ' ', 'nursery']], [['KiTa', 'nursery']]],
    ['an object instead of a term', [['KiTa', {}, 'nursery']], [['KiTa', 'nursery']], ['bad-text /x/0/1']],
    ['several terms in one text', [['KiTa, Hort', 'nursery']], [['KiTa', 'Hort', 'nursery']], ['bad-synonyms /x/0/0']],
    ['several terms in a list', [['KiTa', ['Hort', 'nursery']]], [['KiTa', 'Hort', 'nursery']], ['bad-text /x/0/1', 'bad-synonyms /x/0/1']],
    ['the sign of the vocabulary', [['~KiTa', 'nursery']], [['KiTa', 'nursery']]],
  ]; // prettier-ignore
  for (const [what, value, synonyms, doubts = []] of table)
    it(`reads ${what}`, () => expect(read(value)).to.deep.equal({synonyms, doubts}));

  it('reads the first 500 groups', () => {
    const groups = Array.from({length: 502}, (_, i) => [`a${i}`, `b${i}`]);
    expect(read(groups.slice(0, 500))).to.deep.equal({synonyms: groups.slice(0, 500), doubts: []});
    expect(read(groups)).to.deep.equal({synonyms: groups.slice(0, 500), doubts: ['too-many-synonyms /x']});
  });

  it('reads the first 20 terms of a group, and the groups after it', () => {
    const rest = ['a', 'b'];
    expect(read([words(20), rest])).to.deep.equal({synonyms: [words(20), rest], doubts: []});
    expect(read([words(21), rest])).to.deep.equal({synonyms: [words(20), rest], doubts: ['too-many-synonyms /x/0']});
    const [commas] = read([[words(30).join(',').slice(0, 50), ...words(19)]]).synonyms;
    expect(commas).to.have.length(20);
  });

  it('cuts a term after 60 characters, and keeps the rest of its group', () => {
    const term = 'a'.repeat(60);
    expect(read([[term, 'b']])).to.deep.equal({synonyms: [[term, 'b']], doubts: []});
    for (const long of [`${term}a`, term.repeat(100)])
      expect(read([['b', long, 'c']])).to.deep.equal({
        synonyms: [['b', `${'a'.repeat(59)}…`, 'c']],
        doubts: ['text-too-long /x/0/1'],
      });
  });

  it('warns with what it did', () => {
    const groups: unknown[] = [['KiTa'], words(21), ['x'.repeat(61), 'y'], ['KiTa, Hort', 'nursery']];
    const {warnings} = normalize(
      readNativeJson({synonyms: groups, practices: [{title: 'A'}]}, 'https://city.example/'),
    );
    expect(warnings.map(({message, pointer}) => `${pointer} ${message}`)).to.deep.equal([
      '/synonyms/0 A list: bad synonyms, left out.',
      '/synonyms/1 21: too many synonyms, the first 20 terms were read.',
      `/synonyms/2/0 "${'x'.repeat(60)}": text too long, cut from 61 to 60 characters.`,
      '/synonyms/3/0 "KiTa, Hort": bad synonyms, read as several terms.',
    ]);
  });

  it('has the limits that the documentation names', () =>
    expect({...MAX_SYNONYMS, letters: MAX_LENGTHS.synonym}).to.deep.equal({groups: 500, terms: 20, letters: 60}));
});

describe('The synonyms of a feed', () => {
  const document = {
    language: 'en',
    synonyms: [['Brückenbauer', 'bridge builders']],
    practices: [
      {id: 'a', title: 'Bridge builders of Zurich'},
      {id: 'b', title: 'A bridge'},
    ],
  };

  it('are read even if a practice has an unknown field', () => {
    const practices = [{...document.practices[0], bezirk: 'Mitte'}];
    expect(normalize(readGenericJson({...document, practices}, 'https://city.example/')).synonyms).to.deep.equal(
      document.synonyms,
    );
  });

  const engineOf = (feed: object) =>
    createLocalEngine(normalize(readNativeJson(feed, 'https://city.example/')), {
      scope: noRefinements,
      facets: [],
      sort: null,
      hitsPerPage: 10,
      language: 'de',
      currentYear: 2026,
    });

  it('find practices by any of their terms, before any words have loaded', async () => {
    const {hits, understanding} = await engineOf(document).search({...initialState, query: 'Brückenbauer'});
    expect(hits.map(({practice, tier}) => `${practice.id} ${tier}`)).to.deep.equal(['a concept']);
    expect(understanding.alsoFound.map(({text}) => text)).to.deep.equal(['bridge builders']);
  });

  it('find practices in addition to the known meanings of a word', async () => {
    const engine = engineOf({
      language: 'en',
      synonyms: [['KiTa', 'house of little ones']],
      practices: [
        {id: 'own', title: 'The house of little ones'},
        {id: 'known', title: 'A nursery for all'},
        {id: 'other', title: 'A house'},
      ],
    });
    const words = (language: string, childcare: string) => ({
      language,
      file: {stopWords: '', concepts: {childcare}, places: {}},
    });
    engine.learn([words('de', 'Kita, Krippe'), words('en', 'nursery, day care')]);
    const {hits} = await engine.search({...initialState, query: 'Kita'});
    expect(hits.map(({practice}) => practice.id)).to.have.members(['own', 'known']);
  });
});
