import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {createLocator, NOWHERE} from '../../../../src/core/doctor/locate.js';

/** Where the records of a table begin, as `line:column`. */
const rowsOf = (text: string, records: number) => {
  const locate = createLocator(text, [], true);
  return [...Array(records).keys()].map((i) => Object.values(locate(`/${i}/title`)).join(':'));
};

describe('createLocator in a table', () => {
  it('finds records whose cells hold separators, quotes and line breaks, and passes over empty rows', () => {
    const cell = fc.string({unit: fc.constantFrom(...'ab",;\n\r'), maxLength: 6}).map((text) => `x${text}`);
    const rows = fc.array(fc.array(cell, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (table, separator, end) => {
        const lines = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
        const head = `title${separator}city${end}`;
        const starts = lines.map((_, i) => head + lines.slice(0, i).map((line) => line + end + end).join('')); // prettier-ignore
        const lineOf = (before: string) => `${before.split(/\r\n|\r|\n/).length}:1`;
        expect(rowsOf(head + lines.map((line) => line + end).join(end), lines.length)).to.deep.equal(
          starts.map(lineOf),
        );
      }),
    );
  });

  it('finds the records below titles and empty rows', () => {
    expect(rowsOf('Our projects\n\ntitle|city\n\nA|Leeds\nB|York', 2)).to.deep.equal(['5:1', '6:1']);
  });

  it('knows no place for what is not a record', () => {
    const locate = createLocator('title,city\nA,Leeds', [], true);
    expect(locate('')).to.equal(NOWHERE);
    expect(locate('/7')).to.equal(NOWHERE);
  });
});

describe('createLocator in other documents', () => {
  it('finds values in JSON after white space', () => {
    const locate = createLocator('\u00a0\n[{"title": 1}]', ['/0/title'], false);
    expect(locate('/0/title')).to.deep.equal({line: 2, column: 12});
  });

  it('knows no place in XML, nor in XML after a warning of the server', () => {
    for (const text of ['<rss/>', 'Warning: title\n<rss/>'])
      expect(createLocator(text, ['/0'], false)('/0')).to.equal(NOWHERE);
  });
});
