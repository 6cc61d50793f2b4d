import {translationFor} from '../../localized-text.js';
import type {Practice} from '../../practice.js';
import {initialState} from '../../state/search-state.js';
import {createCompare} from '../../text/compare.js';
import {escapeHtml} from '../../text/html-text.js';
import {cutText} from '../../text/limits.js';
import {isDate} from '../normalize/practice.js';
import {isOnHost} from '../normalize/safe-url.js';
import {langAttribute, writeParagraphs, writeSections} from './article.js';
import {linkInto, momentOf, titleOf, type LinkedChannel} from './channel.js';
import {namePages} from './page-names.js';
import {pagesCss} from './pages-css.js';
import {placesOf, toScriptJson, toWork} from './static-html.js';
import {parentElement, textElement} from './xml.js';

/** What every file begins with, so that the command recognizes its own. */
export const PAGES_MARK = 'good-practice-browser prerender';

/** The most addresses in one sitemap. */
const MAX_SITEMAP = 50_000;
/** Search engines show no more of a description. */
const MAX_DESCRIPTION = 200;

/** A folder with a page for each practice. */
export interface PagesChannel extends LinkedChannel {
  /** Hosts whose images are shown. */
  readonly imageHosts: readonly string[];
}

/** The names of the files in the folder, and what is in each. */
export interface Pages {
  readonly names: readonly string[];
  /** Writes one file after the other, so that not all of them are in memory. */
  files(): Generator<readonly [name: string, content: string]>;
}

/** Writes a page for each practice, a page that lists them, a style sheet and a sitemap. */
export function createPages(channel: PagesChannel): Pages {
  const {practices, url} = channel;
  const names = namePages(practices.map(({id}) => id));
  const fileOf = ({id}: Practice) => `${names.get(id)!}.html`;
  const folder = url.replace(/\/?$/, '/');
  const sitemaps = createSitemaps(
    [
      {address: `${folder}index.html`, updated: ''},
      ...practices.map((practice) => ({address: folder + fileOf(practice), updated: practice.updated})),
    ],
    folder,
  );
  return {
    names: ['index.html', 'pages.css', ...sitemaps.keys(), ...practices.map(fileOf)],
    *files() {
      yield ['pages.css', `/* ${PAGES_MARK} */\n${pagesCss}`];
      for (const practice of practices) yield [fileOf(practice), writePage(practice, channel)];
      yield ['index.html', writeIndex(channel, fileOf)];
      for (const [name, write] of sitemaps) yield [name, write()];
    },
  };
}

// The pages

interface Head {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly image: string;
  readonly jsonLd: object;
}

/**
 * A page without a script and without inline styles, so that every policy allows it. All of its
 * words are those of the feed, and all are escaped.
 */
