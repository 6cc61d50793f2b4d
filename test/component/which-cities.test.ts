import {expect} from '@open-wc/testing';
import {arriveAsVisitor, html, languageOf, text, visit, Visitor, waitUntil} from '../support/component-harness.js';

const housingIn = (city: string, country: string, id: string) => ({
  id,
  title: `Homes ${id}`,
  city,
  country,
  summary: 'Social housing for all.',
});
const records = [
  housingIn('Bilbao', 'ES', 'a'),
  housingIn('Bergen', 'NO', 'b'),
  housingIn('Bergen', 'NO', 'c'),
  {id: 'd', title: 'Choir', city: 'Leeds', country: 'GB', summary: 'All sing.', topics: ['Music']},
  {id: 'e', title: 'Without a place', summary: 'Housing.'},
];

/** In these languages, which cities work on housing. */
const queries = {
  en: ['which cities work on housing', 'what cities work on housing?', 'cities housing', 'Which towns do housing'],
  de: ['Welche Städte arbeiten zu Wohnen', 'Städte Wohnen', 'welche Stadt arbeitet an Wohnen'],
  fr: ['quelles villes travaillent sur le logement', 'villes logement', 'Quelles communes s’occupent de logement'],
  es: ['¿Qué ciudades trabajan en vivienda?', 'ciudades vivienda', 'que ciudad trabaja en vivienda'],
  it: ['quali città lavorano su alloggi', 'Quali comuni si occupano di alloggi'],
  pl: ['które miasta zajmują się mieszkalnictwem'],
  tr: ['hangi şehirler konut üzerinde çalışıyor'],
  ar: ['ما المدن التي تعمل على الإسكان'],
  uk: ['які міста працюють над житлом'],
  sv: ['vilka städer arbetar med bostäder'],
};

async function open(lang = 'en', practices: readonly object[] = records): Promise<Visitor> {
  const feed = {version: '1', language: 'en', practices};
  const src = URL.createObjectURL(new Blob([JSON.stringify(feed)], {type: 'application/json'}));
  const visitor = await visit(html`<good-practice-browser lang=${lang} url="off" src=${src}></good-practice-browser>`);
  await waitUntil(() => lang.startsWith(languageOf(visitor.one('.root'))), 'the messages are there');
  return visitor;
}

const cities = (visitor: Visitor) => visitor.all('[part=offered-city]').map(text);
const untilCities = (visitor: Visitor, expected: readonly string[], query: string) =>
  waitUntil(() => `${cities(visitor)}` === `${expected}`, `“${query}” shows ${expected.join(', ')}`);

describe('a query that asks for cities', () => {
  arriveAsVisitor();

  for (const [language, list] of Object.entries(queries))
    it(`is answered by cities with their numbers of practices, in ${language}`, async () => {
      const visitor = await open(language);
      const number = new Intl.NumberFormat(language === 'ar' ? 'ar' : 'en');
      for (const query of list) {
        await visitor.search('');
        await visitor.search(query);
        await untilCities(visitor, [`Bergen (${number.format(2)})`, `Bilbao (${number.format(1)})`], query);
        expect(visitor.titles(), query).to.have.members(['Homes a', 'Homes b', 'Homes c', 'Without a place']);
      }
    });

  it('says what the buttons are, for screen readers too', async () => {
    const visitor = await open();
    const said: string[] = [];
    new MutationObserver((changes) => said.push(...changes.map(({target}) => text(target)))).observe(
      document.body.querySelector(':scope > [role=status]')!.parentElement!,
      {childList: true, subtree: true},
    );
    await visitor.search('which cities work on housing');
    await untilCities(visitor, ['Bergen (2)', 'Bilbao (1)'], 'the query');
    const list = visitor.one('.found-cities ul');
    expect(text(list.previousElementSibling)).to.equal('Cities');
    expect(list.getAttribute('aria-labelledby')).to.equal('cities');
    await waitUntil(() => said.some((each) => each.includes('Cities: Bergen (2) and Bilbao (1)')), 'it is said');
    await expect(visitor.element).to.be.accessible();
  });

  it('filters by a city at a click, keeps the others with their numbers, and adds or removes them', async () => {
    const visitor = await open();
    await visitor.search('which cities work on housing');
    await untilCities(visitor, ['Bergen (2)', 'Bilbao (1)'], 'the query');
    await visitor.click(visitor.button('Bilbao (1)'));
    expect(visitor.titles()).to.deep.equal(['Homes a']);
    expect(visitor.chips()).to.deep.equal(['Bilbao']);
    expect(cities(visitor)).to.deep.equal(['Bergen (2)', 'Bilbao (1)']);
    expect(visitor.button('Bilbao (1)').ariaPressed).to.equal('true');
    expect(visitor.button('Bilbao (1)').matches(':focus')).to.equal(true);
    expect(visitor.one<HTMLInputElement>('#query').value).to.equal('which cities work on housing');
    await visitor.click(visitor.button('Bergen (2)'));
    expect(visitor.titles()).to.have.members(['Homes a', 'Homes b', 'Homes c']);
    await visitor.click(visitor.button('Bilbao (1)'));
    expect(visitor.titles()).to.have.members(['Homes b', 'Homes c']);
  });

  it('leaves the focus on the next selected filter when one is removed', async () => {
    const visitor = await open();
    await visitor.search('which cities work on housing');
    await untilCities(visitor, ['Bergen (2)', 'Bilbao (1)'], 'the query');
    await visitor.click(visitor.button('Bilbao (1)'));
    await visitor.click(visitor.button('Bergen (2)'));
    visitor.all('.chips .chip')[0]!.focus();
    await visitor.press('Enter');
    expect(visitor.chips()).to.deep.equal(['Bergen']);
    expect(visitor.one('.chips .chip').matches(':focus')).to.equal(true);
  });

  it('shows the cities with most practices first, and all at a click', async () => {
    const practices = [...Array(20).keys()].flatMap((i) =>
      [...Array(20 - i).keys()].map((k) => housingIn(`City ${String.fromCharCode(65 + i)}`, 'ES', `${i}-${k}`)),
    );
    const visitor = await open('en', practices);
    await visitor.search('which cities work on housing');
    await waitUntil(() => cities(visitor).length, 'the cities are there');
    expect(cities(visitor)).to.have.length(8);
    expect(cities(visitor)[0]).to.equal('City A (20)');
    await visitor.click(visitor.button('Show 12 more: Cities'));
    expect(cities(visitor)).to.have.length(20);
    expect(visitor.button('City I (12)').matches(':focus')).to.equal(true);
    await visitor.click(visitor.button('Show fewer'));
    expect(cities(visitor)).to.have.length(8);
  });

  for (const query of ['housing', 'twin cities', '"which cities" housing', 'city of housing', 'kids'])
    it(`is not “${query}”`, async () => {
      const visitor = await open();
      await visitor.search(query);
      await waitUntil(() => visitor.element.searchResults?.state.query === query, 'it is answered');
      expect(visitor.element.searchResults!.understanding.cities).to.deep.equal([]);
      expect(visitor.all('.found-cities')).to.have.length(0);
    });
});
