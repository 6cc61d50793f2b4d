// itemsjs finds and counts, Vue draws: the same page as the others.
import itemsjs from 'itemsjs';
import {createApp, h, nextTick, reactive, shallowRef, watch} from 'vue';
import {facetNames, fetchRecords, tell} from './records.mjs';
import {styles} from './styles.mjs';

const PAGE = 12;
const FEW = 6;

const state = reactive({query: '', shown: PAGE, chosen: Object.fromEntries(facetNames.map((name) => [name, []]))});
const index = shallowRef(null);

function find() {
  const {data, pagination} = index.value.search({query: state.query, filters: state.chosen, per_page: state.shown});
  const facets = facetNames.map((name) => ({name, values: data.aggregations[name].buckets}));
  return {hits: data.items, total: pagination.total, facets};
}

function tick(name, value) {
  const values = state.chosen[name];
  state.chosen[name] = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  state.shown = PAGE;
}

function handleInput({target}) {
  state.query = target.value;
  state.shown = PAGE;
}

const renderValue = (name, {key, doc_count: count}) => {
  const box = {type: 'checkbox', checked: state.chosen[name].includes(key), onChange: () => tick(name, key)};
  return h('label', {key}, [h('input', box), `${key} (${count})`]);
};
const renderFacet = ({name, values}) => {
  const shown = values.filter(({doc_count: count, selected}, i) => (count && i < FEW) || selected);
  return h('fieldset', {key: name}, [h('legend', name), ...shown.map((value) => renderValue(name, value))]);
};
const renderCard = ({id, name, city, country, years, topics, text}) =>
  h('article', {key: id}, [
    h('p', `${city}, ${country} · ${years.join(', ')}`),
    h('h3', name),
    h('p', `${text.slice(0, 260)} …`),
    h(
      'ul',
      topics.map((topic) => h('li', topic)),
    ),
    h('details', h('summary', 'Read more')),
  ]);

const PracticeList = () => {
  if (!index.value) return h('p', 'Loading …');
  const {hits, total, facets} = find();
  return [
    h('label', ['Search ', h('input', {type: 'search', value: state.query, onInput: handleInput})]),
    h('p', {role: 'status'}, `${total} practices`),
    h('div', {class: 'columns'}, [h('div', facets.map(renderFacet)), h('div', {class: 'cards'}, hits.map(renderCard))]),
    total > state.shown ? h('button', {onClick: () => (state.shown += PAGE)}, 'Show more') : null,
  ];
};

async function start(root) {
  document.head.append(Object.assign(document.createElement('style'), {textContent: styles}));
  createApp(PracticeList).mount(root);
  const handleQuery = (query) => tell('gpb-searched', {query});
  watch(() => state.query, handleQuery, {flush: 'post'});
  const records = await fetchRecords(root.getAttribute('src'));
  // it has a boost for a field called “name” only
  index.value = itemsjs(
    records.map(({title: name, ...rest}) => ({name, ...rest})),
    {
      searchableFields: ['city', 'country', 'topics', 'years', 'text'],
      aggregations: Object.fromEntries(facetNames.map((name) => [name, {conjunction: false, size: 100}])),
    },
  );
  await nextTick();
  tell('gpb-loaded');
}

const root = document.querySelector('practice-list');
if (root) start(root);
