import {expect} from '@open-wc/testing';
import {repairJsonSliced} from '../../../../src/core/doctor/repair-json.js';
import {runSync} from '../../../../src/core/time-slicing.js';

/** What is written, and what is meant. */
const table: [broken: string, value: unknown][] = [
  ['[{"title": "A",}, {"title": "B"},]', [{title: 'A'}, {title: 'B'}]],
  ['[1,, 2]', [1, 2]],
  ['[{"a": 1}\n{"a": 2}]', [{a: 1}, {a: 2}]],
  ['{"a" "b", "c" = 1}', null],
  ['{"a" "b"}', {a: 'b'}],
  ["{'title': 'It\\'s the \"big\" one'}", {title: 'It\'s the "big" one'}],
  ['{“title”: “The “Big” Lunch”}', {title: 'The “Big” Lunch'}],
  ['{title: "A", city: Leeds}', {title: 'A', city: 'Leeds'}],
  ['[True, None, undefined]', [true, null, null]],
  ['{constructor: 1, "a": toString}', {constructor: 1, a: 'toString'}],
  ['[007]', null],
  ['[{"title": "The "Big" Lunch"}]', [{title: 'The "Big" Lunch'}]],
  ['{"a": "one\r\ntwo"}', {a: 'one\ntwo'}],
  ['{"a": "one,\n"b": 2}', {a: 'one', b: 2}],
  ['[{"a": "one\n}]', [{a: 'one'}]],
  ['{"a": "one\ttwo"}', {a: 'one\ttwo'}],
  ['{"a": "C:\\path \\\'"}', {a: "C:\\path '"}],
  ['[1,\u00a02]\ufeff', [1, 2]],
  ['[// all of them\n1 /* one */, # two\n2]', [1, 2]],
  ['callback([{"title": "A"}]);', [{title: 'A'}]],
  ['practices = [{"title": "A"}];', [{title: 'A'}]],
  ['{"title": "A"}\n{"title": "B"}', [{title: 'A'}, {title: 'B'}]],
  ['{"title": "A"},\n{"title": "B"},', [{title: 'A'}, {title: 'B'}]],
  ['[{"title": "A"]', [{title: 'A'}]],
  ['[{"a": "b"\n{"a": 1}]', [{a: 'b'}, {a: 1}]],
  ['[{"title": "A"', [{title: 'A'}]],
  ['[{"title": "A", "sections": [{"text": "It beg', [{title: 'A', sections: [{text: 'It beg'}]}]],
  ['[{"title": "A"}, {"title":', [{title: 'A'}, {title: null}]],
  ['[{"title": "A"}, ', [{title: 'A'}]],
  ['[{"title": "A"}]}]', [{title: 'A'}]],
];

describe('repairJsonSliced', () => {
  for (const [broken, value] of table)
    it(`reads ${JSON.stringify(broken).slice(0, 70)} ${value ? 'as it was meant' : 'as nothing, because it would have to guess'}`, () => {
      const repaired = runSync(repairJsonSliced(broken));
      expect(repaired && JSON.parse(repaired.text)).to.deep.equal(value);
      if (repaired) expect(repaired.faults).not.to.be.empty;
    });

  it('leaves JSON alone', () => {
    expect(runSync(repairJsonSliced('[{"title": "A"}]'))).to.deep.equal({text: '[{"title": "A"}]', faults: []});
  });

  it('gives up on what was never JSON', () => {
    for (const text of ['', 'title;city', '[<p>', '['.repeat(50), `[${'a '.repeat(5000)}`, '[\\', '{"a": /'])
      runSync(repairJsonSliced(text));
    expect(runSync(repairJsonSliced('Not a feed'))).to.equal(null);
  });

  it('makes JSON of a feed that is cut off anywhere', () => {
    const feed = JSON.stringify([{title: 'A "b"\\', sections: [{text: 'é\n'}], location: [1.5, -2], ok: true}]);
    for (let end = 1; end < feed.length; end++) {
      const repaired = runSync(repairJsonSliced(feed.slice(0, end)));
      if (repaired) JSON.parse(repaired.text);
      else expect(feed.slice(0, end)).to.match(/(?:-|tru?|t|\.)$/);
    }
  });
});
