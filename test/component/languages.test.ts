import {expect} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {GoodPracticeBrowser} from '../../src/elements/browser/good-practice-browser.js';
import {GpbCard} from '../../src/elements/card/gpb-card.js';
import {accent, mirror, pseudoMessages} from '../support/pseudo-language.js';
import {arriveAsVisitor, html, languageOf, text, visit, waitUntil, type Visitor} from '../support/component-harness.js';
import {pageOf} from '../support/shadow-roots.js';

/** When the widget speaks a language, and has drawn in it. */
async function speaks({element}: Visitor, language: string): Promise<void> {
  const base = () => element.shadowRoot!.querySelector('[part=base]');
  await waitUntil(() => base() && languageOf(base()!) === language, `the widget speaks ${language}`);
  await element.updateComplete;
}

/** What is said in the console until `done` is called. */
function listen() {
  const {warn} = console;
  const said: string[] = [];
  console.warn = (message: string) => said.push(message);
  return {said, done: () => (console.warn = warn)};
}

// Requirement: I-03
describe('[lang]', () => {
  arriveAsVisitor();
  const records = [{title: 'One', country: 'ES'}, {title: 'Two'}];
  const widget = html`<good-practice-browser .practices=${records} url="off"></good-practice-browser>`;

  it('is followed while the page lives, on the widget and around it', async () => {
    const visitor = await visit(html`<div lang="fr_FR">${widget}</div>`);
    await speaks(visitor, 'fr');
    expect(visitor.total()).to.contain('2 pratiques');
    expect(visitor.all('[part=place]').map(text)).to.deep.equal(['Espagne']);
    visitor.element.lang = 'en';
    await speaks(visitor, 'en');
    expect(visitor.total()).to.contain('2 practices');
    visitor.element.lang = '';
    await speaks(visitor, 'fr');
    visitor.element.parentElement!.lang = 'tlh';
    await speaks(visitor, 'en');
  });

  it('is inherited where it can be, so that a browser that translates the page translates the widget too', async () => {
    const visitor = await visit(html`<div lang="fr">${widget}</div>`);
    await speaks(visitor, 'fr');
    const written = () => visitor.one('[part=base]').getAttribute('lang');
    expect(written()).to.equal(null);
    visitor.element.parentElement!.lang = 'tlh';
    await speaks(visitor, 'en');
    expect(written()).to.equal('en');
    visitor.element.parentElement!.lang = 'de';
    await speaks(visitor, 'de');
    expect(written()).to.equal(null);
  });

  it('is English, and says so, where the page says nothing', async () => {
    const {documentElement} = document;
    const {lang} = documentElement;
    documentElement.removeAttribute('lang');
    try {
      const visitor = await visit(widget);
      expect(visitor.one('[part=base]').getAttribute('lang')).to.equal('en');
    } finally {
      documentElement.lang = lang;
    }
  });

  // Requirement: I-08
  it('is that of Portugal where the page says no more than “pt”', async () => {
    const visitor = await visit(
      html`<div lang="pt">
        <good-practice-browser .practices=${[{title: 'Park', country: 'PL'}]} url="off"></good-practice-browser>
      </div>`,
    );
    await speaks(visitor, 'pt');
    expect(visitor.all('[part=place]').map(text)).to.deep.equal(['Polónia']);
  });

  it('holds for one widget only', async () => {
    const french = await visit(html`<div lang="fr">${widget}</div>`);
    const english = await visit(html`<div lang="en">${widget}</div>`);
    await speaks(french, 'fr');
    await speaks(english, 'en');
    expect([french.total(), english.total()]).to.deep.equal(['2 pratiques', '2 practices']);
  });
});

