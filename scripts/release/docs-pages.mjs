// The docs as pages for the zip: a webmaster who has no more than the zip opens them from disk or from the server.
import {readdirSync, readFileSync} from 'node:fs';
import GithubSlugger from 'github-slugger';
import {fromMarkdown} from 'mdast-util-from-markdown';

/** Pages for those who change the project. They need its sources. */
const forDevelopers = ['architecture.md', 'npm-package.md', 'requirements.md', 'vocabulary.md'];

const CHANGES = 'CHANGELOG.md';

const sources = [
  ...readdirSync('docs').filter((name) => name.endsWith('.md') && !forDevelopers.includes(name)),
  CHANGES,
];

/** A picture, in a line of its own. */
const PICTURE = /^ *<img src="(images\/[\w-]+\.png)" [^>]*>$/;

const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const textOf = ({children = [], value = ''}) => value + children.map(textOf).join('');
const pageName = (name) => (name === 'README.md' ? 'index.html' : name.replace(/\.md$/, '.html'));

/** A link to another page, or to a part of one. Other files of the project are not in the zip. */
function addressOf(url) {
  if (/^(?:https?:|mailto:|#)/.test(url)) return url;
  const [file, anchor] = url.split('#');
  // The changes are beside the folder of the docs, and link into it.
  const path = file === `../${CHANGES}` ? CHANGES : file.replace(/^docs\//, '');
  return sources.includes(path) ? pageName(path) + (anchor ? `#${anchor}` : '') : '';
}

/** Makes HTML of the nodes of a page. `text` is its source, which has the tables. */
function createRenderer(text) {
  const slugger = new GithubSlugger();
  const all = (nodes) => nodes.map(render).join('');
  const inline = (cell) => all(fromMarkdown(cell).children.flatMap(({children = []}) => children));

  function renderTable(source) {
    const [head, aligned, ...rows] = source.split('\n').map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
    const row = (cells, name) =>
      `<tr>${cells.map((cell, i) => `<${name}${aligned[i]?.endsWith(':') ? ' class="number"' : ''}>${inline(cell)}</${name}>`).join('')}</tr>`;
    const body = rows.map((cells) => row(cells, 'td')).join('\n');
    // Wide tables scroll, also by keyboard.
    return `<div class="table" tabindex="0"><table><thead>${row(head, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
  }

  function render(node) {
    const {children = [], depth, lang, ordered, position, spread, start, type, url, value} = node;
    switch (type) {
      case 'heading':
        return `<h${depth} id="${slugger.slug(textOf(node))}">${all(children)}</h${depth}>\n`;
      case 'paragraph': {
        const source = text.slice(position.start.offset, position.end.offset);
        return /^\|.*\|\n\|[\s:|-]+\|/.test(source) ? renderTable(source) : `<p>${all(children)}</p>\n`;
      }
      case 'text':
        return escape(value);
      case 'emphasis':
        return `<em>${all(children)}</em>`;
      case 'strong':
        return `<strong>${all(children)}</strong>`;
      case 'inlineCode':
        return `<code>${escape(value)}</code>`;
      case 'code':
        return `<pre tabindex="0"${lang ? ` data-language="${escape(lang)}"` : ''}><code>${escape(value)}</code></pre>\n`;
      case 'link': {
        const address = addressOf(url);
        return address ? `<a href="${escape(address)}">${all(children)}</a>` : all(children);
      }
      case 'list': {
        const tag = ordered ? 'ol' : 'ul';
        const items = children.map((item) => `<li>${renderItem(item, spread)}</li>\n`).join('');
        return `<${tag}${ordered && start !== 1 ? ` start="${start}"` : ''}>\n${items}</${tag}>\n`;
      }
      case 'blockquote':
        return `<blockquote>\n${all(children)}</blockquote>\n`;
      case 'html':
        // Comments say what is generated.
        return value === '<br>' || PICTURE.test(value) ? value : '';
      default:
        throw new Error(`The pages of the docs have no form for “${type}”: see scripts/release/docs-pages.mjs.`);
    }
  }

  /** An item of a list without space between its items has its text without a paragraph. */
  const renderItem = ({children}, isSpread) =>
    children.map((child) => (child.type === 'paragraph' && !isSpread ? all(child.children) : render(child))).join('\n');

  return all;
}

const readPage = (name) => readFileSync(name === CHANGES ? name : `docs/${name}`, 'utf8');
const picturesOf = (name) =>
  readPage(name)
    .split('\n')
    .flatMap((line) => PICTURE.exec(line)?.[1] ?? []);

function renderPage(name, version) {
  const text = readPage(name);
  const {children} = fromMarkdown(text);
  const title = textOf(children.find(({type}) => type === 'heading'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} – good-practice-browser ${version}</title>
<link rel="icon" href="../tools/icon.svg">
<link rel="stylesheet" href="docs.css">
</head>
<body>
<header><nav aria-label="Documentation"><a href="../index.html">Start page</a> <a href="index.html">All pages</a> <span>good-practice-browser ${version}</span></nav></header>
<main>
${createRenderer(text)(children)}</main>
</body>
</html>
`;
}

/**
 * @param {string} version
 * @returns {[name: string, bytes: Buffer][]} the pages and their pictures, by their path in the zip
 */
export const docsPages = (version) => [
  ...sources.map((name) => [`docs/${pageName(name)}`, Buffer.from(renderPage(name, version))]),
  ...sources.flatMap(picturesOf).map((path) => [`docs/${path}`, readFileSync(`docs/${path}`)]),
];
