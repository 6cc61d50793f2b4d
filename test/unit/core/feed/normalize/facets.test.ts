import {expect} from '@open-wc/testing';
import {readDocument} from '../../../../../src/core/feed/formats/read-document.js';
import {isNativeJson, readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';

const ADDRESS = 'https://city.example/feed.json';
const target = {name: 'target', field: 'Target group', label: {en: 'Target group', de: 'Zielgruppe'}, type: 'list'};

const read = (facets: unknown, ...records: object[]) =>
  normalize(
    readNativeJson(
      {version: '1', language: 'en', facets, practices: records.map((record) => ({title: 'A', ...record}))},
      ADDRESS,
    ),
  );
const doubts = ({warnings}: ReturnType<typeof read>) =>
  warnings.map(({code, message, pointer}) => [code, pointer, message]);
/** The values of the first facet in each record. */
const valuesOf = (type: string, ...values: unknown[]) =>
  read([{...target, type}], ...values.map((value) => ({'Target group': value}))).practices.map(
    ({facets}) => facets[0]?.values ?? [],
  );

describe('facets of a feed', () => {
  it('are read with their labels, and their values from any field', () => {
    const feed = read([target, {name: 'area', label: 'Area', type: 'text'}], {
      'Target group': ['Families', 'Young people'],
      area: 'Old town',
    });
    expect(feed.facets).to.deep.equal([
      {
        name: 'target',
        label: [
          {lang: 'en', text: 'Target group'},
          {lang: 'de', text: 'Zielgruppe'},
        ],
        type: 'list',
      },
      {name: 'area', label: [{lang: 'en', text: 'Area'}], type: 'text'},
    ]);
    expect(feed.practices[0]!.facets).to.deep.equal([
      {name: 'target', values: ['Families', 'Young people']},
      {name: 'area', values: ['Old town']},
    ]);
    expect(feed.warnings).to.deep.equal([]);
  });

  it('find their field in any spelling', () => {
    const records = [{target_group: 'a'}, {targetGroup: 'b'}, {'TARGET-GROUP': 'c'}, {Target: 'd'}];
    const {practices} = read([target], ...records);
    expect(practices.map(({facets}) => facets.flatMap(({values}) => values))).to.deep.equal([['a'], ['b'], ['c'], []]);
  });

  it('are empty in a feed that describes none', () => {
    const feed = read(undefined, {title: 'A', 'Target group': 'x'});
    expect(feed.facets).to.deep.equal([]);
    expect(feed.practices[0]!.facets).to.deep.equal([]);
    expect(feed.warnings).to.deep.equal([]);
  });

  it('keep the document in our own format, which needs no other reader', () => {
    const practices = [{title: 'A', 'Target group': 'x'}];
    expect(isNativeJson({facets: [target], practices})).to.equal(true);
    expect(isNativeJson({practices})).to.equal(false);
    expect(isNativeJson(practices, 'target-group:list')).to.equal(true);
  });

  const types: [type: string, value: unknown, expected: readonly string[]][] = [
    ['text', 'Families; youth', ['Families; youth']],
    ['text', ['Families', 'Youth', 'Families'], ['Families', 'Youth']],
    ['list', 'Families; Youth | All\nOthers;;', ['Families', 'Youth', 'All', 'Others']],
    ['list', 'Families, youth', ['Families, youth']],
    ['list', ['a; b'], ['a; b']],
    ['list', 7, ['7']],
    ['list', '  Sch&uuml;ler &amp; Eltern ', ['Schüler & Eltern']],
    ['list', '<b>bold</b>', ['<b>bold</b>']],
    ['list', '', []],
    ['list', null, []],
    ['list', ['__proto__', 'constructor', 'toString'], ['__proto__', 'constructor', 'toString']],
    ['number', 12, ['12']],
    ['number', '012.50', ['12.5']],
    ['number', '1 250 000', ['1250000']],
    ['number', '1’250; -3', ['1250', '-3']],
    ['number', '0.125; 1250.125; 12.5000', ['0.125', '1250.125', '12.5']],
    ['number', 31.125, ['31.125']],
    ['number', -0, ['0']],
    ['number', [1e21, 0.1], ['1e+21', '0.1']],
    ['year', 2019, ['2019']],
    ['year', '2019-05-03', ['2019']],
    ['year', ['2019', '2021-05', 800], ['2019', '2021', '800']],
  ];
  for (const [type, value, expected] of types)
    it(`of the type ${type} read ${JSON.stringify(value)}`, () => {
      expect(valuesOf(type, value)).to.deep.equal([expected]);
    });

  const refused: [type: string, value: unknown, message: string][] = [
    ['list', {en: 'Families'}, 'An object: bad facet value, left out.'],
    ['list', [['Families']], 'A list: bad facet value, left out.'],
    ['text', true, 'true: bad facet value, left out.'],
    ['number', '1,5', '"1,5": bad facet value, left out: not a number.'],
    ['number', '31.000', '"31.000": bad facet value, left out: it may be 31 or 31000.'],
    ['number', '-1.250', '"-1.250": bad facet value, left out: it may be -1.25 or -1250.'],
    ['number', 'about 12', '"about 12": bad facet value, left out: not a number.'],
    ['number', '1e999', '"1e999": bad facet value, left out: not a number.'],
    ['year', '2019–2021', '"2019–2021": bad facet value, left out: not a year.'],
    ['year', '20190', '"20190": bad facet value, left out: not a year.'],
  ];
  for (const [type, value, message] of refused)
    it(`of the type ${type} refuse ${JSON.stringify(value)} with a message`, () => {
      const feed = read([{...target, type}], {'Target group': value}, {'Target group': '7'});
      expect(feed.practices.map(({facets}) => facets.flatMap(({values}) => values))).to.deep.equal([[], ['7']]);
      expect(feed.warnings.map((each) => [each.code, each.message])).to.deep.equal([['bad-facet-value', message]]);
      expect(feed.warnings[0]!.pointer).to.match(/^\/practices\/0\/Target group(\/0)?$/);
    });

  const wrong: [why: string, facets: unknown, code: string, message: string, names: string[]][] = [
    ['no list', {target}, 'bad-facet', 'An object: bad facet, left out.', []],
    ['no object', ['target', target], 'bad-facet', '"target": bad facet, left out.', ['target']],
    ['a wrong name', [{...target, name: 'Target'}, target], 'bad-facet-name', '"Target": bad facet name, left out.', ['target']], // prettier-ignore
    ['no name', [{label: 'x'}, target], 'bad-facet-name', 'undefined: bad facet name, left out.', ['target']],
    ['the name __proto__', [{...target, name: '__proto__'}], 'bad-facet-name', '"__proto__": bad facet name, left out.', []], // prettier-ignore
    ['the name toString', [{...target, name: 'toString'}], 'bad-facet-name', '"toString": bad facet name, left out.', []], // prettier-ignore
    ['a name twice', [target, {...target, label: 'Other'}], 'duplicate-facet', '"target": duplicate facet, left out.', ['target']], // prettier-ignore
    ['an unknown type', [{...target, type: 'money'}], 'unknown-facet-type', '"money": unknown facet type, read as a list.', ['target']], // prettier-ignore
    ['no label', [{...target, label: undefined}], 'no-facet-label', '"target": no facet label, its name is shown.', ['target']], // prettier-ignore
    [
      'more than six',
      'abcdefg'.split('').map((name) => ({...target, name})),
      'too-many-facets',
      '"g": too many facets, left out.',
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ],
    ...'topic country city year source year-range q query sort page open list title topics summary facet'
      .split(' ')
      .map((name): [string, unknown, string, string, string[]] => [
        `the reserved name ${name}`,
        [{...target, name}, target],
        'reserved-facet-name',
        `"${name}": reserved facet name, left out.`,
        ['target'],
      ]),
  ];
  for (const [why, facets, code, message, names] of wrong)
    it(`are reported with ${why}, and the rest works`, () => {
      const feed = read(facets, {'Target group': 'Families'});
      expect(doubts(feed).map(([one, , other]) => [one, other])).to.deep.equal([[code, message]]);
      expect(feed.facets.map(({name}) => name)).to.deep.equal(names);
      for (const name of names)
        expect(feed.practices[0]!.facets.find((facet) => facet.name === name)?.values).to.deep.equal(['Families']);
    });

  it('may be called constructor, and take values from no prototype', () => {
    const facets = [
      {name: 'constructor', label: 'Builder', type: 'list'},
      {...target, field: '__proto__'},
    ];
    const json = JSON.parse('{"title":"B","constructor":"Ann","__proto__":"Bo"}') as object;
    const {practices, warnings} = read(facets, {}, json);
    expect(warnings).to.deep.equal([]);
    expect(practices.map((practice) => practice.facets.map(({name, values}) => [name, ...values]))).to.deep.equal([
      [],
      [
        ['constructor', 'Ann'],
        ['target', 'Bo'],
      ],
    ]);
  });
});

describe('facets that the page describes', () => {
  const page = 'target-group:list budget:number';
  const readPage = (content: unknown, format = '') =>
    normalize(readDocument(content, ADDRESS, format, page), {facets: page});
  const found = {
    facets: [
      {name: 'target-group', label: 'Target group', type: 'list'},
      {name: 'budget', label: 'Budget', type: 'number'},
    ],
    values: [
      {name: 'target-group', values: ['Families', 'Youth']},
      {name: 'budget', values: ['1250']},
    ],
  };
  const documents: [format: string, content: unknown][] = [
    ['CSV', 'title,Target group,Budget\nA,Families; Youth,1 250\n'],
    ['JSON', [{name: 'A', target_group: ['Families', 'Youth'], budget: 1250}]],
    ['our own JSON', [{title: 'A', target_group: ['Families', 'Youth'], budget: 1250}]],
    [
      'fields of WordPress (ACF)',
      [{title: {rendered: 'A'}, acf: {target_group: [{value: 'f', label: 'Families'}, 'Youth'], budget: '1250'}}],
    ],
    ['fields of WordPress (meta)', [{title: {rendered: 'A'}, meta: {_target_group: 'Families|Youth', budget: 1250}}]],
    [
      'a taxonomy of WordPress',
      [
        {
          title: {rendered: 'A'},
          meta: {budget: 1250},
          _embedded: {
            'wp:term': [
              [
                {id: 1, name: 'Families', slug: 'f', taxonomy: 'target_group'},
                {id: 2, name: 'Youth', slug: 'y', taxonomy: 'target_group'},
              ],
            ],
          },
        },
      ],
    ],
    [
      'Drupal',
      {
        jsonapi: {},
        data: [{attributes: {title: 'A', field_target_group: ['Families', 'Youth'], field_budget: {value: '1250'}}}],
      },
    ],
    [
      'GeoJSON',
      {
        type: 'FeatureCollection',
        features: [{properties: {title: 'A', 'target group': 'Families;Youth', budget: 1250}}],
      },
    ],
    [
      'JSON Feed',
      {
        version: 'https://jsonfeed.org/version/1.1',
        items: [{title: 'A', _own: {targetGroup: ['Families', 'Youth'], budget: 1250}}],
      },
    ],
    [
      'RSS',
      '<rss><channel><item><title>A</title><target_group>Families; Youth</target_group><budget>1250</budget></item></channel></rss>',
    ],
  ];
  for (const [name, content] of documents)
    it(`are read from ${name}`, () => {
      const {facets, practices, warnings} = readPage(content);
      expect(practices[0]!.facets).to.deep.equal(found.values);
      expect(
        facets.map(({label, name: own, type}) => [
          own,
          label[0]!.text.toLowerCase().replace('targetgroup', 'target group'),
          type,
        ]),
      ).to.deep.equal(found.facets.map(({label, name: own, type}) => [own, label.toLowerCase(), type]));
      expect(practices[0]!.topics).to.deep.equal([]);
      expect(warnings.filter(({code}) => /facet/.test(code))).to.deep.equal([]);
    });

  it('give HTML of other formats as text', () => {
    const {practices} = readPage('title,Target group\nA,<b>Old &amp; young</b>\n');
    expect(practices[0]!.facets).to.deep.equal([{name: 'target-group', values: ['Old & young']}]);
  });

  it('own their column: it means nothing else', () => {
    const own = 'category:list';
    const csv = 'title,topics,Category\nA,Housing,Pilot\n';
    const [practice] = normalize(readDocument(csv, ADDRESS, '', own), {facets: own}).practices;
    expect(practice!.topics).to.deep.equal(['Housing']);
    expect(practice!.facets).to.deep.equal([{name: 'category', values: ['Pilot']}]);
    const [plain] = normalize(readDocument(csv, ADDRESS)).practices;
    expect(plain!.topics).to.deep.equal(['Housing', 'Pilot']);
  });

  it('give way to what the feed describes, and are left out if no record has the field', () => {
    const document = {facets: [{...target, type: 'text'}], practices: [{title: 'A', 'Target group': 'a; b'}]};
    const {facets, practices} = normalize(readNativeJson(document, ADDRESS), {facets: 'target:number other:list'});
    expect(facets.map(({name, type}) => [name, type])).to.deep.equal([['target', 'text']]);
    expect(practices[0]!.facets).to.deep.equal([{name: 'target', values: ['a; b']}]);
  });

  it('are described by a feed in other JSON too', () => {
    const document = {facets: [target], items: [{name: 'A', 'Target group': ['Families']}]};
    const {facets, practices} = normalize(readDocument(document, ADDRESS));
    expect(facets.map(({name}) => name)).to.deep.equal(['target']);
    expect(practices[0]!.facets).to.deep.equal([{name: 'target', values: ['Families']}]);
  });
});
