// The lines for systems that keep HTML, as a browser reads them.
import {expect} from '@open-wc/testing';
import {readAttributes} from '../../../demo/tools/configure/attributes.js';
import {readSnippet} from '../../../demo/tools/configure/read-snippet.js';
import {addToScope, writeRefinements} from '../../../demo/tools/configure/refinements.js';
import {makeSnippet} from '../../../demo/tools/configure/snippets.js';
import {makeTryPage} from '../../../demo/tools/configure/try-page.js';
import {noRefinements} from '../../../src/core/state/search-state.js';
import {readRefinements} from '../../../src/core/state/refinement-syntax.js';
import {GoodPracticeBrowser} from '../../../src/index.js';
import '../../../src/define.js';
import {hostileValues} from '../../support/hostile-values.mjs';

const {defaults, wrongParts} = readAttributes(GoodPracticeBrowser);
const names = [...defaults.keys()];
const htmlTargets = [
  'html',
  'wordpress-block',
  'wordpress-classic',
  'typo3',
  'drupal',
  'liferay',
  'joomla',
  'hugo',
  'jekyll',
  'dokuwiki',
];

const everywhere = (value: string) => ({
  attributes: Object.fromEntries(names.map((name) => [name, value])),
  lang: value,
  fallback: value,
  script: value,
  look: {accent: value, accentDark: value, background: value, color: value, radius: value},
});

/** In these, the script is apart, and the widget is a `<div>`. */
const divTargets = ['wordpress-classic', 'drupal'];

/** The first box, and the second one if the script is in it. */
const linesOf = (target: string, settings: ReturnType<typeof everywhere>) => {
  const [first, second] = makeSnippet(target, settings, defaults);
  return divTargets.includes(target) ? `${first!.code}\n${second!.code}` : first!.code;
};

describe('the lines of the configurator, as a browser reads them', () => {
  for (const target of htmlTargets)
    it(`are exactly one widget with exactly the values (${target})`, () => {
      for (const value of hostileValues) {
        const code = linesOf(target, everywhere(value));
        const {body, head} = new DOMParser().parseFromString(code, 'text/html');
        const isDiv = divTargets.includes(target);
        const [widget, ...others] = body.querySelectorAll('good-practice-browser, [data-good-practice-browser]');
        expect(others, code).to.deep.equal([]);
        const own = (name: string) => widget!.getAttribute(isDiv ? `data-${name}` : name);
        for (const name of [...names, 'lang']) expect(own(name), `${name} ${code}`).to.equal(value);
        expect(widget!.attributes.length).to.equal(names.length + 1 + Number(isDiv));
        expect(widget!.children.length, code).to.equal(1);
        expect(widget!.firstElementChild!.localName).to.equal('p');
        expect(widget!.firstElementChild!.textContent).to.equal(value);
        const all = [...head.querySelectorAll('*'), ...body.querySelectorAll('*')].filter(
          ({localName}) => localName !== 'html',
        );
        expect(all.map(({localName}) => localName).sort(), code).to.deep.equal(
          isDiv ? ['div', 'p', 'script'] : ['good-practice-browser', 'p', 'script', 'style'],
        );
        const script = all.find(({localName}) => localName === 'script')!;
        expect([...script.attributes].map((each) => each.name)).to.deep.equal(['src', 'defer']);
        expect(script.getAttribute('src')).to.equal(value);
        expect(script.textContent).to.equal('');
      }
    });

  it('are a page to try with one widget', () => {
    for (const value of hostileValues) {
      const page = makeTryPage(everywhere(value), defaults, {language: value, title: value, note: value});
      const parsed = new DOMParser().parseFromString(page, 'text/html');
      expect(parsed.querySelectorAll('good-practice-browser').length, page).to.equal(1);
      expect(parsed.querySelectorAll('script').length, page).to.equal(1);
      expect(parsed.querySelectorAll('img, svg, iframe, [onclick], [onfocus]').length, page).to.equal(0);
      expect(parsed.querySelector('h1')!.textContent).to.equal(value);
      expect(parsed.documentElement.lang).to.equal(value);
    }
  });
});

