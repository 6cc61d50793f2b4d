// nginx in front of a cluster, with the file that docs/large-feeds.md recommends.
import {readFileSync} from 'node:fs';
import {indexFeeds} from '../../dist/node/cluster/index-feeds.js';
import {startProxy} from '../support/nginx.mjs';

/** The file of the docs. Only what a machine for tests cannot have is different: names of hosts, a certificate. */
function recommendedFile(urls, {origin, rate}) {
  const [, file] = /```nginx\n(upstream cluster [^]*?)```/.exec(readFileSync('docs/large-feeds.md', 'utf8'));
  const [, options] = /server node-1\.internal:9200( .*);/.exec(file);
  const hosts = urls.map((url) => `server ${new URL(url).host}${options};`).join(' ');
  return replaceAll(file, [
    [/server node-\d\.internal:9200.*;\s*/g, ''],
    ['keepalive 32;', `${hosts} keepalive 32;`],
    ['listen 443 ssl;', 'listen 127.0.0.1:PORT;'],
    [/ssl_certificate\w* .*;/g, ''],
    ['https://www.city.example', origin],
    // Tests are faster than visitors.
    ['rate=10r/s', `rate=${rate}r/s`],
  ]);
}

function replaceAll(text, pairs) {
  for (const [from, to] of pairs) {
    const replaced = text.replaceAll(from, to);
    if (replaced === text && from !== to) throw new Error(`docs/large-feeds.md has no ${from}`);
    text = replaced;
  }
  return text;
}

/**
 * Serves a cluster to browsers. Close it at the end.
 * @param {{urls: string[]}} cluster
 * @param {{origin?: string, rate?: number}} [options] `origin` of the page with the widget, `rate` of requests each second
 * @returns {Promise<{src: string, origin: string, close: () => Promise<void>}>} `src` for the widget
 */
export async function startGateway({urls}, {origin = 'https://www.city.example', rate = 10_000} = {}) {
  const {close, origin: gateway} = await startProxy(recommendedFile(urls, {origin, rate}));
  return {src: `${gateway}/practices`, origin: gateway, close};
}

/** Puts a feed into a cluster, as the command does. The alias is the one that `startGateway` serves. */
export const indexFeed = (file, {url}) => indexFeeds([file], {to: url, alias: 'practices'});