// Requirement: I-04, I-21
describe('[slot=messages]', () => {
  arriveAsVisitor();
  const records = [
    {title: 'One', topics: ['education'], country: 'XK'},
    {title: 'Two', topics: ['constructor']},
  ];
  const page = (json: string, messages = {}): TemplateResult =>
    html`<good-practice-browser .practices=${records} .messages=${messages} url="off">
      <script type="application/json" slot="messages">
        ${json}
      </script>
    </good-practice-browser>`;
  const topics = (visitor: Visitor) => visitor.all('[part=topic]').map(text);

  it('overrides messages, with or without plural forms, and the names of values', async () => {
    const own = {
      countAll: {one: '{count} example', other: '{count} examples'},
      topic: 'Subject',
      labels: {topic: {education: 'Schools'}, country: {XK: 'Kosovo*'}},
    };
    const visitor = await visit(page(JSON.stringify(own)));
    await waitUntil(() => visitor.total() === '2 examples');
    expect(topics(visitor)).to.deep.equal(['Schools', 'constructor']);
    expect(visitor.values('Subject')).to.deep.equal(['constructor 1', 'Schools 1']);
    expect(visitor.all('[part=place]').map(text)).to.deep.equal(['Kosovo*']);
    await visitor.search('schools');
    expect(visitor.titles()).to.deep.equal(['One']);
  });

  it('gives way to the messages property', async () => {
    const visitor = await visit(page('{"topic": "Subject", "country": "State"}', {topic: 'Theme'}));
    await waitUntil(() => visitor.all('details .name').map(text).join() === 'Theme,State');
  });

  it('and the property leave out what is no message, and say so', async () => {
    const {said, done} = listen();
    try {
      const visitor = await visit(page('{}', {topic: 'Theme', country: 1, countAll: {}, labels: {topic: null}}));
      await waitUntil(() => visitor.all('details .name').map(text).join() === 'Theme,Country');
      expect(said.map((line) => /messages: “(\w+)”/.exec(line)?.[1])).to.deep.equal(['country', 'countAll', 'labels']);
      await visitor.search('one');
      expect(visitor.titles()).to.deep.equal(['One']);
    } finally {
      done();
    }
  });

  it('is followed where it comes, changes and goes', async () => {
    const visitor = await visit(html`<good-practice-browser .practices=${records} url="off"></good-practice-browser>`);
    const script = document.createElement('script');
    Object.assign(script, {type: 'application/json', slot: 'messages', textContent: '{"topic": "Subject"}'});
    visitor.element.append(script);
    const names = () => visitor.all('details .name').map(text);
    await waitUntil(() => names()[0] === 'Subject');
    script.textContent = '{"topic": "Theme"}';
    await waitUntil(() => names()[0] === 'Theme');
    script.remove();
    await waitUntil(() => names()[0] === 'Topic');
  });

  for (const [fault, json, says] of [
    ['is no JSON', '{"topic": "Subject",}', [/slot="messages": the content is not a valid JSON object\. SyntaxError/]],
    ['is no object', 'null', [/slot="messages": the content is not a valid JSON object\. TypeError/]],
    [
      'has what is none of ours, and keeps the rest',
      '{"topic": "Subject", "tpoic": "x", "country": 1, "city": {"one": "x"}, "labels": {"topic": "x"}, "__proto__": {"a": "b"}}',
      [/“tpoic”/, /“country”/, /“city”/, /“labels”/, /“__proto__”/],
    ],
  ] as const)
    it(`says so once each where it ${fault}`, async () => {
      const {said, done} = listen();
      try {
        const visitor = await visit(page(json));
        await waitUntil(() => said.length >= says.length, 'it says so');
        await visitor.search('one');
        expect(visitor.titles()).to.deep.equal(['One']);
        expect(said.map((line, i) => says[i]?.test(line))).to.deep.equal(says.map(() => true));
        const name = json.includes('tpoic') ? 'Subject' : 'Topic';
        expect(visitor.all('details .name').map(text)[0]).to.equal(name);
      } finally {
        done();
      }
    });
});

