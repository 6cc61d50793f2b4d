// Reads a Markdown page: its anchors, links, samples of code and prose.
import GithubSlugger from 'github-slugger';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {parseFragment} from 'parse5';

/** The text of a node and of everything in it. */
const textOf = ({children = [], value = ''}) => value + children.map(textOf).join('');

/**
 * @typedef {object} Page
 * @property {string} file
 * @property {Set<string>} anchors what `#…` can name, as GitHub makes it from headings
 * @property {{url: string, line: number}[]} links of links, pictures and HTML tags
 * @property {{language: string, code: string, line: number}[]} samples blocks of code, with the line of their first line
 * @property {{code: string, line: number}[]} inlineCode
 * @property {{text: string, line: number}[]} prose text outside code and outside the parts that `npm run docs` writes
 */

/** @returns {Page} */
export function readMarkdown(file, text) {
  const slugger = new GithubSlugger();
  const page = {file, anchors: new Set(), links: [], samples: [], inlineCode: [], prose: []};
  let isGenerated = false;

  const visitHtml = (node, line) => {
    for (const {name, value} of node.attrs ?? []) {
      if (name === 'href' || name === 'src' || name === 'srcset') page.links.push({url: value, line});
      if (name === 'id' || name === 'name') page.anchors.add(value);
    }
    for (const child of node.childNodes ?? []) visitHtml(child, line);
  };

  const visit = (node) => {
    const {line} = node.position.start;
    switch (node.type) {
      case 'heading':
        page.anchors.add(slugger.slug(textOf(node)));
        break;
      case 'link':
      case 'image':
      case 'definition':
        page.links.push({url: node.url, line});
        break;
      case 'html':
        if (/^<!-- docs:[\w-]+ -->/.test(node.value)) isGenerated = true;
        if (node.value.endsWith('<!-- /docs -->')) isGenerated = false;
        visitHtml(parseFragment(node.value), line);
        break;
      case 'code':
        page.samples.push({language: node.lang ?? '', code: node.value, line: line + 1});
        break;
      case 'inlineCode':
        page.inlineCode.push({code: node.value, line});
        break;
      case 'text':
        if (!isGenerated) page.prose.push({text: node.value, line});
        break;
    }
    node.children?.forEach(visit);
  };
  visit(fromMarkdown(text));
  return page;
}
