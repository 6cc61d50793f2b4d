// What servers must allow: the Content-Security-Policy of the page, and the headers (CORS) of a feed or a script on another server.

/** For a page whose address is not known: everything relative is on its server. */
const UNKNOWN_PAGE = 'https://page.invalid/';

const isWeb = (url) => /^https?:$/.test(url.protocol);
const resolve = (address, page) => (URL.canParse(address, page) ? [new URL(address, page)].filter(isWeb) : []);
const words = (text = '') => text.split(/[\s,]+/).filter(Boolean);

/** A path that needs no quotes in the files of servers. */
const isPlain = (path) => /^\/[\w./~-]+$/.test(path);

/** The lines that let pages of other servers read one file. */
function linesForFile({pathname}) {
  if (!isPlain(pathname) || pathname.endsWith('/')) return null;
  const name = pathname.split('/').at(-1);
  return {
    nginx: `location = ${pathname} { add_header Access-Control-Allow-Origin "*"; }`,
    apache: `<Files "${name}">\n  Header set Access-Control-Allow-Origin "*"\n</Files>`,
  };
}

/** The lines for the languages, words and stemmers beside a script. */
function linesForFolder(script) {
  const {pathname} = new URL('.', script);
  if (!isPlain(pathname)) return null;
  return {
    nginx: `location ${pathname} { add_header Access-Control-Allow-Origin "*"; }`,
    apache: 'Header set Access-Control-Allow-Origin "*"',
  };
}

const isWordPress = ({href}) => /\/wp-json\/|[?&]rest_route=/.test(href);

/**
 * @param {import('./snippets.js').Settings & {page: string}} settings `page` is the address of the page; `''` if it is not known
 * @returns the lines of the policy, and for each file on another server its origin and the lines that it needs: `reason` is `feed`,
 *   `wordpress` (which sends the header by itself) or `script`
 */
export function policiesFor({attributes, page, script}) {
  const base = resolve(page, UNKNOWN_PAGE)[0]?.href ?? UNKNOWN_PAGE;
  const own = new URL(base).origin;
  const feeds = words(attributes.src).flatMap((address) => resolve(address, base));
  const scripts = resolve(script, base);
  const hosts = words(attributes['image-hosts']).flatMap((host) => resolve(`https://${host}`, base));
  const sources = (urls) =>
    [...new Set(["'self'", ...urls.map(({origin}) => (origin === own ? "'self'" : origin))])].join(' ');
  const scriptSources = scripts.length && scripts[0].origin !== own ? scripts[0].origin : "'self'";
  const abroad = (url) => url.origin !== own;
  return {
    policy: [
      `script-src ${scriptSources}`,
      "style-src 'self'",
      `connect-src ${sources([...feeds, ...scripts])}`,
      `img-src ${sources([...feeds, ...hosts])}`,
    ],
    headers: [
      ...feeds.filter(abroad).map((url) => ({
        reason: isWordPress(url) ? 'wordpress' : 'feed',
        origin: url.origin,
        lines: isWordPress(url) ? null : linesForFile(url),
      })),
      ...scripts.filter(abroad).map((url) => ({reason: 'script', origin: url.origin, lines: linesForFolder(url)})),
    ],
  };
}
