import {expect} from '@open-wc/testing';
import {feedWith} from '../../../fixtures/practices.js';
import {createIndexSearch, searchTitles} from '../../../support/index-search.js';

/** `[query, title]` of each line. */
const pairsOf = (lines: string) =>
  lines
    .trim()
    .split(/\n\s*/)
    .map((line) => line.split(' → ') as [string, string]);

const titles = [
  'Schools',
  'Refugees',
  'Library',
  'Young people',
  'Young people in 2015',
  'Women',
  'Children',
  'Girls',
  'Employment',
  'Housing',
  'Public space',
  'Volunteers',
  'Citizen participation',
];

/**
 * Queries of pages in a language, and titles that they find: complete, without accents, in
 * capitals, or in another form.
 */
const words = {
  ar: `
    مدارس → Schools
    المدارس → Schools
    مدرسة → Schools
    المدرسه → Schools
    مَدْرَسَة → Schools
    لاجئين → Refugees
    اللاجئون → Refugees
    للاجئين → Refugees
    بالمدرسة → Schools
    والمدارس → Schools
    للنساء → Women
    إسكان → Housing
    الاسكان → Housing
    شباب ٢٠١٥ → Young people in 2015
    شباب ۲۰۱۵ → Young people in 2015
    الشباب 2015 → Young people in 2015
  `,
  he: `
    פליטים → Refugees
    בית ספר → Schools
    בתי ספר → Schools
    דיור → Housing
    סִפְרִיָּה → Library
    בספרייה → Library
    הפליטים → Refugees
    לילדים → Children
  `,
  el: `
    σχολεία → Schools
    ΣΧΟΛΕΙΑ → Schools
    σχολεια → Schools
    πρόσφυγες → Refugees
    βιβλιοθήκη → Library
    γυναίκες → Women
  `,
  uk: `
    школи → Schools
    біженці → Refugees
    БІЖЕНЦІ → Refugees
    жінки → Women
  `,
  ru: `
    беженцы → Refugees
    ребёнок → Children
    ребенок → Children
    ЖЕНЩИНЫ → Women
  `,
  bg: 'бежанци → Refugees',
  mk: 'бегалци → Refugees',
  'sr-Cyrl': 'избеглице → Refugees',
  'sr-Latn': 'izbeglice → Refugees',
  ka: `
    სკოლა → Schools
    ᲡᲙᲝᲚᲐ → Schools
    ლტოლვილები → Refugees
    ბიბლიოთეკა → Library
  `,
  hy: `
    դպրոց → Schools
    ԴՊՐՈՑ → Schools
    փախստականներ → Refugees
  `,
  ja: `
    学校 → Schools
    難民 → Refugees
    図書館 → Library
    ボランティア → Volunteers
    ﾎﾞﾗﾝﾃｨｱ → Volunteers
    ぼらんてぃあ → Volunteers
  `,
  ko: `
    도서관에서 → Library
    난민들에게 → Refugees
    학교에서 → Schools
    학교 → Schools
    난민 → Refugees
    도서관 → Library
  `,
  tr: `
    kadın → Women
    KADIN → Women
    kadin → Women
    kadınlar → Women
    iş → Employment
    İŞ → Employment
    mülteciler → Refugees
    MÜLTECİLER → Refugees
    multeciler → Refugees
  `,
  az: `
    qadın → Women
    QADIN → Women
    qadin → Women
    qaçqınlar → Refugees
    QAÇQINLAR → Refugees
    məktəb → Schools
    mekteb → Schools
  `,
  de: `
    Flüchtlinge → Refugees
    Fluchtlinge → Refugees
    Fluechtlinge → Refugees
    Mädchen → Girls
    Madchen → Girls
    Maedchen → Girls
    Bürgerbeteiligung → Citizen participation
    Burgerbeteiligung → Citizen participation
    Buergerbeteiligung → Citizen participation
    öffentlicher Raum → Public space
    offentlicher Raum → Public space
    oeffentlicher Raum → Public space
  `,
};

const places = {
  Geneva: {city: 'Geneva', country: 'CH'},
  Copenhagen: {city: 'Copenhagen', country: 'DK'},
  Lisbon: {city: 'Lisbon', country: 'PT'},
  London: {city: 'London', country: 'GB'},
  Milan: {city: 'Milan', country: 'IT'},
  Barcelona: {city: 'Barcelona', country: 'ES'},
  Berlin: {city: 'Berlin', country: 'DE'},
  Lublin: {city: 'Lublin', country: 'PL'},
  Rotterdam: {city: 'Rotterdam', country: 'NL'},
  Vienna: {city: 'Wien', country: 'AT'},
};

