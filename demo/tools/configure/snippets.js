// Writes the lines to paste into each system. No DOM here, so that tests run it in Node.
import {escapeHtml, quoteForJsx, quoteForScript, quoteForShortcode, toPossibleValue} from './escape.js';
import {toTokens} from './tokens.js';

/**
 * @typedef {object} Settings
 * @property {Record<string, string>} attributes attributes of the widget as they are written
 * @property {string} lang the language of the list; `''` for that of the page
 * @property {string} fallback what visitors read until the list is there
 * @property {string} script address of the script on the site
 * @property {import('./tokens.js').Look} look
 *
 * @typedef {object} Block lines for one place
 * @property {'page' | 'site' | 'css' | 'file'} role
 * @property {string} [file] its name, if it is a file
 * @property {string} code
 */

/** Longer opening tags have a line for each attribute. */
const MAX_LINE = 100;
const TAG = 'good-practice-browser';

/**
 * The options of the plugin for WordPress, as in its `Widget::OPTIONS`, with the words that they know; null for any text.
 * @type {Record<string, string[] | null>}
 */
export const pluginOptions = {
  heading: null,
  'heading-level': null,
  facets: ['topic', 'country', 'city', 'year', 'year-range'],
  views: ['cards', 'map', 'statistics'],
  'empty-values': null,
  sort: null,
  'hits-per-page': null,
  scope: null,
  preset: null,
  'exclude-topics': null,
  'image-hosts': null,
  'template-href': null,
  theme: null,
  loading: null,
  url: null,
  'url-key': null,
};

/** The formats that the plugin reads. */
const pluginFormats = ['native', 'wordpress', 'rss', 'atom'];

/** The plugin brings the script and the feed: its first source, unless the shortcode names one. */
const ofPlugin = ['src', 'assets-href'];

/**
 * The attributes to write, in the order of the documentation: those that differ from their default. An empty value means the default as well,
 * except of `facets`, where it hides all filters.
 * @param {Settings} settings @param {Map<string, string>} defaults attribute -> default
 * @returns {[string, string][]}
 */
export function attributesToWrite({attributes, lang}, defaults) {
  const written = [...defaults]
    .map(([name, usual]) => [name, toPossibleValue(attributes[name] ?? usual), usual])
    .filter(([name, value, usual]) => value !== usual && (value.trim() || name === 'facets'))
    .map(([name, value]) => [name, value]);
  return lang ? [...written, ['lang', toPossibleValue(lang)]] : written;
}

/** An opening tag, on one line if it is short. */
function openingTag(name, attributes, {isOneLine = false} = {}) {
  const words = attributes.map(([key, value]) => (value === null ? key : `${key}=${value}`));
  const line = `<${[name, ...words].join(' ')}>`;
  return isOneLine || line.length <= MAX_LINE ? line : `<${name}\n${words.map((word) => `  ${word}\n`).join('')}>`;
}

const quoteForHtml = (text) => `"${escapeHtml(text)}"`;
const indent = (text, by = 2) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** The widget with its fallback content. */
function element(settings, defaults, quote = quoteForHtml, text = escapeHtml) {
  const attributes = attributesToWrite(settings, defaults).map(([name, value]) => [name, quote(value)]);
  const fallback = toPossibleValue(settings.fallback);
  const content = fallback.trim() ? `\n  <p>${text(fallback)}</p>\n` : '';
  return `${openingTag(TAG, attributes)}${content}</${TAG}>`;
}

/** The same for editors that remove unknown tags. */
function placeholder(settings, defaults) {
  const attributes = attributesToWrite(settings, defaults).map(([name, value]) => [
    `data-${name}`,
    quoteForHtml(value),
  ]);
  const fallback = toPossibleValue(settings.fallback);
  const content = fallback.trim() ? `<p>${escapeHtml(fallback)}</p>` : '';
  return `${openingTag('div', [[`data-${TAG}`, null], ...attributes], {isOneLine: true})}${content}</div>`;
}

