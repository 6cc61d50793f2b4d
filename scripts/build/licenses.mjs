// The licences of all code in the scripts for web pages: ours, and those of the dependencies.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Packages with types only, and Lit's code for servers. */
const NOT_IN_BROWSERS = /^@types\/|^@lit-labs\/ssr-dom-shim$/;

const read = (folder, file) => readFileSync(join(folder, file), 'utf8');

/** The folders of a package and all its dependencies. */
function foldersOf(folder, found = new Set()) {
  if (found.has(folder)) return found;
  found.add(folder);
  const {dependencies = {}} = JSON.parse(read(folder, 'package.json'));
  for (const name of Object.keys(dependencies))
    if (!NOT_IN_BROWSERS.test(name)) foldersOf(join('node_modules', name), found);
  return found;
}

/** The text of each licence once, below the names of its packages. */
export function licenseTexts() {
  const packages = [...foldersOf('.')].sort().map((folder) => {
    const {license, name, version} = JSON.parse(read(folder, 'package.json'));
    const file = ['LICENSE', 'LICENSE.md'].find((each) => existsSync(join(folder, each)));
    return {name: `${name} ${version} (${license})\n`, text: read(folder, file).trim()};
  });
  return [...new Set(packages.map(({text}) => text))]
    .map((text) => {
      const names = packages.filter((each) => each.text === text).map(({name}) => name);
      return `${names.join('')}\n${text}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}
