import assert from 'node:assert/strict';
import {ts} from '@custom-elements-manifest/analyzer';
import {describe, it} from 'node:test';
import {runInNewContext} from 'node:vm';
import {isForPlugin, leftOut, makeSnippet, pluginAddress, targets} from '../../../demo/tools/configure/snippets.js';
import {readManifest} from '../../../scripts/build/manifest.mjs';
import {hostileValues} from '../../support/hostile-values.mjs';

/** Attribute -> default, as the manifest has them. */
const defaults = new Map(
  readManifest()
    .modules.flatMap(({declarations}) => declarations)
    .find(({tagName}) => tagName === 'good-practice-browser')
    .attributes.map(({name, default: usual = ''}) => [name, usual.replaceAll("'", '')]),
);
const settings = (changes = {}) => ({
  attributes: {src: '/practices.json'},
  lang: '',
  fallback: 'The practices are loading.',
  script: '/practices/good-practice-browser.js',
  look: {},
  ...changes,
});
const codeOf = (target, changes) =>
  makeSnippet(target, settings(changes), defaults)
    .map(({code}) => code)
    .join('\n');

/** Every attribute and every text with the same value. */
const everywhere = (value) => ({
  attributes: Object.fromEntries([...defaults.keys()].map((name) => [name, value])),
  lang: value,
  fallback: value,
  script: value,
  look: {accent: value, accentDark: value, background: value, color: value, radius: value},
});

