// nginx with no more settings than it needs to serve a folder with some headers.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {freePort} from './free-port.mjs';

/** Path of nginx, if this machine has it. */
export const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(
  (path) => existsSync(path),
);

/** Waits until a server answers. @throws if its process has ended, by itself or by a signal */
export async function waitForServer(child, name, origin) {
  const ending = () => child.exitCode ?? child.signalCode;
  while (ending() === null && !(await fetch(origin).catch(() => null))) await sleep(20);
  if (ending() !== null) throw new Error(`${name} ended with ${ending()}`);
}

const temporaryFolders = (work) =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');

const configuration = (folder, work, port, headers, lines) => `
daemon off;
master_process off;
pid ${work}/pid;
error_log ${work}/errors;
events {}
http {
  access_log off;
  types {
    text/html html;
    text/css css;
    text/javascript js;
    application/json json;
    image/svg+xml svg;
    text/plain txt;
  }
  charset utf-8;
  ${temporaryFolders(work)}
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    ${Object.entries(headers)
      .map(([name, value]) => `add_header ${name} "${value}";`)
      .join(' ')}
    ${lines}
  }
}
`;

/**
 * Serves a folder.
 * @param {string} folder
 * @param {Record<string, string>} headers of every answer
 * @param {string} [lines] further lines of the server block
 */
export async function startNginx(folder, headers, lines = '') {
  const port = await freePort();
  return run(port, (work) => configuration(folder, work, port, headers, lines));
}

const proxyConfiguration = (work, file) => `
daemon off;
master_process off;
pid ${work}/pid;
error_log ${work}/errors;
events {}
http {
  ${temporaryFolders(work)}
  ${file}
}
`;

/**
 * Runs a file for nginx's `conf.d`.
 * @param {string} file with PORT for the port
 */
export async function startProxy(file) {
  const port = await freePort();
  return run(port, (work) => proxyConfiguration(work, file.replaceAll('PORT', String(port))));
}

async function run(port, configure) {
  const work = mkdtempSync(join(tmpdir(), 'nginx-'));
  writeFileSync(join(work, 'nginx.conf'), configure(work));
  const child = spawn(nginx, ['-p', work, '-c', 'nginx.conf', '-e', join(work, 'errors')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  await waitForServer(child, 'nginx', origin);
  return {
    origin,
    async close() {
      child.kill();
      await exit;
      rmSync(work, {recursive: true, force: true});
    },
  };
}
