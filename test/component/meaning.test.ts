import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {arriveAsVisitor, html, languageOf, text, visit, Visitor, waitUntil} from '../support/component-harness.js';

const records = [
  {
    id: 'homework',
    title: 'Homework club',
    country: 'DE',
    city: 'Berlin',
    period: '2019',
    topics: ['Education'],
    summary: 'Pupils of all kinds meet for their homework.',
  },
  {id: 'garden', title: 'A garden for children', country: 'DE', summary: 'Boys and girls plant beans.'},
  {id: 'jobs', title: 'A fair for newcomers', country: 'ES', summary: 'Firms offer employment to all.'},
  {id: 'theatre', title: 'Street theatre', country: 'ES', period: 'ongoing', summary: 'Plays for all children.'},
];
/** What finds nothing but by its meaning. */
const CHILDREN = ['A garden for children', 'Homework club', 'Street theatre'];

function addressOf(practices: readonly object[], language: string): string {
  const feed = {
    version: '1',
    language,
    topics: [{id: 'Education', label: {en: 'Education', de: 'Bildung'}}],
    practices,
  };
  return URL.createObjectURL(new Blob([JSON.stringify(feed)], {type: 'application/json'}));
}

/** A page in a language, with a widget whose texts are English where they say nothing else. */
async function open(lang = 'en', practices: readonly object[] = records): Promise<Visitor> {
  const visitor = await visit(
    html`<good-practice-browser lang=${lang} url="off" src=${addressOf(practices, 'en')}></good-practice-browser>`,
  );
  const spoken = () => languageOf(visitor.one('.root'));
  await waitUntil(() => lang.startsWith(spoken()), `the messages in “${lang}” are there`);
  return visitor;
}

/** Types a query, and waits for what it finds: words may be on their way. */
async function find(visitor: Visitor, query: string, titles: readonly string[]): Promise<void> {
  await visitor.search(query);
  await waitUntil(() => `${visitor.titles()}` === `${titles}`, `“${query}” finds ${titles.join(', ')}`);
  await visitor.settled();
}

const textsOf = (visitor: Visitor, selector: string) => visitor.all(selector).map(text);
const termsIn = (visitor: Visitor, selector: string) =>
  visitor.all(`${selector} bdi`).map((term) => [term.lang, text(term)]);
const offers = (visitor: Visitor) => textsOf(visitor, '[part=offered-filter]');

/** What screen readers are told from now on. On a busy machine, “Searching…” may come before it. */
function listen(): string[] {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const {target} of changes) if (text(target) && text(target) !== 'Searching…') said.push(text(target));
  });
  for (const region of document.querySelectorAll('body > :is([role=status], [role=alert])'))
    observer.observe(region, {childList: true});
  return said;
}
const untilSaid = (said: readonly string[], count: number) =>
  waitUntil(() => said.length >= count, `${count} texts are said`);

