import {expect} from '@open-wc/testing';
import {floods, groupBy, hasAnswer, summarize, type Outcome} from '../../../support/judge.js';
import {judgeMeaning} from '../../../support/judged-queries.js';

/** The lowest accepted quality of the answers, by kind of query: nDCG@10. */
const floors: Readonly<Record<string, number>> = {
  word: 0.63,
  synonym: 0.48,
  typo: 0.6,
  crosslang: 0.54,
  'crosslang-typo': 0.48,
  inflection: 0.7,
  place: 0.99,
  mixed: 0.87,
};
/** The highest accepted share of queries in other languages that find nothing. */
const MOST_EMPTY = 0.11;
/**
 * How many queries without an answer may find more than three practices with some of their words.
 */
const MOST_FLOODS = 3;
/** The lowest accepted nDCG@10 of each of the most requested languages. */
const LANGUAGE_FLOOR = 0.2;
const LANGUAGES = 10;

const WORST = 8;
const worst = (outcomes: readonly Outcome[]) => {
  const sorted = [...outcomes].sort((a, b) => a.ndcg - b.ndcg).slice(0, WORST);
  return `worst: ${sorted.map(({lang, ndcg, text}) => `“${text}” (${lang}, ${ndcg.toFixed(2)})`).join(', ')}`;
};

describe('the search by meaning on the real feed', () => {
  let outcomes: readonly Outcome[];
  let byKind: ReadonlyMap<string, readonly Outcome[]>;

  before(async () => {
    outcomes = await judgeMeaning();
    byKind = groupBy(outcomes, 'kind');
  });

  it('has queries of every kind', () => {
    expect([...byKind.keys()]).to.have.members([...Object.keys(floors), 'none']);
  });

  for (const [kind, floor] of Object.entries(floors))
    it(`shows the intended practices first for queries of the kind “${kind}”`, () => {
      const some = byKind.get(kind)!;
      expect(summarize(some).ndcg).to.be.at.least(floor, worst(some));
    });

  it('finds something for most queries in other languages than that of the texts', () => {
    const some = byKind.get('crosslang')!;
    const empty = some.filter(({total}) => !total).map(({lang, text}) => `“${text}” (${lang})`);
    expect(empty.length / some.length).to.be.at.most(MOST_EMPTY, `nothing for ${empty.join(', ')}`);
  });

  it('works in each of the most requested languages', () => {
    const byLanguage = [...groupBy(outcomes.filter(hasAnswer), 'lang')]
      .filter(([language]) => language !== 'zxx')
      .sort(([, one], [, other]) => other.length - one.length)
      .slice(0, LANGUAGES);
    expect(byLanguage).to.have.length(LANGUAGES);
    for (const [language, some] of byLanguage)
      expect(summarize(some).ndcg).to.be.at.least(LANGUAGE_FLOOR, `${language}, ${worst(some)}`);
  });

  it('finds more than three practices for hardly any query without an answer', () => {
    expect(byKind.get('none')).to.have.length.at.least(30);
    const named = (isStrict: boolean) => floods(outcomes, isStrict).map(({text, total}) => `“${text}”: ${total}`);
    expect(named(false).length).to.be.at.most(MOST_FLOODS, named(false).join(', '));
    expect(named(true), 'with all words').to.deep.equal([]);
  });
});
