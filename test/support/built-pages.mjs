// Pages with the built files, for tests in the three engines: under /__built/
//   page?head=&body=&policy=&watch=   an HTML page of these pieces, with that Content-Security-Policy; `watch` are attributes of the script that watches
//   embed/…, host-scripts/…           dist/embed/ and test/built/embedding/host-scripts/
//   watch.js                          collects what the page complains of, as `seen`
//   hashes.json                       file -> hash for `integrity`, of these scripts too
// and the feed of test/built/embedding/feed.mjs.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import {answers} from '../built/embedding/feed.mjs';

const PREFIX = '/__built/';
const types = {'.js': 'text/javascript', '.json': 'application/json'};

const watch = `window.seen = {console: [], errors: [], violations: []};
for (const level of ['log', 'info', 'warn', 'error']) console[level] = (...all) => seen.console.push(level + ': ' + all.join(' '));
addEventListener('error', ({message}) => message && seen.errors.push(message));
addEventListener('unhandledrejection', ({reason}) => seen.errors.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => seen.violations.push(violatedDirective + ' ' + blockedURI));
`;

const page = ({head = '', body = '', watch: attributes = ''}) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A page</title>
<script src="${PREFIX}watch.js" ${attributes}></script>${head}<body>${body}`;

function read(path) {
  if (path === 'watch.js') return watch;
  if (path === 'hashes.json') {
    const hash = `sha384-${createHash('sha384').update(watch).digest('base64')}`;
    return JSON.stringify({...JSON.parse(readFileSync('dist/embed/sri.json', 'utf8')), 'watch.js': hash});
  }
  return readFileSync(join(path.startsWith('embed/') ? 'dist' : 'test/built/embedding', path));
}

/** Koa middleware: answers what begins with /__built/ and leaves the rest to the others. */
export const builtPages = async (context, next) => {
  const path = context.path.startsWith(PREFIX) && context.path.slice(PREFIX.length);
  if (!path) return next();
  if (path === 'page') {
    if (context.query.policy) context.set('Content-Security-Policy', context.query.policy);
    context.type = 'text/html';
    context.body = page(context.query);
  } else if (answers[`/${path}`]) {
    const {body, headers} = answers[`/${path}`];
    context.set(headers);
    context.body = body;
  } else {
    context.type = types[extname(path)];
    context.body = read(path);
  }
};
