// What `npm run check` says of the docs, on bad samples.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkProsePhrases, checkSourcePhrases} from '../../../scripts/docs/check/banned-phrases.mjs';
import {checkLinks} from '../../../scripts/docs/check/links.mjs';
import {readMarkdown} from '../../../scripts/docs/check/markdown.mjs';
import {checkSamples} from '../../../scripts/docs/check/samples.mjs';

/** `5: message` of each problem, as the command prints them after the name of the file. */
const toLines = (problems) => problems.map(({line, message}) => `${line}: ${message}`);
const page = (text, file = 'docs/page.md') => readMarkdown(file, text);
const linksOf = (text, file) => toLines(checkLinks(page(text, file)));
const sample = (language, code) => toLines(checkSamples(page(`\`\`\`${language}\n${code}\n\`\`\``)));

describe('links in the docs', () => {
  it('lead to files and headings', () => {
    const text = [
      '# A heading: `with` code & more',
      '[a](#a-heading-with-code--more) [b](performance.md#sizes) [c](../README.md) [d](/package.json) [e][f]',
      '<img src="../demo/gallery/bridge.svg" alt=""> [g](https://nowhere.example/none.md#none) <a id="own"></a> [h](#own)',
      '',
      '[f]: upgrading.md',
    ];
    assert.deepEqual(linksOf(text.join('\n')), []);
  });

  it('are reported with their line if they lead nowhere', () => {
    const text =
      '# One\n\n[a](#two)\n[b](none.md) ![c](images/none.png)\n\n<a href="none.html">d</a> [e](performance.md#none)\n[f][g]\n\n[g]: ../../out.md';
    assert.deepEqual(linksOf(text), [
      '3: #two: docs/page.md has no heading for #two.',
      '4: none.md: there is no file docs/none.md.',
      '4: images/none.png: there is no file docs/images/none.png.',
      '6: none.html: there is no file docs/none.html.',
      '6: performance.md#none: docs/performance.md has no heading for #none.',
      '9: ../../out.md is outside the repository.',
    ]);
  });

  it('tell headings of the same name apart', () => {
    assert.deepEqual(linksOf('# One\n\n# One\n\n[a](#one-1) [b](#one-2)'), [
      '5: #one-2: docs/page.md has no heading for #one-2.',
    ]);
  });
});

describe('parts that are generated', () => {
  it('are no prose, also with a hyphen in the name', () => {
    for (const name of ['parts', 'satellite-attributes']) {
      const {prose} = page(`Before\n\n<!-- docs:${name} -->\n\nGenerated\n\n<!-- /docs -->\n\nAfter`);
      assert.deepEqual(
        prose.map(({text}) => text),
        ['Before', 'After'],
      );
    }
  });
});

