// Writes the tables in the documentation, each between `<!-- docs:NAME -->` and `<!-- /docs -->`:
// - README.md: attributes, events and the like, from the doc comments; the names of fields of other feeds; what the command prints; which tests
//   hold which row of the safety table; the languages.
// - docs/accessibility.md: the criteria of test/audits/accessibility/criteria.yml.
// - docs/frameworks.md: the apps of test/built/consumers/, and what they were tested with.
// - docs/performance.md: what `npm run bench` measured last.
// - demo/: the menu and the switch of languages.
// `--check` writes nothing and fails where they differ.
import {readFileSync, writeFileSync} from 'node:fs';
import {format} from 'oxfmt';
import {renderEngines, renderSizes, renderStart} from '../test/bench/report/docs.mjs';
import {renderClauses, renderOwn, renderSummary, renderWcag} from './docs/criteria.mjs';
import {renderFieldNames} from './docs/field-names.mjs';
import {renderApps, renderFrameworks} from './docs/frameworks.mjs';
import {languageNames} from './build/locales.mjs';
import {readManifest} from './build/manifest.mjs';
import {renderRequirements} from './docs/requirements.mjs';
import {renderSecurityTable} from './docs/security-table.mjs';

const readme = 'README.md';
const tag = 'good-practice-browser';
const elements = readManifest()
  .modules.flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName);

