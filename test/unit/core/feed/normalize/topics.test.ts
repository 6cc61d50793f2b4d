import {expect} from '@open-wc/testing';
import {aReading, at} from '../../../../support/read-context.js';

const DESCRIBED = [
  {id: 'education', label: {en: 'Education', fr: 'Éducation'}},
  {id: 'housing', label: 'Housing, planning'},
  {id: 'commitment', label: {fr: 'Engagement', de: 'Engagement'}},
  'sport',
  {id: 'youth'},
  {label: 'Public space'},
];

describe('createTopicRegistry', () => {
  it('knows the topics that the feed describes', () => {
    const {topics, doubts} = aReading({topics: DESCRIBED});
    expect(
      [...topics.topics.values()].map(({id, label}) => [id, ...label.map(({lang, text}) => `${lang}: ${text}`)]),
    ).to.deep.equal([
      ['education', 'en: Education', 'fr: Éducation'],
      ['housing', 'en: Housing, planning'],
      ['commitment', 'fr: Engagement', 'de: Engagement'],
      ['sport', 'en: sport'],
      ['youth', 'en: youth'],
      ['Public space', 'en: Public space'],
    ]);
    expect(doubts()).to.deep.equal([]);
  });

  it('warns of topics without a name, and keeps a repeated topic once', () => {
    const {topics, doubts} = aReading({topics: [{id: 1}, {}, {id: '1', label: 'x'}, null, true, {id: [], label: ''}]});
    expect([...topics.topics.keys()]).to.deep.equal(['1']);
    expect(doubts()).to.deep.equal([
      'bad-topic /topics/1',
      'bad-text /topics/4',
      'bad-text /topics/5/id',
      'bad-topic /topics/5',
    ]);
  });

  const read: [value: unknown, ids: string[]][] = [
    [
      ['education', 'sport'],
      ['education', 'sport'],
    ],
    [['education', 'Education', 'ÉDUCATION '], ['education']],
    ['education', ['education']],
    ['Housing, planning', ['housing']],
    ['education, sport;youth,', ['education', 'sport', 'youth']],
    [
      [{id: 'education'}, {label: 'engagement'}, {id: 99, label: 'Sport'}],
      ['education', 'commitment', 'sport'],
    ],
    [{id: 'education'}, ['education']],
    [[], []],
    [null, []],
    ['', []],
    [[null, ''], []],
  ];
  for (const [value, ids] of read) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {topics, doubts} = aReading({topics: DESCRIBED});
      expect(topics.read(at(value))).to.deep.equal(ids);
      expect(doubts()).to.deep.equal([]);
    });
  }

  it('prefers an id to a label', () => {
    const {topics} = aReading({
      topics: [
        {id: 'a', label: 'B'},
        {id: 'b', label: 'A'},
      ],
    });
    expect(topics.read(at(['A', 'B']))).to.deep.equal(['a', 'b']);
  });

  it('keeps ids distinct that differ in spelling', () => {
    const {topics} = aReading({topics: ['A', 'a']});
    expect(topics.read(at(['a', 'A']))).to.deep.equal(['a', 'A']);
  });

  it('keeps an unknown topic, and reports it once', () => {
    const {topics, doubts} = aReading({topics: DESCRIBED});
    expect(topics.read(at(['Sports', 'education']))).to.deep.equal(['Sports', 'education']);
    expect(topics.read({value: ['Sports'], pointer: '/y'})).to.deep.equal(['Sports']);
    expect(doubts()).to.deep.equal(['unknown-topic /x/0']);
  });

  it('does not warn if the feed describes no topics', () => {
    const {topics, doubts} = aReading();
    expect(topics.read(at(['Sports', 'sports', 7]))).to.deep.equal(['Sports', 'sports', '7']);
    expect(doubts()).to.deep.equal([]);
  });

  it('learns the label of a topic that only a record describes', () => {
    const {topics} = aReading();
    expect(topics.read(at([{id: 3, label: {en: 'Sports', fr: 'Sport'}}]))).to.deep.equal(['3']);
    expect(topics.topics.get('3')?.label).to.deep.equal([
      {lang: 'en', text: 'Sports'},
      {lang: 'fr', text: 'Sport'},
    ]);
  });

  it('warns of values that cannot be topics', () => {
    const {topics, doubts} = aReading();
    expect(topics.read(at([{}, [], true, {label: {}}]))).to.deep.equal([]);
    expect(doubts()).to.deep.equal([
      'bad-topic /x/0',
      'bad-text /x/1',
      'bad-text /x/2',
      'bad-text /x/3/label',
      'bad-topic /x/3',
    ]);
  });

  it('treats names of JavaScript properties like others', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    for (const described of [undefined, names]) {
      const {topics, doubts} = aReading({topics: described});
      expect(topics.read(at(names))).to.deep.equal(names);
      expect(doubts()).to.deep.equal([]);
    }
  });
});
