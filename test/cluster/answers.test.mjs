// What the cluster answers, compared with the engine of the browser: the same 180 practices, the same questions.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startCluster, whyNoCluster} from '../support/cluster.mjs';
import {defaults, importTypeScript, initialState, noRefinements, openEngines} from './engines.mjs';
import {indexFeed, startGateway} from './support.mjs';

const FEED = 'demo/practices.json';
const JUDGED = 'test/fixtures/meaning/feed.json';
const reason = await whyNoCluster();

/** The same numbers each time (Park and Miller). */
function createRandom(seed) {
  let state = seed;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const pick = (list) => list[Math.floor(random() * list.length)];
  return {random, pick, some: (list, max) => Array.from({length: Math.floor(random() * (max + 1))}, () => pick(list))};
}

/** Counts by value, with what is chosen. Values with the same count are in any order. */
const countsOf = ({facets}) =>
  Object.fromEntries(
    facets.map(({attribute, values}) => [
      attribute,
      Object.fromEntries(
        values.map(({count, countries, isRefined, value}) => [value, [count, isRefined, [...countries].sort()]]),
      ),
    ]),
  );
/** Rows and cells by their values. */
const cellsOf = ({columns, rows}) => [
  Object.fromEntries(columns.map(({count, value}) => [value, count])),
  Object.fromEntries(
    rows.map(({cells, count, value}) => [
      value,
      [count, Object.fromEntries(cells.map((cell) => [cell.value, cell.count]))],
    ]),
  ),
];
const idsOf = ({hits}) => hits.map(({practice}) => practice.id);

