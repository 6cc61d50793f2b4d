import {expect} from '@open-wc/testing';
import {readGenericJson} from '../../../../../src/core/feed/formats/generic-json.js';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {
  MAX_COLLECTIONS,
  MAX_EXAMPLES,
  readCollections,
  readExamples,
} from '../../../../../src/core/feed/normalize/collections.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import {MAX_LENGTHS} from '../../../../../src/core/text/limits.js';
import {aReading, at} from '../../../../support/read-context.js';

const read = (value: unknown) => {
  const {doubts, reading} = aReading();
  return {collections: readCollections(at(value), reading), doubts: doubts()};
};
const ids = (count: number) => Array.from({length: count}, (_, i) => `id${i}`);
const collection = (more: object = {}) => ({id: 'start', title: 'Start', practices: ['a'], ...more});

describe('readCollections', () => {
  it('reads texts by language, paragraphs, an image and ids in their order, each once', () => {
    const {collections, doubts} = read([
      {
        id: ' start ',
        title: {en: 'Start', fr: 'Commencer'},
        introduction: 'One &amp; two.\n\nThree.',
        image: {src: '/start.jpg', alt: 'A door'},
        practices: ['b', 'a', 7, 'b'],
      },
    ]);
    expect(doubts).to.deep.equal([]);
    expect(collections).to.have.length(1);
    expect(collections[0]).to.deep.include({id: 'start', practices: ['b', 'a', '7']});
    expect(collections[0]!.title.map(({lang, text}) => `${lang} ${text}`)).to.have.members([
      'en Start',
      'fr Commencer',
    ]);
    expect(collections[0]!.introduction[0]!.text).to.equal('One & two.\n\nThree.');
    expect(collections[0]!.image!.src).to.match(/^https?:.*\/start\.jpg$/);
  });

  const table: [what: string, value: unknown, read: string[], doubts?: string[]][] = [
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['a text', 'start', [], ['bad-collection /x']],
    ['an object', {start: collection()}, [], ['bad-collection /x']],
    ['a text in the list', ['start', collection()], ['start'], ['bad-collection /x/0']],
    ['null in the list', [null, collection()], ['start'], ['bad-collection /x/0']],
    ['no id', [collection({id: ''})], [], ['bad-collection /x/0']],
    ['no title', [collection({title: ' '})], [], ['bad-collection /x/0']],
    ['no practices', [collection({practices: []})], [], ['bad-collection /x/0']],
    ['two with one id', [collection(), collection({title: 'Other'})], ['start'], ['duplicate-collection /x/1/id']],
    [
      'names of objects',
      [collection({id: '__proto__'}), collection({id: 'constructor'})],
      ['__proto__', 'constructor'],
    ],
    ['an object as a practice', [collection({practices: [{}, 'a']})], ['start'], ['bad-text /x/0/practices/0']],
    ['a script as an image', [collection({image: 'javascript:alert(1)'})], ['start'], ['bad-address /x/0/image']],
    ['mail as an image', [collection({image: 'mailto:a@b.example'})], ['start'], ['bad-address /x/0/image']],
  ];
  for (const [what, value, expected, expectedDoubts = []] of table)
    it(`reads ${what}`, () => {
      const {collections, doubts} = read(value);
      expect(collections.map(({id}) => id)).to.deep.equal(expected);
      expect(doubts).to.deep.equal(expectedDoubts);
    });

  it('reads the first of too many, and says so', () => {
    const {collections, practices} = MAX_COLLECTIONS;
    const many = read(ids(collections + 1).map((id) => collection({id})));
    expect(many.collections).to.have.length(collections);
    expect(many.doubts).to.deep.equal(['too-many-collections /x']);
    const long = read([collection({practices: ids(practices + 1)})]);
    expect(long.collections[0]!.practices).to.have.length(practices);
    expect(long.doubts).to.deep.equal(['too-many-collections /x/0/practices']);
  });

  it('cuts long texts', () => {
    const {collections, doubts} = read([collection({title: 'x'.repeat(600), introduction: 'y '.repeat(2000)})]);
    expect(collections[0]!.title[0]!.text).to.have.length(MAX_LENGTHS.title);
    expect(collections[0]!.introduction[0]!.text.length).to.be.at.most(MAX_LENGTHS.introduction);
    expect(doubts).to.have.members(['text-too-long /x/0/title', 'text-too-long /x/0/introduction']);
  });

  it('keeps HTML as it is written: visitors see it as text', () => {
    const {collections} = read([collection({introduction: '<img src=x onerror=alert(1)>'})]);
    expect(collections[0]!.introduction[0]!.text).to.equal('<img src=x onerror=alert(1)>');
  });

  it('comes from our own JSON and from any other', () => {
    const document = {collections: [collection()], examples: ['x'], practices: [{id: 'a', title: 'A'}]};
    for (const readDocument of [readNativeJson, readGenericJson]) {
      const feed = normalize(readDocument(document, 'https://city.example/feed.json')!);
      expect(feed.collections.map(({id}) => id)).to.deep.equal(['start']);
      expect(feed.examples[0]![0]!.text).to.equal('x');
    }
  });
});

describe('readExamples', () => {
  const examples = (value: unknown) => {
    const {doubts, reading} = aReading();
    return {
      texts: readExamples(at(value), reading).map((each) => each.map(({text}) => text).join('/')),
      doubts: doubts(),
    };
  };

  it('reads texts, and texts by language', () => {
    expect(examples(['youth', {en: 'housing', fr: 'logement'}, ' '])).to.deep.equal({
      texts: ['youth', 'housing/logement'],
      doubts: [],
    });
    expect(examples(undefined).texts).to.deep.equal([]);
  });

  it('reads the first of too many, and cuts long ones', () => {
    const {doubts, texts} = examples([...ids(MAX_EXAMPLES - 1), 'x'.repeat(50), 'more']);
    expect(texts).to.have.length(MAX_EXAMPLES);
    expect(texts.at(-1)).to.have.length(MAX_LENGTHS.example);
    expect(doubts).to.have.members(['too-many-examples /x', 'text-too-long /x/2']);
  });
});
