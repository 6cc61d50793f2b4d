// itemsjs finds and counts, Vue draws: the same page as the others.
import {createApp, h, nextTick, reactive, shallowRef, watch} from 'vue';
import {createItemsjs} from './itemsjs-search.mjs';
import {facetNames, FEW, fetchRecords, PAGE, placeLine, shortText, tell} from './records.mjs';
import {addStyles} from './styles.mjs';

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
const renderCard = (record) =>
  h('article', {key: record.id}, [
    h('p', placeLine(record)),
    h('h3', record.name),
    h('p', shortText(record)),
    h(
      'ul',
      record.topics.map((topic) => h('li', h('button', {onClick: () => tick('topics', topic)}, topic))),
    ),
    h('details', [h('summary', 'Read more'), h('p', record.text)]),
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
  addStyles(document.head);
  createApp(PracticeList).mount(root);
  const handleQuery = (query) => tell('gpb-searched', {query});
  watch(() => state.query, handleQuery, {flush: 'post'});
  index.value = createItemsjs(await fetchRecords(root.getAttribute('src')));
  await nextTick();
  tell('gpb-loaded');
}

const root = document.querySelector('practice-list');
if (root) start(root);
