// Apache and PHP's own server, with no more settings than they need to serve a folder. nginx is in nginx.mjs.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort} from './free-port.mjs';
import {waitForServer} from './nginx.mjs';

const find = (...paths) => paths.find((path) => existsSync(path));

/** Paths of the programs, if this machine has them. */
export const apache = find('/usr/sbin/apache2', '/usr/sbin/httpd', '/usr/local/bin/httpd');
export const php = find('/usr/bin/php', '/usr/local/bin/php', '/opt/homebrew/bin/php');

const apacheModules = find('/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2');

/** Apache, with the modules that Debian switches on, `headers`, and `.htaccess`. */
const apacheConfiguration = (folder, work, port) => `
ServerRoot ${work}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${work}/pid
ErrorLog ${work}/errors
${['mpm_event', 'authz_core', 'mime', 'dir', 'headers'].map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot ${folder}
<Directory ${folder}>
  AllowOverride FileInfo
  Require all granted
</Directory>
`;

/** Starts a server, and waits until it answers. */
async function start(command, args, port, options = {}) {
  const child = spawn(command, args, {stdio: 'ignore', ...options});
  const exit = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  await waitForServer(child, command, origin);
  return {
    origin,
    async close() {
      child.kill();
      await exit;
    },
  };
}

/** Serves a folder with Apache. */
export async function startApache(folder) {
  const work = mkdtempSync(join(tmpdir(), 'apache-'));
  const port = await freePort();
  writeFileSync(join(work, 'httpd.conf'), apacheConfiguration(folder, work, port));
  const {close, origin} = await start(apache, ['-D', 'FOREGROUND', '-f', join(work, 'httpd.conf')], port);
  return {
    origin,
    async close() {
      await close();
      rmSync(work, {recursive: true, force: true});
    },
  };
}

/**
 * Serves a folder with PHP's own server.
 * @param {string} folder
 * @param {Record<string, string>} [settings] of PHP
 */
export async function startPhp(folder, settings = {}) {
  const port = await freePort();
  const set = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  return start(php, [...set, '-S', `127.0.0.1:${port}`, '-t', folder], port);
}