/** The rule with the tokens; `''` without tokens. */
function tokenRule({look}) {
  const declarations = Object.entries(toTokens(look)).map(([name, value]) => `${name}: ${value}`);
  return declarations.length ? `${TAG} { ${declarations.join('; ')} }` : '';
}

/** Keeps room for the list, so that nothing below it moves. */
const ROOM = `${TAG}:not(:defined) { display: block; min-height: 100svh }`;

/** The style sheet, if it has rules, and the script. */
function styleAndScript({script}, ...rules) {
  const written = rules.filter(Boolean);
  const lines = written.length > 1 ? `\n${written.map((rule) => `  ${rule}\n`).join('')}` : written.join('');
  const style = lines && `<style>${lines}</style>\n`;
  return `${style}<script src=${quoteForHtml(toPossibleValue(script))} defer></script>`;
}

/** What is pasted where HTML is kept. */
export const htmlLines = (settings, defaults) =>
  `${styleAndScript(settings, ROOM, tokenRule(settings))}\n${element(settings, defaults)}`;

const page = (code) => ({role: 'page', code});
const file = (name, code) => ({role: 'file', file: name, code});

const html = (settings, defaults) => [page(htmlLines(settings, defaults))];

/** For editors: a `<div>` in each page, and the script once for the site. */
const divAndScript = (settings, defaults) => [
  page(placeholder(settings, defaults)),
  {role: 'site', code: styleAndScript(settings, tokenRule(settings))},
];

/**
 * The address of the feed as a source of the plugin: one, complete and with https.
 * @param {Settings & {page: string}} settings `page` is the address of the page with the list, where relative addresses begin
 * @returns {string} `''` if the plugin takes no such address
 */
export function pluginAddress({attributes: {src}, page}) {
  const [address, ...others] = src.trim().split(/\s+/);
  const base = URL.canParse(page) ? page : undefined;
  const {href, protocol} = URL.canParse(address, base) ? new URL(address, base) : {};
  return protocol === 'https:' && !others.length ? href : '';
}

/**
 * Whether the plugin can read the feed.
 * @param {Settings & {page: string}} settings @param {readonly string[]} formats of what was loaded
 */
export const isForPlugin = (settings, formats) =>
  (!settings.attributes.src.trim() || pluginAddress(settings) !== '') &&
  formats.every((format) => pluginFormats.includes(format));

/** The part of a value that the plugin takes, or the part that it refuses; `''` if there is none. */
function partOf(name, value, isTaken) {
  const known = pluginOptions[name];
  if (!known) return (known === null) === isTaken ? value : '';
  return value
    .split(/[\s,]+/)
    .filter((word) => word && known.includes(word.toLowerCase()) === isTaken)
    .join(' ');
}

const choicesForPlugin = (settings, defaults, isTaken) =>
  attributesToWrite(settings, defaults)
    .filter(([name]) => !ofPlugin.includes(name))
    .map(([name, value]) => ({name, value, part: partOf(name, value, isTaken)}))
    .filter(({part, value}) => part || (isTaken && !value))
    .map(({name, part}) => [name, part]);

function shortcode(settings, defaults) {
  const words = choicesForPlugin(settings, defaults, true).map(
    ([name, value]) => `${name}=${quoteForShortcode(value)}`,
  );
  const rule = tokenRule(settings);
  return [page(`[${['good_practices', ...words].join(' ')}]`), ...(rule ? [{role: 'css', code: rule}] : [])];
}

/**
 * TYPO3 refuses parameters of the page address that it does not know. `^` says how their names
 * begin, and is followed by a plain text. PHP has replaced dots in names by underscores.
 */
