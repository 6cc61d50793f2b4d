// docs/frameworks.md: the apps in which the package is tested, with the versions that passed when they were recorded last.
import {readFileSync} from 'node:fs';
import {extname} from 'node:path';
import {consumers, readResults} from '../../test/built/consumers/consumers.mjs';
import {table} from './table.mjs';

/** Packages that a reader does not choose a version of. */
const isSupport = (name) => /^@types\/|-check$|^html-webpack-plugin$|-cli$|plugin|adapter/.test(name);

export function renderFrameworks() {
  const results = readResults();
  const rows = consumers.map(({id, name, note, worker}) => {
    const result = results[id];
    if (result?.worker !== worker)
      throw new Error(`No result is recorded for ${name}: RECORD=true node --test test/built/consumers/*.test.mjs`);
    const versions = Object.entries(result.versions)
      .filter(([tool]) => !isSupport(tool))
      .map(([tool, version]) => `${tool} ${version}`);
    const reader = worker ? 'worker' : 'main thread, in slices';
    return [`[${name}](#${anchorOf(name)})`, versions.join(', '), result.date, reader, note];
  });
  return table(['App', 'Versions', 'Passed on', 'Feed over 5 MB is read in', 'To know'], rows);
}

const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/** The file of each app that shows how it is done. */
export function renderApps() {
  const sections = consumers.map(({id, file, name}) => {
    const code = readFileSync(`test/built/consumers/apps/${id}/${file}`, 'utf8').trim();
    const language = {'.njk': 'html'}[extname(file)] ?? extname(file).slice(1);
    return `### ${name}\n\n\`${file}\`:\n\n\`\`\`${language}\n${code}\n\`\`\``;
  });
  return `\n${sections.join('\n\n')}\n`;
}
