// The tables about our elements. They come from the doc comments in src/elements/, by way of the custom elements manifest.
import {readManifest} from '../build/manifest.mjs';
import {cell, code, table} from './table.mjs';

const elements = readManifest()
  .modules.flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName);
const browser = elements.find(({tagName}) => tagName === 'good-practice-browser');
const satellites = elements.filter((element) => element !== browser);

/** `'newest'`, `12`, or words. An empty string or list is no default that a reader needs to know. */
function defaultValue(text = '') {
  if (/^(?:''|\[\]|\{\}|null|undefined|false)?$/.test(text)) return '—';
  return /^'.*'$|^[\d._]+$|^true$/.test(text) ? code(text.replace(/['_]/g, '')) : cell(text);
}

/** A CSS value, or words such as “the text at 82 %”. */
const tokenDefault = (text) => (/^[a-z]+ [a-z]/.test(text) ? cell(text) : code(text)) || '—';

const attributeName = ({name, fieldName}) =>
  code(name) + (fieldName && fieldName !== name ? ` (${code(fieldName)})` : '');
const call = ({name, parameters = []}) =>
  code(`${name}(${parameters.map((each) => each.name + (each.optional ? '?' : '')).join(', ')})`);

/** Name -> what it lists, and its columns: title -> text of a cell. */
const tables = {
  attributes: {
    list: ({attributes}) => attributes,
    columns: {Attribute: attributeName, Default: (item) => defaultValue(item.default)},
    last: 'Meaning',
  },
  properties: {
    list: ({members}) =>
      members.filter(({kind, attribute, static: isStatic}) => kind === 'field' && !attribute && !isStatic),
    columns: {
      Property: ({name, readonly}) => code(name) + (readonly ? ' (read only)' : ''),
      Type: ({type}) => code(type?.text),
    },
    last: 'Meaning',
  },
  methods: {
    list: ({members}) => members.filter(({kind, description}) => kind === 'method' && description),
    columns: {Method: call},
    last: 'Meaning',
  },
  events: {
    list: ({events}) => events,
    columns: {Event: ({name}) => code(name)},
    last: 'When',
  },
  slots: {
    list: ({slots}) => slots,
    columns: {Slot: ({name}) => (name ? code(name) : '(none)')},
    last: 'Content',
  },
  parts: {
    list: ({cssParts}) => cssParts,
    columns: {Part: ({name}) => code(name)},
    last: 'Element',
  },
  tokens: {
    list: ({cssProperties}) => cssProperties,
    columns: {Token: ({name}) => code(name), Default: (item) => tokenDefault(item.default)},
    last: 'Meaning',
  },
};

/** The table of this name, about `<good-practice-browser>`. The last column is the doc comment. */
export function renderElementTable(name) {
  const {list, columns, last} = tables[name];
  const rows = list(browser).map((item) => {
    if (!item.description) throw new Error(`<good-practice-browser>: “${item.name}” (${name}) has no doc comment.`);
    return [...Object.values(columns).map((text) => text(item)), cell(item.description)];
  });
  return table([...Object.keys(columns), last], rows);
}

const sharedAttributes = () => elements.find(({tagName}) => tagName === 'gpb-count').attributes;

export const renderSatellites = () =>
  table(
    ['Element', 'Shows', 'Attributes of its own'],
    satellites.map(({attributes, summary, tagName}) => {
      const shared = new Set(sharedAttributes().map(({name}) => name));
      const own = attributes.filter(({name}) => !shared.has(name));
      const texts = own.map(
        (item) => `${code(item.name)}: ${cell(item.description)} Default: ${defaultValue(item.default)}`,
      );
      return [code(`<${tagName}>`), cell(summary), texts.join('<br>') || '—'];
    }),
  );

export const renderSatelliteAttributes = () =>
  table(
    ['Attribute', 'Default', 'Meaning'],
    sharedAttributes().map((item) => [attributeName(item), defaultValue(item.default), cell(item.description)]),
  );
