import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';

// by itself: the package would start a program for the same answers
process.env.RECHECK_BACKEND = 'pure';
const {checkSync} = await import('recheck');
const {ts} = await import('@custom-elements-manifest/analyzer');

/** Regular expressions in a source, as they are written there. */
function literalsOf(path) {
  const found = [];
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const sources = readdirSync('src', {recursive: true})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

describe('S-16 the regular expressions of the sources', () => {
  it('would be found where they need too much time', () => {
    assert.equal(checkSync('^(a+)+$', '').status, 'vulnerable');
  });

  it('are there, and none is made of a text', () => {
    assert.ok(sources.flatMap(literalsOf).length > 30);
    for (const path of sources) assert.doesNotMatch(readFileSync(path, 'utf8'), /\bRegExp\(/, path);
  });

  for (const path of sources)
    for (const literal of literalsOf(path))
      it(`need time in proportion to the text: ${literal} (${path})`, () => {
        const [, source, flags] = /^\/([^]*)\/(\w*)$/.exec(literal);
        const {status, complexity, error} = checkSync(source, flags, {timeout: 20_000, checker: 'auto'});
        console.log(status, complexity?.type, literal, JSON.stringify(error ?? ''));
        assert.notEqual(status, 'vulnerable', complexity?.summary);
      });
});
