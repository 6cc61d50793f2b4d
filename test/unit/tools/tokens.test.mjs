import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {contrast, nearestReadable, roundRatio} from '../../../demo/tools/configure/contrast.js';
import {contrastsOf, fromTokens, toTokens} from '../../../demo/tools/configure/tokens.js';

describe('colours in the configurator', () => {
  it('have the contrast that WCAG defines', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#ffffff', '#ffffff'), 1);
    assert.equal(roundRatio(contrast('#777777', '#ffffff')), 4.47);
    assert.equal(roundRatio(contrast('#767676', '#FFFFFF')), 4.54);
  });

  it('are never said to have a contrast that they only nearly have', () => {
    assert.equal(roundRatio(4.4999), 4.49);
  });

  it('are checked on the pages that visitors may have', () => {
    const pairs = (look, theme = 'auto') => contrastsOf(look, theme).map(({what, where}) => `${what} ${where}`);
    assert.deepEqual(pairs({}), []);
    assert.deepEqual(pairs({accent: '#a1005b'}), ['links light', 'buttons light', 'links dark', 'buttons dark']);
    assert.deepEqual(pairs({accent: '#a1005b'}, 'light'), ['links light', 'buttons light']);
    assert.deepEqual(pairs({accent: '#a1005b'}, 'dark'), ['links dark', 'buttons dark']);
    assert.deepEqual(pairs({background: '#10243e', color: '#ffffff'}), ['text own', 'links own', 'buttons own']);
    assert.deepEqual(pairs({background: '#10243e'}), []);
  });

  it('are those that the widget has on a background of your own: light text is on a dark one', () => {
    const links = (look, theme = 'auto') => contrastsOf(look, theme).find(({what}) => what === 'links');
    const night = {background: '#10243e', color: '#ffffff'};
    assert.equal(links(night).colour, '#8ab4ff');
    assert.equal(links(night, 'light').colour, '#1d4ed8');
    assert.equal(links({background: '#ffffff', color: '#000000'}).colour, '#1d4ed8');
    assert.equal(links({background: '#ffffff', color: '#000000'}, 'dark').colour, '#8ab4ff');
    const both = {...night, accent: '#a1005b', accentDark: '#ff8ac4'};
    assert.deepEqual([links(both).colour, links(both).field], ['#ff8ac4', 'accentDark']);
  });

  it('are offered darker or lighter until they can be read', () => {
    for (const [colour, behind] of [
      ['#ff8800', '#ffffff'],
      ['#a1005b', '#0d1320'],
      ['#777777', '#888888'],
      ['#ffffff', '#ffffff'],
    ])
      assert.ok(contrast(nearestReadable(colour, behind, 4.5), behind) >= 4.5, colour);
    assert.equal(nearestReadable('#000000', '#ffffff', 4.5), '#000000');
  });

  it('are the same after they were written and read', () => {
    for (const look of [
      {accent: '#a1005b', accentDark: '', background: '', color: '', radius: ''},
      {accent: '#a1005b', accentDark: '#ff8ac4', background: '#ffffff', color: '#000000', radius: '0.25em'},
    ])
      assert.deepEqual(fromTokens(toTokens(look)), {look, unknown: []});
  });

  it('are named if the form has no field for them', () => {
    assert.deepEqual(fromTokens({'--gpb-line': 'red', '--gpb-accent': 'var(--brand)', '--gpb-radius': '.5em'}), {
      look: {accent: '', accentDark: '', background: '', color: '', radius: '0.5em'},
      unknown: ['--gpb-line: red', '--gpb-accent: var(--brand)'],
    });
  });
});
