import {expect} from '@open-wc/testing';
import {deriveId, readId, withDistinctIds} from '../../../../../src/core/feed/normalize/practice-id.js';
import type {Place, Practice} from '../../../../../src/core/practice.js';
import {aReading, at} from '../../../../support/read-context.js';

describe('readId', () => {
  const table: [value: unknown, id: string, doubts: string[]][] = [
    ['leeds-1', 'leeds-1', []],
    ['  leeds 1\n', 'leeds 1', []],
    ['a&amp;b', 'a&amp;b', []],
    [12, '12', []],
    [0, '0', []],
    ['__proto__', '__proto__', []],
    [undefined, '', []],
    [null, '', []],
    ['', '', []],
    [true, '', ['bad-text /x']],
    [{}, '', ['bad-text /x']],
    [['a'], 'a', ['bad-text /x']],
    [Infinity, '', ['bad-text /x']],
    ['x'.repeat(80), 'x'.repeat(80), []],
  ];
  for (const [value, id, doubts] of table) {
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readId(at(value), reading)).to.equal(id);
      expect(said()).to.deep.equal(doubts);
    });
  }

  it('cuts long ids, and keeps them distinct', () => {
    const {reading, doubts} = aReading();
    const [a, b] = ['a', 'b'].map((end) => readId(at('😀'.repeat(100) + end), reading));
    expect(a!.length).to.be.at.most(80);
    expect(a).not.to.match(/\p{Cs}/u);
    expect(a).not.to.equal(b);
    expect(doubts()).to.deep.equal([]);
  });

  it('reports a repeated id once', () => {
    const {reading, doubts} = aReading();
    for (const i of [0, 1, 2]) readId({value: 'a', pointer: `/${i}/id`}, reading);
    for (const i of [3, 4]) readId({value: '', pointer: `/${i}/id`}, reading);
    expect(doubts()).to.deep.equal(['duplicate-id /1/id']);
  });
});

const place = (city: string, country = ''): Place => ({
  city,
  country,
  location: null,
});

describe('deriveId', () => {
  const table: [title: string, places: Place[], id: string][] = [
    ['The Inclusive Anchors Network', [place('Leeds', 'GB')], 'leeds-the-inclusive-anchors-network'],
    ["L’été à l'école !", [place('Besançon')], 'besancon-lete-a-lecole'],
    ['Integration', [place('', 'NO')], 'no-integration'],
    ['Integration', [], 'integration'],
    ['Integration', [place('Lublin'), place('Krakow')], 'lublin-integration'],
    ['Молодіжна рада', [place('Київ')], 'киıв-молодıжна-рада'.replaceAll('ı', 'і')],
    ['مدينة للجميع', [place('القاهرة')], 'القاهره-مدينه-للجميع'],
    ['हिन्दी', [], 'हिन्दी'],
    ['多文化共生', [place('浜松')], '浜松-多文化共生'],
    ['100 % urban', [place('St. Gallen')], 'st-gallen-100-urban'],
  ];
  for (const [title, places, id] of table) {
    it(`derives ${id}`, () => expect(deriveId([{lang: '', text: title}], places)).to.equal(id));
  }

  it('derives an id even from a title without letters', () => {
    const [a, b] = ['!!!', '???'].map((text) => deriveId([{lang: '', text}], [place('Leeds')]));
    expect(a).to.match(/^leeds-[a-z\d]{1,7}$/);
    expect(a).not.to.equal(b);
  });

  it('cuts long ids, and keeps those distinct that begin alike', () => {
    const [a, b] = ['one', 'two'].map((end) =>
      deriveId([{lang: '', text: `${'word '.repeat(30)}${end}`}], [place('Leeds')]),
    );
    expect(a!.length).to.be.at.most(80);
    expect(a).to.match(/^leeds-word-word/);
    expect(a).not.to.equal(b);
  });
});

// Requirement: S-20
describe('withDistinctIds', () => {
  const practice = (id: string, text: string, url = ''): Practice => ({
    id,
    title: [{lang: 'en', text}],
    summary: [],
    places: [place('Leeds', 'GB')],
    period: {text: '', from: null, to: null, ongoing: false},
    topics: [],
    sections: [],
    url,
    image: null,
    links: [],
    contact: null,
    updated: '',
    details: '',
    facets: [],
    sources: [],
  });

  const idsOf = (practices: readonly Practice[]) => withDistinctIds(practices).map(({id}) => id);

  it('does not change distinct ids', () => {
    expect(idsOf([practice('a', 'A'), practice('b', 'A')])).to.deep.equal(['a', 'b']);
  });

  it('adds title and place, in any order of the records', () => {
    const [a, b] = [practice('x', 'A'), practice('x', 'B')];
    expect(idsOf([a, b])).to.deep.equal(['x-leeds-a', 'x-leeds-b']);
    expect(idsOf([practice('y', 'Y'), b, a])).to.deep.equal(['y', 'x-leeds-b', 'x-leeds-a']);
  });

  it('adds a hash of the content if title and place are the same', () => {
    const [a, b] = [practice('x', 'A', 'https://a.example/'), practice('x', 'A', 'https://b.example/')];
    const [ofA, ofB] = idsOf([a, b]);
    expect(ofA).not.to.equal(ofB);
    expect(idsOf([b, a])).to.deep.equal([ofB, ofA]);
  });

  it('numbers identical practices', () => {
    const [one, two, three] = idsOf([practice('x', 'A'), practice('x', 'A'), practice('x', 'A')]);
    expect([two, three]).to.deep.equal([`${one}-2`, `${one}-3`]);
  });

  it('never makes an id of another practice', () => {
    const [suffixed] = idsOf([practice('x', 'A'), practice('x', 'B')]);
    const practices = [practice('x', 'A'), practice('x', 'B'), practice(suffixed!, 'C'), practice('x', 'A')];
    expect(new Set(idsOf(practices)).size).to.equal(4);
  });

  it('fits the suffix into the length of an id, so that a second reading changes nothing', () => {
    const long = 'x'.repeat(80);
    const ids = idsOf([practice(long, 'A'), practice(long, 'B'), practice(long, 'B'), practice(long, 'B')]);
    expect(new Set(ids).size).to.equal(4);
    for (const id of ids) {
      expect(id.length).to.be.at.most(80);
      expect(readId(at(id), aReading().reading)).to.equal(id);
    }
  });

  it('never changes an id that one practice has, or takes one that is taken', () => {
    const practices = [practice('x', 'A'), practice('x', 'B'), practice('x-leeds-a', 'C')];
    const [a, b, c] = idsOf(practices);
    expect([b, c]).to.deep.equal(['x-leeds-b', 'x-leeds-a']);
    expect(a).to.match(/^x-[a-z\d]{1,7}$/);
    const taken = new Set(['x', 'x-leeds-b']);
    const [other] = withDistinctIds([practice('x', 'B')], taken);
    expect(other!.id).to.match(/^x-[a-z\d]{1,7}$/);
    expect([...taken]).to.deep.equal(['x', 'x-leeds-b']);
  });

  it('counts many', () => {
    const many = (n: number) => Array.from({length: n}, () => practice('x', 'A'));
    expect(new Set(idsOf(many(20_000))).size).to.equal(20_000);
  });
});
