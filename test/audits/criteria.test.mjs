import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findFaults, readCriteria, testNames} from '../../scripts/docs/criteria.mjs';

describe('test/audits/accessibility/criteria.yml', () => {
  const rows = readCriteria();
  const names = testNames();

  // Requirement: A-34
  it('names tests that exist, in sixty rows and more', () => {
    assert.ok(rows.length >= 60);
    assert.deepEqual(findFaults(rows, names), []);
  });

  // Requirement: A-34
  it('has every success criterion of WCAG 2.2 at A and AA, and every row of ours', () => {
    const ids = new Set(rows.map(({id}) => id));
    assert.equal(rows.filter(({id}) => /^\d/.test(id) && id !== '4.1.1').length, 55);
    for (let i = 1; i <= 37; i++) assert.ok(ids.has(`A-${String(i).padStart(2, '0')}`), `A-${i}`);
  });

  // Requirement: A-34
  it('does not pass with a test that does not exist by this exact title, or without a test', () => {
    const [row] = rows;
    const part = names[0].slice(0, -1);
    const faulty = [
      {...row, id: 'a', tests: ['no such test']},
      {...row, id: 'b', tests: [part]},
      {...row, id: 'c', tests: []},
      {...row, id: 'd', tests: [], checked: 'last year'},
      {...row, id: 'e', tests: [], checked: '2026-11-29'},
    ];
    assert.deepEqual(findFaults(faulty, names), [
      'a names a test that does not exist: no such test',
      `b names a test that does not exist: ${part}`,
      'c has no test',
      'd was checked on “last year”, which is no date',
    ]);
  });
});