/** Queries of pages in a language, and the place of the practice that they find. */
const placeNames = {
  en: `
    Geneva → Geneva
    Genève → Geneva
    Swiss → Geneva
    swiss cities → Geneva
    København → Copenhagen
    Danish → Copenhagen
    Lisboa → Lisbon
    England → London
    Scotland → London
    Britain → London
    Great Britain → London
    UK → London
    Milano → Milan
    spanish cities → Barcelona
    España → Barcelona
    Espana → Barcelona
    Deutschland → Berlin
    Polska → Lublin
    Holland → Rotterdam
    Vienna → Vienna
    Wien → Vienna
    Österreich → Vienna
    Scandinavia → Copenhagen
    scandinavian cities → Copenhagen
    Nordic countries → Copenhagen
  `,
  de: `
    Genf → Geneva
    Schweiz → Geneva
    Mailand → Milan
    Kopenhagen → Copenhagen
    Lissabon → Lisbon
    spanische Städte → Barcelona
    Großbritannien → London
    Skandinavien → Copenhagen
    nordische Länder → Copenhagen
    Grossbritannien → London
  `,
  fr: `
    Londres → London
    Genève → Geneva
    Copenhague → Copenhagen
    Allemagne → Berlin
    Espagne → Barcelona
    villes polonaises → Lublin
    Pays-Bas → Rotterdam
    pays nordiques → Copenhagen
  `,
  it: `
    Ginevra → Geneva
    Londra → London
    Lisbona → Lisbon
    Germania → Berlin
    Svizzera → Geneva
    Scandinavia → Copenhagen
  `,
  es: `
    Londres → London
    Ginebra → Geneva
    Alemania → Berlin
    Milán → Milan
    países escandinavos → Copenhagen
  `,
  el: `
    Κοπεγχάγη → Copenhagen
    ΚΟΠΕΓΧΑΓΗ → Copenhagen
    Ισπανία → Barcelona
  `,
  uk: `
    Лісабон → Lisbon
    Копенгаген → Copenhagen
    Скандинавія → Copenhagen
    Німеччина → Berlin
  `,
  ru: `
    Лондон → London
    Испания → Barcelona
    Польша → Lublin
  `,
  pl: `
    Lizbona → Lisbon
    Genewa → Geneva
    Niemcy → Berlin
    Polska → Lublin
  `,
  cs: `
    Kodaň → Copenhagen
    Kodan → Copenhagen
    Vídeň → Vienna
  `,
  sv: `
    Köpenhamn → Copenhagen
    Norden → Copenhagen
  `,
  fi: 'Espanja → Barcelona',
  hu: `
    Spanyolország → Barcelona
    Bécs → Vienna
  `,
  tr: `
    İspanya → Barcelona
    ISPANYA → Barcelona
    Almanya → Berlin
    İskandinavya → Copenhagen
  `,
  ar: `
    إسبانيا → Barcelona
    لندن → London
    ألمانيا → Berlin
  `,
  he: 'ספרד → Barcelona',
  ka: 'ესპანეთი → Barcelona',
  hy: 'Իսպանիա → Barcelona',
  ja: `
    スペイン → Barcelona
    ロンドン → London
  `,
  ko: '스페인 → Barcelona',
};

describe('the search by meaning in languages other than that of the texts', () => {
  for (const [language, lines] of Object.entries(words))
    describe(`“${language}”`, () => {
      let find: Awaited<ReturnType<typeof searchTitles>>;
      before(async () => {
        find = await searchTitles(titles, language);
      });

      for (const [query, title] of pairsOf(lines))
        it(`finds “${title}” for “${query}”`, () => {
          const {isPartial, titles: found} = find(query);
          expect(found).to.include(title);
          expect(found.filter((each) => !each.startsWith(title))).to.deep.equal([]);
          expect(isPartial).to.equal(false);
        });
    });

  for (const [language, lines] of Object.entries(placeNames))
    describe(`finds places in “${language}”`, () => {
      let find: Awaited<ReturnType<typeof searchTitles>>;
      before(async () => {
        const practices = Object.entries(places).map(([title, place]) => ({title: `In ${title}`, ...place}));
        find = await createIndexSearch(feedWith({practices}), language);
      });

      for (const [query, place] of pairsOf(lines))
        it(`${place} by “${query}”`, () => {
          expect(find(query).titles).to.deep.equal([`In ${place}`]);
        });
    });
});
