// InstantSearch.js draws, and itemsjs answers in place of its server: the widgets of its “getting started”.
import instantsearch from 'instantsearch.js/es';
import {configure, infiniteHits, refinementList, searchBox, stats} from 'instantsearch.js/es/widgets';
import {createItemsjs} from './itemsjs-search.mjs';
import {facetNames, FEW, fetchRecords, PAGE, placeLine, shortText} from './records.mjs';
import {addStyles} from './styles.mjs';

/** `[['topics:A', 'topics:B'], 'country:C']` as filters of itemsjs. */
function toFilters(facetFilters) {
  const filters = {};
  for (const filter of facetFilters.flat()) {
    const [name, ...rest] = filter.split(':');
    (filters[name] ??= []).push(rest.join(':'));
  }
  return filters;
}

const toCounts = ({buckets}) => Object.fromEntries(buckets.map(({key, doc_count: count}) => [key, count]));

function createClient(index) {
  const answer = ({indexName, params: {query = '', page = 0, hitsPerPage = PAGE, facetFilters = []}}) => {
    const filters = toFilters(facetFilters);
    const {data, pagination} = index.search({query, filters, per_page: hitsPerPage, page: page + 1});
    return {
      index: indexName,
      query,
      params: '',
      hits: data.items.map((item) => ({...item, objectID: String(item.id)})),
      nbHits: pagination.total,
      nbPages: Math.ceil(pagination.total / hitsPerPage),
      page,
      hitsPerPage,
      processingTimeMS: 1,
      exhaustiveNbHits: true,
      facets: Object.fromEntries(facetNames.map((name) => [name, toCounts(data.aggregations[name])])),
    };
  };
  return {search: async (requests) => ({results: requests.map(answer)})};
}

const renderCard = (record, {html}) =>
  html`<article>
    <p>${placeLine(record)}</p>
    <h3>${record.name}</h3>
    <p>${shortText(record)}</p>
    <ul>
      ${record.topics.map((topic) => html`<li><button>${topic}</button></li>`)}
    </ul>
    <details>
      <summary>Read more</summary>
      <p>${record.text}</p>
    </details>
  </article>`;

async function start(root) {
  addStyles(document.head);
  const add = (parent, className) => parent.appendChild(Object.assign(document.createElement('div'), {className}));
  const [field, count, columns] = ['field', 'count', 'columns'].map((name) => add(root, name));
  const [facets, cards] = ['facets', 'cards'].map((name) => add(columns, name));
  const searchClient = createClient(createItemsjs(await fetchRecords(root.getAttribute('src'))));
  const search = instantsearch({indexName: 'practices', searchClient, insights: false});
  search.addWidgets([
    configure({hitsPerPage: PAGE}),
    searchBox({container: field}),
    stats({container: count}),
    ...facetNames.map((attribute) => refinementList({container: add(facets, attribute), attribute, limit: FEW})),
    infiniteHits({container: cards, templates: {item: renderCard}}),
  ]);
  search.start();
}

const root = document.querySelector('practice-list');
if (root) start(root);
