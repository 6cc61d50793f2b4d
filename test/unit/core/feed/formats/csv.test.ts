import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {parseCsv} from '../../../../../src/core/feed/formats/csv.js';
import {readNativeJson} from '../../../../../src/core/feed/formats/native-json.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import type {Practice} from '../../../../../src/core/practice.js';
import {writeCsv} from '../../../../../src/core/feed/write/csv.js';
import {writeNativeJson} from '../../../../../src/core/feed/write/native-json.js';
import {createLabels} from '../../../../../src/core/search/labels.js';
import {feedOf} from '../../../../fixtures/practices.js';
import {makePractice} from '../../../../support/arbitraries.js';
import {errorOf, readFeed, readOne, readRaw} from '../../../../support/read-format.js';

const parse = (text: string, separator = ',') => [...parseCsv(text, separator, 'x')].map(({cells}) => cells);
const titles = (text: string) => readRaw(text).records.map((record) => (record as {title: string}).title);

describe('parseCsv', () => {
  const table: [text: string, rows: string[][]][] = [
    ['', []],
    ['a', [['a']]],
    ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a,b\rc,d\r', [['a', 'b'], ['c', 'd']]], // prettier-ignore
    ['a,', [['a', '']]],
    [',', [['', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"a,b","c\r\nd"', [['a,b', 'c\r\nd']]],
    ['"a ""b"" c"', [['a "b" c']]],
    ['"","""",""""""', [['', '"', '""']]],
    // beyond RFC 4180
    ['a "b" c,5" pipe', [['a "b" c', '5" pipe']]],
    ['a, "b, c" ,d', [['a', 'b, c ', 'd']]],
    ['"a"b,c', [['ab', 'c']]],
  ];
  for (const [text, rows] of table) {
    it(`reads ${JSON.stringify(text)}`, () => expect(parse(text)).to.deep.equal(rows));
  }

  for (const separator of [',', ';', '\t'])
    it(`reads all of RFC 4180 with ${JSON.stringify(separator)}`, () => {
      const cell = fc.string({unit: fc.constantFrom(...'",;\t\r\n \'=aé日')});
      const rows = fc.array(fc.array(cell, {minLength: 1}), {minLength: 1});
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const bare = (text: string) => (/[",;\t\r\n]|^ /.test(text) ? quoted(text) : text);
      fc.assert(
        fc.property(rows, fc.constantFrom(quoted, bare), fc.constantFrom('\r\n', '\n', '\r'), (table, write, end) => {
          const text = table.map((row) => row.map(write).join(separator) + end).join('');
          expect(parse(text, separator)).to.deep.equal(table);
        }),
      );
    });

  it('names the place of a quote that is never closed', () => {
    const error = errorOf('title,city\nA,Leeds\nB,"York\nC,Bath\n');
    expect(error.code).to.equal('not-a-feed');
    expect(error.message).to.include('line 3, column 3: the quotation mark (") that opens here is never closed');
  });
});

describe('readCsv', () => {
  it('reads what writeCsv writes, to the letter', () => {
    const unit = fc.constantFrom(...'",;=+-@\'aé日');
    const text = fc.string({unit, minLength: 1, maxLength: 12});
    const labels = createLabels([], 'en');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), {minLength: 1}), (pairs) => {
        const practices = pairs.map(([title, summary]) =>
          makePractice({title: [{lang: '', text: title}], summary: [{lang: '', text: summary}]}),
        );
        const records = readRaw(writeCsv(practices, labels)).records as {title: string; summary: string}[];
        expect(records.map(({summary, title}) => [title, summary])).to.deep.equal(pairs);
      }),
      {numRuns: 500},
    );
  });

  it('reads titles, ids and addresses back that have HTML or character references as text', () => {
    const piece = fc.constantFrom(
      ...[
        '&lt;',
        '&amp;',
        '&amp;lt;',
        '&#38;',
        '&#x3c;',
        '&nbsp;',
        '&x;',
        '&',
        ';',
        '<b>',
        '</b>',
        '<br>',
        '<a href="x">',
        '<!-- ',
        '<p',
      ],
      ...['=', '|', 'a', 'é', ' ', '"', "'", ','],
    );
    const text = fc.array(piece, {minLength: 1, maxLength: 5}).map((pieces) => `A${pieces.join('')}`);
    // Of these, normalize makes what is written.
    const asText = (plain: string) => plain.replaceAll('&', '&amp;');
    const read = (table: string) => readFeed(table).practices.map(({id, title, url}) => [id, title[0]!.text, url]);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), {minLength: 1, maxLength: 3}), (rows) => {
        const {practices} = feedOf(
          ...rows.map(([id, title, url], i) => ({
            id: `${i}${id}`,
            title: asText(title),
            url: `https://city.example/${asText(url)}?${asText(url)}#${asText(url)}`,
          })),
        );
        expect(practices.map(({title}) => title[0]!.text)).to.deep.equal(
          rows.map(([, title]) => title.replace(/\s+/g, ' ').trim()),
        );
        const table = writeCsv(practices, createLabels([], 'en'));
        expect(read(table)).to.deep.equal(practices.map(({id, title, url}) => [id, title[0]!.text, url]));
      }),
      {numRuns: 1000},
    );
  });

  it('reads other cells back that have character references', () => {
    const record = {
      title: 'A',
      city: ['R&lt;b>D', 'B'],
      country: 'Land &lt;x>',
      topics: ['Arts &lt;b> crafts'],
      summary: '1 &lt;b&gt; &amp;amp;',
      sections: ['&amp;lt;p&gt; <p>One</p>'],
      links: [{url: 'https://a.example/', label: 'Use &lt;b>'}],
      period: '2012 &amp;amp; 2014',
    };
    const {practices} = feedOf(record);
    const [again] = readFeed(writeCsv(practices, createLabels([], 'en'))).practices;
    // A table names no language.
    const inWords = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll('"lang":"en"', '"lang":""'));
    for (const field of ['places', 'topics', 'summary', 'sections', 'links', 'period'] as const)
      expect(again![field], field).to.deep.equal(inWords(practices[0]![field]));
  });

  it('finds the separator with which most names are known', () => {
    expect(titles('Title;City\nA, or B;Leeds')).to.deep.equal(['A, or B']);
    expect(titles('Title\tCity, town\tCountry\nA;B\tLeeds\tUK')).to.deep.equal(['A;B']);
    expect(titles('sep=;\r\nTitle;City\r\nA;Leeds')).to.deep.equal(['A']);
    expect(titles('Título|Ciudad|País\nA; B|Málaga|España')).to.deep.equal(['A; B']);
    expect(titles('title\nA\nB')).to.deep.equal(['A', 'B']);
  });

  it('finds the names below a title, and ignores empty rows and cells beyond the names', () => {
    const text = '\uFEFFGood practices;;\n"as of\n2024";;\n;;\nTITEL;Stadt;\nA;Köln;secret\n;;\nB\n';
    const {practices} = readFeed(text);
    expect(practices.map(({places, title}) => [title[0]!.text, places[0]?.city])).to.deep.equal([
      ['A', 'Köln'],
      ['B', undefined],
    ]);
  });

  it('recognizes names in any case and language, with accents, spaces and signs', () => {
    const practice = readOne(
      'NOM DU PROJET;Titre ;VILLE;Pays;Années;Thématiques;Résumé;Objectifs;Résultats\n' +
        'x;Jardin;Orléans;France;2019;Culture;Un jardin;Se rencontrer;On s’y rencontre',
    );
    expect(practice).to.deep.include({title: 'Jardin', summary: 'Un jardin', topics: ['Culture']});
    expect(practice.places).to.deep.equal([{city: 'Orléans', country: 'FR', location: null}]);
    expect(practice.sections).to.deep.equal([
      ['Objectifs', 'Se rencontrer'],
      ['Résultats', 'On s’y rencontre'],
    ]);
  });

  it('reads several values in a cell, and a period from two cells', () => {
    const practice = readOne(
      'title,city,topics,tags,start,end,links\n' +
        'A,Leeds; York,"one\ntwo|three",four,2019-03-01,2021-05-31,"Report: https://x.example/\nhttps://y.example/"',
    );
    expect(practice.places.map(({city}) => city)).to.deep.equal(['Leeds', 'York']);
    expect(practice.topics).to.deep.equal(['one', 'two', 'three', 'four']);
    expect(practice.period).to.include({from: 2019, to: 2021});
    expect(practice.links).to.deep.equal([
      {label: 'Report', url: 'https://x.example/'},
      {label: 'https://y.example/', url: 'https://y.example/'},
    ]);
  });

  describe('reads links in a cell', () => {
    const table: [cell: string, links: string[]][] = [
      ['https://x.example/a; https://y.example/b', ['https://x.example/a', 'https://y.example/b']],
      ['https://x.example/a;https://y.example/b;', ['https://x.example/a', 'https://y.example/b']],
      ['https://x.example/a, https://y.example/b', ['https://x.example/a', 'https://y.example/b']],
      [
        'Report; part 2: https://x.example/a; Film: https://y.example/b',
        ['Report; part 2: https://x.example/a', 'Film: https://y.example/b'],
      ],
      ['https://x.example/a;v=2?b=1,2', ['https://x.example/a;v=2?b=1,2']],
      ['https://x.example/a, b.pdf', ['https://x.example/a,%20b.pdf']],
      ['/files/a.pdf | https://x.example/', ['https://city.example/files/a.pdf', 'https://x.example/']],
    ];
    for (const [cell, links] of table)
      it(cell, () => {
        const found = readOne(`title,links\nA,"${cell}"`).links;
        expect(found.map(({label, url}) => (label === url ? url : `${label}: ${url}`))).to.deep.equal(links);
      });
  });

  it('prefers start and end to a period in words', () => {
    const periodOf = (row: string) => readOne(`title,period,year_start,year_end\nA,${row}`).period;
    expect(periodOf('Middle Ages,1800,1850')).to.include({text: '1800-1850', from: 1800, to: 1850});
    expect(periodOf('since 1900,1800,1850')).to.include({text: 'since 1900', ongoing: true});
    expect(periodOf('Middle Ages,,').text).to.equal('Middle Ages');
  });

  describe('keeps the texts of every language', () => {
    const textsOf = (table: string) => {
      const [{sections, summary, title}] = readFeed(table).practices as [Practice];
      return {title, summary, sections: sections.map(({heading, text}) => [...heading, ...text])};
    };
    const texts = (...pairs: string[]) => pairs.map((pair) => ({lang: pair.split(':')[0]!, text: pair.split(':')[1]!}));
    const titles: [table: string, title: string[]][] = [
      ['title,title_de,city\nA,B,Leeds', [':A', 'de:B']],
      ['title_de,title,city\nB,A,Leeds', [':A', 'de:B']],
      ['Titre de la bonne pratique,title_de\nA,B', [':A', 'de:B']],
      ['title_en,title_de\nA,B', ['en:A', 'de:B']],
      ['title_en,Titel (DE),title_fr\nA,,C', ['en:A', 'fr:C']],
      ['title,title_de,language\nA,B,en', ['en:A', 'de:B']],
      ['title,title_de,titleLang\nA,B,fr', ['fr:A', 'de:B']],
    ];
    for (const [table, title] of titles)
      it(JSON.stringify(table), () => expect(textsOf(table).title).to.deep.equal(texts(...title)));

    it('of summaries, texts, and texts under headings', () => {
      const table = 'title,description,summary_de,text,text_de,Goals,Goals_de\nA,B,C,D,E,F,G';
      expect(textsOf(table)).to.deep.equal({
        title: texts(':A'),
        summary: texts(':B', 'de:C'),
        sections: [texts(':D', 'de:E'), texts(':Goals', ':F', 'de:G')],
      });
    });

    it('when they are written and read again', () => {
      const feed = readFeed('title,title_de,text,text_de\nA,B,C,D');
      const again = normalize(
        readNativeJson(JSON.parse(writeNativeJson(feed, feed.practices)), 'https://city.example/'),
      );
      expect(again.practices).to.deep.equal(feed.practices);
    });
  });

  describe('reads one period from start and end', () => {
    const periods: [table: string, text: string, from: number | null, to: number | null][] = [
      ['title,Année(s),Date de fin\nA,2014,2019', '2014 – 2019', 2014, 2019],
      ['title,Datum,Ende\nA,2014,2019', '2014 – 2019', 2014, 2019],
      ['title,Datum,Ende\nA,01.03.2014,31.12.2019', '01.03.2014 – 31.12.2019', 2014, 2019],
      ['title,year,start,end\nA,2014,2014-03-01,2019', '2014-03-01 – 2019', 2014, 2019],
      ['title,Datum,Ende\nA,,2019', '2019', 2019, 2019],
      ['title,Datum,Ende\nA,2014,2014', '2014', 2014, 2014],
      // two statements of their own
      ['title,period,end\nA,2014-2016,2019', '2014-2016', 2014, 2016],
      ['title,date,end\nA,2023-01-01,2019', '2023-01-01', 2023, 2023],
    ];
    for (const [table, text, from, to] of periods)
      it(JSON.stringify(table), () => expect(readFeed(table).practices[0]!.period).to.deep.include({text, from, to}));
  });

  // Requirement: E-13
  it('reads formulas as text', () => {
    expect(titles('title\n"=1+1"\n"\'=1+1"\n@x')).to.deep.equal(['=1+1', '=1+1', '@x']);
  });

  it('refuses a table without titles, and quotes its beginning', () => {
    const error = errorOf('Stadt;Land\nKöln;DE');
    expect(error.code).to.equal('not-a-feed');
    expect(error.message).to.include('is not JSON, XML or a table with a column “title”. It begins with “Stadt;Land”.');
  });

  it('does not read JSON with something before it as a table', () => {
    for (const start of ['}', 'feed = ', 'callback('])
      expect(errorOf(`${start}{"version":"1","title":[],"summary":[],"city":1}`).code).to.equal('not-a-feed');
  });
});
