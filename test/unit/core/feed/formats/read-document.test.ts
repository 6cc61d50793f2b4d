import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {FeedError} from '../../../../../src/core/feed/feed-error.js';
import {fieldOf} from '../../../../../src/core/feed/formats/field-names.js';
import {isNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {detectFormat, formatNames, readDocument} from '../../../../../src/core/feed/formats/read-document.js';
import {errorOf, readFeed} from '../../../../support/read-format.js';

describe('detectFormat', () => {
  const table: [content: unknown, format: string][] = [
    [[{title: 'A'}], 'json'],
    [{practices: []}, 'json'],
    [{data: [{title: 'A'}]}, 'json'],
    [[{title: {en: 'A'}}], 'json'],
    [{version: '1.1', items: []}, 'json'],
    [{version: 'https://jsonfeed.org/version/1', items: []}, 'json-feed'],
    [[{id: 1, title: {rendered: 'A'}}], 'wordpress'],
    [{jsonapi: {version: '1.0'}, data: []}, 'drupal'],
    [{data: [{type: 'node--page', attributes: {}}]}, 'drupal'],
    [{type: 'FeatureCollection', features: []}, 'geojson'],
    ['<rss version="2.0">', 'rss'],
    ['<?xml version="1.0"?>\n<feed>', 'rss'],
    ['PHP Warning: x\n<rdf:RDF xmlns="x">', 'rss'],
    ['<!doctype html>', 'rss'],
    ['title,city', 'csv'],
    ['"a < b";c', 'csv'],
    ['Not found', 'csv'],
  ];
  for (const [content, format] of table) {
    it(`recognizes ${JSON.stringify(content)} as ${format}`, () => expect(detectFormat(content)).to.equal(format));
  }
});

describe('isNativeJson', () => {
  const table: [document: unknown, isOwn: boolean][] = [
    [[{title: 'A', city: 'B'}], true],
    [{version: '1', practices: [{title: 'A'}]}, true],
    [[], true],
    [[{title: 'A', description: 'B'}], false],
    [[{title: 'A'}, {name: 'B'}], false],
    [{items: []}, false],
    ['title', false],
    [null, false],
  ];
  for (const [document, isOwn] of table) {
    it(`is ${isOwn} of ${JSON.stringify(document)}`, () => expect(isNativeJson(document)).to.equal(isOwn));
  }
});

describe('our own format', () => {
  const plain = {title: 'Use <b>both</b>', city: 'Paris; Lyon', country: 'FR', location: [48, 2]};
  const read = (document: unknown, format = '') =>
    readDocument(document, 'https://city.example/feed.json', format).records;
  const table: [what: string, document: unknown, format?: string][] = [
    ['with a misspelt field', {version: '1', practices: [{...plain, sumary: 'S'}]}],
    [
      'with a field of its publisher, and with a named format',
      {version: '1', practices: [{...plain, 'x-number': 7}]},
      'json',
    ],
  ];
  for (const [what, document, format] of table)
    it(`is read as it is: ${what}`, () => expect(read(document, format)[0]).to.include(plain));

  const others: [what: string, document: unknown][] = [
    ['a field has a name of other formats', {version: '1', practices: [{...plain, description: 'S'}]}],
    ['fields are in an object', {version: '1', practices: [{title: 'A', fields: plain}]}],
    ['there is no version', {practices: [{...plain, sumary: 'S'}]}],
  ];
  for (const [what, document] of others)
    it(`is not what is read if ${what}`, () => expect(read(document)[0]).to.deep.include({city: ['Paris', 'Lyon']}));
});

describe('fieldOf', () => {
  const table: [name: string, field: string | undefined][] = [
    ['title', 'title'],
    ['TÍTULO', 'title'],
    ['Good practice', 'title'],
    ['descripción', 'summary'],
    ['Full_Text', 'sections'],
    ['Ville(s)', 'city'],
    ['field_municipality', 'city'],
    ['wpcf-pays', 'country'],
    ['País', 'country'],
    ['Start date', 'from'],
    ['Années', 'period'],
    ['mots-clés', 'topics'],
    ['місто', 'city'],
    ['Längengrad', 'lon'],
    ['Mise en œuvre', 'headed'],
    ['Project Name', 'title'],
    ['1. Titre de la bonne pratique', 'title'],
    ['Name of the good practice', 'title'],
    ['What is the name of your practice?', 'title'],
    ['In which city?', 'city'],
    ['Name der Maßnahme', 'title'],
    ['Maßnahmen', 'headed'],
    ['nom_del_projecte', 'title'],
    ['Nome do projeto', 'title'],
    ['Projektbeschreibung', 'summary'],
    ['date_start', 'from'],
    ['Fecha de inicio', 'from'],
    ['7. Thématiques', 'topics'],
    ['title_de', 'title'],
    ['Zusammenfassung (FR)', 'summary'],
    ['Project lead', undefined],
    ['is_city', undefined],
    ['project_id', 'id'],
    ['title_id', undefined],
    ['status', undefined],
    ['_links', undefined],
    ['@id', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ];
  for (const [name, field] of table) {
    it(`knows ${JSON.stringify(name)} as ${field}`, () => expect(fieldOf(name)?.field).to.equal(field));
  }
});

describe('names with a language', () => {
  it('make texts in several languages; of other fields the first counts', () => {
    const {practices, topics} = readFeed(
      'title_de;title_en;Inhalt (de);Inhalt (en);tags_de;tags_en;city_de;city_en\nGarten;Garden;<p>x</p>;y;Umwelt;Environment;Köln;Cologne',
    );
    expect(practices[0]!.title).to.deep.equal([
      {lang: 'de', text: 'Garten'},
      {lang: 'en', text: 'Garden'},
    ]);
    expect(practices[0]!.sections[0]!.html!.source).to.deep.equal([
      {lang: 'de', text: '<p>x</p>'},
      {lang: 'en', text: 'y'},
    ]);
    expect(practices[0]!.topics).to.deep.equal(['Umwelt']);
    expect(practices[0]!.places.map(({city}) => city)).to.deep.equal(['Köln']);
    expect(topics).to.deep.equal([]);
  });
});

describe('the attribute format', () => {
  const both = '[{"title":"A","guid":"https://x.example/b"}]';

  it('takes precedence over the content', () => {
    expect(readFeed(`${both}\ntitle`, 'csv').practices).to.deep.equal([]);
    expect(readFeed('title,rss\n<rss>,x', 'csv').practices[0]!.title[0]!.text).to.equal('<rss>');
    expect(readFeed([{title: {rendered: 'A'}}], 'json').practices[0]!.title[0]!.text).to.equal('A');
    expect(errorOf(both, 'rss').message).to.include('is not RSS or Atom');
    expect(errorOf('title\nA', 'geojson').message).to.include('is not GeoJSON');
  });

  it('is ignored if it is unknown', () => {
    for (const format of ['xlsx', 'toString', '__proto__'])
      expect(readFeed('title\nA', format).practices).to.have.length(1);
  });
});

describe('readDocument', () => {
  const isRead = (document: unknown, format: string) => {
    try {
      readFeed(document, format);
      return true;
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      expect(error.message).to.include('https://city.example/');
      return false;
    }
  };
  const format = fc.constantFrom('', '', ...formatNames);

  it('reads or refuses any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 100}), format, (bytes, name) => void isRead(bytes, name)),
      {numRuns: 3000},
    );
  });

  it('reads or refuses any text of marks, tags and names', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'<>&;"\'=/![]-?,\n\t :'),
      fc.constantFrom(
        '<rss>',
        '<item>',
        '</item>',
        '<title>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '<!DOCTYPE',
        '<entry>',
        '<feed',
      ),
      fc.constantFrom('xml:base=', 'xml:lang="fr"', '<link href="http://[" ', '<category term=', '&#x1F600;', '&lol;'),
      fc.constantFrom('title', 'city', 'topics', 'links', '{"', '[{'),
    );
    const text = fc.array(piece, {maxLength: 40}).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, format, (document, name) => void isRead(document, name)),
      {numRuns: 3000},
    );
  });

  it('reads or refuses any JSON of the names that it looks for', () => {
    const names =
      'title rendered value processed toString __proto__ constructor city topics sections url image links location from to lang data ' +
      'attributes relationships included type id meta acf _embedded wp:term wp:featuredmedia features geometry coordinates properties ' +
      'items version fields label end_value uri alt contact email summary path alias name taxonomy slug _x period purpose next lat lon';
    const leaf = fc.constantFrom(
      ...[
        null,
        true,
        1,
        'x',
        '1;2',
        '<p>x',
        'https://jsonfeed.org/version/1',
        'FeatureCollection',
        'Point',
        'media--m',
        'file--f',
      ],
    );
    const value = (depth: number): fc.Arbitrary<unknown> =>
      depth
        ? fc.oneof(
            leaf,
            fc.array(value(depth - 1), {maxLength: 3}),
            fc
              .array(fc.tuple(fc.constantFrom(...names.split(' ')), value(depth - 1)), {maxLength: 5})
              .map((entries) => Object.fromEntries(entries)),
          )
        : leaf;
    fc.assert(
      fc.property(fc.array(value(4)), format, (document, name) => {
        isRead(document, name);
        isRead(Object.fromEntries(document.map((each, i) => [names.split(' ')[(i * 7) % 40]!, each])), name);
      }),
      {numRuns: 3000},
    );
  });
});
