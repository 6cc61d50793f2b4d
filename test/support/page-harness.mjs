// Drives the built files in Chromium as a visitor would, on plain HTML pages with a strict Content-Security-Policy.
// `/embed/`, `/tools/` and `/core/` are those of dist/, `/dist/` and `/node_modules/` are what npm users have, and all else is demo/: its
// feeds and pages, also under `/demo/`.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {chromium} from 'playwright-core';
import * as browsers from '../../scripts/browsers.mjs';

/** What the widget promises to run under. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types good-practice-browser',
].join('; ');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What the server says; a function answers by itself.
 * @typedef {{status?: number, headers?: Record<string, string>, body?: string | Buffer} | import('node:http').RequestListener} Answer
 */

/** Where the first folder of an address lies, if not in demo/. */
const folders = {embed: 'dist', tools: 'dist', core: 'dist', dist: '.', node_modules: '.', demo: '.'};

/** Serves the files; `answers` (path -> Answer) go before them. */
export const startServer = () => serveFiles((path) => join(folders[path.split('/')[1]] ?? 'demo', path));

/** Serves a folder, as any web server does; `answers` likewise. */
export const serveFolder = (folder) => serveFiles((path) => join(folder, path, path.endsWith('/') ? 'index.html' : ''));

/** @param {(path: string) => string} fileOf where the file of an address lies */
async function serveFiles(fileOf) {
  const answers = new Map();
  const fileAnswer = async (path) => {
    const file = fileOf(decodeURIComponent(path));
    return {headers: {'content-type': types[extname(file)] ?? 'application/octet-stream'}, body: await readFile(file)};
  };
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    const answer = answers.get(pathname) ?? (await fileAnswer(pathname).catch(() => ({status: 404})));
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {answers, origin: `http://127.0.0.1:${server.address().port}`, close};
}

const VIOLATION = 'securitypolicyviolation: ';

/** Collects what a page complains of. Violations come by the console: the page gets no global of ours. */
async function watch(page) {
  const seen = {console: [], errors: [], violations: [], requests: []};
  await page.addInitScript((prefix) => {
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) =>
      console.debug(prefix + [violatedDirective, blockedURI, sample].join(' ')),
    );
  }, VIOLATION);
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(VIOLATION)) seen.violations.push(text.slice(VIOLATION.length));
    else seen.console.push(`${message.type()}: ${text}`);
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  return seen;
}

/** So many milliseconds are waited for what comes, on a busy machine late: a limit for what never does. */
const PATIENCE = 60_000;

