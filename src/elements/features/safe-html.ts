import {safeUrl} from '../../core/feed/normalize/safe-url.js';
import {stripControls} from '../../core/text/clean.js';
import {MAX_LENGTHS, MAX_SECTIONS} from '../../core/text/limits.js';
import {policy} from '../../platform/trusted-types.js';

// Which HTML of a feed is shown. Tags and attributes that are not named here do not exist: no id, name, class, style, target, on….
const NOTHING: readonly string[] = [];
const CELL = ['colspan', 'rowspan'];

/** The elements that are made, each with the attributes that are its own; `lang` and `dir` may be on any. */
const allowedAttributes = new Map<unknown, readonly string[]>([
  ...(
    'p br hr h1 h2 h3 h4 h5 h6 ul li dl dt dd blockquote q cite strong b em i u s small sub sup mark code pre ' +
    'figure figcaption table caption thead tbody tfoot tr span div'
  )
    .split(' ')
    .map((tag) => [tag, NOTHING] as const),
  ['a', ['href']],
  ['abbr', ['title']],
  ['img', ['alt', 'width', 'height', 'src']],
  ['ol', ['start']],
  ['td', CELL],
  ['th', ['scope', ...CELL]],
  ['time', ['datetime']],
]);

/**
 * What is another of them by its looks: without their own lines, the words of two sections would run together. No form, though:
 * names of its fields hide its own properties.
 */
const tagAliases = new Map<unknown, string>(
  Object.entries({
    div: 'address article aside center details fieldset footer header hgroup legend main nav section summary',
    ul: 'dir menu',
    s: 'del strike',
    code: 'kbd samp tt var',
  }).flatMap(([tag, others]) => others.split(' ').map((other) => [other, tag] as const)),
);

/** What has no text for readers: dropped with all that is in it. Of anything else that is not shown, the text is. */
export const droppedTags = new Set<unknown>(
  (
    'script style template noscript iframe object embed svg math title textarea select datalist audio video canvas ' +
    'noembed noframes'
  ).split(' '),
);

/** What the value of an attribute may be; addresses have a check of their own. */
const valueForms = new Map<string, RegExp>([
  ['colspan', /^[1-9]\d?$/],
  ['datetime', /^[\d TWZPYMDHS:.+-]{1,32}$/],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['height', /^\d{1,4}$/],
  ['lang', /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i],
  ['rowspan', /^[1-9]\d?$/],
  ['scope', /^(?:col|row)(?:group)?$/i],
  ['start', /^-?\d{1,6}$/],
  ['width', /^\d{1,4}$/],
]);

/** What HTML of a feed is measured by. */
export interface HtmlFrame {
  /** Where relative addresses start from; absolute. */
  readonly base: string;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  /** Where its highest headings stand in the page's outline; beyond 6 is 6. */
  readonly headingLevel: number;
}

/** The parsers of browsers need time by the square of how deep tags, or how many attributes, stand in each other: of the most that `normalize` lets through, a tenth of a second. */
const MAX_ATTRIBUTES = 50;
/** 64 with the box that a table gets. */
const MAX_DEPTH = 63;

/**
 * What may be shown of HTML that nobody trusts, in new elements of this document; null where it is too much, or cannot be parsed
 * without danger: the rest is for text. The one place where text of a feed becomes DOM.
 */
export function safeHtml(source: string, frame: HtmlFrame): DocumentFragment | null {
  if (source.length > MAX_LENGTHS.sectionHtml || source.split('<').length > MAX_SECTIONS.elements) return null;
  const parsed = parse(thinned(source));
  return parsed && rebuild(parsed, frame);
}

