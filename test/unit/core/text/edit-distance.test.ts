import {expect} from '@open-wc/testing';
import {editDistance} from '../../../../src/core/text/edit-distance.js';

describe('editDistance', () => {
  const table: [string, string, number][] = [
    ['', 'abc', 3],
    ['src', 'src', 0],
    ['scr', 'src', 1],
    ['them', 'theme', 1],
    ['heading-lvl', 'heading-level', 2],
    ['kitten', 'sitting', 3],
  ];
  for (const [a, b, edits] of table)
    it(`is ${edits} between “${a}” and “${b}”, in both directions`, () => {
      expect([editDistance(a, b), editDistance(b, a)]).to.deep.equal([edits, edits]);
    });
});