describe('the snippets of the configurator', () => {
  it('are the lines of the documentation where nothing else is chosen', () => {
    assert.equal(
      codeOf('html'),
      `<style>good-practice-browser:not(:defined) { display: block; min-height: 100svh }</style>
<script src="/practices/good-practice-browser.js" defer></script>
<good-practice-browser src="/practices.json">
  <p>The practices are loading.</p>
</good-practice-browser>`,
    );
  });

  it('have the attributes that differ from their default, in the order of the documentation', () => {
    const attributes = {
      'hits-per-page': '12',
      'heading-level': '3',
      theme: 'auto',
      sort: '',
      facets: 'topic city',
      src: '/practices.json',
      url: 'query',
      unknown: 'x',
    };
    assert.match(
      codeOf('html', {attributes, lang: 'fr', fallback: ''}),
      /\n<good-practice-browser src="\/practices\.json" heading-level="3" facets="topic city" lang="fr"><\/good-practice-browser>$/,
    );
  });

  it('say that there are no filters at all', () => {
    const attributes = {src: '/practices.json', facets: ''};
    assert.match(codeOf('html', {attributes}), /<good-practice-browser src="\/practices\.json" facets="">/);
    assert.equal(codeOf('wordpress-plugin', {attributes}), '[good_practices facets=""]');
    assert.match(codeOf('react', {attributes}), / facets="">/);
    assert.deepEqual(leftOut('wordpress-plugin', settings({attributes}), defaults), []);
  });

  it('have a line for each attribute if the tag is long', () => {
    const attributes = {
      src: '/practices.json',
      heading: 'Good practices of intercultural cities',
      scope: 'country:ES,FR,GB,NO',
      facets: 'topic',
    };
    assert.match(
      codeOf('html', {attributes}),
      /<good-practice-browser\n {2}src="\/practices\.json"\n {2}heading="Good practices of/,
    );
  });

  it('have one line for editors that add paragraphs', () => {
    const attributes = {
      src: '/practices.json',
      heading: 'Good practices of intercultural cities',
      scope: 'city:"San Sebastián"',
    };
    assert.equal(
      makeSnippet('wordpress-classic', settings({attributes, lang: 'es'}), defaults)[0].code,
      '<div data-good-practice-browser data-src="/practices.json" data-heading="Good practices of intercultural cities" data-scope="city:&quot;San Sebastián&quot;" data-lang="es"><p>The practices are loading.</p></div>',
    );
  });

  it('have the colours in the style sheet, and the text on them that is easier to read', () => {
    const code = codeOf('html', {look: {accent: '#A1005B', accentDark: '#ff8ac4', radius: '0'}});
    assert.ok(
      code.includes(
        '  good-practice-browser { --gpb-accent: light-dark(#a1005b, #ff8ac4); --gpb-on-accent: light-dark(#ffffff, #0b1220); --gpb-radius: 0 }\n',
      ),
      code,
    );
  });

  it('have a background and a text colour together only', () => {
    assert.doesNotMatch(codeOf('html', {look: {background: '#ffffff'}}), /--gpb/);
    assert.match(
      codeOf('html', {look: {background: '#ffffff', color: '#000000'}}),
      /--gpb-background: #ffffff; --gpb-color: #000000/,
    );
  });

  it('tell TYPO3 of the parameters of the page address, unless there are none', () => {
    const ofKey = (key) => codeOf('typo3', {attributes: {src: '/a.json', 'url-key': key}});
    assert.match(ofKey(''), /'\^gp-';$/);
    assert.match(ofKey('edu'), /'\^edu-';$/);
    // PHP names a parameter `city.list-q` `city_list-q`. `^` is followed by a plain text, no regular expression.
    assert.match(ofKey('city.list'), /'\^city_list-';$/);
    assert.match(ofKey("x'; evil(); '"), /'\^gp-';$/);
    for (const url of ['hash', 'off'])
      assert.doesNotMatch(codeOf('typo3', {attributes: {src: '/a.json', url}}), /TYPO3_CONF_VARS/);
  });

  it('are a shortcode for the plugin, without the attributes that it sets itself', () => {
    const attributes = {
      src: '/practices.json',
      'max-bytes': '5',
      heading: 'Good practices',
      scope: 'city:"San Sebastián"',
    };
    assert.equal(
      codeOf('wordpress-plugin', {attributes}),
      `[good_practices heading="Good practices" scope='city:"San Sebastián"']`,
    );
  });

  it('are for the plugin only if it can read the feed', () => {
    const page = 'https://www.city.example/practices';
    for (const [src, address, from = page] of [
      ['https://network.example/feed.json', 'https://network.example/feed.json', ''],
      ['/feed.json', 'https://www.city.example/feed.json'],
      ['/feed.json', '', ''],
      ['/feed.json', '', 'http://www.city.example/'],
      ['http://network.example/feed.json', ''],
      ['https://a.example/ https://b.example/', ''],
      ['https://', ''],
    ])
      assert.equal(pluginAddress({attributes: {src}, page: from}), address, src);
    const written = {attributes: {src: '/feed.json'}, page};
    for (const [formats, isRight] of [
      [[], true],
      [['native'], true],
      [['wordpress'], true],
      [['rss'], true],
      [['atom'], true],
      [['csv'], false],
      [['json'], false],
      [['json-feed'], false],
      [['geojson'], false],
      [['drupal'], false],
    ])
      assert.equal(isForPlugin(written, formats), isRight, formats[0]);
    assert.equal(isForPlugin({...written, page: ''}, ['native']), false);
    assert.equal(isForPlugin({attributes: {src: ''}, page: ''}, []), true, 'nothing is chosen yet');
  });

  it('name the choices that the plugin does not take', () => {
    const attributes = {
      src: '/practices.json',
      'assets-href': '/practices/',
      facets: 'topic target cost:number source City',
      views: 'cards map',
      refresh: '600',
      'city-href': 'https://city.example/{city}',
    };
    const changes = {attributes, lang: 'fr'};
    assert.equal(codeOf('wordpress-plugin', changes), '[good_practices facets="topic City" views="cards map"]');
    assert.deepEqual(leftOut('wordpress-plugin', settings(changes), defaults), [
      ['refresh', '600'],
      ['facets', 'target cost:number source'],
      ['city-href', 'https://city.example/{city}'],
      ['lang', 'fr'],
    ]);
    assert.deepEqual(leftOut('wordpress-plugin', settings({attributes: {src: '/practices.json'}}), defaults), []);
    assert.deepEqual(leftOut('html', settings(changes), defaults), []);
  });

  for (const target of targets) {
    it(`have no unescaped “<” of a value, and no colour that is none (${target})`, () => {
      const harmless = codeOf(target, everywhere('harmless'));
      const tags = (code) => code.match(/<[^<>\n]{0,12}/g)?.map((tag) => tag.replace(/[\s"=].*$/, ''));
      for (const value of hostileValues) {
        const code = codeOf(target, everywhere(value));
        assert.deepEqual(tags(code), tags(harmless), `${value}: ${code}`);
        assert.doesNotMatch(code, /--gpb-(?:accent|background|color|radius)/);
      }
    });
  }

  // What a value may not bring into files that these systems read: their own marks.
  const marks = {
    'wordpress-block': /\[(?!good_practices)/,
    'wordpress-classic': /\[|\]|\n(?=[^]*<\/div>)/,
    typo3: /\{(?! display| --gpb)/,
    drupal: /\{[{%#]/,
    liferay: /\$\{|\[[=#]|<[#@]/,
    joomla: /\{(?! display| --gpb)/,
    hugo: /\{\{(?!< practices >\}\})/,
    jekyll: /\{\{|\{%(?! include practices\.html %\})/,
    dokuwiki: /\n\n|<\/html>(?!$)/i,
  };
  for (const [target, mark] of Object.entries(marks))
    it(`have no mark of the system in a value (${target})`, () => {
      for (const value of hostileValues) assert.doesNotMatch(codeOf(target, everywhere(value)), mark, value);
    });

  it('are one shortcode, also if a value has brackets, quotes or tags', () => {
    for (const value of hostileValues) {
      const [{code}] = makeSnippet('wordpress-plugin', settings(everywhere(value)), defaults);
      assert.match(code, /^\[good_practices(?: [\w-]+=(?:"[^"<>[\]\\\n]*"|'[^'<>[\]\\\n]*'))*\]$/, value);
    }
  });

  it('give React exactly the value', () => {
    for (const value of hostileValues) {
      const [{code}] = makeSnippet('react', settings(everywhere(value)), defaults);
      const {type, props, children} = renderJsx(code);
      assert.equal(type, 'good-practice-browser');
      for (const name of defaults.keys()) assert.equal(props[name], value, name);
      assert.equal(props.lang, value);
      assert.deepEqual(children, [{type: 'p', props: null, children: [value]}]);
    }
  });

  it('give React the colours', () => {
    const [{code}] = makeSnippet('react', settings({look: {accent: '#a1005b'}, fallback: ''}), defaults);
    assert.deepEqual(renderJsx(code), {
      type: 'good-practice-browser',
      props: {src: '/practices.json', style: {'--gpb-accent': '#a1005b', '--gpb-on-accent': '#ffffff'}},
      children: [],
    });
  });

  it('are not changed by what the language allows in no text', () => {
    assert.match(codeOf('html', {attributes: {src: 'a\0b\u0085c\ud800d'}}), / src="abc\ufffdd"/);
  });
});

/** Compiles a component as an app does, and calls it. */
function renderJsx(code) {
  const {diagnostics, outputText} = ts.transpileModule(code, {
    reportDiagnostics: true,
    fileName: 'Practices.jsx',
    compilerOptions: {
      jsx: ts.JsxEmit.React,
      jsxFactory: 'h',
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  });
  assert.deepEqual(
    diagnostics.map(({messageText}) => messageText),
    [],
    code,
  );
  const exports = {};
  const h = (type, props, ...children) => ({type, props, children});
  runInNewContext(outputText, {exports, h, require: () => ({})});
  // Without the prototypes of the other context
  return structuredClone(exports.Practices());
}
