// The recipes of the docs, for tests: what they say to write, and where.
import {readFileSync} from 'node:fs';
import {fromMarkdown} from 'mdast-util-from-markdown';

const textOf = ({children = [], value = ''}) => value + children.map(textOf).join('');

/** The blocks of code below a node, each with the file that the text before it names last. */
function* blocksOf(nodes) {
  let file = '';
  for (const node of nodes) {
    if (node.type === 'code') yield {language: node.lang ?? '', code: node.value, file};
    const names = (node.type === 'paragraph' ? node.children : []).filter(({type}) => type === 'inlineCode');
    file = names.map(({value}) => value).findLast((name) => /^[\w./-]+\.\w+$/.test(name)) ?? file;
    if (node.children && node.type !== 'paragraph') yield* blocksOf(node.children);
  }
}

/** The nodes of a section of a page; `''` is what is before the first section. */
function sectionOf(heading, page) {
  const {children} = fromMarkdown(readFileSync(page, 'utf8'));
  const isHeading = ({depth, type}) => type === 'heading' && depth > 1;
  const start = heading ? children.findIndex((node) => isHeading(node) && textOf(node) === heading) : 0;
  if (start < 0) throw new Error(`${page} has no section “${heading}”.`);
  const {depth = 1} = heading ? children[start] : {};
  const rest = children.slice(start + 1);
  const end = rest.findIndex((node) => isHeading(node) && (!heading || node.depth <= depth));
  return end < 0 ? rest : rest.slice(0, end);
}

/**
 * The blocks of code in a section.
 * @param {string} heading of the section, without the `#`; `''` for what is before the first section
 * @param {string} [page]
 * @returns {{language: string, code: string, file: string}[]}
 */
export const readRecipe = (heading, page = 'docs/recipes.md') => [...blocksOf(sectionOf(heading, page))];

/** The code in the sentences of a section. */
export function inlineCodeOf(heading, page = 'docs/recipes.md') {
  const codeIn = (node) => (node.type === 'inlineCode' ? [node.value] : (node.children ?? []).flatMap(codeIn));
  return sectionOf(heading, page).flatMap(codeIn);
}

/** The only block of a recipe in a language. */
export function codeOf(recipe, language) {
  const blocks = recipe.filter((block) => block.language === language);
  if (blocks.length !== 1) throw new Error(`The recipe has ${blocks.length} blocks of ${language}, not one.`);
  return blocks[0].code;
}