describe('samples in the docs', () => {
  it('of HTML use elements, attributes and slots that exist', () => {
    const good = [
      '<good-practice-browser src="feed.json" heading-level="3" id="a" data-x lang="fr"><p slot="intro">Hello</p></good-practice-browser>',
      '<div data-good-practice-browser data-src="feed.json" data-lang="fr"></div>',
      '<script src="good-practice-browser.js" defer></script>',
    ];
    assert.deepEqual(sample('html', good.join('\n')), []);
    assert.deepEqual(
      sample(
        'html',
        `<div>
<good-practice-browser source="feed.json"><p slot="top">Hello</p></good-practice-browser>
<div data-good-practice-browser data-source="feed.json"></div>
<gpb-newest src="feed.json"></gpb-newest>
<p class="a" class="b">`,
      ),
      [
        '6: this is not HTML: duplicate-attribute.',
        '3: <good-practice-browser> has no attribute “source”.',
        '3: <good-practice-browser> has no slot “top”.',
        '4: <good-practice-browser> has no attribute “source”.',
        '5: there is no element <gpb-newest>.',
      ],
    );
  });

  it('of HTML have scripts, data and styles that are right', () => {
    const code = `<style>
  good-practice-browser { --gpb-acent: red }
</style>
<script type="application/json">{"a": 1,}</script>
<script>
  const element = ;
</script>
<script type="module">import {Browser} from 'good-practice-browser';</script>`;
    const lines = sample('html', code);
    assert.deepEqual(
      lines.map((line) => line.replace(/JSON: .*/, 'JSON')),
      [
        '3: the widget has no token “--gpb-acent”.',
        '5: this is not JSON',
        '7: Unexpected token.',
        '9: “good-practice-browser” exports no “Browser”.',
      ],
    );
  });

  it('of JSON are JSON, and feeds are valid', () => {
    assert.deepEqual(sample('json', '{"topic": "Subject"}'), []);
    assert.deepEqual(sample('json', '{"practices": [{"title": "A"}]}'), []);
    assert.match(sample('json', '{"a": 1,}')[0], /^2: this is not JSON: /);
    assert.match(
      sample('json', '{"practices": [{"titel": "A"}]}')[0],
      /^2: feed\.schema\.json does not allow \/practices\/0: /,
    );
  });

  it('of scripts parse, and import what the package exports', () => {
    assert.deepEqual(
      sample(
        'ts',
        `import 'good-practice-browser/define.js';
import {GoodPracticeBrowser, type SearchResults} from 'good-practice-browser';
import {check} from 'good-practice-browser/node.js';
import schema from 'good-practice-browser/feed.schema.json' with {type: 'json'};
import 'good-practice-browser/react';
import {none} from 'another-package';`,
      ),
      [],
    );
    assert.deepEqual(
      sample(
        'js',
        `import {Browser} from 'good-practice-browser';
import 'good-practice-browser/defined.js';
export {none} from 'good-practice-browser/node.js';
const core = await import('good-practice-browser/core/none.js');`,
      ),
      [
        '2: “good-practice-browser” exports no “Browser”.',
        '3: package.json exports no “good-practice-browser/defined.js”.',
        '4: “good-practice-browser/node.js” exports no “none”.',
        '5: “good-practice-browser/core/none.js” leads to ./dist/core/none.d.ts, which does not exist.',
      ],
    );
    assert.deepEqual(sample('js', 'const a = 1;\nconst b = ;'), ['3: Unexpected token.']);
    assert.deepEqual(sample('js', 'const a: string = "";').length, 1);
    assert.deepEqual(sample('vue', '<script setup lang="ts">\nconst a: string = ;\n</script>'), [
      '3: Unexpected token.',
    ]);
  });

  it('of CSS parse, and use tokens, parts and states that exist', () => {
    assert.deepEqual(sample('css', 'good-practice-browser::part(card) { color: var(--gpb-accent) }'), []);
    assert.deepEqual(
      sample('css', 'a { --gpb-acent: red }\ngood-practice-browser:state(busy)::part(cart) { color: red }'),
      [
        '2: the widget has no token “--gpb-acent”.',
        '3: the widget has no part “cart”.',
        '3: the widget has no state “busy”.',
      ],
    );
    assert.match(sample('css', 'a { color: red }\nb { color }')[0], /^3: this is not CSS: /);
  });

  it('of a shell call scripts, commands and options that exist', () => {
    const good = `npm install && npm start   # then npm run none
$ GPB_CLUSTER_USER=a npx --no -- good-practice-browser check feed.json --max-warnings 3 --format=csv
RECORD=true npm run size -- --none
node --test test/unit/scripts/docs-check.test.mjs`;
    assert.deepEqual(sample('sh', good), []);
    assert.deepEqual(
      sample(
        'sh',
        `npm run none
cd here && npx --no -- good-practice-browser chek feed.json | node dist/cli/main.js convert - --too csv
node scripts/none.mjs`,
      ),
      [
        '2: package.json has no script “none”.',
        '3: good-practice-browser has no command “chek”.',
        '3: good-practice-browser has no option “--too”.',
        '4: there is no file scripts/none.mjs.',
      ],
    );
    assert.deepEqual(toLines(checkSamples(page('Text\nwith `npm run none` in it'))), [
      '2: package.json has no script “none”.',
    ]);
  });
});

describe('phrases that are hard to read', () => {
  const prose = (text) => toLines(checkProsePhrases(page(text)));
  const source = (code, file = 'src/core/a.ts') => toLines(checkSourcePhrases(file, code));

  it('are found in Markdown, in any case and across lines, with what to write instead', () => {
    assert.deepEqual(prose('The list\n*Shall* be used as it\nis.\n\n| a | stands |\n| - | - |'), [
      '2: “shall” is hard to read. Write “must”, “will” or the present tense.',
      '2: “as it is” is hard to read. Write “unchanged”.',
      '5: “stands” is hard to read. Write “is”.',
    ]);
  });

  it('may be in the footnote of the Council of Europe, which is a quotation', () => {
    const texts = (text) => toLines(checkSourcePhrases('src/i18n/en.ts', `export const en = {a: '${text}'};`)).length;
    assert.equal(texts('All reference to Kosovo, in this text shall be understood'), 0);
    assert.equal(texts('This text shall be understood'), 1);
  });

  it('are no part of other words, of code, or of what npm run docs writes', () => {
    assert.deepEqual(prose('Marshall amends what understands: `shall`\n\n```js\n// shall\n```'), []);
    assert.deepEqual(prose('<!-- docs:attributes -->\n\n| shall |\n\n<!-- /docs -->\n\nfine'), []);
    assert.equal(prose('<!-- docs:attributes -->\n\n| shall |\n\n<!-- /docs -->\n\nshall').length, 1);
  });

  it('are found in comments of code, across lines, and not in code', () => {
    const code = [
      "const shall = 'as it is'; // whoever",
      'const b = /shall/; const c = `// shall ${1 /* mend */}`;',
      '/**',
      ' * The text stays as it',
      ' * is.',
      ' */',
      '// That',
      '// is said, and that',
      '// is said.',
      'const is = 1; // as it',
      'const here = 2; // is',
    ];
    assert.deepEqual(
      source(code.join('\n')).map((line) => line.replace(/ is hard.*/, '')),
      ['1: “whoever”', '2: “mend”', '4: “as it is”', '7: “that is said”', '8: “that is said”'],
    );
  });

  it('are found in the English messages, and in no other texts', () => {
    const code = "export const en = {gone: 'It is here', one: {other: `whatever`}};";
    assert.equal(source(code, 'src/i18n/en.ts').length, 2);
    assert.deepEqual(source(code), []);
  });
});
