import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {readCsv} from '../../../../../src/core/feed/formats/csv.js';
import {writeCsv} from '../../../../../src/core/feed/write/csv.js';
import {createLabels} from '../../../../../src/core/search/labels.js';
import {decodeEntities} from '../../../../../src/core/text/html-text.js';
import {makePractice} from '../../../../support/arbitraries.js';
import {feedOf} from '../../../../fixtures/practices.js';

const labels = createLabels([{id: 'education', label: [{lang: 'en', text: 'Education'}]}], 'en');

/** An independent reader of RFC 4180. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  field.lastIndex = 1;
  for (let match; (match = field.exec(csv));) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') rows.push(cells.splice(0));
    if (field.lastIndex === csv.length) return rows;
  }
  throw new Error(`not RFC 4180 at ${field.lastIndex}`);
}

describe('writeCsv', () => {
  it('writes a row of names and a row for each practice, in the language', () => {
    const {practices} = feedOf({
      id: 'leeds-anchors',
      title: 'Anchors, “inclusive”',
      city: ['Leeds', 'York'],
      country: 'GB',
      period: '2022',
      topics: ['education', 'other'],
      summary: 'A "big" step',
      sections: [{heading: 'Purpose', text: 'One\n\nTwo'}, 'Three'],
      url: 'https://x.example/',
      image: {src: 'https://x.example/anchors.jpg', alt: 'Two people'},
      links: [{url: 'https://y.example/', label: 'Report'}, 'https://z.example/'],
      contact: {name: 'City of Leeds', email: 'a@b.example'},
      updated: '2025-03',
    });
    const csv = writeCsv(practices, labels);
    expect(csv.startsWith('\uFEFF"id","title"')).to.equal(true);
    expect(parse(csv)).to.deep.equal([
      [
        ...['id', 'title', 'city', 'country', 'period', 'topics', 'summary', 'text', 'url', 'image', 'image alt'],
        ...['links', 'contact', 'updated'],
      ],
      [
        'leeds-anchors',
        'Anchors, “inclusive”',
        'Leeds; York',
        'United Kingdom',
        '2022',
        'Education; other',
        'A "big" step',
        'Purpose\nOne\n\nTwo\n\nThree',
        'https://x.example/',
        'https://x.example/anchors.jpg',
        'Two people',
        'Report: https://y.example/\nhttps://z.example/',
        'City of Leeds, a@b.example',
        '2025-03',
      ],
    ]);
  });

  /** Cells as a spreadsheet reads them that expects another separator: quotes count at the beginning of a cell only. */
  function cellsIn(csv: string, separator: string): string[] {
    const cells: string[] = [];
    const cell = new RegExp(` *(?:"((?:[^"]|"")*)"?)?([^${separator}\\r\\n]*)(?:[${separator}\\r\\n]|$)`, 'y');
    cell.lastIndex = 1;
    while (cell.lastIndex < csv.length) {
      const [, quoted = '', rest] = cell.exec(csv)!;
      cells.push(quoted.replaceAll('""', '"') + rest!);
    }
    return cells;
  }
  const readBack = (csv: string) =>
    readCsv(csv.slice(1), 'https://city.example/feed.csv', () => false).records as {title: string; summary: string}[];
  const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '=HYPERLINK("https://x.example")', "'=1"])
    it(`makes ${JSON.stringify(text)} harmless`, () => {
      const practice = makePractice({title: [{lang: '', text}]});
      expect(parse(writeCsv([practice], labels))[1]![1]).to.equal(`'${text}`);
    });

  for (const text of [
    "see ;=cmd|' /C calc'!A0;",
    'a; b; =1+1',
    'a;"=1+1',
    'a;"" =1+1',
    'a\t=1+1\tb',
    'One\n- two\n\n=1+1',
    'a&=1+1',
    "a;'=1",
    '\t=1',
  ])
    it(`makes ${JSON.stringify(text)} harmless for other separators, and reads it back`, () => {
      const csv = writeCsv([makePractice({title: [{lang: '', text}]})], labels);
      for (const separator of [';', '\t', ',', '|'])
        for (const cell of cellsIn(csv, separator)) expect(cell).not.to.match(FORMULA);
      expect(decodeEntities(readBack(csv)[0]!.title)).to.equal(text);
    });

  it('reads back any cell, and no cell begins a formula, with any separator', () => {
    const unit = fc.constantFrom(...'",;=+-@\r\n\t \'aé日');
    const text = fc.string({unit, minLength: 1, maxLength: 12}).filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), {minLength: 1}), (pairs) => {
        const practices = pairs.map(([title, summary]) =>
          makePractice({title: [{lang: '', text: title}], summary: [{lang: '', text: summary}]}),
        );
        const csv = writeCsv(practices, labels);
        expect(readBack(csv).map(({summary, title}) => [title, summary])).to.deep.equal(pairs);
        for (const cell of parse(csv).flat()) expect(cell).not.to.match(FORMULA);
        for (const separator of [';', '\t'])
          for (const cell of cellsIn(csv, separator)) expect(cell).not.to.match(FORMULA);
      }),
      {numRuns: 1000},
    );
  });
});
