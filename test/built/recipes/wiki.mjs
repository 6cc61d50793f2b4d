// DokuWiki of Debian.
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {php} from '../../support/web-servers.mjs';
import {makeFolder} from './site.mjs';

/** Where Debian has it. */
const installed = '/usr/share/dokuwiki';
const settings = '/etc/dokuwiki';

/** Why there can be no wiki; undefined if there can. */
export const noDokuWiki =
  php && existsSync(installed) ? undefined : 'DokuWiki is not installed (apt install dokuwiki php-cli php-xml)';

/** A wiki of its own, with these lines in conf/local.php. */
export function makeWiki(lines) {
  const site = makeFolder({'index.html': ''});
  const wiki = join(site, 'wiki');
  cpSync(installed, wiki, {recursive: true, dereference: true});
  cpSync(settings, join(wiki, 'conf'), {recursive: true, dereference: true});
  // Debian keeps settings and data elsewhere.
  writeFileSync(
    join(wiki, 'inc/preload.php'),
    `<?php define('DOKU_MAIN_CONF', '${wiki}/conf/'); define('DOKU_CONF', '${wiki}/conf/');`,
  );
  const folders = 'attic cache index locks media media_attic media_meta meta pages tmp log';
  for (const name of folders.split(' ')) mkdirSync(join(wiki, 'data', name), {recursive: true});
  writeFileSync(
    join(wiki, 'conf/local.php'),
    `<?php\n$conf['savedir'] = '${wiki}/data';\n$conf['useacl'] = 0;\n${lines}`,
  );
  return {site, writePage: (name, text) => writeFileSync(join(wiki, 'data/pages', `${name}.txt`), text)};
}