describe('a search by meaning', () => {
  arriveAsVisitor();

  it('is which words it found, and one click finds the letters alone', async () => {
    const visitor = await open();
    await find(visitor, 'projects for kids', CHILDREN);
    expect(textsOf(visitor, '.understanding > span')).to.deep.equal(['Also found: children, boys and girls, pupils']);
    expect(visitor.marks()).to.have.members(['children', 'Boys and girls', 'Pupils', 'children']);
    await visitor.click(visitor.button('Search only for “projects for kids”'));
    expect(visitor.one<HTMLInputElement>('#query').value).to.equal('projects for "kids"');
    expect(visitor.titles()).to.deep.equal([]);
    expect(visitor.all('.understanding')).to.have.length(0);
  });

  it('is nothing where the letters found it all', async () => {
    const visitor = await open();
    await find(visitor, 'newcomers', ['A fair for newcomers']);
    expect(visitor.all('.understanding, [part=literal], [part=offered-filter]')).to.have.length(0);
  });

  it('has the language of the texts on their words', async () => {
    const visitor = await open('de', [
      ...records,
      {id: 'école', title: 'Le jardin', lang: 'fr', summary: 'Les enfants y plantent des haricots.'},
    ]);
    await find(visitor, 'Kinder', ['A garden for children', 'Le jardin', 'Homework club', 'Street theatre']);
    expect(termsIn(visitor, '.understanding')).to.deep.equal([
      ['en', 'children'],
      ['en', 'boys and girls'],
      ['en', 'pupils'],
      ['fr', 'enfants'],
    ]);
    expect(textsOf(visitor, '[part=literal]')).to.deep.equal(['Nur nach „Kinder“ suchen']);
  });

  it('is the word that was meant, as the texts spell it, where one was misspelt', async () => {
    const visitor = await open();
    await find(visitor, 'Emploiment', ['A fair for newcomers']);
    const [note] = visitor.all('.note');
    expect(text(note)).to.equal('Showing results for employment');
    expect(text(note!.querySelector('.meant'))).to.equal('employment');
    expect(visitor.all('[part=suggestion]')).to.have.length(0);
  });

  it('is no other word for one that is known, though a text has one that is nearly the same', async () => {
    const visitor = await open();
    await find(visitor, 'kids', CHILDREN);
    expect(visitor.all('[part=suggestion]')).to.have.length(0);
    expect(visitor.element.searchResults!.suggestion).to.equal(null);
    expect(visitor.marks()).not.to.include('kinds');
  });

  it('is said to screen readers once', async () => {
    const visitor = await open();
    const said = listen();
    await find(visitor, 'kids in Germany', ['A garden for children', 'Homework club']);
    await untilSaid(said, 1);
    // What comes next tells that nothing came between.
    await visitor.search('newcomers');
    await untilSaid(said, 2);
    expect(said).to.deep.equal([
      '2 of 4 practices. Also found: children, boys and girls, pupils. Filter: Country Germany (2)',
      '1 of 4 practices',
    ]);
  });
});

describe('filters that a query names', () => {
  arriveAsVisitor();

  it('are buttons that choose the filter in place of its words, and put the focus on its chip', async () => {
    const visitor = await open();
    await find(visitor, 'kids in Germany', ['A garden for children', 'Homework club']);
    expect(offers(visitor)).to.deep.equal(['Filter: Country Germany (2)']);
    await visitor.click(visitor.button('Filter: Country Germany (2)'));
    expect(visitor.one<HTMLInputElement>('#query').value).to.equal('kids');
    expect(visitor.chips()).to.deep.equal(['Germany']);
    await waitUntil(() => visitor.focus === 'button “Remove filter: Country, Germany”', 'the focus is on the chip');
    expect(visitor.titles()).to.deep.equal(['A garden for children', 'Homework club']);
    expect(visitor.total()).to.equal('2 of 4 practices');
    expect(offers(visitor)).to.deep.equal([]);
  });

  it('are those of topics, countries, cities and years, three at most', async () => {
    const visitor = await open();
    await find(visitor, 'Education 2019 Berlin Germany homework', ['Homework club']);
    expect(offers(visitor)).to.have.length(3);
    for (const [query, offer] of [
      ['Education', 'Filter: Topic Education (1)'],
      ['2019', 'Filter: Year 2019 (1)'],
      ['Berlin', 'Filter: City Berlin (1)'],
    ] as const) {
      await find(visitor, query, ['Homework club']);
      expect(offers(visitor), query).to.deep.equal([offer]);
    }
  });

  it('are a range of years, with nothing but stop words between them', async () => {
    const visitor = await open();
    for (const query of ['from 2015 to 2019', 'between 2019 and 2015', '2015-2019', '2015–2019'])
      await waitUntil(async () => {
        await visitor.search(query);
        return `${offers(visitor)}` === 'Filter: Year 2015 to 2019 (1)';
      }, `“${query}” is a range`);
    await visitor.search('2015 homework 2019');
    await waitUntil(() => `${offers(visitor)}` === 'Filter: Year 2019 (1)', 'two years are no range');

    for (const [query, offered] of [
      ['homework since 2015', 'Filter: Year 2015 onwards (1)'],
      ['homework before 2020', 'Filter: Year until 2019 (1)'],
      ['ongoing', 'Filter: Year Ongoing (1)'],
    ] as const)
      await waitUntil(async () => {
        await visitor.search(query);
        return `${offers(visitor)}` === offered;
      }, `“${query}” offers “${offered}”`);

    await visitor.search('homework from 2015 to 2019');
    const offer = 'Filter: Year 2015 to 2019 (1)';
    await waitUntil(() => `${offers(visitor)}` === offer, 'the range is offered');
    await visitor.click(visitor.button(offer));
    expect(visitor.element.searchState.query).to.equal('homework');
    expect(visitor.chips()).to.deep.equal(['2015 to 2019']);
    await waitUntil(() => visitor.focus === 'button “Remove filter: Year, 2015 to 2019”', 'the focus is on the chip');
    expect(offers(visitor)).to.deep.equal([]);
  });

  it('find their practices, also beside other filters', async () => {
    const visitor = await open();
    await visitor.refine('Spain');
    await visitor.search('Germany');
    await waitUntil(() => offers(visitor).length, 'the filter is offered');
    expect(visitor.titles()).to.deep.equal([]);
    const [offer] = offers(visitor);
    expect(offer).to.equal('Filter: Country Germany (2)');
    await visitor.click(visitor.button(offer!));
    expect(visitor.chips()).to.deep.equal(['Spain', 'Germany']);
    expect(visitor.element.searchState.query).to.equal('');
    // Those of Germany beside those of Spain: values of one attribute add up.
    expect(visitor.titles()).to.have.length(4);
  });

  it('are in the language of the page', async () => {
    const visitor = await open('fr');
    await find(visitor, 'Allemagne', ['Homework club', 'A garden for children']);
    expect(offers(visitor)).to.deep.equal(['Filtre : Pays Allemagne (2)']);
  });

  it('are announced once, not again while more is typed', async () => {
    const visitor = await open();
    const said = listen();
    await find(visitor, 'Germany', ['Homework club', 'A garden for children']);
    await untilSaid(said, 1);
    await sendKeys({type: ' k'});
    await waitUntil(() => offers(visitor).length, 'the filter is offered');
    await untilSaid(said, 2);
    await visitor.search('newcomers');
    await untilSaid(said, 3);
    expect(said.map((each) => /Filter.*/.exec(each)?.[0])).to.deep.equal([
      'Filter: Country Germany (2)',
      undefined,
      undefined,
    ]);
  });

  it('are announced where more is typed before they have been', async () => {
    const visitor = await open();
    const said = listen();
    await visitor.search('Germany');
    await waitUntil(() => offers(visitor).length, 'the filter is offered');
    await sendKeys({type: ' '});
    await untilSaid(said, 1);
    expect(said).to.deep.equal(['2 of 4 practices. Filter: Country Germany (2)']);
  });
});

