// Writes the generated parts of the docs and the demo: what is between `<!-- docs:NAME -->` and `<!-- /docs -->`.
// `npm run docs` writes them. `node scripts/docs.mjs --check` writes nothing, and fails if one is out of date.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {format} from 'oxfmt';
import {renderCluster, renderEngines, renderGoals, renderSizes, renderStart} from '../test/bench/report/docs.mjs';
import {renderCheckOutput} from './docs/check-output.mjs';
import {renderClauses, renderOwn, renderSummary, renderWcag} from './docs/criteria.mjs';
import {renderMenu} from './docs/demo-menu.mjs';
import {renderElementTable, renderSatelliteAttributes, renderSatellites} from './docs/elements.mjs';
import {renderFieldNames} from './docs/field-names.mjs';
import {fillMarkers} from './docs/fill-markers.mjs';
import {renderApps, renderFrameworks} from './docs/frameworks.mjs';
import {renderFurtherLanguageOptions, renderLanguageOptions, renderLanguages} from './docs/languages.mjs';
import {renderPrivacy} from './docs/privacy.mjs';
import {renderRequirements} from './docs/requirements.mjs';
import {renderSecurityTable} from './docs/security-table.mjs';

const elementTables = (...names) => Object.fromEntries(names.map((name) => [name, () => renderElementTable(name)]));

/** Page -> its generated parts: NAME -> the function that writes it. */
const pages = {
  // From the doc comments in src/elements/
  'docs/attributes.md': {
    ...elementTables('attributes', 'properties', 'methods', 'events', 'slots'),
    satellites: renderSatellites,
    'satellite-attributes': renderSatelliteAttributes,
  },
  'docs/theming.md': elementTables('tokens', 'parts'),
  // From src/core/feed/formats/field-names.ts
  'docs/feed-formats.md': {names: renderFieldNames},
  // From what the command printed in its test
  'docs/check-and-convert.md': {check: renderCheckOutput},
  // From src/i18n/locales/
  'docs/languages.md': {languages: renderLanguages},
  // From test/audits/security/cases.json, which RECORD=true writes
  'docs/security.md': {security: renderSecurityTable},
  // From test/built/privacy/sent.json, which RENEW=true writes
  'docs/privacy.md': {sent: renderPrivacy},
  // From test/audits/accessibility/criteria.yml
  'docs/accessibility.md': {summary: renderSummary, wcag: renderWcag, clauses: renderClauses, own: renderOwn},
  // From the comments `// Requirement: …` in the tests
  'docs/requirements.md': {requirements: renderRequirements},
  // From test/built/consumers/
  'docs/frameworks.md': {frameworks: renderFrameworks, apps: renderApps},
  // From the last `npm run bench`
  'docs/performance.md': {engines: renderEngines, goals: renderGoals, sizes: renderSizes, start: renderStart},
  'docs/large-feeds.md': {cluster: renderCluster},
  'demo/failing.html': {menu: renderMenu},
  'demo/gallery.html': {menu: renderMenu, options: renderLanguageOptions},
  'demo/index.html': {menu: renderMenu, options: renderLanguageOptions},
  'demo/city.html': {menu: renderMenu},
  'demo/collections.html': {menu: renderMenu},
  'demo/shared-list.html': {menu: renderMenu},
  'demo/follow.html': {menu: renderMenu},
  'demo/search-engines.html': {menu: renderMenu},
  'demo/satellites.html': {menu: renderMenu},
  'demo/sidebar.html': {menu: renderMenu},
  'demo/overview.html': {menu: renderMenu},
  'demo/own-facets.html': {menu: renderMenu},
  'demo/two-languages.html': {menu: renderMenu},
  'demo/tools/configure.html': {options: renderFurtherLanguageOptions},
};

/** Pages with a generated part must be in the table above, or the part would never be written. */
const files = new Set([
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...Object.keys(pages),
]);

// The formatter has the last word, or `npm run format` and `npm run docs` would undo each other's work.
const formatOptions = JSON.parse(readFileSync(new URL('lint/oxfmtrc.json', import.meta.url), 'utf8'));
const isCheck = process.argv.includes('--check');

for (const file of files) {
  const old = readFileSync(file, 'utf8');
  const filled = fillMarkers(file, old, pages[file] ?? {});
  const {code: text} = file in pages ? await format(file, filled, formatOptions) : {code: filled};
  if (text === old) continue;
  if (isCheck) {
    console.error(`${file} is out of date: run “npm run docs”.`);
    process.exitCode = 1;
  } else writeFileSync(file, text);
}
