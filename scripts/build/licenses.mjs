// What must go with files that have other people's code in them: whose it is, and their terms.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const read = (folder, name) => readFileSync(join(folder, name), 'utf8');

/** The packages whose code is in the scripts of a folder, as their source maps say. @returns {string[]} folders */
function packagesIn(folder) {
  const maps = readdirSync(folder).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap((name) => JSON.parse(read(folder, name)).sources);
  const found = sources.flatMap((source) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source) ?? []);
  return [...new Set(found)].sort();
}

/** Each text once, behind the packages that have it. @param folder of the scripts */
export function licensesOf(folder) {
  const all = ['.', ...packagesIn(folder)].map((each) => {
    const {license, name, version} = JSON.parse(read(each, 'package.json'));
    return {name: `${name} ${version} (${license})\n`, text: read(each, 'LICENSE').trim()};
  });
  return [...new Set(all.map(({text}) => text))]
    .map((text) => {
      const names = all.filter((each) => each.text === text).map(({name}) => name);
      return `${names.join('')}\n${text}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}