/** Repeats an assertion until it holds. @returns what it returns. @throws what it threw last */
export async function eventually(assertion) {
  for (const end = Date.now() + PATIENCE; ; await sleep(20)) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Selects the text of one element, and drags it with the mouse into another. */
export async function dragText(page, from, to) {
  const source = page.locator(from).first();
  await source.evaluate((element) => getSelection().selectAllChildren(element));
  const start = await source.boundingBox();
  await page.mouse.move(start.x + 20, start.y + 8);
  await page.mouse.down();
  await page.locator(to).hover({position: {x: 20, y: 10}});
  await page.locator(to).hover({position: {x: 24, y: 10}});
  await page.mouse.up();
}

/** What a person reads, without the breaks of the source. */
const clean = (text) => text.replace(/\s+/g, ' ').trim();

/** One page with what a visitor can do there, by the same names as in component-harness.ts. `page` is Playwright's, and its locators see into shadow roots. */
function createVisit(page, seen, origin) {
  const startsWith = (text) => new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);
  // A page makes a `blob:` by itself.
  const foreign = () => seen.requests.filter((url) => !url.replace(/^blob:/, '').startsWith(`${origin}/`));
  const drawn = () =>
    page
      .locator('good-practice-browser')
      .evaluateAll((widgets) => Promise.all(widgets.map(({updateComplete}) => updateComplete)));
  return {
    page,
    seen,
    /** What was asked of other servers. */
    foreign,
    /** When the whole list is drawn: its first frame has fewer cards, and no filters. */
    drawn,
    /** Types a query. The results of its first letters may come before its own: see `isAnswered`. */
    async search(text) {
      const box = page.getByRole('searchbox').first();
      await box.fill('');
      await box.pressSequentially(text);
    },
    /** When the results are those of a query. */
    isAnswered: (query) =>
      page.waitForFunction(
        (text) => document.querySelector('good-practice-browser').searchResults?.state.query === text,
        query,
      ),
    /** When the words for searching in a language have loaded, which a page asks for after the first cards. */
    hasWords: (language) =>
      page.waitForFunction(
        (file) => performance.getEntriesByType('resource').some(({name}) => name.endsWith(file)),
        `/words/${language}.json`,
      ),
    /** Ticks, or unticks, a facet value by its label. */
    async refine(label) {
      await page
        .getByRole('checkbox', {name: startsWith(label)})
        .first()
        .click();
    },
    async readMore(title) {
      await page.getByRole('button', {name: startsWith(`Read more: ${title}`)}).click();
    },
    /** Titles of the cards that are shown, in their order. */
    async titles() {
      await drawn();
      return page
        .getByRole('article')
        .evaluateAll((cards) => cards.map((card) => card.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim()));
    },
    /** How many practices were found, in words: `5 of 180 practices`. */
    total: async () => clean(await page.locator('[part=count]').first().innerText()),
    /** The filters that are chosen. */
    chips: async () => (await page.locator('[part=chip]').allInnerTexts()).map(clean),
    /** Saves a picture where SCREENSHOTS names a folder. */
    async screenshot(name) {
      const folder = process.env.SCREENSHOTS;
      if (folder) await page.screenshot({path: join(folder, `${name}.png`), fullPage: true});
    },
    /** The console is empty, nothing was thrown, no policy violated, and no other server asked. */
    assertClean() {
      const {requests: _, ...complaints} = {...seen, foreign: foreign()};
      assert.deepEqual(complaints, {console: [], errors: [], violations: [], foreign: []});
    },
    close: () => page.context().close(),
  };
}

/**
 * Opens a page as a visitor, in a browser context of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {object} [options]
 * @param {import('playwright-core').BrowserContextOptions} [options.context] viewport, colour scheme …
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] what is done before the page is opened
 */
export async function openVisit(browser, address, {context, prepare} = {}) {
  const page = await (await browser.newContext(context)).newPage();
  page.setDefaultTimeout(PATIENCE);
  const seen = await watch(page);
  await prepare?.(page);
  await page.goto(address);
  return createVisit(page, seen, new URL(address).origin);
}

/** @param {import('playwright-core').LaunchOptions} [options] how the browser is started */
export const launch = async (options) =>
  chromium.launch({executablePath: await browsers.chromium(), args: browsers.chromiumArgs, ...options});

/**
 * Starts a server and a browser. Each page opens in a browser context of its own.
 * @param {import('playwright-core').LaunchOptions} [options] how the browser is started
 */
export async function startHarness(options) {
  const [server, browser] = await Promise.all([startServer(), launch(options)]);
  let pages = 0;
  return {
    origin: server.origin,
    /** Playwright's, for pages that `open` does not open. */
    browser,
    /** Path -> what the server says instead of a file. */
    answers: server.answers,
    /**
     * @param {string} body what the page's body holds
     * @param {object} [options]
     * @param {string} [options.head] what its head holds: the script tag
     * @param {string} [options.policy] its Content-Security-Policy
     * @param {string} [options.query] what its address ends with
     * @param {Record<string, Answer>} [options.answers] path -> what the server says instead of a file
     * @param {import('playwright-core').BrowserContextOptions} [options.context] viewport, colour scheme …
     * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] what is done before the page is opened
     */
    async open(body, {head = scriptTag(), policy = strictPolicy, query = '', answers = {}, context, prepare} = {}) {
      const path = `/page-${++pages}`;
      const headers = {'content-type': types['.html'], 'content-security-policy': policy};
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${head}<body>${body}`;
      server.answers.set('/favicon.ico', {status: 204}).set(path, {headers, body: html});
      for (const [address, answer] of Object.entries(answers)) server.answers.set(address, answer);
      return openVisit(browser, server.origin + path + query, {context, prepare});
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

export const scriptTag = (file = 'good-practice-browser.js', attributes = 'defer') =>
  `<script src="/embed/${file}" ${attributes}></script>`;