describe('a search that a cluster answers', {skip: reason ? `cluster tests not run: ${reason}` : false}, () => {
  let cluster;
  let gateway;
  let engines;
  before(async () => {
    cluster = await startCluster();
    gateway = await startGateway(cluster);
    await indexFeed(FEED, cluster);
    engines = await openEngines(FEED, gateway.src);
  });
  after(async () => {
    await gateway?.close();
    await cluster?.stop();
  });

  it('has the same hits, order and counts as the browser without a query', async () => {
    const {feed} = engines;
    const {pick, random, some} = createRandom(21);
    const places = feed.practices.flatMap((practice) => practice.places);
    const topics = feed.topics.map(({id}) => id);
    const countries = places.map(({country}) => country).filter(Boolean);
    const cities = places.map(({city}) => city).filter(Boolean);
    const years = [
      '2016',
      '2020',
      'ongoing',
      'none',
      {from: 2015, to: 2019},
      {from: 2020, to: null},
      {from: null, to: 2012},
    ];
    const settings = Array.from({length: 40}, () => ({
      scope: random() < 0.2 ? {...noRefinements, topic: some(topics, 2), country: some(countries, 1)} : noRefinements,
      facets: pick([defaults.facets, ['topic', 'city'], ['topic', 'country', 'year'], ['city', 'country']]),
      sort: pick([null, null, 'newest', 'title']),
      excludedTopics: random() < 0.15 ? [pick(topics)] : [],
    }));
    for (let i = 0; i < 500; i++) {
      const options = settings[i % settings.length];
      const state = {
        ...initialState,
        refinements: {
          ...noRefinements,
          topic: some([...topics, 'no such topic'], 2),
          country: some(countries, 2),
          city: some(cities, 2),
          year: random() < 0.3 ? some(years, 2) : [],
        },
        sort: pick([null, 'feed', 'newest', 'oldest', 'title', 'city']),
        page: pick([1, 1, 2]),
      };
      const {cluster: remote, local} = await engines.create(options);
      const [found, wanted] = await Promise.all([remote.search(state), local.search(state)]);
      const question = JSON.stringify({options, state});
      assert.deepEqual(found.state, wanted.state, question);
      assert.deepEqual([found.totalHits, found.totalPractices], [wanted.totalHits, wanted.totalPractices], question);
      assert.deepEqual(countsOf(found), countsOf(wanted), question);
      assert.deepEqual(idsOf(found), idsOf(wanted), question);
      assert.deepEqual(
        found.hits.map(({practice}) => practice),
        wanted.hits.map(({practice}) => practice),
        question,
      );
      assert.deepEqual(found.relaxations, wanted.relaxations, question);
      if (i % 10) continue;
      const tables = [remote, local].map((engine) => engine.crossTable(state, 'country', 'topic'));
      const [table, wantedTable] = await Promise.all(tables);
      assert.deepEqual(cellsOf(table), cellsOf(wantedTable), question);
      assert.deepEqual(await remote.unmatched(state.refinements), await local.unmatched(state.refinements), question);
      const last = wanted.hits.at(-1)?.practice.id ?? feed.practices[0].id;
      assert.equal(await remote.rank(last, state), await local.rank(last, state), question);
    }
  });

  it('finds all practices with the words of a query, and most of the first ten', async () => {
    const {pick, random} = createRandom(7);
    const {feed} = engines;
    const {cluster: remote, local} = await engines.create({hitsPerPage: 180});
    const wordsOf = ({summary, title}) =>
      [...title, ...summary].flatMap(({text}) => text.match(/(?<![\p{L}-])\p{L}{4,}(?![\p{L}-])/gu) ?? []);
    const shares = [];
    for (let i = 0; i < 120; i++) {
      const words = wordsOf(pick(feed.practices));
      const query = Array.from({length: 1 + Math.floor(random() * 3)}, () => pick(words)).join(' ');
      const state = {...initialState, query};
      const [found, wanted] = await Promise.all([remote.search(state), local.search(state)]);
      const ids = idsOf(found);
      for (const {practice, tier} of wanted.hits)
        if (tier === 'exact' && !wanted.isPartial) assert.ok(ids.includes(practice.id), `${query}: ${practice.id}`);
      const top = idsOf(wanted).slice(0, 10);
      if (top.length) shares.push(top.filter((id) => ids.slice(0, 10).includes(id)).length / top.length);
    }
    const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length;
    assert.ok(mean >= 0.7, `of the first ten, ${(mean * 10).toFixed(1)} agree`);
  });

  it('sorts titles and cities by the letters of the page’s language', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practices-'));
    const file = join(folder, 'feed.json');
    const cities = ['Örebro', 'Zürich', 'Ängelholm', 'Ålesund', 'Oslo', 'Århus', ''];
    const practices = cities.map((city, i) => ({id: `p${i}`, title: cities.at(-1 - i) || 'Äpplen', city}));
    writeFileSync(file, JSON.stringify({language: 'sv', practices}));
    await indexFeed(file, cluster);
    const {create} = await openEngines(file, gateway.src);
    rmSync(folder, {recursive: true});
    const orders = new Set();
    for (const language of ['sv', 'en'])
      for (const sort of ['title', 'city']) {
        const {cluster: remote, local} = await create({language});
        const [found, wanted] = await Promise.all(
          [remote, local].map((engine) => engine.search({...initialState, sort})),
        );
        assert.deepEqual(idsOf(found), idsOf(wanted), `${sort} in ${language}`);
        orders.add(idsOf(wanted).join(' '));
      }
    assert.equal(orders.size, 4);
    await indexFeed(FEED, cluster);
  });

  it('has the same answers for facets of a feed’s own and for collections', async () => {
    for (const name of ['own-facets', 'collections']) {
      const file = `demo/${name}.json`;
      await indexFeed(file, cluster);
      const {create, feed} = await openEngines(file, gateway.src);
      const own = feed.facets.map((facet) => facet.name);
      const {cluster: remote, local} = await create({facets: [...defaults.facets, ...own], hitsPerPage: 50});
      const {facets} = await local.search(initialState);
      const refined = (attribute, value) => ({...initialState, refinements: {...noRefinements, [attribute]: [value]}});
      const states = [
        initialState,
        ...facets.flatMap(({attribute, values}) => values.slice(0, 3).map(({value}) => refined(attribute, value))),
        ...feed.facets
          .filter(({type}) => type === 'number' || type === 'year')
          .flatMap(({name: attribute}) => {
            const {values} = facets.find((facet) => facet.attribute === attribute);
            const middle = Number(values[values.length >> 1].value);
            return [refined(attribute, {from: middle, to: null}), refined(attribute, {from: null, to: middle})];
          }),
        ...feed.collections.flatMap(({id}) => [
          {...initialState, collection: id},
          {...initialState, collection: id, sort: 'title'},
          {...refined('country', facets[1].values[0].value), collection: id},
          {...refined('country', 'XX'), collection: id},
        ]),
      ];
      for (const state of states) {
        const [found, wanted] = await Promise.all([remote.search(state), local.search(state)]);
        const question = JSON.stringify(state);
        assert.deepEqual(found.state, wanted.state, question);
        assert.deepEqual(countsOf(found), countsOf(wanted), question);
        assert.deepEqual(found.collections, wanted.collections, question);
        assert.deepEqual(
          found.hits.map(({practice}) => practice),
          wanted.hits.map(({practice}) => practice),
          question,
        );
        assert.deepEqual(found.relaxations, wanted.relaxations, question);
      }
    }
    await indexFeed(FEED, cluster);
  });

  it('corrects a misspelt query and says so', async () => {
    const {cluster: remote} = await engines.create();
    const {isCorrected, suggestion, totalHits} = await remote.search({...initialState, query: 'neigbourhood'});
    assert.deepEqual([suggestion, isCorrected], ['neighbourhood', true]);
    assert.ok(totalHits > 5);
  });

  it('says what a visitor can give up if nothing is found', async () => {
    const {cluster: remote, local} = await engines.create();
    const state = {
      ...initialState,
      query: 'library',
      refinements: {...noRefinements, country: ['IL'], topic: ['gender']},
    };
    const [found, wanted] = [await remote.search(state), await local.search(state)];
    assert.equal(found.totalHits, 0);
    assert.deepEqual(
      found.relaxations.map(({without}) => without),
      wanted.relaxations.map(({without}) => without),
    );
  });

  it('offers the filter that a query names, with the number that it finds', async () => {
    const {cluster: remote, local} = await engines.create();
    const state = {...initialState, query: 'youth in Norway'};
    const [found, wanted] = [await remote.search(state), await local.search(state)];
    const norway = ({understanding}) => understanding.filters.find(({value}) => value === 'NO');
    assert.equal(norway(found).query, norway(wanted).query);
    const refined = {...initialState, query: norway(found).query, refinements: {...noRefinements, country: ['NO']}};
    assert.equal(norway(found).count, (await remote.search(refined)).totalHits);
  });

  it('finds what ran in the years of a query, in any language, and counts it as the browser does', async () => {
    const queries = {
      en: [
        'since 2016',
        'after 2018',
        'before 2015',
        'until 2012',
        '2012-2015',
        'projects from 2012 to 2015',
        '2016 onwards',
        'ongoing',
        'library since 2016',
        'ongoing theatre',
        'since 2030',
      ],
      de: ['seit 2016', 'vor 2015', '2012 bis 2015', 'laufende Projekte', 'Theater vor 2012'],
      fr: ['depuis 2016', 'avant 2015', 'de 2012 à 2015', 'en cours'],
      es: ['desde 2016', 'antes de 2015', 'a partir del 2016', 'en curso'],
      fi: ['vuodesta 2016', 'ennen vuotta 2015', '2012–2015', 'käynnissä'],
      tr: ['2016 yılından beri', '2015 yılından önce', 'devam eden'],
    };
    const filtersOf = ({understanding}) => understanding.filters.filter(({attribute}) => attribute === 'year');
    for (const [language, texts] of Object.entries(queries)) {
      const {cluster: remote, local} = await engines.create({language, hitsPerPage: 180});
      for (const query of texts) {
        const state = {...initialState, query};
        const [found, wanted] = [await remote.search(state), await local.search(state)];
        const question = `${language}: ${query}`;
        assert.deepEqual([found.totalHits, found.isPartial], [wanted.totalHits, wanted.isPartial], question);
        assert.deepEqual(idsOf(found).sort(), idsOf(wanted).sort(), question);
        assert.deepEqual(countsOf(found), countsOf(wanted), question);
        assert.deepEqual(filtersOf(found), filtersOf(wanted), question);
        assert.deepEqual(found.suggestion, wanted.suggestion, question);
      }
    }
  });

  it('answers which cities work on something: the cities of its hits, and those of the browser for the same hits', async () => {
    const {cluster: remote, local} = await engines.create({hitsPerPage: 180});
    const citiesOf = ({understanding}) =>
      Object.fromEntries(understanding.cities.map(({count, value}) => [value, count]));
    const countCities = ({hits}) => {
      const counts = {};
      for (const {practice} of hits)
        for (const city of new Set(practice.places.map((place) => place.city).filter(Boolean)))
          counts[city] = (counts[city] ?? 0) + 1;
      return counts;
    };
    let same = 0;
    for (const topic of ['housing', 'sport', 'rumours', 'homelessness', 'libraries']) {
      const state = {...initialState, query: `which cities work on ${topic}`};
      const [found, wanted] = [await remote.search(state), await local.search(state)];
      assert.ok(found.understanding.cities.length > 0, topic);
      assert.deepEqual(citiesOf(found), countCities(found), topic);
      // The stemmers of the cluster find a few other practices, such as “house” for “housing”.
      for (const {practice, tier} of wanted.hits)
        if (tier === 'exact') assert.ok(idsOf(found).includes(practice.id), `${topic}: ${practice.id}`);
      if (String(idsOf(found).sort()) !== String(idsOf(wanted).sort())) continue;
      assert.deepEqual(citiesOf(found), citiesOf(wanted), topic);
      same++;
    }
    assert.ok(same > 0, 'for no topic, both find the same practices');
  });

  it('leaves out words after a minus, and finds phrases in quotation marks', async () => {
    const {cluster: remote, local} = await engines.create({hitsPerPage: 180});
    for (const query of ['youth -school', '"public space"', '"young people" -sport']) {
      const [found, wanted] = [
        await remote.search({...initialState, query}),
        await local.search({...initialState, query}),
      ];
      assert.deepEqual(new Set(idsOf(found)), new Set(idsOf(wanted)), query);
    }
  });

  it('names similar practices that share topics', async () => {
    const {cluster: remote, local} = await engines.create();
    let shared = 0;
    for (const {id, topics} of engines.feed.practices.slice(0, 20)) {
      const similar = await remote.similar(id);
      assert.equal(similar.length, (await local.similar(id)).length);
      assert.ok(similar.every((practice) => practice.id !== id));
      if (similar.some((practice) => practice.topics.some((topic) => topics.includes(topic)))) shared++;
    }
    assert.ok(shared >= 18, `${shared} of 20 share a topic`);
  });

  it('scores the judged queries nearly as well as the browser', async (test) => {
    const {judge, hasAnswer, summarize} = await importTypeScript('test/support/judge.ts');
    const [queries, needs] = ['queries', 'needs'].map((name) =>
      JSON.parse(readFileSync(`test/fixtures/meaning/${name}.json`, 'utf8')),
    );
    await indexFeed(JUDGED, cluster);
    const judged = await openEngines(JUDGED, gateway.src);
    const byLanguage = new Map();
    const outcomes = {local: [], cluster: []};
    for (const query of queries) {
      const language = query.lang === 'zxx' ? 'en' : query.lang;
      if (!byLanguage.has(language))
        byLanguage.set(language, await judged.create({language, facets: [], hitsPerPage: 20}));
      for (const [name, engine] of Object.entries(byLanguage.get(language))) {
        const results = await engine.search({...initialState, query: query.text});
        const found = {ids: idsOf(results), total: results.totalHits, isPartial: results.isPartial};
        outcomes[name].push(judge(query, found, needs));
      }
    }
    const [local, remote] = [outcomes.local, outcomes.cluster].map((each) => summarize(each.filter(hasAnswer)));
    test.diagnostic(`browser ${JSON.stringify(local)}`);
    test.diagnostic(`cluster ${JSON.stringify(remote)}`);
    for (const measure of ['ndcg', 'recall'])
      assert.ok(remote[measure] >= 0.85 * local[measure], `${measure}: ${remote[measure]} of ${local[measure]}`);
  });
});