describe('lines that are pasted into the configurator', () => {
  it('give back what was written', () => {
    for (const target of htmlTargets)
      for (const value of hostileValues) {
        const written = everywhere(value);
        const read = readSnippet(linesOf(target, {...written, script: `${value}/good-practice-browser.js`}), names)!;
        expect(read.attributes).to.deep.equal(written.attributes);
        expect(read.lang).to.equal(value);
        expect(read.script).to.equal(`${value}/good-practice-browser.js`);
        expect(read.unread).to.deep.equal([]);
      }
  });

  it('give back the colours and the text', () => {
    const look = {accent: '#a1005b', accentDark: '#ff8ac4', background: '#ffffff', color: '#000000', radius: '0.5em'};
    const read = readSnippet(linesOf('html', {...everywhere('x'), look, fallback: 'Wait a moment.'}), names)!;
    expect(read.look).to.deep.equal(look);
    expect([read.fallback, read.hasMarkup]).to.deep.equal(['Wait a moment.', false]);
  });

  it('name what cannot be read, and keep the rest', () => {
    const read = readSnippet(
      `<style>good-practice-browser { --gpb-accent: var(--brand); --gpb-radius: 0 }</style>
       <good-practice-browser src="/a.json" class="wide" onclick="x()" colour="red" data-x="1">
         <ul><li>One</li></ul>
       </good-practice-browser>`,
      names,
    )!;
    expect(read.attributes).to.deep.equal({src: '/a.json'});
    expect(read.look.radius).to.equal('0');
    expect(read.unread).to.deep.equal(['class', 'onclick', 'colour', 'data-x', '--gpb-accent: var(--brand)']);
    expect([read.fallback, read.hasMarkup]).to.deep.equal(['', true]);
  });

  it('may be a shortcode of the plugin', () => {
    const read = readSnippet(`[good_practices source="practices" heading="Ours" scope='city:"San Sebastián"']`, names)!;
    expect(read.attributes).to.deep.equal({heading: 'Ours', scope: 'city:"San Sebastián"'});
    expect(read.unread).to.deep.equal(['source']);
  });

  it('neither run nor load anything', async () => {
    const seen: string[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map(({name}) => name)));
    observer.observe({type: 'resource'});
    Object.assign(globalThis, {hasRun: false});
    readSnippet(
      `<img src="/pasted.png" onerror="hasRun = true"><script>hasRun = true</script><link rel="stylesheet" href="/pasted.css">
       <iframe src="/pasted.html"></iframe><good-practice-browser src="/pasted.json"></good-practice-browser>`,
      names,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    expect(Reflect.get(globalThis, 'hasRun')).to.equal(false);
    expect(seen.filter((name) => name.includes('pasted'))).to.deep.equal([]);
  });

  it('are nothing if there is no list in them', () => {
    for (const text of ['', 'Hello', '<p>Hello</p>', '{"src": "/a.json"}'])
      expect(readSnippet(text, names)).to.equal(null);
  });
});

describe('the attributes that the configurator knows', () => {
  it('are those of the element, with their defaults', () => {
    expect(names).to.deep.equal(GoodPracticeBrowser.observedAttributes.filter((name) => names.includes(name)));
    expect(names.length).to.be.at.least(21);
    expect(defaults.get('hits-per-page')).to.equal('12');
    expect(defaults.get('facets')).to.equal('topic country year');
    expect(defaults.get('scope')).to.equal('');
  });

  it('have the rules of the element', () => {
    expect(wrongParts('scope', 'country:ES nonsense')).to.deep.equal(['nonsense']);
    expect(wrongParts('hits-per-page', '0')).to.deep.equal(['0']);
    expect(wrongParts('hits-per-page', '')).to.deep.equal([]);
    expect(wrongParts('image-hosts', 'a.example https://b')).to.deep.equal(['https://b']);
    expect(wrongParts('template-href', 'javascript:alert(1)')).to.deep.equal(['javascript:alert(1)']);
    expect(wrongParts('heading', '<x>')).to.deep.equal([]);
  });
});

describe('filters that are taken over from the preview', () => {
  const filters = {
    ...noRefinements,
    topic: ['education', 'Youth and sports', 'a:b,c'],
    city: ['San Sebastián'],
    year: ['ongoing', {from: 2015, to: null}],
  };

  it('are read back as they were selected', () => {
    const {left, text} = writeRefinements(filters);
    expect(text).to.equal('topic:education,"Youth and sports","a:b,c" city:"San Sebastián" year:ongoing,2015..');
    expect(left).to.deep.equal([]);
    expect(readRefinements(text)).to.deep.equal({refinements: filters, unread: []});
  });

  it('leave out values with quotation marks, and say which', () => {
    const {left, text} = writeRefinements({...noRefinements, topic: ['The “Big” Lunch', 'education']});
    expect(text).to.equal('topic:education');
    expect(left).to.deep.equal(['The “Big” Lunch']);
  });

  it('join the scope that there is', () => {
    const added = addToScope('country:ES topic:housing', {...noRefinements, topic: ['education']});
    expect(added.text).to.equal('topic:education country:ES');
  });
});
