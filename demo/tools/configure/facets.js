// The list of filters: which of them visitors see, and in which order. Its rows are the state.
import {element, say} from './dom.js';

const names = {
  topic: 'facetTopic',
  country: 'facetCountry',
  city: 'facetCity',
  year: 'facetYear',
  'year-range': 'facetYearRange',
  source: 'facetSource',
};

/**
 * @param {HTMLElement} list @param {HTMLElement} said a live region
 * @param {{t: (name: string, values?: object) => string}} locale
 * @param {() => void} handleChange
 */
export function createFacetList(list, said, {t}, handleChange) {
  let empty = [];
  const nameOf = (facet) => (Object.hasOwn(names, facet) ? t(names[facet]) : facet);
  const rows = () => [...list.children];

  function row(facet, isShown) {
    const box = element('input', {type: 'checkbox', value: facet, checked: isShown});
    const label = element('label', {className: 'check'}, box, element('span', {}));
    const button = (by, symbol) => {
      const made = element('button', {type: 'button', className: 'icon-button'}, symbol);
      made.addEventListener('click', () => move(made, by));
      return made;
    };
    return element('li', {}, label, button(-1, '↑'), button(1, '↓'));
  }

  /** Moves a row. The pressed button keeps the focus, also at the end of the list. */
  function move(button, by) {
    const moved = button.parentElement;
    const neighbour = by < 0 ? moved.previousElementSibling : moved.nextElementSibling;
    if (!neighbour) return;
    if (by < 0) neighbour.before(moved);
    else neighbour.after(moved);
    button.focus();
    name();
    const values = {
      name: nameOf(moved.querySelector('input').value),
      place: rows().indexOf(moved) + 1,
      count: rows().length,
    };
    say(said, t('moved', values));
    handleChange();
  }

  /** Writes the texts. A button that would do nothing stays in the order of Tab, so that the focus is not lost. */
  function name() {
    rows().forEach((item, i) => {
      const [box, up, down] = item.querySelectorAll('input, button');
      const facet = box.value;
      const hint = empty.includes(facet) ? element('span', {className: 'hint'}, ` (${t('noValues')})`) : '';
      item.querySelector('span').replaceChildren(nameOf(facet), hint);
      up.setAttribute('aria-label', t('up', {name: nameOf(facet)}));
      down.setAttribute('aria-label', t('down', {name: nameOf(facet)}));
      up.setAttribute('aria-disabled', String(i === 0));
      down.setAttribute('aria-disabled', String(i === rows().length - 1));
    });
  }

  list.addEventListener('change', handleChange);
  return {
    name,
    /** As the attribute `facets`. */
    read: () => [...list.querySelectorAll(':checked')].map(({value}) => value).join(' '),
    /** Shows these filters first, and then the others. */
    write(text) {
      const shown = [...new Set(text.toLowerCase().match(/[^\s,]+/g))];
      const others = Object.keys(names).filter((facet) => !shown.includes(facet));
      list.replaceChildren(...shown.map((facet) => row(facet, true)), ...others.map((facet) => row(facet, false)));
      name();
    },
    /** Filters without any value in the feed are marked. */
    mark(facets) {
      empty = facets;
      name();
    },
  };
}
