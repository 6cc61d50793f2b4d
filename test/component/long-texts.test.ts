import {expect} from '@open-wc/testing';
// loaded before a test needs it: the dev server takes seconds for it where all browsers ask at once
import '../../src/elements/features/features.js';
import {MAX_LENGTHS, MAX_SECTIONS} from '../../src/core/text/limits.js';
import {MAX_MARKS} from '../../src/core/search/highlight.js';
import {createResource} from '../support/mutable-resource.js';
import {arriveAsVisitor, html, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

const many = <T>(length: number, item: T): T[] => Array.from({length}, () => item);
const words = (count: number) => 'word '.repeat(count);

describe('<good-practice-browser> and texts that are too long', () => {
  arriveAsVisitor();

  const warnings: string[] = [];
  const listen = ({detail}: HTMLElementEventMap['gpb-warned']) =>
    void warnings.push(...detail.warnings.map(({code, pointer}) => `${code} ${pointer}`));
  beforeEach(() => {
    warnings.length = 0;
    document.addEventListener('gpb-warned', listen as EventListener);
  });
  afterEach(() => document.removeEventListener('gpb-warned', listen as EventListener));

  async function open(practice: object): Promise<Visitor> {
    const practices = [{id: 'a', title: 'A', summary: 'Needle', ...practice}];
    const {address} = await createResource({body: {language: 'en', practices}});
    const visitor = await visit(html`<good-practice-browser src=${address}></good-practice-browser>`);
    visitor.element.open('a');
    await waitUntil(() => visitor.all('gpb-card[open]').length, 'the practice is open');
    return visitor;
  }
  const lengthOf = (visitor: Visitor, selector: string) => text(visitor.all(selector)[0]).length;
  const numberOf = (visitor: Visitor, selector: string) => visitor.all(selector).length;

  type Measure = (visitor: Visitor) => number;
  // Each is above the limits, as in a feed that freezes the page, and small enough for a test.
  const table: [what: string, practice: object, measure: Measure, max: number, warning: string][] = [
    [
      'a long title',
      {title: words(2000)},
      (visitor) => lengthOf(visitor, '#title'),
      MAX_LENGTHS.title,
      'text-too-long /practices/0/title',
    ],
    [
      'a long text',
      {sections: [{text: words(50_000)}]},
      (visitor) => lengthOf(visitor, '#body p'),
      MAX_LENGTHS.sectionText,
      'text-too-long /practices/0/sections/0/text',
    ],
    [
      'many paragraphs',
      {sections: ['w\n\n'.repeat(30_000)]},
      (visitor) => numberOf(visitor, '#body p'),
      MAX_SECTIONS.elements,
      'too-much-text /practices/0/sections/0',
    ],
    [
      'many sections of paragraphs',
      {sections: many(200, 'w\n\n'.repeat(200))},
      (visitor) => numberOf(visitor, '#body p'),
      MAX_SECTIONS.elements,
      'too-much-text /practices/0/sections/25',
    ],
    [
      'many sections of HTML',
      {sections: many(200, {html: '<b>x</b>'.repeat(480)})},
      (visitor) => numberOf(visitor, 'gpb-html') + numberOf(visitor, 'b'),
      MAX_SECTIONS.elements,
      'too-much-text /practices/0/sections/5',
    ],
  ];
  for (const [what, practice, measure, max, warning] of table)
    it(`shows and finds a practice with ${what}, cut to what a browser can draw, and tells the page`, async () => {
      const visitor = await open(practice);
      await waitUntil(() => measure(visitor) > max / 4, 'it is drawn');
      expect(measure(visitor)).to.be.at.most(max);
      expect(numberOf(visitor, 'gpb-card, gpb-card *, #body *, gpb-html *')).to.be.below(3 * MAX_SECTIONS.elements);
      expect(warnings).to.deep.equal([warning]);
      await visitor.search('needle');
      expect(visitor.titles()).to.have.length(1);
    });

  it('marks the words of a search in a long text, but no more of them than a browser can draw', async () => {
    const sections = [...many(3, words(10_000)), {html: `<p>${words(10_000)}</p>`}];
    const visitor = await open({sections});
    await waitUntil(() => numberOf(visitor, 'gpb-html p'), 'the HTML is drawn');
    await visitor.search('word');
    await waitUntil(() => numberOf(visitor, '#body mark') > 100, 'the words are marked');
    await waitUntil(() => visitor.one('gpb-html').shadowRoot!.querySelector('mark'), 'those of the HTML too');
    expect(numberOf(visitor, 'mark')).to.be.within(1000, 2 * MAX_MARKS);
  });

  it('tells the page once of a record of its own that is cut when it comes', async () => {
    const details = await createResource({body: {id: 'a', sections: ['w\n\n'.repeat(30_000)]}});
    const visitor = await open({details: details.address});
    await waitUntil(() => numberOf(visitor, '#body p') > 100, 'the text is drawn');
    expect(numberOf(visitor, '#body p:not([role])')).to.be.at.most(MAX_SECTIONS.elements);
    expect(warnings).to.deep.equal(['too-much-text /sections/0']);
    for (const name of [/^Read less/, /^Read more/]) await visitor.click(visitor.button(name));
    expect(warnings).to.deep.equal(['too-much-text /sections/0']);
  });
});