describe('a search by meaning that finds nothing', () => {
  arriveAsVisitor();

  it('names the language of the texts where it is not that of the page, and offers words of theirs', async () => {
    const visitor = await open('de');
    await visitor.search('Moschee Xylophon Kinder Quitte');
    await waitUntil(() => visitor.all('[part=empty] [part=suggestion]').length, 'it offers words');
    expect(textsOf(visitor, '[part=empty] > p')).to.include('Sprache der Texte: Englisch.');
    expect(termsIn(visitor, '[part=empty] [part=suggestion]')).to.deep.equal([['en', 'children']]);
    await visitor.click(visitor.button('Nach „children“ suchen'));
    expect(visitor.one<HTMLInputElement>('#query').value).to.equal('children');
    expect(visitor.titles()).to.have.members(CHILDREN);
  });

  it('names no language where the texts are in that of the page', async () => {
    const visitor = await open('en-GB');
    await visitor.search('xylophone');
    expect(textsOf(visitor, '[part=empty] > p').filter((each) => /written in/.test(each))).to.deep.equal([]);
    visitor.element.lang = 'fr';
    await waitUntil(
      () => textsOf(visitor, '[part=empty] > p').some((each) => /anglais/.test(each)),
      'it does in French',
    );
    await waitUntil(() => !visitor.element['search'].isPending, 'no words are on their way');
  });
});

