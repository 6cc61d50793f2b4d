import fc from '../../../support/fast-check.mjs';
import {expect} from '@open-wc/testing';
import {stemmer} from '@orama/stemmers/english';
import type {Tier} from '../../../../src/core/state/search-results.js';
import type {Feed} from '../../../../src/core/feed/feed.js';
import {inflectionByStem} from '../../../../src/core/search/inflection.js';
import {createLabels} from '../../../../src/core/search/labels.js';
import {parseQuery} from '../../../../src/core/search/query.js';
import {createSearchIndex} from '../../../../src/core/search/search-index.js';
import {wordsOf} from '../../../../src/core/text/tokenize.js';
import {feedOf, realFeed} from '../../../fixtures/practices.js';
import {CURRENT_YEAR} from '../../../support/arbitraries.js';

function searcher(feed: Feed) {
  const index = createSearchIndex(feed.practices, {labels: createLabels(feed.topics, 'en'), currentYear: CURRENT_YEAR});
  return (query: string) => {
    const matches = index.search(parseQuery(query));
    return {...matches, titles: matches.ranked.map((i) => feed.practices[i]!.title[0]!.text)};
  };
}

describe('createSearchIndex', () => {
  const find = searcher(
    feedOf(
      {title: 'Music school', summary: 'Free lessons for children.', city: 'Limassol', country: 'CY'},
      {title: 'Street theatre', summary: 'A school for actors, and a music prize.', city: 'Zürich', country: 'CH'},
      {title: 'Jugendarbeit', summary: 'Work with young people.', city: 'Berlin', country: 'DE', period: '2011-2014'},
      {
        title: 'Public spaces',
        summary: 'A space for the public.',
        sections: [{heading: 'Impact', text: 'Streets without violence.'}],
      },
      {title: '公園の多文化共生', summary: 'A park in Japan.', country: 'JP'},
    ),
  );

  it('finds a whole word in any field, in titles first', () => {
    expect(find('school ').titles).to.deep.equal(['Music school', 'Street theatre']);
    expect(find('violence ').titles).to.deep.equal(['Public spaces']);
  });

  it('finds words that begin with an unfinished word', () => {
    expect(find('lim').titles).to.deep.equal(['Music school']);
    expect(find('l').titles).to.deep.equal(['Music school']);
  });

  it('finds the other forms of a short word', () => {
    const findDay = searcher(feedOf({title: 'Open day'}, {title: 'Two days'}, {title: 'A daily meal'}));
    expect(findDay('days ').titles).to.deep.equal(['Two days', 'Open day']);
    expect(findDay('day ').titles).to.have.members(['Open day', 'Two days']);
  });

  it('finds the inside of a word', () => {
    expect(find('arbeit').titles).to.deep.equal(['Jugendarbeit']);
  });

  it('finds a name with or without its accents', () => {
    expect(find('zurich').titles).to.deep.equal(['Street theatre']);
    expect(find('Límassol').titles).to.deep.equal(['Music school']);
  });

  it('finds a country by its name', () => {
    expect(find('cyprus').titles).to.deep.equal(['Music school']);
  });

  it('finds a year of the period', () => {
    expect(find('2011').titles).to.deep.equal(['Jugendarbeit']);
  });

  for (const typo of [
    'theatr',
    'theater',
    'theatrre',
    'teatre',
    'thaetre',
    'heatre',
    'lemassol',
    'limasol',
    'limmasol',
  ])
    it(`finds a word misspelt as “${typo}”`, () => expect(find(`${typo} `).titles).to.have.length(1));

  // Requirement: I-11
  it('ranks the typed spelling before one with other accents, and both before a misspelling', () => {
    const titles = ['Fördarn', 'Zukunft fordern', 'Zukunft fördern', 'Zukunft förden'];
    const spelled = searcher(feedOf(...titles.map((title) => ({title}))));
    expect(spelled('fördern ').titles.slice(0, 2)).to.deep.equal(['Zukunft fördern', 'Zukunft fordern']);
    expect(spelled('FORDERN').titles.slice(0, 2)).to.deep.equal(['Zukunft fordern', 'Zukunft fördern']);
    const other = searcher(feedOf({title: 'Все дома'}, {title: 'Всё дома'}, {title: 'Νομος'}, {title: 'Νόμος'}));
    expect(other('всё').titles).to.deep.equal(['Всё дома', 'Все дома']);
    expect(other('все').titles).to.deep.equal(['Все дома', 'Всё дома']);
    expect(other('νόμος').titles).to.deep.equal(['Νόμος', 'Νομος']);
  });

  it('ranks an accented word in a title before the typed spelling in a text', () => {
    const both = searcher(feedOf({title: 'A', summary: 'A resume'}, {title: 'Résumé'}));
    expect(both('resume').titles).to.deep.equal(['Résumé', 'A']);
  });

  it('ranks a misspelt word after a whole one', () => {
    const close = searcher(feedOf({title: 'The theatre of a lifetime'}, {title: 'Unrelated'}, {title: 'Theatrf'}));
    expect(close('theatrf').titles[0]).to.equal('Theatrf');
  });

  it('finds practices that ran in a year, first those that mention it', () => {
    const findYear = searcher(
      feedOf(
        {title: 'Ran', period: '2015-2019'},
        {title: 'Names', summary: 'In 2017', period: '2020'},
        {title: 'Not yet', period: '2018'},
      ),
    );
    expect(findYear('2017').titles).to.deep.equal(['Names', 'Ran']);
    expect(findYear('-2017').titles).to.deep.equal(['Not yet']);
  });

  it('never confuses two numbers', () => {
    expect(find('2112').titles).to.deep.equal([]);
  });

  it('suggests the intended word if no practice has the typed one', () => {
    const correctionOf = (query: string) => find(query).corrections;
    expect(correctionOf('jugendarbiet')).to.deep.equal([{term: 'jugendarbiet', spelling: 'Jugendarbeit'}]);
    expect(correctionOf('jugendarb')).to.deep.equal([]);
    expect(correctionOf('zebra')).to.deep.equal([]);
  });

  it('finds nothing for a word that no practice has', () => {
    for (const word of ['zebra', 'xylophone', 'qwertz']) expect(find(word).titles).to.deep.equal([]);
  });

  it('requires every word, in any order', () => {
    expect(find('school music').titles).to.deep.equal(['Music school', 'Street theatre']);
    expect(find('music zurich').titles).to.deep.equal(['Street theatre']);
  });

  it('shows the closest practices if none has every word, and says so', () => {
    const {isPartial, titles} = find('music zebra');
    expect(titles).to.deep.equal(['Music school', 'Street theatre']);
    expect(isPartial).to.equal(true);
    expect(find('music school').isPartial).to.equal(false);
  });

  it('requires that the words of a phrase are adjacent', () => {
    expect(find('"public spaces"').titles).to.deep.equal(['Public spaces']);
    expect(find('"spaces public"').titles).to.deep.equal([]);
  });

  it('leaves out practices with an excluded word', () => {
    expect(find('music -actors').titles).to.deep.equal(['Music school']);
    expect(find('-music').titles).to.deep.equal(['Jugendarbeit', 'Public spaces', '公園の多文化共生']);
  });

  it('finds words of a script without spaces', () => {
    expect(find('多文化').titles).to.deep.equal(['公園の多文化共生']);
    expect(find('公').titles).to.deep.equal(['公園の多文化共生']);
  });

  it('finds correctly spelled words as a scan of the texts does, in the same tiers', async () => {
    const feed = await realFeed();
    const search = searcher(feed);
    const {isSame} = inflectionByStem(stemmer);
    const asWord = (text: string) => ({text, written: text, isAccented: false});
    const labels = createLabels(feed.topics, 'en');
    const texts = feed.practices.map(({title, summary, sections}) =>
      [...title, ...summary, ...sections.flatMap(({heading, text}) => [...heading, ...text])].flatMap(({text}) =>
        wordsOf(text),
      ),
    );
    const places = feed.practices.map(({places, topics, period}) => [
      ...wordsOf(period.text),
      ...places.flatMap(({city, country}) => [city, ...labels.namesOf('country', country)].flatMap(wordsOf)),
      ...topics.flatMap((topic) => labels.namesOf('topic', topic).flatMap(wordsOf)),
    ]);
    const vocabulary = [...new Set(texts.flat())].filter((word) => word.length >= 4);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...vocabulary), {minLength: 1, maxLength: 3}), (terms) => {
        const ways: [Tier, (word: string, term: string) => boolean][] = [
          ['exact', (word, term) => word === term],
          ['prefix', (word, term) => !/\d/.test(term) && word.startsWith(term)],
          ['inflection', (word, term) => !/\d/.test(term) && isSame(asWord(word), asWord(term))],
          ['infix', (word, term) => !/\d/.test(term) && word.includes(term)],
        ];
        const expected = feed.practices.flatMap(({period: {from, to, ongoing}}, i) => {
          const words = new Set([...texts[i]!, ...places[i]!]);
          const ran = (year: number) =>
            year >= (from ?? to ?? Infinity) && year <= (ongoing ? CURRENT_YEAR : (to ?? from ?? 0));
          const found = terms.map((term) =>
            ran(Number(term)) ? 0 : ways.findIndex(([, fits]) => [...words].some((word) => fits(word, term))),
          );
          return found.includes(-1) ? [] : [{practice: i, tier: ways[Math.max(...found)]![0]}];
        });
        // A space at the end: the last word is complete.
        const {isPartial, ranked, tierOf} = search(`${terms.join(' ')} `);
        const hits = [...ranked].sort((a, b) => a - b).map((practice) => ({practice, tier: tierOf(practice)}));
        if (expected.length) expect(hits).to.deep.equal(expected);
        else expect(isPartial).to.equal(true);
      }),
      {numRuns: 500},
    );
  });
});