function writeDocument({canonical, description, image, jsonLd, title}: Head, channel: PagesChannel, main: string) {
  const {language} = channel.labels;
  const site = titleOf(channel);
  const meta = (key: 'name' | 'property', name: string, content: string) =>
    content && `<meta ${key}="${name}" content="${escapeHtml(content)}" />\n`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="auto">
<head>
<meta charset="utf-8" />
<meta name="generator" content="${PAGES_MARK}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(title === site ? site : `${title} – ${site}`)}</title>
${meta('name', 'description', description)}<link rel="canonical" href="${escapeHtml(canonical)}" />
<link rel="stylesheet" href="pages.css" />
${meta('property', 'og:type', title === site ? 'website' : 'article')}${meta('property', 'og:site_name', site)}${meta('property', 'og:title', title)}${meta('property', 'og:description', description)}${meta('property', 'og:url', canonical)}${meta('property', 'og:image', image)}<script type="application/ld+json">${toScriptJson(jsonLd)}</script>
</head>
<body>
<nav><a href="${escapeHtml(canonical)}">${escapeHtml(site)}</a></nav>
<main>
${main}</main>
${channel.info.license && `<footer>${escapeHtml(channel.info.license)}</footer>\n`}</body>
</html>
`;
}

function writePage(practice: Practice, channel: PagesChannel): string {
  const {labels, page} = channel;
  const {id, image, summary, title, updated, url} = practice;
  const {language} = labels;
  const list = linkInto(page, {open: [id]});
  const name = translationFor(title, language);
  const teaser = translationFor(summary.length ? summary : (practice.sections[0]?.text ?? []), language).text;
  const work = {
    ...toWork(practice, labels),
    url: url || list,
    mainEntityOfPage: list,
    dateModified: isDate(updated) ? updated : undefined,
    isPartOf: {'@type': 'CollectionPage', name: titleOf(channel), url: page.address},
  };
  const breadcrumb = {
    '@type': 'BreadcrumbList',
    itemListElement: [
      {'@type': 'ListItem', position: 1, name: titleOf(channel), item: page.address},
      {'@type': 'ListItem', position: 2, name: name.text},
    ],
  };
  const head = {
    title: name.text,
    description: teaser.length > MAX_DESCRIPTION ? cutText(teaser, MAX_DESCRIPTION) : teaser,
    canonical: list,
    image: image?.src ?? '',
    jsonLd: {'@context': 'https://schema.org', '@graph': [work, breadcrumb]},
  };
  const when = [...placesOf(practice, labels), practice.period.text].filter(Boolean);
  const article = [
    `<h1${langAttribute(name, language)}>${escapeHtml(name.text)}</h1>\n`,
    when.length ? `<p class="where">${when.map(escapeHtml).join(' · ')}</p>\n` : '',
    writeTopics(practice, channel),
    writeImage(practice, channel),
    summary.length ? `<div class="summary">\n${writeParagraphs(summary, language)}</div>\n` : '',
    writeSections(practice, language),
    writeLinks(practice),
  ];
  return writeDocument(head, channel, `<article>\n${article.join('')}</article>\n`);
}

/** Each topic leads to its practices in the list. */
function writeTopics({topics}: Practice, {labels, page}: PagesChannel): string {
  const items = topics.map((topic) => {
    const label = labels.of('topic', topic);
    const href = linkInto(page, {refinements: {...initialState.refinements, topic: [topic]}});
    return `<li><a href="${escapeHtml(href)}"${langAttribute(label, labels.language)}>${escapeHtml(label.text)}</a></li>\n`;
  });
  return items.length ? `<ul class="topics">\n${items.join('')}</ul>\n` : '';
}

function writeImage({image}: Practice, {imageHosts, labels}: PagesChannel): string {
  if (!image || !isOnHost(image.src, imageHosts)) return '';
  const alt = translationFor(image.alt, labels.language);
  return `<img src="${escapeHtml(image.src)}" alt="${escapeHtml(alt.text)}"${langAttribute(alt, labels.language)} />\n`;
}

/** Further links, the contact, and where the practice was published. */
function writeLinks({contact, links, url}: Practice): string {
  const link = (href: string, text: string, attribute = '') =>
    `<a href="${escapeHtml(href)}"${attribute}>${escapeHtml(text)}</a>`;
  const host = (address: string) => new URL(address).host.replace(/^www\./, '') || address;
  const reach = contact && [
    contact.url ? link(contact.url, contact.name || host(contact.url)) : escapeHtml(contact.name),
    contact.email && link(`mailto:${contact.email}`, contact.email),
    contact.phone && link(`tel:${contact.phone}`, contact.phone, ' dir="ltr"'),
  ];
  const items = [
    ...links.map(({label, url: address}) => link(address, label)),
    reach ? reach.filter(Boolean).join(' · ') : '',
    url && link(url, host(url)),
  ].filter(Boolean);
  return items.length ? `<ul class="links">\n${items.map((item) => `<li>${item}</li>\n`).join('')}</ul>\n` : '';
}

// The index

/** Lists the practices by country. Those without a country come first. */
function writeIndex(channel: PagesChannel, fileOf: (practice: Practice) => string): string {
  const {labels, page, practices} = channel;
  const site = titleOf(channel);
  const byCountry = new Map<string, Practice[]>();
  for (const practice of practices) {
    const countries = new Set(practice.places.map(({country}) => country).filter(Boolean));
    for (const country of countries.size ? countries : ['']) {
      const group = byCountry.get(country) ?? [];
      byCountry.set(country, group);
      group.push(practice);
    }
  }
  const compare = createCompare(labels.language);
  const groups = [...byCountry]
    .map(([country, group]) => ({name: country && labels.of('country', country).text, group}))
    .sort((a, b) => compare(a.name, b.name));
  const item = (practice: Practice) => {
    const title = translationFor(practice.title, labels.language);
    const cities = [...new Set(practice.places.map(({city}) => city))];
    const when = [...cities, practice.period.text].filter(Boolean).join(' · ');
    return `<li><a href="${fileOf(practice)}"${langAttribute(title, labels.language)}>${escapeHtml(title.text)}</a>${when && ` <span>${escapeHtml(when)}</span>`}</li>\n`;
  };
  const lists = groups.map(
    ({group, name}) =>
      `${name && `<h2>${escapeHtml(name)}</h2>\n`}<ul class="practices">\n${group.map(item).join('')}</ul>\n`,
  );
  const canonical = linkInto(page, {});
  const jsonLd = {'@context': 'https://schema.org', '@type': 'CollectionPage', name: site, url: canonical};
  const head = {title: site, description: site, canonical, image: '', jsonLd};
  return writeDocument(head, channel, `<h1>${escapeHtml(site)}</h1>\n${lists.join('')}`);
}

// The sitemap

interface SitemapEntry {
  readonly address: string;
  readonly updated: string;
}

/** One sitemap, or several and one that lists them. */
function createSitemaps(entries: readonly SitemapEntry[], folder: string): ReadonlyMap<string, () => string> {
  const namespace = {xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9'};
  const write = (name: string, children: readonly string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${PAGES_MARK} -->\n${parentElement(name, children, namespace)}\n`;
  const toUrl = ({address, updated}: SitemapEntry) =>
    parentElement('url', [
      textElement('loc', address),
      textElement('lastmod', momentOf(updated)?.toISOString().slice(0, 10) ?? ''),
    ]);
  const sitemap = (part: readonly SitemapEntry[]) => () => write('urlset', part.map(toUrl));
  if (entries.length <= MAX_SITEMAP) return new Map([['sitemap.xml', sitemap(entries)]]);
  const parts = new Map<string, () => string>();
  for (let start = 0; start < entries.length; start += MAX_SITEMAP)
    parts.set(`sitemap-${parts.size + 1}.xml`, sitemap(entries.slice(start, start + MAX_SITEMAP)));
  const toSitemap = (name: string) => parentElement('sitemap', [textElement('loc', folder + name)]);
  const names = [...parts.keys()];
  return parts.set('sitemap.xml', () => write('sitemapindex', names.map(toSitemap)));
}
