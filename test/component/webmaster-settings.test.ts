import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const records = [
  {id: 'a', title: 'A garden', country: 'ES', city: 'Bilbao', topics: ['Good practices', 'Housing']},
  {id: 'b', title: 'A café', country: 'GB', city: 'Leeds', topics: ['Good practices']},
];
const SRC = `data:application/json,${encodeURIComponent(JSON.stringify(records))}`;
const topicsOf = (visitor: Visitor) => visitor.all('[part~=topic]').map((topic) => topic.textContent!.trim());

describe('[exclude-topics]', () => {
  arriveAsVisitor();

  it('takes topics off cards and out of the filters, and keeps the practices', async () => {
    const visitor = await visit(
      html`<good-practice-browser src=${SRC} exclude-topics='"good practices"'></good-practice-browser>`,
    );
    expect(visitor.titles()).to.deep.equal(['A garden', 'A café']);
    expect(topicsOf(visitor)).to.deep.equal(['Housing']);
    expect(visitor.values('Topic')).to.deep.equal(['Housing 1']);
  });

  it('may change, and applies to practices that a page sets', async () => {
    const visitor = await visit(html`<good-practice-browser .practices=${records}></good-practice-browser>`);
    expect(topicsOf(visitor)).to.include('Good practices');
    visitor.element.excludeTopics = 'housing "Good practices"';
    await waitUntil(() => !topicsOf(visitor).length, 'no topic is shown');
  });

  it('applies to <gpb-practice>', async () => {
    const visitor = await visit(html`<good-practice-browser src=${SRC}></good-practice-browser>`);
    const practice = document.createElement('gpb-practice');
    Object.assign(practice, {src: SRC, practiceId: 'a', excludeTopics: '"Good practices"'});
    visitor.element.after(practice);
    const topics = () => {
      const card = practice.shadowRoot!.querySelector('gpb-card');
      return [...(card?.shadowRoot!.querySelectorAll('[part~=topic]') ?? [])].map((topic) => topic.textContent!.trim());
    };
    await waitUntil(() => topics().length, 'the card has topics');
    expect(topics()).to.deep.equal(['Housing']);
    practice.remove();
  });
});

describe('the console', () => {
  arriveAsVisitor();
  const {warn} = console;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.warn = (...words) => said.push(words.join(' '));
  });
  afterEach(() => (console.warn = warn));

  const cases: [why: string, attribute: string, value: string, message: string][] = [
    ['a scope', 'scope', 'country:XX', 'scope: “country:XX” is not a value of any practice. Compare it with the feed'],
    ['a preset', 'preset', 'topic:gardens', 'preset: “topic:gardens” is not a value of any practice.'],
    [
      'a facet',
      'facets',
      'contry',
      'facets: “contry” is not a facet of the feed, so the widget ignores it. Choose from topic, country, city, year, source, year-range, describe it in "facets" of the feed, or name a field of the practices and its type: contry:list.',
    ],
    [
      'a field',
      'facets',
      'budget:number',
      'facets: “budget:number” is not a field of any practice, so the widget ignores it. Compare its name with the feed.',
    ],
    ['a facet in a scope', 'scope', 'target:youth', 'scope: “target:youth” is not a value of any practice.'],
    [
      'a combination',
      'scope',
      'country:ES city:Leeds',
      'scope: “country:ES city:Leeds” is not a combination that any practice has.',
    ],
    ['a topic to leave out', 'exclude-topics', 'nonsense', 'exclude-topics: “nonsense” is not a topic of the feed.'],
  ];
  for (const [why, attribute, value, message] of cases)
    it(`says once that ${why} matches nothing`, async () => {
      const elements = [1, 2].map(() => {
        const element = document.createElement('good-practice-browser');
        element.setAttribute('src', SRC);
        element.setAttribute(attribute, value);
        document.body.append(element);
        return element;
      });
      await waitUntil(() => elements.every(({searchResults}) => searchResults), 'both have answered');
      const about = () => said.filter((each) => each.includes(`“${value}”`));
      await waitUntil(() => about().length, 'the console says it');
      expect(about()).to.have.length(1);
      expect(about()[0]).to.include(message);
      for (const element of elements) element.remove();
    });

  it('says nothing about settings that match', async () => {
    await visit(
      html`<good-practice-browser
        src=${SRC}
        scope="country:ES,GB"
        preset="topic:Housing"
        exclude-topics='"Good practices"'
      ></good-practice-browser>`,
    );
    expect(said).to.deep.equal([]);
  });
});