function typo3(settings, defaults) {
  const {url = '', 'url-key': key = ''} = settings.attributes;
  // As `isUrlKey` in src/core/state/route.ts, which Node cannot import from here.
  const prefix = /^[\w.-]+$/.test(key) ? key.replaceAll('.', '_') : 'gp';
  const line = `$GLOBALS['TYPO3_CONF_VARS']['FE']['cacheHash']['excludedParameters'][] = '^${prefix}-';`;
  const isKept = /^(?:hash|off)$/.test(url);
  return [...html(settings, defaults), ...(isKept ? [] : [file('config/system/additional.php', line)])];
}

const hugo = (settings, defaults) => [
  file('layouts/shortcodes/practices.html', htmlLines(settings, defaults)),
  page('{{< practices >}}'),
];

const jekyll = (settings, defaults) => [
  file('_includes/practices.html', htmlLines(settings, defaults)),
  page('{% include practices.html %}'),
];

// In capital letters it is a block. Otherwise it would be in a paragraph, which the fallback content ends.
const dokuwiki = (settings, defaults) => [page(`<HTML>\n${htmlLines(settings, defaults)}\n</HTML>`)];

function react(settings, defaults) {
  const attributes = attributesToWrite(settings, defaults).map(([name, value]) => [name, quoteForJsx(value)]);
  const tokens = Object.entries(toTokens(settings.look)).map(([name, value]) => `'${name}': '${value}'`);
  if (tokens.length) attributes.push(['style', `{{${tokens.join(', ')}}}`]);
  const fallback = toPossibleValue(settings.fallback);
  const tag = openingTag(TAG, attributes);
  const content = fallback.trim() ? `\n  <p>{${quoteForScript(fallback)}}</p>\n</${TAG}>` : `</${TAG}>`;
  const code = `import 'good-practice-browser/define.js';

export function Practices() {
  return (
${indent(tag + content, 4)}
  );
}`;
  return [file('Practices.jsx', code)];
}

function vue(settings, defaults) {
  const rule = tokenRule(settings);
  const style = rule && `\n\n<style>\n${rule}\n</style>`;
  const code = `<script setup>
import 'good-practice-browser/define.js';
</script>

<template>
${indent(element(settings, defaults))}
</template>${style}`;
  const config = `import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [vue({template: {compilerOptions: {isCustomElement: (tag) => /^(?:good-practice-browser|gpb-)/.test(tag)}}})],
});`;
  return [file('Practices.vue', code), file('vite.config.js', config)];
}

function svelte(settings, defaults) {
  const rule = tokenRule(settings);
  const style = rule && `\n\n<style>\n  :global(${TAG})${rule.slice(TAG.length)}\n</style>`;
  // Svelte takes the attribute for that of cells in tables.
  const hasScope = attributesToWrite(settings, defaults).some(([name]) => name === 'scope');
  const comment = hasScope ? '<!-- svelte-ignore a11y_misplaced_scope -->\n' : '';
  const code = `<script>
  import 'good-practice-browser/define.js';
</script>

${comment}${element(settings, defaults)}${style}`;
  return [file('Practices.svelte', code)];
}

/** System -> the function that writes its blocks. */
const writers = {
  html,
  'wordpress-plugin': shortcode,
  'wordpress-block': html,
  'wordpress-classic': divAndScript,
  typo3,
  drupal: divAndScript,
  liferay: html,
  joomla: html,
  hugo,
  jekyll,
  dokuwiki,
  react,
  vue,
  svelte,
};

/** The names of the systems. */
export const targets = Object.keys(writers);

/**
 * @param {string} target one of `targets` @param {Settings} settings @param {Map<string, string>} defaults attribute -> default
 * @returns {Block[]} in the order in which they are used
 */
export const makeSnippet = (target, settings, defaults) => writers[target](settings, defaults);

/**
 * The choices that are missing from these lines.
 * @param {string} target @param {Settings} settings @param {Map<string, string>} defaults
 * @returns {[string, string][]} attribute and value
 */
export const leftOut = (target, settings, defaults) =>
  target === 'wordpress-plugin' ? choicesForPlugin(settings, defaults, false) : [];
