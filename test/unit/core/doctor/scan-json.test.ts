import {expect} from '@open-wc/testing';
import fc from '../../../support/fast-check.mjs';
import {jsonOffsets} from '../../../../src/core/doctor/locate.js';
import {findJsonFault} from '../../../../src/core/doctor/json-fault.js';
import {scanJson} from '../../../../src/core/doctor/scan-json.js';
import {isObject, pointerTo} from '../../../../src/core/feed/json-value.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Every value of a document, with the pointer to it. */
function valuesOf(value: unknown, pointer = ''): [pointer: string, value: unknown][] {
  const members = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [[pointer, value], ...members.flatMap(([key, each]) => valuesOf(each, pointerTo(pointer, key)))];
}

const json = fc.jsonValue({stringUnit: 'binary'});
/** Pieces of JSON in any order, and JSON with a piece taken out or put in. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...'{}[],:"\\ \n\t0-1.eE',
      '"a"',
      '"a":',
      'true',
      'null',
      '12',
      '\\u12',
      '\\n',
      '\u00a0',
      "'",
      '//',
    ),
    {maxLength: 12},
  )
  .map((parts) => parts.join(''));
const broken = fc.tuple(json, fc.nat(), fc.nat({max: 2}), pieces).map(([value, at, length, piece]) => {
  const text = JSON.stringify(value);
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start + length);
});

describe('scanJson', () => {
  it('accepts what JSON.parse accepts, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces,
          broken,
          json.map((value) => JSON.stringify(value, null, 1)),
        ),
        (text) => {
          expect(scanJson(text) === null).to.equal(isJson(text), text);
        },
      ),
      {numRuns: 5000},
    );
  });

  it('stops where the text cannot become JSON', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const stop = scanJson(text);
        if (!stop) return;
        expect(stop.offset).to.be.within(0, text.length);
        expect(findJsonFault(text)!.offset).to.be.within(0, text.length);
      }),
      {numRuns: 2000},
    );
  });

  it('reads any depth', () => {
    const deep = 200_000;
    expect(scanJson('['.repeat(deep) + ']'.repeat(deep))).to.equal(null);
    expect(scanJson('{"a":'.repeat(deep))!.offset).to.equal(deep * 5);
  });
});

describe('jsonOffsets', () => {
  it('finds every value of a document', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const values = valuesOf(JSON.parse(text));
        const offsets = jsonOffsets(
          text,
          values.map(([pointer]) => pointer),
        );
        for (const [pointer, each] of values) {
          const start = text.slice(offsets.get(pointer));
          // the value begins there: the shortest JSON that is it
          const written = JSON.stringify(each);
          expect(start.replace(indent ? /\n\s*|(?<=":) /g : /$^/g, '').startsWith(written)).to.equal(
            true,
            `${pointer} in ${text}`,
          );
        }
      }),
      {numRuns: 1000},
    );
  });

  for (const [pointer, offset] of Object.entries({
    '': 0,
    '/a': 6,
    '/a/1': 9,
    '/a/7': 6,
    '/b~1c': 19,
    '/d/x': 28,
    '/nowhere/at/all': 0,
  }))
    it(`finds ${pointer || 'the empty pointer'}, or the value it should be in, at ${offset}`, () => {
      expect(jsonOffsets('{"a": [1,2], "b/c":3, "d": {"y":4}}', [pointer]).get(pointer)).to.equal(
        pointer === '/d/x' ? 27 : offset,
      );
    });

  it('finds the last of two members with one name', () => {
    const text = '{"a": {"b": 1}, "a": {"c": 2}}';
    const offsets = jsonOffsets(text, ['/a', '/a/b', '/a/c']);
    expect([...offsets.values()]).to.deep.equal([21, 21, 27]);
  });
});
