// The form: reads all settings from its fields, and writes settings into them. Fields are the one place of the state. Each says by
// `data-attribute`, `data-setting` or `data-look` which value it has.
import {createFacetList} from './facets.js';
import {isColour} from './contrast.js';
import {byId, element, showError, withLinks} from '../dom.js';
import {targets} from './snippets.js';

const colours = ['accent', 'accentDark', 'background', 'color'];
const groups = {groupPage: 1, groupCms: 7, groupStatic: 3, groupFrameworks: 3};

/** `wordpress-block` -> `targetWordpressBlock` */
export const nameOfTarget = (prefix, target) =>
  prefix + target.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * @param {ReturnType<typeof import('./attributes.js').readAttributes>} list
 * @param {() => void} handleChange
 */
export function createForm(list, locale, handleChange) {
  const {t} = locale;
  const {defaults, wrongParts} = list;
  const facets = createFacetList(byId('facets'), byId('said'), locale, handleChange);

  addLevels();
  addTargets();
  addColours();
  addOthers();

  const fields = (kind) => [...document.querySelectorAll(`[data-${kind}]`)];
  const read = (kind) => Object.fromEntries(fields(kind).map((field) => [field.dataset[kind], valueOf(field)]));

  function addLevels() {
    byId('heading-level').append(...[1, 2, 3, 4, 5, 6].map((level) => element('option', {value: String(level)})));
  }

  function addTargets() {
    let from = 0;
    for (const [label, count] of Object.entries(groups)) {
      const options = targets.slice(from, (from += count)).map((value) => element('option', {value}));
      byId('target').append(element('optgroup', {'data-name': label}, ...options));
    }
  }

  /** A field for the code of a colour, and one to pick it. */
  function addColours() {
    for (const name of colours) {
      const described = `colour-hint ${name === 'background' || name === 'color' ? 'pair-hint ' : ''}look-${name}-error`;
      const text = element('input', {
        id: `look-${name}`,
        autocomplete: 'off',
        spellcheck: false,
        'data-look': name,
        'aria-describedby': described,
      });
      const picker = element('input', {type: 'color', value: '#1d4ed8', 'data-picks': name});
      picker.addEventListener('input', (event) => {
        event.stopPropagation();
        text.value = picker.value;
        text.dispatchEvent(new Event('input', {bubbles: true}));
      });
      const error = element('p', {id: `look-${name}-error`, className: 'error-text'});
      const label = element('label', {htmlFor: text.id, 'data-name': name});
      byId('colours').append(
        element('div', {className: 'field'}, label, element('div', {className: 'colour'}, picker, text), error),
      );
    }
  }

  /** Attributes without a field of their own, also those that a later version adds. */
  function addOthers() {
    const present = new Set([...fieldsOf('attribute'), 'facets']);
    for (const [name, usual] of defaults) {
      if (present.has(name)) continue;
      const input = element('input', {
        id: `other-${name}`,
        autocomplete: 'off',
        spellcheck: false,
        placeholder: usual,
        'data-attribute': name,
        'data-wrong': 'wrongValue',
        'aria-describedby': `more-hint other-${name}-error`,
      });
      const label = element('label', {htmlFor: input.id}, element('code', {}, name));
      byId('more').append(
        element(
          'div',
          {className: 'field'},
          label,
          input,
          element('p', {id: `other-${name}-error`, className: 'error-text'}),
        ),
      );
    }
  }

  /** Texts that depend on a number or a name, which `data-text` cannot have. */
  function showTexts() {
    for (const option of byId('heading-level').options) option.textContent = t('level', {level: option.value});
    for (const option of byId('target').options) option.textContent = t(nameOfTarget('target', option.value));
    for (const group of document.querySelectorAll('optgroup[data-name]')) group.label = t(group.dataset.name);
    for (const label of document.querySelectorAll('label[data-name]')) label.textContent = t(label.dataset.name);
    for (const picker of document.querySelectorAll('[data-picks]'))
      picker.setAttribute('aria-label', t('pick', {name: t(picker.dataset.picks)}));
    byId('more-hint').replaceChildren(...withLinks(t('moreHint')));
    facets.name();
  }

  /** @returns {import('./snippets.js').Settings & {page: string, target: string}} */
  function readSettings() {
    return {...read('setting'), attributes: {...read('attribute'), facets: facets.read()}, look: read('look')};
  }

  /** Splits the attributes of settings: those that the widget can use stay, and `wrong` are the others. */
  function splitWrong(settings) {
    const wrong = findWrong(settings.attributes);
    const entries = Object.entries(settings.attributes);
    return {
      usable: {...settings, attributes: Object.fromEntries(entries.filter(([name]) => !wrong.has(name)))},
      wrong: entries.filter(([name]) => wrong.has(name)),
    };
  }

  /** Writes settings into the fields; settings that are missing get their default. @returns {[string, string][]} the values that a field cannot have */
  function writeSettings({attributes, look, ...settings}) {
    const impossible = [];
    const write = (field, value) => {
      setValue(field, value);
      if (valueOf(field) !== value) impossible.push([field.dataset.attribute ?? field.id, value]);
    };
    for (const field of fields('setting'))
      if (field.dataset.setting in settings) write(field, settings[field.dataset.setting]);
    for (const field of fields('look')) write(field, look[field.dataset.look] ?? '');
    for (const field of fields('attribute')) {
      const usual = defaults.get(field.dataset.attribute);
      const value = attributes[field.dataset.attribute] ?? usual;
      // An empty field with a placeholder and an unticked box mean the default.
      write(field, value === usual && (field.placeholder || field.type === 'checkbox') ? '' : value);
    }
    facets.write(attributes.facets ?? defaults.get('facets'));
    return impossible;
  }

  /** The attributes with a wrong value, each with the part that is wrong. */
  const findWrong = (attributes) =>
    new Map(
      fields('wrong')
        .map(({dataset: {attribute}}) => [attribute, wrongParts(attribute, attributes[attribute])[0]])
        .filter(([, part]) => part !== undefined),
    );

  /** Says at each field what is wrong with its value. */
  function showErrors({attributes, look}) {
    const wrong = findWrong(attributes);
    for (const field of fields('wrong')) {
      const value = wrong.get(field.dataset.attribute);
      showError(field, value === undefined ? '' : t(field.dataset.wrong, {value}));
    }
    for (const name of colours) {
      const value = look[name].trim();
      const partner = {background: 'color', color: 'background'}[name];
      const isAlone = partner && !value && isColour(look[partner]);
      showError(byId(`look-${name}`), value && !isColour(value) ? t('wrongColour') : isAlone ? t('pairNeeded') : '');
      const picker = document.querySelector(`[data-picks=${name}]`);
      picker.classList.toggle('unset', !isColour(value));
      if (isColour(value)) picker.value = value;
    }
  }

  for (const form of [byId('choices'), byId('target')]) form.addEventListener('input', handleChange);
  byId('src').addEventListener('input', handleChange);
  byId('choices').addEventListener('submit', (event) => event.preventDefault());

  return {
    readSettings,
    splitWrong,
    writeSettings,
    showErrors,
    showTexts,
    markFacets: facets.mark,
    /** Sets one field. */
    set(name, value) {
      setValue(document.querySelector(`[data-attribute=${name}], [data-setting=${name}], [data-look=${name}]`), value);
      handleChange();
    },
  };
}

const fieldsOf = (kind) => [...document.querySelectorAll(`[data-${kind}]`)].map((field) => field.dataset[kind]);

const valueOf = (field) => (field.type === 'checkbox' ? (field.checked ? field.value : '') : field.value);

function setValue(field, value) {
  if (field.type === 'checkbox') field.checked = field.value === value;
  else field.value = value;
}
