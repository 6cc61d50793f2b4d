import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, text, visit, waitUntil} from '../support/component-harness.js';
import {expectWarnings} from '../support/expected-warnings.js';

const NAMES = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];
const evil = '{"polluted": "yes", "toString": "yes", "title": "yes"}';

/** As a server would send them: `__proto__` is a key of its own in JSON. */
const records = [
  ...NAMES.map((name) => `{"title": "A", "${name}": ${evil}}`),
  ...NAMES.map((name) => `{"title": {"${name}": ${evil}}}`),
  ...NAMES.map(
    (name) => `{"title": "B", "id": "${name}", "city": "${name}", "country": "${name}", "topics": ["${name}"]}`,
  ),
  ...NAMES.map((name) => `{"title": "C", "topics": [{"id": "${name}", "label": {"${name}": "yes", "en": "${name}"}}]}`),
  '{"title": "D", "constructor": {"prototype": {"polluted": "yes"}}}',
  '{"title": "E", "image": {"__proto__": {"src": "x"}}, "contact": {"__proto__": {"name": "yes"}}}',
  '{"title": "F", "sections": [{"__proto__": {"html": "<p>yes</p>", "base": "x"}}]}',
  '{"title": "G", "sections": {"constructor": {"prototype": {"text": "yes"}}}}',
  '{"title": "H", "links": [{"__proto__": {"url": "https://a.example"}}]}',
  '{"title": "I", "__proto__": null}',
].map((json) => JSON.parse(json) as unknown);

/** Everything that a script may find out about what all objects have. */
const prototypes = () =>
  [Object, Array, String, Function, Map, Element].map(({prototype}) =>
    Reflect.ownKeys(prototype)
      .map((key) => [key, typeof Object.getOwnPropertyDescriptor(prototype, key)!.value].map(String).join())
      .join(),
  );

expectWarnings(/“(?:__proto__|constructor):?”/);

// Requirement: S-15
describe('<good-practice-browser> with names of Object.prototype', () => {
  arriveAsVisitor();

  it(`changes no prototype by any of ${records.length} hostile records, nor by settings and addresses`, async () => {
    const before = prototypes();
    const keys = NAMES.map((name) => `gp-q=${name}&gp-topic=${name}&gp-year=${name}&gp-${name}=x&gp-open=${name}`);
    for (const key of ['', ...keys]) {
      history.replaceState(null, '', `?${key}`);
      const visitor = await visit(
        html`<good-practice-browser
          facets="topic country city __proto__ constructor"
          scope=""
          preset="__proto__:x constructor:y topic:__proto__"
          sort="constructor"
          lang="__proto__"
          .messages=${JSON.parse(`{"__proto__": ${evil}}`) as object}
          .practices=${records}
        ></good-practice-browser>`,
      );
      await visitor.settled();
      visitor.element.remove();
    }
    expect(prototypes()).to.deep.equal(before);
    expect(({} as {polluted?: string}).polluted).to.equal(undefined);
  });

  it('counts such topics as it counts any', async () => {
    const practices = NAMES.flatMap((topic, i) => Array.from({length: i + 1}, () => ({title: topic, topics: [topic]})));
    const visitor = await visit(
      html`<good-practice-browser facets="topic" .practices=${practices}></good-practice-browser>`,
    );
    const counts = () => visitor.values('Topic').map((value) => value.replace(/ of.*/, ''));
    expect(counts()).to.have.members(NAMES.map((name, i) => `${name} ${i + 1}`));
    await visitor.refine(/^__proto__/);
    await waitUntil(() => visitor.titles().length === 1, 'one practice is left');
    expect(text(visitor.one('#title'))).to.equal('__proto__');
  });
});