// Requirement: I-15, I-16
describe('the language of a text', () => {
  arriveAsVisitor();
  const records = [
    {title: 'Scuole aperte', titleLang: 'it', lang: 'it', summary: 'Le scuole restano aperte.'},
    {title: {en: 'Open schools', fr: 'Écoles ouvertes', ar: 'مدارس مفتوحة'}, summary: {en: 'Open.', fr: 'Ouvertes.'}},
    {title: {uk: 'Відкриті школи'}, summary: {uk: 'Школи відкриті.'}},
    {title: 'Schools'},
  ];
  const notes = ({element}: Visitor) =>
    [...element.shadowRoot!.querySelectorAll('gpb-card')].map((card) =>
      text(card.shadowRoot!.querySelector('.text-language')),
    );
  /** What is said once, beside how many there are. */
  const noteAbove = ({element}: Visitor) => text(element.shadowRoot!.querySelector('.text-language'));
  const open = (
    lang: string,
    practices: readonly object[] = records,
    {preset = '', ...feed}: {preset?: string; language?: string; license?: string; topics?: readonly object[]} = {},
  ) => {
    const src = URL.createObjectURL(
      new Blob([JSON.stringify({version: '1', language: 'en', ...feed, practices})], {type: 'application/json'}),
    );
    return visit(
      html`<good-practice-browser src=${src} lang=${lang} preset=${preset} url="off"></good-practice-browser>`,
    );
  };

  it('is named if it is not the language of the page', async () => {
    const visitor = await open('en-GB');
    expect(notes(visitor)).to.deep.equal(['Text in Italian', '', 'Text in Ukrainian', '']);
    expect(noteAbove(visitor)).to.equal('');
  });

  it('is named in the language of the page; the language of the feed once above the cards', async () => {
    const visitor = await open('fr-CA');
    await speaks(visitor, 'fr');
    expect(notes(visitor)).to.deep.equal(['Texte en italien', '', 'Texte en ukrainien', '']);
    expect(noteAbove(visitor)).to.equal('Texte en anglais');
  });

  it('is not said above cards none of which is in it', async () => {
    const visitor = await open('fr');
    await speaks(visitor, 'fr');
    // In quotes: French words of the same meaning are in English texts.
    await visitor.search('"scuole"');
    expect(notes(visitor)).to.deep.equal(['Texte en italien']);
    expect(noteAbove(visitor)).to.equal('');
  });

  it('is that of the summary, where there is one', async () => {
    const visitor = await open('en', [
      {title: 'Espai Avinyó', titleLang: 'ca', summary: 'A venue for talks.'},
      {title: 'Espai Avinyó', titleLang: 'ca'},
    ]);
    expect(notes(visitor)).to.deep.equal(['', 'Text in Catalan']);
  });

  it('marks title and summary, with their direction', async () => {
    const visitor = await open('ar');
    await visitor.settled();
    const [, card] = visitor.element.shadowRoot!.querySelectorAll('gpb-card');
    const [title, summary] = ['#title', '.summary'].map((selector) =>
      card!.shadowRoot!.querySelector<HTMLElement>(selector)!,
    );
    expect([title!.lang, getComputedStyle(title!).direction]).to.deep.equal(['ar', 'rtl']);
    expect([summary!.lang, getComputedStyle(summary!).direction]).to.deep.equal(['en', 'ltr']);
  });

  it('marks topics, periods and links, whose words come from the feed', async () => {
    const practices = [
      {
        title: {fr: 'Écoles', it: 'Scuole'},
        summary: 'Aperte.',
        topics: ['a', 'b'],
        period: 'dal 2019 (pilota)',
        country: 'IT',
      },
      {
        title: 'مدارس',
        titleLang: 'ar',
        summary: 'Chiuse.',
        topics: ['b'],
        links: [{url: 'https://x.example', label: 'Il rapporto'}],
      },
    ];
    const topics = [
      {id: 'a', label: {it: 'Istruzione', fr: 'Éducation'}},
      {id: 'b', label: {ar: 'تعليم'}},
    ];
    const visitor = await open('fr', practices, {
      language: 'it',
      license: 'Con attribuzione',
      topics,
      preset: 'topic:b',
    });
    await speaks(visitor, 'fr');
    const marked = (selector: string) =>
      visitor.all(selector).map((each) => [text(each), languageOf(each), getComputedStyle(each).direction]);
    const [education, teaching] = [
      ['Éducation', 'fr', 'ltr'],
      ['تعليم', 'ar', 'rtl'],
    ];
    expect(marked('.topic bdi')).to.deep.equal([education, teaching, teaching]);
    expect(marked('.label bdi')).to.deep.include.members([education, teaching, ['Italie', 'fr', 'ltr']]);
    expect(marked('.chip bdi')).to.deep.equal([teaching]);
    expect(marked('.period')).to.deep.equal([['dal 2019 (pilota)', 'it', 'ltr']]);
    expect(marked('.links a')).to.deep.equal([['Il rapporto (x.example)', 'it', 'ltr']]);
    expect(marked('.closing bdi')).to.deep.equal([['Con attribuzione', 'it', 'ltr']]);
  });
});

// Requirement: I-17
describe('texts that run from left to right', () => {
  arriveAsVisitor();

  it('is so in Arabic too: a telephone number', async () => {
    const practices = [{title: 'One', contact: {phone: '+44 20 7946 0000'}}];
    const visitor = await visit(
      html`<good-practice-browser lang="ar" .practices=${practices}></good-practice-browser>`,
    );
    await waitUntil(() => getComputedStyle(visitor.one('.root')).direction === 'rtl', 'it is in Arabic');
    expect(getComputedStyle(visitor.one('a[href^=tel]')).direction).to.equal('ltr');
  });
});

