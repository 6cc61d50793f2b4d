import {join} from 'node:path';
import {read, readFolder} from './zip-contents.mjs';

const plugin = 'integrations/wordpress';
/** Files that name the version. */
const withVersion = ['good-practice-browser.php', 'readme.txt', 'block/block.json'];

/**
 * The files of the WordPress plugin: its sources, and those of dist/embed.
 * @returns {Map<string, Uint8Array>}
 */
export function pluginContents(version) {
  const contents = new Map([
    ...readFolder(plugin),
    ['LICENSE', read('LICENSE')],
    ...readFolder('dist/embed').map(([name, bytes]) => [`embed/${name}`, bytes]),
  ]);
  for (const name of withVersion)
    contents.set(name, Buffer.from(read(join(plugin, name)).toString().replaceAll('{{version}}', version)));
  return contents;
}
