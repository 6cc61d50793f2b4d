// list.js as its first example shows it: it draws and searches by itself. It has no facets, so the page counts once and filters.
import List from 'list.js';
import {facetNames, FEW, fetchRecords, PAGE, placeLine, refine, shortText} from './records.mjs';
import {addStyles} from './styles.mjs';

const skeleton = `
  <label>Search <input class="search" type="search" /></label>
  <p role="status"></p>
  <div class="columns"><div class="facets"></div><ul class="list cards"></ul></div>
  <button hidden>Show more</button>`;
const card = `<li><article>
  <p class="place"></p><h3 class="title"></h3><p class="summary"></p><p class="topicList"></p>
  <details><summary>Read more</summary><p class="text"></p></details>
</article></li>`;

const create = (tag, ...children) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

function createFacet({name, values}, handleTick) {
  const labels = values.slice(0, FEW).map(({value, count}) => {
    const box = Object.assign(create('input'), {type: 'checkbox'});
    box.addEventListener('change', () => handleTick(name, value));
    return create('label', box, `${value} (${count})`);
  });
  return create('fieldset', create('legend', name), ...labels);
}

async function start(root) {
  addStyles(document.head);
  const records = await fetchRecords(root.getAttribute('src'));
  root.innerHTML = skeleton;
  const items = records.map((record) => ({
    ...record,
    place: placeLine(record),
    summary: shortText(record),
    topicList: record.topics.join(', '),
  }));
  const valueNames = ['title', 'place', 'summary', 'topicList', 'text'];
  const list = new List(root, {valueNames, item: card, page: PAGE}, items);

  const chosen = Object.fromEntries(facetNames.map((name) => [name, new Set()]));
  const handleTick = (name, value) => {
    if (!chosen[name].delete(value)) chosen[name].add(value);
    const hits = new Set(refine(records, chosen).hits.map(({id}) => id));
    list.filter((item) => hits.has(item.values().id));
  };
  const {facets} = refine(records, chosen);
  root.querySelector('.facets').append(...facets.map((facet) => createFacet(facet, handleTick)));

  const more = root.querySelector('button');
  const handleUpdate = () => {
    root.querySelector('[role=status]').textContent = `${list.matchingItems.length} practices`;
    more.hidden = list.matchingItems.length <= list.page;
  };
  list.on('updated', handleUpdate);
  handleUpdate();
  more.addEventListener('click', () => list.show(1, list.page + PAGE));
}

const root = document.querySelector('practice-list');
if (root) start(root);
