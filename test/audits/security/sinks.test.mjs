import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const sinks =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTML(?:Unsafe)?|parseHTMLUnsafe|createContextualFragment|srcdoc|DOMParser|unsafe(?:HTML|SVG|Static)|styleMap|document\.writeln?|eval\(|Function\(|import\()/g;

/** What is in the built files, and why; the linter sees to the sources. */
const known = {
  // The stemmer of a language, from our own folder; Lit's for its templates, the probe of trusted-types.ts, and the two ways of safe-html.ts
  // into a document without a page.
  'good-practice-browser.js': ['import(', 'innerHTML', 'innerHTML', 'innerHTML', 'setHTML'],
  'good-practice-browser.worker.js': [],
};

// Requirement: S-01
describe('the built files', () => {
  for (const [file, expected] of Object.entries(known))
    it(`make markup of a text in no place that is not known (${file})`, () => {
      const code = readFileSync(`dist/embed/${file}`, 'utf8');
      assert.deepEqual([...(code.match(sinks) ?? [])].sort(), expected);
    });
});
