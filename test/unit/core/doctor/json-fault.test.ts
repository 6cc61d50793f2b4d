import {expect} from '@open-wc/testing';
import {findJsonFault} from '../../../../src/core/doctor/json-fault.js';

/** The place of the fault is marked with ▶. */
const table: [code: string, text: string, message: RegExp][] = [
  ['empty-document', '▶', /empty/],
  ['cut-off', '[{"title": "A"▶', /cut off/],
  ['cut-off', '[{"title": ▶"The Big', /“The Big” is never closed/],
  ['cut-off', '{"a"▶', /end is missing/],
  ['cut-off', '[1,▶', /end is missing/],
  ['trailing-comma', '[{"title": "A"}▶,\n]', /before \]/],
  ['trailing-comma', '{"title": "A"▶, }', /before }/],
  ['extra-comma', '[1, ▶, 2]', /a comma where a value/],
  ['extra-comma', '[▶, 2]', /a comma where a value/],
  ['missing-comma', '[{"a": 1}\n▶{"a": 2}]', /missing before/],
  ['missing-comma', '{"a": "b"\n▶"c": 1}', /missing before/],
  ['missing-comma', '{"a": 1 ▶"c": 1}', /missing before/],
  ['missing-comma', '["a" ▶"b"]', /missing before/],
  ['missing-colon', '{"a" ▶"b"}', /colon is missing/],
  ['missing-colon', '{"a" ▶= 1}', /colon is missing/],
  ['wrong-quotes', "{▶'a': 1}", /begins with '/],
  ['wrong-quotes', '{"a": ▶“b”}', /begins with “/],
  ['wrong-quotes', '{"a": ▶«b»}', /begins with «/],
  ['unquoted-name', '{▶title: "A"}', /name title/],
  ['quote-in-text', '{"a": "the "▶big" step"}', /goes on with “big" step/],
  ['quote-in-text', '{"a": "say "▶", please"}', /goes on/],
  ['line-break-in-text', '{"a": "one▶\ntwo"}', /within the text “one…”/],
  ['control-in-text', '{"a": "one▶\ttwo"}', /A tab/],
  ['control-in-text', '{"a": "one▶\0two"}', /control character/],
  ['bad-escape', '{"a": "C:▶\\path"}', /“p”/],
  ['bad-escape', '["▶\\u12"]', /“u”/],
  ['wrong-bracket', '[{"a": 1▶]', /] where }/],
  ['wrong-bracket', '{"a": [1▶}', /} where ]/],
  ['wrong-bracket', '[{"a": "b"\n▶{"a": 1}]', /{ where }/],
  ['wrong-bracket', '{"a": ["b"\n▶"c": 1}', /] is missing/],
  ['comment', '[▶// all of them\n1]', /not allow comments/],
  ['comment', '{"a": 1, ▶/* b */ "c": 1}', /not allow comments/],
  ['invisible-character', '[1,▶\u00a02]', /U\+00A0/],
  ['invisible-character', '[1]▶\ufeff', /U\+FEFF/],
  ['not-a-value', '[▶None]', /None/],
  ['not-a-value', '[▶True]', /True/],
  ['not-a-value', '[▶NaN]', /NaN/],
  ['not-a-value', '[▶.5]', /\.5/],
  ['not-a-value', '{"a": ▶Leeds}', /Leeds/],
  ['missing-comma', '[0▶1]', /missing/],
  ['more-after-end', '{"a": 1}\n▶{"a": 2}', /more text follows/],
  ['more-after-end', '[1]▶;', /more text follows/],
  ['script-around', '▶callback([1]);', /script/],
  ['script-around', '▶practices = [1]', /script/],
  ['unexpected-character', '[1 ▶; 2]', /“;” where/],
  ['unexpected-character', '▶:', /“:”/],
];

// Requirement: E-11
describe('findJsonFault', () => {
  for (const [code, marked, message] of table)
    it(`finds ${code} in ${JSON.stringify(marked)}`, () => {
      const fault = findJsonFault(marked.replace('▶', ''))!;
      expect({code: fault.code, offset: fault.offset}).to.deep.equal({code, offset: marked.indexOf('▶')});
      expect(fault.message).to.match(message);
    });

  it('names the value that contains the fault', () => {
    expect(findJsonFault('{"practices": [{"title": "A"}, {"title": B}]}')!.path).to.deep.equal([
      'practices',
      1,
      'title',
    ]);
  });

  it('finds nothing in JSON', () => {
    expect(findJsonFault(' {"a": [1, -2.5e3, "\\u00e9\\n", true, null, {}]} ')).to.equal(null);
  });
});
