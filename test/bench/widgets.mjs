// Ours, as it was built, and pages that do the same job: a search field, three facets with counts, twelve cards, “Show more”.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {withPage} from './browser.mjs';
import {bundle} from './bundle.mjs';
import {pack} from './server.mjs';

const embed = join(import.meta.dirname, '../../dist/embed');
const probe = join(import.meta.dirname, 'pages/probe.js');

const all = [
  {name: 'fuse-lit', title: 'Fuse.js, plain + Lit'},
  {name: 'minisearch-lit', title: 'MiniSearch + Lit'},
  {name: 'instantsearch-itemsjs', title: 'InstantSearch.js + itemsjs'},
  {name: 'itemsjs-vue', title: 'itemsjs + Vue'},
  {name: 'listjs', title: 'list.js'},
  {
    name: 'ours',
    title: 'good-practice-browser',
    script: '/embed/good-practice-browser.js',
    tag: 'good-practice-browser',
  },
  {
    name: 'ours-views',
    title: 'good-practice-browser with views',
    script: '/embed/good-practice-browser.js',
    tag: 'good-practice-browser',
    attributes: 'views="cards map statistics"',
  },
].map((widget) => ({script: `/pages/${widget.name}.js`, tag: 'practice-list', ...widget}));
/** Those of these names, in their order. */
export const pickWidgets = (...names) => names.map((wanted) => all.find(({name}) => name === wanted));
/** Those that say when they have loaded and answered. */
export const widgets = pickWidgets('fuse-lit', 'minisearch-lit', 'itemsjs-vue', 'ours');

/** A page of a city: a heading, the list, and a footer that must not move. The style for ours is the one of docs/theming.md. */
const pageOf = ({attributes = '', script, tag}, feed) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Good practices</title>
<link rel="icon" href="data:,">
<style>
  footer { padding: 4em 1em; background: #dde; }
  good-practice-browser:not(:defined) { display: block; min-height: 100svh }
</style>
<script src="${script}" defer></script>
<body>
<h1>Good practices</h1>
<${tag} src="${feed}" ${attributes}></${tag}>
<footer>City hall, Main Street 1</footer>
</body>
</html>`;

/**
 * All files of the build under one origin, the pages' scripts, and for each widget and size a page and its feed; compressed.
 * `changeFeed` of a widget makes another feed of it, with this seed.
 */
export async function serveWidgets({files}, feeds, sizes, chosen = widgets, seed = 0) {
  for (const entry of readdirSync(embed, {recursive: true, withFileTypes: true}))
    if (entry.isFile() && !entry.name.endsWith('.map')) {
      const path = join(entry.parentPath, entry.name);
      files.set(`/embed${path.slice(embed.length).replaceAll('\\', '/')}`, pack(readFileSync(path)));
    }
  for (const {name, script} of chosen)
    if (script.startsWith('/pages/')) files.set(script, pack(await bundle(`pages/${name}.mjs`, 'iife')));
  for (const size of sizes) {
    files.set(`/feed-${size}.json`, pack(feeds.text(size)));
    for (const widget of chosen) {
      const feed = `/${widget.changeFeed ? `${widget.name}-` : ''}feed-${size}.json`;
      files.set(`/${widget.name}-${size}.html`, pack(pageOf(widget, feed)));
      if (widget.changeFeed)
        files.set(feed, pack(JSON.stringify(widget.changeFeed(JSON.parse(feeds.text(size)), seed))));
    }
  }
}

/** Opens the page of a widget, with the probe in it. */
export function withWidget({browser, server}, {name}, size, use, prepare = async () => {}) {
  const address = `${server.origin}/${name}-${size}.html`;
  return withPage(browser, address, use, async (page) => {
    page.setDefaultTimeout(180_000);
    await page.addInitScript({path: probe});
    await prepare(page);
  });
}

/**
 * In rounds, each widget once and then again those that have taken fewer than `budget` milliseconds, so that all see the same machine.
 * @returns {Promise<Map<string, any[]>>} widget name -> what `measure(widget)` gave in each round
 */
export async function inRounds(chosen, {rounds, budget, label}, measure) {
  const results = new Map(chosen.map(({name}) => [name, []]));
  const spent = new Map();
  for (let round = 0; round < rounds; round++)
    for (const widget of chosen) {
      const before = spent.get(widget.name) ?? 0;
      if (before > budget) continue;
      const start = performance.now();
      try {
        results.get(widget.name).push(await measure(widget));
      } catch (error) {
        // one that does not come to an end must not take the others with it
        console.error(`  ${widget.title}: ${String(error.message).split('\n')[0]}`);
        spent.set(widget.name, Infinity);
        continue;
      }
      const ms = performance.now() - start;
      spent.set(widget.name, before + ms);
      console.error(`  ${label}  ${widget.title}  ${Math.round(ms / 1000)} s`);
    }
  return results;
}

/** What there is to say of a widget that never came to an end. */
export const summarizeAny = (rounds, summarize) =>
  rounds.length ? summarize(rounds) : {failure: 'came to no end', rounds: 0, keys: 0};