// Requirement: I-12, I-17
describe('styles', () => {
  it('know neither left nor right, and leave letters as they are written', () => {
    const css = [...GoodPracticeBrowser.elementStyles, ...GpbCard.elementStyles]
      .map(String)
      .join('\n')
      .replace(/\/\*[^]*?\*\//g, '');
    expect(css.length).to.be.greaterThan(5000);
    expect(css.match(/[^\n]*\b(?:left|right)\b[^\n]*/g)).to.equal(null);
    expect(css).not.to.match(/text-transform: *(?!none)\w/);
  });
});

// Requirement: I-19, I-20
describe('pseudo-locales', () => {
  arriveAsVisitor();
  // No plain letter in what the feed and the page say.
  const records = [
    {
      title: 'Ωμέγα',
      city: 'Πόλη',
      country: 'Χώρα',
      topics: ['Θέμα'],
      period: '2020',
      summary: 'Μια πόλη. '.repeat(40),
      sections: [{heading: 'Σκοπός', text: 'Κείμενο.'}],
      links: [{url: 'https://1.example/', label: 'Σύνδεσμος'}],
      contact: {name: 'Όνομα'},
    },
    {title: 'Άλφα', city: 'Χωριό', country: 'Άλλη', topics: ['Άλλο'], period: '2018–'},
  ];
  const widget = (change: (text: string) => string, lang: string) =>
    html`<div style="width: 320px" lang=${lang}>
      <good-practice-browser
        .practices=${records}
        .messages=${pseudoMessages(change)}
        heading="Ώ"
        facets="topic country city year-range"
        template-href="/1"
        url="off"
      ></good-practice-browser>
    </div>`;

  /** All that is read out or seen. */
  function spoken({element}: Visitor): string[] {
    return pageOf(element).flatMap((root) => {
      const texts: string[] = [];
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node instanceof Text)
          texts.push(/^(?:STYLE|SCRIPT)$/.test(node.parentElement?.tagName ?? '') ? '' : node.data);
        else
          for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder', 'title'])
            texts.push((node as Element).getAttribute(name) ?? '');
      }
      return texts.map((each) => each.trim()).filter(Boolean);
    });
  }
  /** The host of a link is the same in every language, and the browser joins lists. */
  const isBare = (line: string) => /[A-Za-z]/.test(line.replace('1.example', '').replace(' and ', ''));

  it('en-XA: every text comes from the messages, and fits into 320 pixels', async () => {
    const visitor = await visit(widget(accent, 'en'));
    /** Elements that are wider than their place, by tag, class and text. Round targets may be wider by half a letter. */
    const tooWide = () => {
      const {left, right} = visitor.element.getBoundingClientRect();
      const isOut = (element: Element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.right > right + 8 || box.left < left - 8);
      };
      const clipped = '.visually-hidden, .visually-hidden *';
      const found = visitor.all('*').filter((element) => isOut(element) && !element.matches(clipped));
      return found.map((element) => `${element.localName}.${element.className} ${text(element)}`);
    };
    const check = (state: string) => {
      expect(spoken(visitor).filter(isBare), state).to.deep.equal([]);
      expect(tooWide(), state).to.deep.equal([]);
    };
    expect(spoken(visitor).length).to.be.greaterThan(40);
    check('results');
    await visitor.click(visitor.one('.filters-button'));
    await visitor.refine(/^Θέμα/);
    check('a chosen filter');
    await visitor.press('Escape');
    visitor.one('.toggle').focus();
    await visitor.press('Enter');
    check('an open practice');
    await visitor.search('Ωμέγο');
    check('a misspelt word');
    await visitor.search('zzzzzz');
    expect(spoken(visitor).filter((line) => line !== 'zzzzzz' && isBare(line.replace('zzzzzz', '')))).to.deep.equal([]);
  });

  it('ar-XB: runs from right to left in 320 pixels', async () => {
    const visitor = await visit(widget(mirror, 'ar'));
    await speaks(visitor, 'ar');
    expect(getComputedStyle(visitor.one('[part=base]')).direction).to.equal('rtl');
    const {left, right} = visitor.one('[part=count]').getBoundingClientRect();
    const place = visitor.element.getBoundingClientRect();
    expect(place.right - right).to.be.lessThan(left - place.left);
  });
});