const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
const cell = (text = '') => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
/** `'newest'`, `12`, or words. An empty string, list or the like says nothing: the description does. */
function defaultValue(text = '') {
  if (/^(?:''|\[\]|\{\}|null|undefined|false)?$/.test(text)) return '—';
  return /^'.*'$|^[\d._]+$|^true$/.test(text) ? code(text.replace(/['_]/g, '')) : cell(text);
}
const parameters = ({parameters: list = []}) => list.map(({name, optional}) => name + (optional ? '?' : '')).join(', ');

const isField = ({kind}) => kind === 'field';
const isMethod = ({kind, description}) => kind === 'method' && description;

/** What may stand in `docs:…` -> what of the element it lists, and how: column -> text. */
const tables = {
  attributes: {
    list: ({attributes}) => attributes,
    columns: {
      Attribute: ({name, fieldName}) => code(name) + (fieldName && fieldName !== name ? ` (${code(fieldName)})` : ''),
      Default: (item) => defaultValue(item.default),
      Meaning: ({description}) => cell(description),
    },
  },
  properties: {
    list: ({members}) => members.filter((member) => isField(member) && !member.attribute && !member.static),
    columns: {
      Property: ({name, readonly}) => code(name) + (readonly ? ' (read only)' : ''),
      Type: ({type}) => code(type?.text),
      Meaning: ({description}) => cell(description),
    },
  },
  methods: {
    list: ({members}) => members.filter(isMethod),
    columns: {
      Method: (method) => code(`${method.name}(${parameters(method)})`),
      Meaning: ({description}) => cell(description),
    },
  },
  events: {
    list: ({events}) => events,
    columns: {
      Event: ({name}) => code(name),
      Type: ({type}) => code(type?.text),
      When: ({description}) => cell(description),
    },
  },
  slots: {
    list: ({slots}) => slots,
    columns: {
      Slot: ({name}) => (name ? code(name) : '(none)'),
      Content: ({description}) => cell(description),
    },
  },
  parts: {
    list: ({cssParts}) => cssParts,
    columns: {Part: ({name}) => code(name), Element: ({description}) => cell(description)},
  },
  tokens: {
    list: ({cssProperties}) => cssProperties,
    columns: {
      Token: ({name}) => code(name),
      // a value, or words: “the text at 82 %”
      Default: (item) => (/^[a-z]+ [a-z]/.test(item.default) ? cell(item.default) : code(item.default)) || '—',
      Meaning: ({description}) => cell(description),
    },
  },
  states: {
    list: ({cssStates}) => cssStates,
    columns: {State: ({name}) => code(`:state(${name})`), When: ({description}) => cell(description)},
  },
};

function renderTable(name, declaration) {
  const table = tables[name];
  if (!table) throw new Error(`README.md: no table is called “${name}”, only ${Object.keys(tables).join(', ')}`);
  const columns = Object.entries(table.columns);
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const items = (table.list(declaration) ?? []).map((item) => {
    if (!item.description) throw new Error(`<${tag}>: “${item.name}” (${name}) has no doc comment`);
    return row(columns.map(([, text]) => text(item)));
  });
  return [row(columns.map(([title]) => title)), row(columns.map(() => '---')), ...items].join('\n');
}

const renderSatellites = () => {
  const shared = elements.find(({tagName}) => tagName === 'gpb-count').attributes.map(({name}) => name);
  const rows = elements
    .filter(({tagName}) => tagName !== tag)
    .map(({attributes, summary, tagName}) => {
      const own = attributes.filter(({name}) => !shared.includes(name));
      const texts = own.map(
        (item) => `${code(item.name)}: ${cell(item.description)} Default: ${defaultValue(item.default)}`,
      );
      return `| ${[code(`<${tagName}>`), cell(summary), texts.join('<br>') || '—'].join(' | ')} |`;
    });
  return ['| Element | Shows | Attributes of its own |', '| --- | --- | --- |', ...rows].join('\n');
};

function renderLanguages() {
  const rows = languageNames().map(({tag, english, own, reviewed, translators}) =>
    [code(tag), english, own, reviewed ? 'yes' : 'no', translators.join(', ') || '—'].join(' | '),
  );
  return [
    'Tag | Language | Its own name | Read by a native speaker | Translators',
    '--- | --- | --- | --- | ---',
    ...rows,
  ]
    .map((row) => `| ${row} |`)
    .join('\n');
}

/** The options of a `<select>`; each says itself in which language it is. */
const renderLanguageOptions = () =>
  languageNames()
    .sort((a, b) => a.own.localeCompare(b.own, 'en'))
    .map(({tag, own}) => `<option value="${tag}" lang="${tag}"${tag === 'en' ? ' selected' : ''}>${own}</option>`)
    .join('\n');

const golden = 'test/built/cli/golden/check-real.txt';
const renderCheck = () => `\`\`\`\n${readFileSync(golden, 'utf8').trim()}\n\`\`\``;

/** The pages of the demo, in the order of its menu. */
const demoPages = {
  'index.html': 'Good practices',
  'satellites.html': 'What’s new',
  'two-languages.html': 'Two languages',
  'sidebar.html': 'In a sidebar',
  'plain.html': 'Plain page',
  'failing.html': 'Feed that fails',
  'gallery.html': 'Gallery',
  'tools/template.html': 'Hand in a practice',
  'tools/check.html': 'Check a feed',
};
const renderMenu = (file) =>
  Object.entries(demoPages)
    .map(([page, name]) => {
      const current = file === `demo/${page}` ? ' aria-current="page"' : '';
      return `<li><a href="${page}"${current}>${name}</a></li>`;
    })
    .join('\n');

/** File -> what stands between marks in it, beside what is known of the public element. */
const documents = {
  [readme]: {
    check: renderCheck,
    languages: renderLanguages,
    names: renderFieldNames,
    satellites: renderSatellites,
    security: renderSecurityTable,
  },
  ...Object.fromEntries(
    Object.keys(demoPages).map((page) => [`demo/${page}`, {menu: renderMenu, options: renderLanguageOptions}]),
  ),
  'docs/frameworks.md': {apps: renderApps, frameworks: renderFrameworks},
  'docs/accessibility.md': {clauses: renderClauses, own: renderOwn, summary: renderSummary, wcag: renderWcag},
  'docs/requirements.md': {requirements: renderRequirements},
  'docs/performance.md': {engines: renderEngines, sizes: renderSizes, start: renderStart},
};

const isCheck = process.argv.includes('--check');
const marked = /<!-- docs:(\w+) -->[\s\S]*?<!-- \/docs -->/g;
// as `npm run format` would, or the two would never agree
const options = JSON.parse(readFileSync(new URL('lint/oxfmtrc.json', import.meta.url), 'utf8'));
const declaration = elements.find(({tagName}) => tagName === tag);

for (const [file, renderers] of Object.entries(documents)) {
  const old = readFileSync(file, 'utf8');
  const filled = old.replace(marked, (_, name) => {
    const content = renderers[name]?.(file) ?? renderTable(name, declaration);
    return `<!-- docs:${name} -->\n${content}\n<!-- /docs -->`;
  });
  const {code: text} = await format(file, filled, options);
  if (isCheck && text !== old) {
    console.error(`${file} does not say what the sources say: npm run docs`);
    process.exitCode = 1;
  }
  if (!isCheck) writeFileSync(file, text);
}
