import {expect} from '@open-wc/testing';
import {attributeValues} from '../../../../src/core/attribute-values.js';
import type {Practice} from '../../../../src/core/practice.js';
import {isWithin} from '../../../../src/core/state/search-state.js';
import {createIndexSearch, searchTitles} from '../../../support/index-search.js';
import {feedWith, realFeed} from '../../../fixtures/practices.js';

/** Other practices, so that the words of the tests are rare. */
const others = Array.from({length: 12}, (_, i) => ({title: `Unrelated ${i}`}));
const otherTitles = others.map(({title}) => title);

describe('the search by meaning', () => {
  describe('ranks', () => {
    it('the word, its beginning, another form and the same meaning in this order', async () => {
      const find = await searchTitles([...otherTitles, 'Employment', 'A job', 'Jobseekers', 'Jobs']);
      const {ranked, tierOf, titles} = find('jobs ');
      expect(titles).to.deep.equal(['Jobs', 'Jobseekers', 'A job', 'Employment']);
      expect(ranked.map(tierOf)).to.deep.equal(['exact', 'prefix', 'inflection', 'concept']);
    });

    it('a misspelt word last', async () => {
      const find = await searchTitles([...otherTitles, 'Zambujal', 'Zambujalense']);
      const {ranked, tierOf, titles} = find('zambujale ');
      expect(titles).to.deep.equal(['Zambujalense', 'Zambujal']);
      expect(ranked.map(tierOf)).to.deep.equal(['prefix', 'fuzzy']);
    });

    it('the same meaning in a title or topic before the same meaning in a text', async () => {
      const find = await createIndexSearch(
        feedWith({
          topics: [{id: 'work', label: 'Business and labour market'}],
          practices: [
            ...others,
            {title: 'In a section', sections: [{heading: '', text: 'We look for vacancies.'}]},
            {title: 'In the summary', summary: 'A place with vacancies.'},
            {title: 'In the topic', topics: ['work']},
            {title: 'Vacancies'},
          ],
        }),
      );
      expect(find('jobs').titles).to.deep.equal(['Vacancies', 'In the topic', 'In the summary', 'In a section']);
    });
  });

  it('reads no small word of a topic in another language', async () => {
    const feed = feedWith({
      topics: [
        {id: 'peace', label: {en: 'Conflict resolution', it: 'Risoluzione dei conflitti', ko: '갈등 해결', fr: 'ONG'}},
      ],
      practices: [{title: 'Peace', topics: ['peace']}, {title: 'Diversity'}],
    });
    const find = await createIndexSearch(feed);
    expect(find('DEI').titles).to.deep.equal(['Diversity']);
    for (const query of ['risoluzione', '해결', 'ONG']) expect(find(query).titles, query).to.deep.equal(['Peace']);
    expect((await createIndexSearch(feed, 'it'))('risoluzione dei conflitti').titles).to.deep.equal(['Peace']);
  });

  it('finds a topic by another word for its label', async () => {
    const find = await createIndexSearch(
      feedWith({
        topics: [
          {id: 'work', label: 'Business and labour market'},
          {id: 'sport', label: 'Sport'},
        ],
        practices: [
          {title: 'One', topics: ['work']},
          {title: 'Two', topics: ['sport']},
        ],
      }),
    );
    expect(find('jobs').titles).to.deep.equal(['One']);
  });

  it('searches practices of which no language is common, and none at all', async () => {
    const languages = 'bg cs da de el es et fi fr hr hu is it lt lv nb nl pl pt ro ru sk sl'.split(' ');
    const many = languages.map((titleLang) => ({title: `Jobs ${titleLang}`, titleLang}));
    expect((await createIndexSearch(feedWith({practices: many})))('jobs').titles).to.have.length(23);
    expect((await createIndexSearch(feedWith({practices: []})))('jobs').titles).to.deep.equal([]);
  });

  it('requires all meanings of a query', async () => {
    const titles = ['Female workers: employment of women', 'A women’s choir', 'Employment', 'Nothing'];
    const find = await searchTitles(titles);
    const {isPartial, titles: found} = find('jobs for ladies');
    expect(found).to.deep.equal(['Female workers: employment of women']);
    expect(isPartial).to.equal(false);
  });

  it('finds phrases only if their words are adjacent', async () => {
    const find = await createIndexSearch(
      feedWith({
        practices: [
          {title: 'The labour market'},
          {title: 'Labour of love on a market'},
          {title: 'Labour', summary: 'A market'},
          {title: 'A market for labour'},
        ],
      }),
    );
    expect(find('vacancies').titles).to.deep.equal(['The labour market']);
  });

  it('finds phrases that share a word with an input-only term', async () => {
    const find = await searchTitles(['Migrants', 'Irregular migrants']);
    expect(find('undocumented').titles).to.deep.equal(['Irregular migrants']);
    expect((await searchTitles(['Board games', 'Games']))('toys').titles).to.deep.equal(['Board games']);
  });

  for (const [language, query] of [
    ['en', 'SMEs'],
    ['de', 'KMU'],
    ['fr', 'PME'],
    ['es', 'pymes'],
    ['it', 'PMI'],
    ['tr', 'KOBİ'],
  ] as const)
    it(`knows the abbreviation “${query}”`, async () => {
      const find = await searchTitles(['Companies', 'He sees it'], language);
      expect(find(query).titles).to.deep.equal(['Companies']);
    });

  it('knows words with a hyphen without it too', async () => {
    const titles = ['Against rumours', 'Other'];
    for (const query of ['anti-rumour', 'anti rumours', 'antirumour', 'antirumours', 'antirumour agents'])
      expect((await searchTitles(titles))(query).titles, query).to.deep.equal(['Against rumours']);
    expect((await searchTitles(titles, 'de'))('Antigerüchte').titles).to.deep.equal(['Against rumours']);
    const feed = feedWith({synonyms: [['co-housing', 'Baugruppe']], practices: [...others, {title: 'Baugruppe'}]});
    expect((await createIndexSearch(feed))('cohousing').titles).to.deep.equal(['Baugruppe']);
  });

  it('knows terms of several words in one piece, and words in several pieces', async () => {
    for (const [language, query, title] of [
      ['en', 'publicspace', 'Streets and public spaces'],
      ['en', 'hatespeech', 'Against hate speech'],
      ['en', 'languagecourses', 'Language courses'],
      ['en', 'reggioemilia', 'Reggio Emilia'],
      ['fr', 'vivreensemble', 'Living together'],
      ['de', 'Sprach Kurs', 'Language courses'],
      ['en', 'inter cultural', 'Intercultural cities'],
      ['en', 'inter-cultural', 'Intercultural cities'],
    ] as const) {
      const find = await searchTitles([...otherTitles, title], language);
      expect(find(query), query).to.deep.include({titles: [title], corrections: [], isPartial: false});
    }
  });

  it('finds a broader concept if no practice has the one of the query', async () => {
    const titles = ['Mediation', 'A museum'];
    expect((await searchTitles(titles, 'de'))('Stadtteilmütter').titles).to.deep.equal(['Mediation']);
    const mothers = [...titles, 'Intercultural mediators'];
    expect((await searchTitles(mothers, 'de'))('Stadtteilmütter').titles).to.deep.equal(['Intercultural mediators']);
  });

  it('finds a broader concept if no practice has all concepts of the query', async () => {
    const titles = ['Landlords', 'Refugees', 'Refugees find a job', 'Housing for refugees'];
    const find = await searchTitles(titles, 'de');
    expect(find('Wohnungssuche').titles).to.deep.equal(['Landlords']);
    expect(find('Wohnungssuche Flüchtlinge')).to.deep.include({titles: ['Housing for refugees'], isPartial: false});
    expect(find('Wohnungssuche Flüchtlinge Musik')).to.deep.include({
      titles: ['Housing for refugees'],
      isPartial: true,
    });
    expect(find('Wohnungssuche Musik').titles).to.deep.equal(['Landlords']);
  });

  it('finds no word that looks like a form of another, but means something else', async () => {
    const homes = await searchTitles(['A house with social life', 'Affordable housing']);
    expect(homes('social housing').titles).to.deep.equal(['Affordable housing']);
    const titles = ['Universities', 'A university', 'A universal plan', 'Universally'];
    expect((await searchTitles(titles))('universities ').titles).to.deep.equal(['Universities', 'A university']);
    expect((await searchTitles(titles, 'de'))('Hochschule').titles).to.have.members(['Universities', 'A university']);
    expect((await searchTitles(titles))('universal ').titles).to.deep.equal(['A universal plan', 'Universally']);
  });

  it('finds quoted words by their letters', async () => {
    const find = await searchTitles(['Employment', 'Jobs', 'Language café', 'Conversation café in any language']);
    expect(find('jobs').titles).to.have.members(['Employment', 'Jobs']);
    expect(find('"jobs"').titles).to.deep.equal(['Jobs']);
    expect(find('conversation group').titles).to.include('Language café');
    expect(find('"conversation group"').titles).to.deep.equal([]);
  });

  describe('of a question', () => {
    for (const [language, query, same] of [
      ['en', 'which cities work on housing', 'housing'],
      ['en', 'what does Bergen do', 'Bergen'],
      ['de', 'welche Städte arbeiten an Wohnen', 'Wohnen'],
      ['de', 'was macht Bergen', 'Bergen'],
      ['fr', 'quelles villes travaillent sur le logement', 'logement'],
      ['es', 'qué ciudades trabajan en vivienda', 'vivienda'],
      ['it', 'quali città lavorano sulla casa', 'casa'],
      ['pt', 'que cidades trabalham na habitação', 'habitação'],
      ['nl', 'welke steden werken aan wonen', 'wonen'],
      ['uk', 'які міста працюють над житлом', 'житло'],
      ['ru', 'какие города работают над жильём', 'жильё'],
      ['ro', 'ce orașe lucrează la locuințe', 'locuințe'],
      ['tr', 'hangi şehirler konut üzerine çalışıyor', 'konut'],
      ['ar', 'ماذا تفعل بيرغن', 'بيرغن'],
      ['el', 'ποιες πόλεις δουλεύουν για τη στέγαση', 'στέγαση'],
      ['sv', 'vilka städer arbetar med bostäder', 'bostäder'],
      ['cs', 'která města pracují na bydlení', 'bydlení'],
      ['pl', 'co robi Bergen', 'Bergen'],
      ['fr', 'comment aider les réfugiés', 'réfugiés'],
      ['da', 'hvordan hjælper byer flygtninge', 'flygtninge'],
      ['hu', 'hogyan segítenek a városok a menekülteknek', 'menekülteknek'],
      ['tr', 'şehirler mültecilere nasıl yardım ediyor', 'mültecilere'],
      ['en', 'tackle racism', 'racism'],
      ['en', 'support for refugees', 'refugees'],
      ['en', 'how do cities fight rumours', 'rumours'],
      ['en', 'how to help refugees find a job', 'refugees job'],
      ['en', 'how to involve young people', 'involve young people'],
      ['en', 'working with religious communities', 'religious communities'],
      ['de', 'Kampf gegen Rassismus', 'Rassismus'],
      ['de', 'Integration fördern', 'Integration'],
      ['fr', 'favoriser l’intégration', 'intégration'],
      ['es', 'combatir el racismo', 'racismo'],
      ['it', 'combattere il razzismo', 'razzismo'],
      ['pt', 'promover a diversidade', 'diversidade'],
      ['nl', 'racisme bestrijden', 'racisme'],
      ['pl', 'walka z rasizmem', 'rasizm'],
      ['cs', 'boj proti rasismu', 'rasismus'],
      ['nb', 'bekjempe rasisme', 'rasisme'],
      ['fi', 'rasismia vastaan', 'rasismia'],
      ['hu', 'rasszizmus elleni küzdelem', 'rasszizmus'],
      ['tr', 'ırkçılıkla mücadele', 'ırkçılıkla'],
      ['uk', 'боротьба з расизмом', 'расизм'],
      ['ar', 'مكافحة العنصرية', 'العنصرية'],
      ['ko', '인종차별 대응', '인종차별'],
    ] as const)
      it(`finds the answer to “${query}”`, async () => {
        const find = await createIndexSearch(await realFeed(), language);
        const {isPartial, titles} = find(query);
        expect(isPartial).to.equal(false);
        expect(titles).to.have.length.above(3);
        expect(titles).to.have.members(find(same).titles);
      });

    for (const [language, query, from, to] of [
      ['en', 'projects since 2016', 2016, null],
      ['de', 'seit 2016', 2016, null],
      ['fr', 'depuis 2016', 2016, null],
      ['nl', 'sinds 2016', 2016, null],
      ['sv', 'sedan 2016', 2016, null],
      ['nb', 'siden 2016', 2016, null],
      ['cs', 'od roku 2016', 2016, null],
      ['uk', 'з 2016 року', 2016, null],
      ['tr', '2016 yılından beri', 2016, null],
      ['ar', 'منذ 2016', 2016, null],
      ['en', 'cities 2018 or later', 2018, null],
      ['en', 'after 2018', 2019, null],
      ['tr', '2018’den sonra', 2019, null],
      ['en', 'until 2012', null, 2012],
      ['en', 'before 2015', null, 2014],
      ['fr', 'avant 2015', null, 2014],
      ['es', 'antes de 2015', null, 2014],
      ['it', 'prima del 2015', null, 2014],
      ['fi', 'ennen vuotta 2015', null, 2014],
      ['en', 'from 2012 to 2014', 2012, 2014],
      ['pl', 'w latach 2012-2014', 2012, 2014],
      ['de', '2014, 2012 und 2013', 2012, 2014],
    ] as const)
      it(`about years finds what ran in them: “${query}”`, async () => {
        const feed = await realFeed();
        const {isPartial, titles, units} = (await createIndexSearch(feed, language))(query);
        expect(isPartial).to.equal(false);
        expect(units.flatMap(({years}) => years ?? [])).to.deep.equal([{from, to}]);
        const ran = ({period}: Practice) =>
          attributeValues({period} as Practice, 'year', 2026).some((year) => isWithin(Number(year), {from, to}));
        expect(titles).to.have.members(feed.practices.filter(ran).map(({title}) => title[0]!.text));
      });

    it('about one year does not ask for others', async () => {
      const find = await createIndexSearch(await realFeed());
      for (const query of ['2016', 'projects in 2016', '2016 housing 2018', 'since "2016"'])
        expect(
          find(query).units.flatMap(({years}) => years ?? []),
          query,
        ).to.deep.equal([]);
    });

    for (const [language, query] of [
      ['en', 'ongoing'],
      ['en', 'which projects are still running'],
      ['fr', 'en cours'],
      ['es', 'en curso'],
      ['it', 'in corso'],
      ['pt', 'em curso'],
      ['de', 'laufende Projekte'],
      ['nb', 'pågår'],
      ['nl', 'lopende projecten'],
      ['pl', 'w toku'],
      ['uk', 'триває'],
    ] as const)
      it(`finds the practices that are ongoing: “${query}”`, async () => {
        const feed = await realFeed();
        const ongoing = feed.practices.filter(({period}) => period.ongoing);
        const {titles} = (await createIndexSearch(feed, language))(query);
        expect(titles).to.have.members(ongoing.map(({title}) => title[0]!.text));
      });

    it('finds everything if it asks for nothing but cities', async () => {
      for (const [language, query] of [
        ['en', 'which cities'],
        ['en', 'cities'],
        ['de', 'welche Städte'],
        ['de', 'fünf Städte'],
        ['tr', 'hangi şehirler'],
      ] as const) {
        const find = await createIndexSearch(await realFeed(), language);
        expect(find(query), query).to.deep.include({isPartial: false, corrections: []});
        expect(find(query).titles, query).to.have.length((await realFeed()).practices.length);
      }
      expect((await searchTitles(['Cities', 'Other']))('"cities"').titles).to.deep.equal(['Cities']);
    });

    it('highlights no stop words', async () => {
      const find = await createIndexSearch(await realFeed());
      const marked = find('which cities work on housing').matchedTerms.map(({text}) => text);
      expect(marked.filter(Boolean)).to.deep.equal(['housing']);
    });

    it('highlights none inside a phrase', async () => {
      const find = await searchTitles(['The right to vote', 'Something to eat']);
      const {matchedTerms, titles} = find('right to vote');
      expect(titles).to.deep.equal(['The right to vote']);
      expect(matchedTerms.map(({text}) => text).filter(Boolean)).to.deep.equal(['right', 'vote']);
    });

    it('takes cities and what they do for no phrase', async () => {
      const find = await searchTitles(['A city of sanctuary', 'Refugees'], 'es');
      expect(find('qué ciudad refugio').titles).to.deep.equal(['A city of sanctuary']);
      expect(find('qué hacen las ciudades para los refugiados').titles).to.deep.equal(['Refugees']);
    });
  });

  it('looks for stop words if there are no other words', async () => {
    const find = await searchTitles(['Which way', 'This and that', 'Nothing else']);
    expect(find('which').titles).to.deep.equal(['Which way']);
    expect(find('this that').titles).to.deep.equal(['This and that']);
  });

  describe('corrects', () => {
    it('a word of the page’s language that no text has', async () => {
      const find = await searchTitles([...otherTitles, 'Citizen participation'], 'it');
      const {corrections, ranked, tierOf, titles} = find('partecipazzione');
      expect(titles).to.deep.equal(['Citizen participation']);
      expect(corrections).to.deep.equal([{term: 'partecipazzione', spelling: 'partecipazione'}]);
      expect(tierOf(ranked[0]!)).to.equal('fuzzy');
    });

    it('no word that a text has', async () => {
      const find = await searchTitles(['Partecipazzione', 'Citizen participation'], 'it');
      expect(find('partecipazzione')).to.deep.include({titles: ['Partecipazzione'], corrections: []});
    });

    it('no word that a text has in another form', async () => {
      const find = await searchTitles(['A capital']);
      const {corrections, ranked, tierOf} = find('capitals ');
      expect(corrections).to.deep.equal([]);
      expect(ranked.map(tierOf)).to.deep.equal(['inflection']);
    });

    it('no short word to one without a meaning, or with another first letter', async () => {
      const find = await searchTitles(['Come in', 'Music'], 'en');
      expect(find('code ')).to.deep.include({titles: [], corrections: []});
      expect(find('dusic ')).to.deep.include({titles: [], corrections: []});
      expect(find('musc ')).to.deep.include({titles: ['Music'], corrections: [{term: 'musc', spelling: 'Music'}]});
    });

    it('no word that looks like another, but means something else', async () => {
      const find = await searchTitles(['Mediation', 'Universities', 'Customs']);
      for (const query of ['meditation ', 'universe ', 'customer '])
        expect(find(query), query).to.deep.include({titles: [], corrections: []});
    });

    it('no number, and no word of this field', async () => {
      const titles = ['A hall', 'The internet', 'In need', 'Communication', 'LGBTI rights', 'Jobs'];
      for (const [query, found] of [
        ['halal', []],
        ['INTERREG', []],
        ['NEET', ['Jobs']],
        ['employement', ['Jobs']],
        ['LGBTQI+', ['LGBTI rights']],
        ['Oslo kommune', []],
      ] as const)
        expect((await searchTitles(titles))(query), query).to.deep.include({titles: found, corrections: []});
      const towns = await searchTitles(['A fund', 'A music school'], 'de');
      expect(towns('fünf Musikschulen')).to.deep.include({titles: ['A music school'], corrections: []});
    });

    it('a word to one with the same first letter rather than another', async () => {
      const find = await searchTitles(['Emigrants', 'Immigrants'], 'en');
      expect(find('imigrants').corrections).to.deep.equal([{term: 'imigrants', spelling: 'Immigrants'}]);
    });

    it('no word in quotes', async () => {
      const find = await searchTitles(['Citizen participation'], 'it');
      expect(find('"partecipazzione"')).to.deep.include({titles: [], corrections: []});
    });
  });

  describe('of an unfinished word', () => {
    const titles = [...otherTitles, 'The library', 'Refugees', 'Housing', 'A multilingual menu', 'Dialogue'];
    for (const [language, queries, title] of [
      ['de', ['Bib', 'Bibli', 'Bibliot', 'Bibliothe'], 'The library'],
      ['fr', ['log', 'loge', 'logem', 'logeme'], 'Housing'],
      ['tr', ['mülte', 'mültec'], 'Refugees'],
      ['uk', ['біж', 'біже', 'біжен'], 'Refugees'],
      ['nb', ['flykt', 'flyktn', 'flyktnin'], 'Refugees'],
      ['fi', ['pakol', 'pakola'], 'Refugees'],
    ] as const)
      it(`finds what it is the beginning of: “${queries.join('”, “')}”`, async () => {
        const find = await searchTitles(titles, language);
        for (const query of queries) {
          expect(find(query)).to.deep.include({titles: [title], corrections: []});
          expect(find(`"${query}"`).titles).not.to.include(title);
        }
        expect(find(`${queries[0]} `).titles).not.to.include(title);
      });

    it('finds something if many words begin with it', async () => {
      const find = await searchTitles(titles, 'de');
      for (const query of ['Woh', 'Wohn', 'Wohnu', 'Wohnun']) expect(find(query).titles, query).to.include('Housing');
    });

    it('finds nothing if it is of the texts’ language', async () => {
      expect((await searchTitles(['Films', 'Other']))('docume').titles).to.deep.equal([]);
    });
  });

  it('trusts the spelling of a word with a meaning, even if no text has it', async () => {
    expect((await searchTitles(['Municipalities', 'A view']))('Munich').titles).to.deep.equal([]);
    expect((await searchTitles(['Municipalities', 'A view'], 'de'))('Kiew').titles).to.deep.equal([]);
  });

  it('distinguishes words with a meaning from stop words of the texts', async () => {
    expect((await searchTitles(['Join us', 'American towns']))('USA').titles).to.deep.equal(['American towns']);
    expect((await searchTitles(['This is it', 'Employment'], 'tr'))('iş').titles).to.deep.equal(['Employment']);
  });

  it('takes a word of the page’s language for no form of another word in the texts', async () => {
    const find = await searchTitles(['The mayor', 'Older people'], 'es');
    expect(find('mayores').titles).to.deep.equal(['Older people']);
  });

  it('looks for a place among places only if its name also means something else', async () => {
    const feed = feedWith({
      practices: [
        ...others,
        {title: 'Inclusion of Roma people'},
        {title: 'In the city', city: 'Roma', country: 'IT'},
        {title: 'A fair in Vienna'},
      ],
    });
    const find = await createIndexSearch(feed);
    expect(find('Rome').titles).to.deep.equal(['In the city']);
    expect((await createIndexSearch(feed, 'de'))('Rom').titles).to.deep.equal(['In the city']);
    expect(find('Sinti').titles).to.include('Inclusion of Roma people');
    const roma = await searchTitles([...otherTitles, 'Inclusion of Roma people'], 'de');
    expect(roma('Rom').titles).to.deep.equal([]);
    expect(roma('Roma').titles).to.deep.equal(['Inclusion of Roma people']);
    expect((await createIndexSearch(feed, 'de'))('Wien').titles).to.deep.equal(['A fair in Vienna']);
  });

  it('finds a war in a country by both', async () => {
    const titles = ['After the war in Ukraine', 'Refugees from Ukraine since the invasion', 'Civil war'];
    for (const [language, query] of [
      ['en', 'war in Ukraine'],
      ['de', 'Krieg in der Ukraine'],
      ['fr', 'guerre en Ukraine'],
    ] as const)
      expect((await searchTitles(titles, language))(query).titles, query).to.have.members(titles.slice(0, 2));
  });

  it('knows the endings of “in” of common words', async () => {
    for (const [language, query, title] of [
      ['fi', 'kirjastossa', 'The library'],
      ['fi', 'koulussa', 'A school'],
      ['hu', 'iskolákban', 'A school'],
      ['de', 'homosexuelle', 'A queer café'],
      ['it', 'le voci', 'Against rumours'],
    ] as const)
      expect((await searchTitles([...otherTitles, title], language))(query).titles, query).to.deep.equal([title]);
  });

  it('takes no meaning of a word for a city of that name', async () => {
    const feed = feedWith({
      synonyms: [['pottery', 'Halle']],
      practices: [
        ...others,
        {title: 'Advice', city: 'Essen', country: 'DE'},
        {title: 'Buses', city: 'Reading', country: 'GB'},
        {title: 'Theatre', city: 'Halle', country: 'DE'},
        {title: 'Gemeinsam kochen', lang: 'de', city: 'Bonn', country: 'DE'},
        {title: 'Books for babies', city: 'Leeds', country: 'GB'},
      ],
    });
    const find = await createIndexSearch(feed);
    expect(find('books').titles).to.deep.equal(['Books for babies']);
    expect((await createIndexSearch(feed, 'de'))('Kochen').titles).to.deep.equal(['Gemeinsam kochen']);
    expect(find('Reading').titles[0]).to.equal('Buses');
    expect(find('Essen').titles).to.include('Advice');
    expect(find('pottery').titles).to.deep.equal(['Theatre']);
  });

  it('understands a part of the world as its countries, and finds texts about it', async () => {
    const practices = [
      ...others,
      {title: 'Mexico City', city: 'Mexico City', country: 'MX'},
      {title: 'In Lima', city: 'Lima', country: 'PE'},
      {title: 'A Latin American festival', city: 'Bilbao', country: 'ES'},
      {title: 'A festival', city: 'Bilbao', country: 'ES'},
    ];
    for (const [language, query] of [
      ['en', 'Latin America'],
      ['de', 'Lateinamerika'],
      ['pl', 'Ameryka Łacińska'],
      ['ga', 'Meiriceá Laidineach'],
    ] as const) {
      const find = await createIndexSearch(feedWith({practices}), language);
      expect(find(query).titles, query).to.have.members(['Mexico City', 'In Lima', 'A Latin American festival']);
    }
  });

  it('understands hurtful words, but neither looks for them nor shows them', async () => {
    const find = await searchTitles(['A plan for Roma', 'Gypsies', 'Romani culture']);
    const {titles, units} = find('gypsies');
    expect(titles).to.have.members(['A plan for Roma', 'Gypsies', 'Romani culture']);
    expect(find('romani').titles).to.have.members(['A plan for Roma', 'Romani culture']);
    const shown = units.flatMap(({found}) => found.map(({label}) => label));
    expect(shown).to.include('Roma');
    expect(shown.join()).not.to.match(/gyps|~/i);
  });

  describe('with synonyms of the feed', () => {
    const synonyms = [['young people', 'MENA', 'fjord kids']];
    const practices = ['For young people', 'Help for MENA', 'The fjord kids', 'Kids at a fjord', 'Teens'];
    const feed = feedWith({synonyms, practices: practices.map((title) => ({title}))});

    it('finds each synonym by any other', async () => {
      const find = await createIndexSearch(feed);
      const members = ['For young people', 'Help for MENA', 'The fjord kids'];
      expect(find('MENA').titles).to.have.members(members);
      expect(find('fjord kids').titles).to.include.members(members);
      expect(find('mena').titles[0]).to.equal('Help for MENA');
    });

    it('also finds what a word means without them', async () => {
      const find = await createIndexSearch(feed);
      const {titles} = find('young people');
      expect(titles).to.have.members(['For young people', 'Help for MENA', 'The fjord kids', 'Teens']);
    });

    it('prefers them to similar words', async () => {
      const find = await createIndexSearch(
        feedWith({synonyms: [['customer', 'visitor']], practices: [{title: 'A visitor'}, {title: 'Old customs'}]}),
      );
      expect(find('customer').titles).to.include('A visitor');
    });
  });

  describe('of a compound', () => {
    const titles = [
      'Youth work',
      'Young people',
      'Refugees',
      'Children',
      'Refugees and their children',
      'Language course',
    ];
    for (const [language, query, wanted] of [
      ['de', 'Jugendarbeit', ['Youth work']],
      ['de', 'Sprachkurs', ['Language course']],
      ['de', 'Flüchtlingskinder', ['Refugees and their children']],
      ['de', 'flüchtlingskinder', ['Refugees and their children']],
      ['nl', 'vluchtelingenkinderen', ['Refugees and their children']],
      ['sv', 'flyktingbarn', ['Refugees and their children']],
      ['fi', 'pakolaislapset', ['Refugees and their children']],
    ] as const)
      it(`finds what all its parts mean: “${query}”`, async () => {
        expect((await searchTitles(titles, language))(query).titles).to.deep.equal(wanted);
      });

    it('does not split long words in languages without compounds', async () => {
      const find = await searchTitles(titles, 'fr');
      expect(find('jeunesseécole').titles).to.deep.equal([]);
    });
  });

  describe('with an unknown word', () => {
    const find = (...titles: string[]) => searchTitles([...otherTitles, ...titles]);

    it('shows a few practices that have the other word', async () => {
      const {isPartial, titles} = (await find('Jobs', 'Employment'))('jobs qwrtzpl');
      expect(titles).to.deep.equal(['Jobs', 'Employment']);
      expect(isPartial).to.equal(true);
    });

    it('shows only practices about the other word if more have it', async () => {
      const texts = ['Employment', 'A career', 'Vacancies'].map((summary) => ({
        title: `Speaks of ${summary.length}`,
        summary,
      }));
      const practices = [...others, {title: 'Jobs'}, ...texts];
      const {titles} = (await createIndexSearch(feedWith({practices})))('jobs qwrtzpl');
      expect(titles).to.deep.equal(['Jobs']);
    });

    it('shows none if many are about the other word', async () => {
      const jobs = Array.from({length: 11}, (_, i) => `Jobs ${i}`);
      expect((await find(...jobs))('jobs qwrtzpl').titles).to.deep.equal([]);
    });

    it('shows those that have both other words', async () => {
      const {isPartial, titles} = (await find('Jobs for women', 'Women', 'Employment'))('jobs women qwrtzpl');
      expect(titles).to.deep.equal(['Jobs for women']);
      expect(isPartial).to.equal(true);
    });

    it('shows those that have one of two misspelt words', async () => {
      const {isPartial, titles} = (await find('Zambujal', 'Nachbarschaftsheim'))('zambuyal nachbarschaftshiem ');
      expect(titles).to.have.members(['Zambujal', 'Nachbarschaftsheim']);
      expect(isPartial).to.equal(true);
    });

    it('shows none that only has a guess for the other word', async () => {
      const {titles} = (await find('Zambujal'))('zambuyal qwrtzpl');
      expect(titles).to.deep.equal([]);
    });
  });
});