describe('the languages of a search', () => {
  arriveAsVisitor();
  before(() => performance.setResourceTimingBufferSize(10_000));

  /** The languages whose words the browser has asked for. */
  const asked = () =>
    performance
      .getEntriesByType('resource')
      .flatMap(({name}) => /\/generated\/words\/([\w-]+)\.json/.exec(name)?.[1] ?? []);

  /** Runs a test in a browser with these languages. */
  const inBrowserOf = (languages: readonly string[], run: () => Promise<void>) => async () => {
    Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
    try {
      await run();
    } finally {
      Reflect.deleteProperty(navigator, 'languages');
    }
  };

  it(
    'are those of the browser too where it finds nothing else, and it says in which it understood the words',
    inBrowserOf(['c', 'tr-TR'], async () => {
      const visitor = await open();
      expect(asked()).not.to.include('tr');
      const said = listen();
      await find(visitor, 'çocuk', CHILDREN);
      expect(textsOf(visitor, '.understanding > span')).to.deep.equal([
        'Language of your words: Turkish',
        'Also found: children, boys and girls, pupils',
      ]);
      await untilSaid(said, 1);
      expect(said).to.deep.equal([
        '3 of 4 practices. Language of your words: Turkish. Also found: children, boys and girls, pupils',
      ]);
    }),
  );

  it(
    'are those of the browser too where it finds only a guess',
    inBrowserOf(['it'], async () => {
      const visitor = await open('en', [
        {id: 'case', title: 'A case for inclusion'},
        {id: 'homes', title: 'Housing for newcomers'},
        {id: 'fair', title: 'A fair for newcomers'},
      ]);
      await find(visitor, 'casa', ['Housing for newcomers']);
      expect(visitor.element.searchResults!.suggestion).to.equal(null);
    }),
  );

  it(
    'are those of the browser too where it finds only some of the words',
    inBrowserOf(['sl'], async () => {
      const visitor = await open();
      await find(visitor, 'newcomers zaposlitev', ['A fair for newcomers']);
      await waitUntil(() => !visitor.element.searchResults!.isPartial, 'it has all of the words');
    }),
  );

  it(
    'are not those of the browser where the page’s and the texts’ find something, or the query is in another script',
    inBrowserOf(['cs', 'uk-UA', 'ka'], async () => {
      const visitor = await open();
      await find(visitor, 'kids', CHILDREN);
      await find(visitor, 'διακοσμητική', []);
      expect(asked()).not.to.include.members(['cs']);
      await find(visitor, 'діти', CHILDREN);
      expect(asked()).to.include('uk').and.not.to.include('cs').and.not.to.include('ka');
    }),
  );

  it(
    'are at most two of the browser’s',
    inBrowserOf(['et', 'fi-FI', 'hu'], async () => {
      const visitor = await open();
      await find(visitor, 'gyerekek', []);
      await waitUntil(() => asked().includes('fi'), 'two are asked for');
      await find(visitor, 'lapsed', CHILDREN);
      expect(asked()).not.to.include('hu');
    }),
  );

  it('are those of all the texts', async () => {
    const visitor = await open('en', [
      {id: 'a', title: 'Ogród', lang: 'pl', summary: 'Dla dzieci z okolicy.'},
      {id: 'b', title: 'Garten', lang: 'de', summary: 'Für die Kinder der Umgebung.'},
      {id: 'c', title: 'Homework club', lang: 'en'},
    ]);
    await find(visitor, 'kids', ['Ogród', 'Garten']);
    expect(visitor.marks()).to.have.members(['dzieci', 'Kinder']);
  });

  it('change with that of the page, there and back', async () => {
    const visitor = await open('de');
    await find(visitor, 'Kinder', CHILDREN);
    visitor.element.lang = 'es';
    await find(visitor, 'niños', CHILDREN);
    await waitUntil(
      () => `${textsOf(visitor, '[part=literal]')}` === 'Buscar solo “niños”',
      'the messages are Spanish',
    );
    await find(visitor, 'Arbeit', []);
    visitor.element.lang = 'de';
    await find(visitor, 'Arbeit', ['A fair for newcomers']);
  });

  it('are asked for once by all widgets of a page', async () => {
    const src = addressOf(records, 'en');
    const parent = await fixture<HTMLElement>(
      html`<div lang="sv">
        <good-practice-browser url="off" src=${src}></good-practice-browser>
        <good-practice-browser url="off" src=${src}></good-practice-browser>
      </div>`,
    );
    const visitors = [...parent.querySelectorAll('good-practice-browser')].map((element) => new Visitor(element));
    await waitUntil(() => visitors.every(({element}) => element.searchResults), 'the practices are there');
    for (const visitor of visitors) await find(visitor, 'barn', CHILDREN);
    expect(asked().filter((language) => language === 'sv')).to.have.length(1);
  });
});
