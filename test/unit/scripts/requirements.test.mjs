import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createRequirementFinder, taggedTestsOf} from '../../../scripts/test/requirements.mjs';

/** So that the comments in these texts are none of this file's. */
const tag = '// Requirement:';
const source = `
${tag} S-01
describe('links', () => {
  it('are safe', () => {});
  for (const width of widths)
    ${tag} A-02, A-03
    it(\`fit into \${width} pixels (\${kind})\`, () => {});
  describe('of a table', () => {
    ${tag} I-04
    it(title, () => {});
  });
});
${tag} E-05
it(
  'has a title on the next line, and an apostrophe\\'s backslash',
  () => {},
);
`;

describe('the comment “Requirement” above a test', () => {
  const tests = taggedTestsOf('a.test.ts', source);

  it('names the requirements that the test or the suite holds', () => {
    assert.deepEqual(
      tests.map(({title, ids}) => [title, ...ids]),
      [
        ['links', 'S-01'],
        ['fit into ${width} pixels (${kind})', 'A-02', 'A-03'],
        ['of a table', 'I-04'],
        ["has a title on the next line, and an apostrophe's backslash", 'E-05'],
      ],
    );
  });

  it('is found by the name that a test has when it runs', () => {
    const requirementsOf = createRequirementFinder(tests);
    assert.deepEqual(requirementsOf('a.test.ts', 'links > are safe'), ['S-01']);
    assert.deepEqual(requirementsOf('a.test.ts', 'links > fit into 320 pixels (narrow)'), ['S-01', 'A-02', 'A-03']);
    assert.deepEqual(requirementsOf('a.test.ts', 'links > of a table > whatever'), ['S-01', 'I-04']);
    assert.deepEqual(requirementsOf('b.test.ts', 'links > are safe'), []);
  });

  it('is refused where no test follows, or where it names no id', () => {
    assert.throws(() => taggedTestsOf('a.test.ts', `${tag} S-01\nconst a = 1;`), /a\.test\.ts:1: .*directly above/);
    assert.throws(() => taggedTestsOf('a.test.ts', `${tag} safety\nit('a', () => {});`), /“safety” is no id/);
  });
});
