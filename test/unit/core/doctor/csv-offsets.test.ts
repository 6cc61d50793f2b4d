import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {csvRowOffsets} from '../../../../src/core/doctor/csv-offsets.js';
import {createLines} from '../../../../src/core/text/lines.js';

describe('csvRowOffsets', () => {
  it('finds rows whose cells hold separators, quotes and line breaks, and passes over empty ones', () => {
    const cell = fc.string({unit: fc.constantFrom(...'ab",;\n\r'), maxLength: 6}).map((text) => `x${text}`);
    const rows = fc.array(fc.array(cell, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (table, separator, end) => {
        const lines = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
        const starts = lines.map((_, i) =>
          lines.slice(0, i).reduce((sum, line) => sum + line.length + 2 * end.length, 0),
        );
        expect(csvRowOffsets(lines.map((line) => line + end).join(end))).to.deep.equal(starts);
      }),
    );
  });

  it('takes a quote within a cell for a character, and one that is never closed for the end', () => {
    expect(csvRowOffsets('a,5" b\nc,d')).to.deep.equal([0, 7]);
    expect(csvRowOffsets('a,"b\nc,d')).to.deep.equal([0]);
  });
});

describe('createLines', () => {
  it('counts lines and columns as editors do', () => {
    const position = createLines('ab\ncd\r\n\re');
    expect([0, 1, 3, 4, 7, 8, 9].map((offset) => Object.values(position(offset)).join(':'))).to.deep.equal([
      '1:1',
      '1:2',
      '2:1',
      '2:2',
      '3:1',
      '4:1',
      '4:2',
    ]);
  });
});
