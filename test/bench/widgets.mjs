// Ours, as it was built, and three pages that do the same job: a search field, three facets with counts, twelve cards, “Show more”.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {withPage} from './browser.mjs';
import {bundle} from './bundle.mjs';

const embed = join(import.meta.dirname, '../../dist/embed');
const probe = join(import.meta.dirname, 'pages/probe.js');

export const widgets = [
  {name: 'fuse-lit', title: 'Fuse.js, plain + Lit'},
  {name: 'minisearch-lit', title: 'MiniSearch + Lit'},
  {name: 'itemsjs-vue', title: 'itemsjs + Vue'},
  {
    name: 'ours',
    title: 'good-practice-browser',
    script: '/embed/good-practice-browser.js',
    tag: 'good-practice-browser',
  },
].map((widget) => ({script: `/pages/${widget.name}.js`, tag: 'practice-list', ...widget}));

/** All files of the build under one origin, the pages' scripts, and for each widget and size a page and its feed. */
export async function serveWidgets({files}, feeds, sizes) {
  for (const entry of readdirSync(embed, {recursive: true, withFileTypes: true}))
    if (entry.isFile() && !entry.name.endsWith('.map')) {
      const path = join(entry.parentPath, entry.name);
      files.set(`/embed${path.slice(embed.length).replaceAll('\\', '/')}`, readFileSync(path));
    }
  for (const {name, script} of widgets)
    if (script.startsWith('/pages/')) files.set(script, await bundle(`pages/${name}.mjs`, 'iife'));
  for (const size of sizes) {
    files.set(`/feed-${size}.json`, feeds.text(size));
    for (const {name, script, tag} of widgets)
      files.set(
        `/${name}-${size}.html`,
        `<!doctype html><html lang="en"><meta charset="utf-8"><script src="${script}" defer></script>
<body><${tag} src="/feed-${size}.json"></${tag}></body></html>`,
      );
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
