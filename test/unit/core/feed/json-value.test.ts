import {expect} from '@open-wc/testing';
import {describe as inWords, pointerTo, toFields, toItems} from '../../../../src/core/feed/json-value.js';

describe('pointerTo', () => {
  it('points to members and items', () => {
    expect(pointerTo('', 'practices')).to.equal('/practices');
    expect(pointerTo('/practices', 12)).to.equal('/practices/12');
  });

  it('escapes keys by RFC 6901', () => {
    expect(pointerTo('/a', 'm~n/o~1')).to.equal('/a/m~0n~1o~01');
  });
});

describe('toFields', () => {
  it('finds fields with their pointers', () => {
    const field = toFields({value: {title: 'A'}, pointer: '/0'})!;
    expect(field('title')).to.deep.equal({value: 'A', pointer: '/0/title'});
    expect(field('city')).to.deep.equal({value: undefined, pointer: '/0/city'});
  });

  it('treats __proto__ like any other field', () => {
    const field = toFields({value: JSON.parse('{"__proto__": {"title": "A"}}'), pointer: ''})!;
    expect(field('title').value).to.equal(undefined);
    expect(field('__proto__').value).to.deep.equal({title: 'A'});
  });

  for (const value of [undefined, null, 0, 'text', true, [{}]]) {
    it(`finds none in ${inWords(value)}`, () => expect(toFields({value, pointer: ''})).to.equal(null));
  }
});

describe('toItems', () => {
  it('gives items with their pointers', () => {
    expect(toItems({value: ['a', null], pointer: '/x'})).to.deep.equal([
      {value: 'a', pointer: '/x/0'},
      {value: null, pointer: '/x/1'},
    ]);
  });

  it('gives at most two hundred items, unless asked for more', () => {
    const item = {value: Array.from({length: 1000}, (_, i) => i), pointer: '/x'};
    expect(toItems(item)).to.have.length(200);
    expect(toItems(item).at(-1)).to.deep.equal({value: 199, pointer: '/x/199'});
    expect(toItems(item, Infinity)).to.have.length(1000);
  });

  it('reads a single value as a list of one, and nothing as an empty list', () => {
    expect(toItems({value: 0, pointer: '/x'})).to.deep.equal([{value: 0, pointer: '/x'}]);
    expect(toItems({value: null, pointer: '/x'})).to.deep.equal([]);
    expect(toItems({value: undefined, pointer: '/x'})).to.deep.equal([]);
  });
});

describe('describe', () => {
  const table: [value: unknown, words: string][] = [
    ['Leeds', '"Leeds"'],
    ['x'.repeat(61), `"${'x'.repeat(60)}"`],
    [12, '12'],
    [true, 'true'],
    [null, 'null'],
    [[1], 'A list'],
    [{}, 'An object'],
  ];
  for (const [value, words] of table) it(`says ${words}`, () => expect(inWords(value)).to.equal(words));
});
