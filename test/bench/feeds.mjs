// The feeds of every size, and what is asked of them.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {runnerImport} from 'vite';
import {generateFeed} from './feed.mjs';
import {makeQueries} from './queries.mjs';

const here = import.meta.dirname;
const realFeed = JSON.parse(readFileSync(join(here, '../../demo/practices.json'), 'utf8'));
export const realSize = realFeed.practices.length;

const memoize = (make) => {
  const made = new Map();
  return (size) => {
    if (!made.has(size)) made.set(size, make(size));
    return made.get(size);
  };
};

/** By size: the demo's own feed, or as many generated practices, as JSON text; and its documents with the queries made from them. */
export function createFeeds(seed) {
  const text = memoize((size) => {
    const json = JSON.stringify(size === realSize ? realFeed : generateFeed(size, seed));
    mkdirSync(join(here, 'data'), {recursive: true});
    writeFileSync(join(here, 'data', `feed-${size}.json`), json);
    return json;
  });
  const inputs = memoize(async (size) => {
    const options = {root: here, configFile: false, logLevel: 'error'};
    const {module} = await runnerImport(join(here, 'documents.mjs'), options);
    const feed = module.readFeed(JSON.parse(text(size)), 'https://practices.example/feed.json');
    const documents = module.toDocuments(feed);
    return {documents, queries: makeQueries(documents, seed)};
  });
  return {text, inputs};
}
