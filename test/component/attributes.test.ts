import {expect, fixture, nextFrame} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {arriveAsVisitor, html, REAL_FEED, visit, waitUntil} from '../support/component-harness.js';

const records = [{title: 'One', country: 'ES', topics: ['a']}, {title: 'Two'}];

const SAID = '<good-practice-browser>: ';
/** What the console is told while an element is on the page, without the name of the widget. */
async function told(act: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const {warn} = console;
  console.warn = (message: string) => said.push(message.replace(SAID, ''));
  await act().finally(() => (console.warn = warn));
  return said;
}

/** Puts an element with these attributes on the page, and waits for its first update. */
async function place(tag: string, attributes: Readonly<Record<string, string>>): Promise<LitElement> {
  const element = document.createElement(tag) as LitElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, {practices: records});
  (await fixture(html`<div></div>`)).append(element);
  await element.updateComplete;
  return element;
}

describe('attributes', () => {
  arriveAsVisitor();

  describe('with a value that the widget cannot use', () => {
    const BROWSER = 'good-practice-browser';
    const table: [tag: string, name: string, value: string, message: string][] = [
      [BROWSER, 'theme', 'blue', 'is not one of auto, light, dark, so the widget uses auto.'],
      [BROWSER, 'url', 'hsh', 'is not one of query, hash, off, so the widget uses query.'],
      [BROWSER, 'empty-values', 'hidden', 'is not one of hide, show, so the widget uses hide.'],
      [BROWSER, 'loading', 'slow', 'is not one of eager, lazy, so the widget ignores it.'],
      [BROWSER, 'facets', 'topics', 'is not one of topic, country, city, year, source, year-range, so the widget ignores it.'], // prettier-ignore
      [BROWSER, 'facets', 'target_group', 'is not one of topic, country, city, year, source, year-range, so the widget ignores it.'], // prettier-ignore
      [BROWSER, 'facets', 'budget:money', 'is not a facet, so the widget ignores it. Write a name in small letters and a type (text, list, number, year), for example target:list.'], // prettier-ignore
      [BROWSER, 'facets', 'page:list', 'is not a facet, so the widget ignores it. Write a name in small letters and a type (text, list, number, year), for example target:list. This name means something else.'], // prettier-ignore
      [
        BROWSER,
        'sort',
        'best',
        'is not one of relevance, feed, newest, oldest, title, city, so the widget ignores it.',
      ],
      [BROWSER, 'refresh', '5', 'is not a whole number from 30, so the widget uses 30.'],
      [BROWSER, 'refresh', 'often', 'is not a whole number from 30, so the widget uses 600.'],
      [BROWSER, 'hits-per-page', '0', 'is not a whole number from 1, so the widget uses 12.'],
      [BROWSER, 'hits-per-page', '', 'is not a whole number from 1, so the widget uses 12.'],
      [BROWSER, 'hits-per-page', '12 cards', 'is not a whole number from 1, so the widget uses 12.'],
      [BROWSER, 'heading-level', '7', 'is not a whole number from 1 to 6, so the widget uses 6.'],
      [BROWSER, 'heading-level', 'h2', 'is not a whole number from 1 to 6, so the widget uses 2.'],
      [BROWSER, 'max-bytes', '5MB', 'is not a whole number from 1, so the widget uses 80000000.'],
      [BROWSER, 'max-practices', '-1', 'is not a whole number from 1, so the widget uses 20000.'],
      [BROWSER, 'scope', 'Spain', 'is not a filter. Write filters like this: country:ES topic:education,youth city:"San Sebastián" year:2015..2019.'], // prettier-ignore
      [BROWSER, 'preset', 'Youth', 'is not a filter. Write filters like this: country:ES topic:education,youth city:"San Sebastián" year:2015..2019.'], // prettier-ignore
      [BROWSER, 'template-href', 'javascript:alert(1)', 'is not an address for a link. Write a relative address, or one that begins with https://.'], // prettier-ignore
      [BROWSER, 'image-hosts', 'https://img.example/', 'is not a host. Write hosts like this: images.city.example cdn.city.example.'], // prettier-ignore
      [BROWSER, 'url-key', 'my list', 'is not a prefix of letters, digits, hyphens, dots and underscores.'],
      [BROWSER, 'assets-href', 'https://', 'is not the address of a folder.'],
      ['gpb-latest', 'count', 'three', 'is not a whole number from 1, so the widget uses 3.'],
      ['gpb-practice', 'heading-level', '9', 'is not a whole number from 1 to 6, so the widget uses 6.'],
      ['gpb-count', 'scope', 'country=ES', 'is not a filter. Write filters like this: country:ES topic:education,youth city:"San Sebastián" year:2015..2019.'], // prettier-ignore
      ['gpb-latest', 'browser-href', 'javascript:1', 'is not an address for a link. Write a relative address, or one that begins with https://.'], // prettier-ignore
      ['gpb-count', 'url-key', 'a=b', 'is not a prefix of letters, digits, hyphens, dots and underscores.'],
    ];
    for (const [tag, name, value, message] of table)
      it(`are reported, with what is allowed: <${tag} ${name}="${value}">`, async () => {
        expect(await told(() => place(tag, {[name]: value}))).to.deep.equal([`${name}: “${value}” ${message}`]);
      });

    it('are reported after a change too, once for each value', async () => {
      const said = await told(async () => {
        const element = await place(BROWSER, {theme: 'dark'});
        for (const theme of ['green', 'light', 'green', 'red']) {
          element.setAttribute('theme', theme);
          await element.updateComplete;
        }
        Object.assign(element, {hitsPerPage: 2.5});
        await element.updateComplete;
      });
      expect(said).to.deep.equal([
        'theme: “green” is not one of auto, light, dark, so the widget uses auto.',
        'theme: “red” is not one of auto, light, dark, so the widget uses auto.',
        'hits-per-page: “2.5” is not a whole number from 1, so the widget uses 12.',
      ]);
    });

    it('count as the value that the message names', async () => {
      await told(async () => {
        const element = await place(BROWSER, {'heading-level': '8', 'hits-per-page': 'all', 'max-bytes': '0'});
        expect(element).to.include({headingLevel: 6, hitsPerPage: 12, maxBytes: 80_000_000});
      });
    });
  });

  it('with right values are not reported, in any spelling that the widget reads', async () => {
    const attributes = {
      'assets-href': '/files/',
      'empty-values': 'show',
      facets: 'Topic, YEAR-RANGE',
      heading: 'Blue',
      'heading-level': '6',
      'hits-per-page': ' 24 ',
      'image-hosts': 'Images.City.example cdn.city.example:8080',
      loading: 'Lazy',
      refresh: '30',
      scope: 'country:ES',
      sort: 'Newest',
      'template-href': 'submit.html',
      theme: 'dark',
      url: 'off',
      'url-key': 'my-list_2',
    };
    expect(await told(() => place('good-practice-browser', attributes))).to.deep.equal([]);
  });

  it('are read if a framework sets their properties to texts', async () => {
    const visitor = await visit(
      html`<good-practice-browser
        .hitsPerPage=${'1' as unknown as number}
        .practices=${records}
      ></good-practice-browser>`,
    );
    expect(visitor.titles()).to.deep.equal(['One']);
  });

  for (const tag of ['good-practice-browser', 'gpb-city', 'gpb-count', 'gpb-latest', 'gpb-practice'])
    describe(`of <${tag}>`, () => {
      const names = [...(customElements.get(tag) as typeof LitElement).elementProperties.keys()] as string[];
      const valuesOf = (element: LitElement) =>
        Object.fromEntries(names.map((name) => [name, Reflect.get(element, name)]));

      for (const nothing of [null, undefined])
        it(`have their defaults at once if the page sets ${nothing}`, () => {
          const element = document.createElement(tag) as LitElement;
          const defaults = valuesOf(element);
          Object.assign(
            element,
            Object.fromEntries(names.map((name) => [name, typeof defaults[name] === 'number' ? 9 : 'x'])),
          );
          Object.assign(element, Object.fromEntries(names.map((name) => [name, nothing])));
          expect(valuesOf(element)).to.deep.equal(defaults);
        });

      it('have their defaults at once if they are removed', async () => {
        const defaults = valuesOf(document.createElement(tag) as LitElement);
        const {observedAttributes} = customElements.get(tag) as typeof LitElement;
        const element = document.createElement(tag) as LitElement;
        for (const name of observedAttributes) element.setAttribute(name, '5');
        for (const name of observedAttributes) element.removeAttribute(name);
        expect(valuesOf(element)).to.deep.equal(defaults);
      });
    });

  it('may be removed in the moment in which the widget moves, or before a method is called', async () => {
    const {element} = await visit(
      html`<good-practice-browser src=${REAL_FEED} facets="city" loading="eager"></good-practice-browser>`,
    );
    const main = await fixture(html`<main></main>`);
    element.removeAttribute('facets');
    main.append(element);
    Reflect.set(element, 'loading', null);
    element.reload();
    Reflect.set(element, 'facets', null);
    element.refine('country', 'ES');
    await waitUntil(() => element.searchResults?.totalHits === 24, 'the filter is in force');
    expect(element.facets).to.equal('topic country year');
  });

  it('are read as texts, as the attribute would have them, if a page sets their properties to other values', async () => {
    const element = document.createElement('good-practice-browser');
    Object.assign(element, {
      src: new URL(REAL_FEED),
      facets: ['topic', 'country'],
      heading: 2024,
      scope: {country: 'ES'},
    });
    const said = await told(async () => {
      (await fixture(html`<div></div>`)).append(element);
      await waitUntil(() => element.searchResults, 'the practices are there');
    });
    expect(element).to.include({src: REAL_FEED, facets: 'topic,country', heading: '2024'});
    expect(said.map((text) => text.slice(0, 34))).to.deep.equal([
      'scope: “[object” is not a filter. ',
      'scope: “Object]” is not a filter. ',
    ]);
  });

  describe('with a misspelt name', () => {
    const table: [tag: string, name: string, likely: string][] = [
      ['good-practice-browser', 'scr', 'src'],
      ['good-practice-browser', 'fileds', 'facets'],
      ['good-practice-browser', 'heading-lvl', 'heading-level'],
      ['good-practice-browser', 'hitsperpage', 'hits-per-page'],
      ['good-practice-browser', 'templatehref', 'template-href'],
      ['good-practice-browser', 'them', 'theme'],
      ['gpb-latest', 'cuont', 'count'],
      ['gpb-practice', 'practiceid', 'practice-id'],
    ];
    for (const [tag, name, likely] of table)
      it(`are reported, with the likely name: <${tag} ${name}>`, async () => {
        expect(await told(() => place(tag, {[name]: '5'}))).to.deep.equal([
          `the attribute “${name}” does not exist on <${tag}>. Did you mean “${likely}”?`,
        ]);
      });

    it('are not reported if they belong to HTML, a framework or nobody we know', async () => {
      const names =
        'id class style title lang dir hidden slot part exportparts role tabindex translate inert is nonce itemprop ' +
        'data-src data-them aria-label onclick _ngcontent-ng-c1 ng-version v-cloak v-if x-data wire:id hx-get ' +
        'client:load svelte-1a2b astro-cid-x jsaction loading2 color width name';
      const attributes = Object.fromEntries(names.split(' ').map((name) => [name, '']));
      expect(await told(() => place('good-practice-browser', attributes))).to.deep.equal([]);
    });
  });

  it('are reported once, however many widgets have them', async () => {
    const said = await told(async () => {
      for (let i = 0; i < 3; i++) await place('good-practice-browser', {sorce: '5', sort: 'worst'});
      await nextFrame();
    });
    expect(said.map((text) => text.slice(0, 25))).to.have.length(2);
  });
});
