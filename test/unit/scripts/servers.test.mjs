// What the servers of the tests do if they do not start.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {after, before, describe, it} from 'node:test';
import {waitForServer} from '../../support/nginx.mjs';

describe('waiting for a server', () => {
  const server = createServer((request, response) => response.end());
  let origin;
  before(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const start = (script) => spawn(process.execPath, ['-e', script], {stdio: 'ignore'});

  it('ends when it answers', async () => {
    const child = start('setInterval(() => {}, 1000)');
    await waitForServer(child, 'The server', origin);
    child.kill();
    await once(child, 'exit');
  });

  // Another server may answer at the address.
  it('fails if its process has ended, by itself or by a signal', async () => {
    const wait = async (child) => {
      await once(child, 'exit');
      await waitForServer(child, 'The server', origin);
    };
    await assert.rejects(wait(start('process.exit(3)')), /^Error: The server ended with 3$/);
    const child = start('setInterval(() => {}, 1000)');
    child.kill('SIGKILL');
    await assert.rejects(wait(child), /^Error: The server ended with SIGKILL$/);
  });
});