const TAG = /<[a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>?/gi;
const ATTRIBUTE = /[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g;

/**
 * Without what a parser would report to the page's Content-Security-Policy, though it neither runs nor applies it, and without more
 * attributes than anybody writes. For silence and speed, not for safety: that is for what comes after it.
 */
const thinned = (source: string) =>
  source.replace(TAG, (tag) => {
    let count = 0;
    return tag.replace(ATTRIBUTE, (attribute) =>
      ++count > MAX_ATTRIBUTES || /^(?:on\w|style\b)/i.test(attribute) ? '' : attribute,
    );
  });

interface Sanitizing {
  setHTML(html: string, options: {sanitizer: object}): void;
}

// A list for the browser's sanitizer, of attributes only: of elements that were not listed, it would drop the text too. Without this
// list Chromium 156 crashes at <marquee onstart>.
const attributes = ['lang', 'dir', ...new Set([...allowedAttributes.values()].flat())];

/** By the browser's own sanitizer, or else its plain parser. Either in a document without a page: nothing in it runs or is fetched. */
function parse(source: string): Node | null {
  const ways: ((body: HTMLElement & Sanitizing) => void)[] = [
    (body) => body.setHTML(source, {sanitizer: {attributes}}),
    (body) => (body.innerHTML = policy?.createHTML(source) ?? source),
  ];
  for (const fill of ways)
    try {
      // not `document.implementation`, which an image of that name would hide
      const inert = document.createElement('template').content.ownerDocument;
      const body = inert.createElement('body') as unknown as HTMLElement & Sanitizing;
      fill(body);
      if (body.firstChild) return body;
    } catch {
      // it is not there, or the page does not allow it
    }
  return null;
}

/**
 * Copies what is allowed. Nothing that was parsed gets into the page, and what was parsed is asked by the walker only, which no name
 * in a form can hide.
 */
export function rebuild(root: Node, frame: HtmlFrame): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const walker = root.ownerDocument!.createTreeWalker(root);
  // the copies of the nodes above; where one of them has none, of what is above it
  const parents: Node[] = [fragment];
  let node = walker.firstChild();
  while (node) {
    const parent = parents.at(-1)!;
    const copy =
      node.nodeType === Node.TEXT_NODE ? copyText(node) : copyElement(node as Element, frame, parents.length);
    if (copy) parent.appendChild(copy);
    node = droppedTags.has((node as Element).localName) ? null : walker.firstChild();
    if (node) parents.push(copy ?? parent);
    else
      while (!(node = walker.nextSibling()) && parents.length > 1) {
        walker.parentNode();
        parents.pop();
      }
  }
  moveHeadings(fragment, frame.headingLevel);
  fragment.normalize();
  return fragment;
}

const copyText = (node: Node) => document.createTextNode(stripControls(node.nodeValue!));

/** Undefined where its tag is lost. */
function copyElement(element: Element, frame: HtmlFrame, depth: number): Node | undefined {
  const tag = tagAliases.get(element.localName) ?? element.localName;
  const own = allowedAttributes.get(tag);
  if (!own || depth > MAX_DEPTH) return undefined;
  const valueOf = (name: string) => {
    const value = stripControls(element.getAttribute(name) ?? '').trim();
    if (name === 'href') return safeUrl(value, frame.base);
    if (name === 'src') return imageAddress(value, frame);
    return (valueForms.get(name)?.test(value) ?? true) ? value : '';
  };
  if (tag === 'img' && !valueOf('src')) return document.createTextNode(valueOf('alt'));
  if (tag === 'a' && !valueOf('href')) return undefined;

  const copy = document.createElement(tag);
  // before its address, from which on an image is fetched
  if (tag === 'img')
    for (const [name, value] of [
      ['alt', ''],
      ['decoding', 'async'],
      ['loading', 'lazy'],
      ['referrerpolicy', 'no-referrer'],
    ] as const)
      copy.setAttribute(name, value);
  if (tag === 'a') copy.setAttribute('rel', 'noopener noreferrer nofollow');
  for (const name of ['lang', 'dir', ...own]) {
    const value = valueOf(name);
    if (value) copy.setAttribute(name, value);
  }
  return copy;
}

/** `''` where it is of no allowed host. */
function imageAddress(value: string, {base, imageHosts}: HtmlFrame): string {
  const address = safeUrl(value, base);
  return address.startsWith('http') && imageHosts.includes(new URL(address).host) ? address : '';
}

/** The levels that there are, from `top` on and without gaps. What says nothing is no heading, but for its images. */
function moveHeadings(fragment: DocumentFragment, top: number): void {
  const headings = [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(
    (heading) =>
      heading.textContent!.trim() ||
      heading.querySelector('img:not([alt=""])') ||
      heading.replaceWith(...heading.querySelectorAll('img')),
  );
  const levels = [...new Set(headings.map(({localName}) => localName))].sort();
  for (const heading of headings) {
    const moved = document.createElement(`h${Math.min(6, top + levels.indexOf(heading.localName))}`);
    for (const {name, value} of heading.attributes) moved.setAttribute(name, value);
    moved.append(...heading.childNodes);
    heading.replaceWith(moved);
  }
}
