import {expect} from '@open-wc/testing';
import {locales} from '../../src/generated/locales.js';
import {arriveAsVisitor, html, languageOf, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';

/** Hebrew, before a translator has come to some of its messages. */
const load = locales['he']!;
const MISSING = ['showMore', 'countSome', 'sort', 'newest'];
Object.assign(locales, {
  async he() {
    const file = (await load()).default as {messages: Record<string, unknown>};
    const messages = Object.entries(file.messages).filter(([key]) => !MISSING.includes(key));
    return {default: {...file, messages: Object.fromEntries(messages)}};
  },
});

const records = Array.from({length: 20}, (_, i) => ({title: `Practice ${i}`, country: i < 19 ? 'ES' : 'PT'}));
const inEnglish = (visitor: Visitor, within: string) =>
  visitor.all(`${within} span[lang=en]`).map((element) => [text(element), element.dir]);

describe('a message that a language lacks', () => {
  arriveAsVisitor();

  it('is in English and says so, while the rest of the widget speaks its language', async () => {
    const visitor = await visit(
      html`<div lang="he"><good-practice-browser .practices=${records} url="off"></good-practice-browser></div>`,
    );
    await waitUntil(() => languageOf(visitor.one('[part=base]')) === 'he', 'the widget speaks Hebrew');
    await visitor.element.updateComplete;
    expect(visitor.one('[part=base]').dir).to.equal('rtl');
    expect(inEnglish(visitor, '[part=more]')).to.deep.equal([['Show more practices', 'ltr']]);
    expect(inEnglish(visitor, '.sort')).to.deep.equal([['Sort by', 'ltr']]);
    expect(visitor.one('option[value=newest]').lang).to.equal('en');
    expect(languageOf(visitor.one('[part=download]'))).to.equal('he');
    visitor.checkbox(/ספרד/).focus();
    await visitor.press('Space');
    expect(inEnglish(visitor, '[part=count]')).to.deep.equal([['19 of 20 practices', 'ltr']]);
  });
});
