import {isOnHost, safeUrl} from '../../core/feed/normalize/safe-url.js';
import {stripControls} from '../../core/text/clean.js';
import {MAX_LENGTHS, MAX_SECTIONS} from '../../core/text/limits.js';
import {policy} from '../../platform/trusted-types.js';

// The allow-list for HTML of a feed. Other tags and attributes are not copied: no id, name, class,
// style, target, on….
const NOTHING: readonly string[] = [];
const CELL = ['colspan', 'rowspan'];

/** The allowed elements, each with its own attributes; any may have `lang` and `dir`. */
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
 * Elements that are drawn as another one that looks the same. Without a line of their own, the
 * words of two sections would run together. A form is not among them, because the names of its
 * fields hide its properties.
 */
const tagAliases = new Map<unknown, string>(
  Object.entries({
    div: 'address article aside center details fieldset footer header hgroup legend main nav section summary',
    ul: 'dir menu',
    s: 'del strike',
    code: 'kbd samp tt var',
  }).flatMap(([tag, others]) => others.split(' ').map((other) => [other, tag] as const)),
);

/**
 * Elements without text for readers: dropped with their contents. Of other elements, the text
 * stays.
 */
export const droppedTags = new Set<unknown>(
  (
    'script style template noscript iframe object embed svg math title textarea select datalist audio video canvas ' +
    'noembed noframes'
  ).split(' '),
);

/** The allowed values of attributes. Addresses have a check of their own. */
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

/** What the HTML of a section depends on. */
export interface HtmlFrame {
  /** The absolute address that relative addresses start from. */
  readonly base: string;
  /** Images of other hosts are not shown. */
  readonly imageHosts: readonly string[];
  /** The level of its highest headings in the page's outline; above 6 counts as 6. */
  readonly headingLevel: number;
}

/**
 * Browsers need quadratic time to parse deeply nested tags, or tags with many attributes. With
 * these limits, the longest section that `normalize` lets through takes a tenth of a second.
 */
const MAX_ATTRIBUTES = 50;
/** 64 levels, with the box around a table. */
const MAX_DEPTH = 63;

/**
 * Makes new elements of the allowed parts of untrusted HTML. Returns null if the HTML is too long,
 * or if the browser cannot parse it safely; then the caller shows its text. Nowhere else does HTML
 * of a feed become DOM.
 */
export function safeHtml(source: string, frame: HtmlFrame): DocumentFragment | null {
  if (source.length > MAX_LENGTHS.sectionHtml || source.split('<').length > MAX_SECTIONS.elements) return null;
  const parsed = parse(thinned(source));
  return parsed && rebuild(parsed, frame);
}

const TAG = /<[a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>?/gi;
const ATTRIBUTE = /[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g;

/**
 * Removes event handlers and styles, which a parser would report as violations of the page's
 * Content-Security-Policy although it does not apply them. Also limits the attributes of a tag.
 * This is for silence and speed: `rebuild` makes the HTML safe.
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

// The browser's sanitizer gets a list of attributes only: it would drop elements that are not in a
// list together with their text. Without this list, Chromium 156 crashes at <marquee onstart>.
const attributes = ['lang', 'dir', ...new Set([...allowedAttributes.values()].flat())];

/**
 * Parses HTML with the browser's own sanitizer, otherwise with its plain parser. Both work in an
 * inert document: nothing in it runs or is fetched.
 */
function parse(source: string): Node | null {
  const ways: ((body: HTMLElement & Sanitizing) => void)[] = [
    (body) => body.setHTML(source, {sanitizer: {attributes}}),
    (body) => (body.innerHTML = policy?.createHTML(source) ?? source),
  ];
  for (const fill of ways)
    try {
      // An image on the page with this name would hide `document.implementation`.
      const inert = document.createElement('template').content.ownerDocument;
      const body = inert.createElement('body') as unknown as HTMLElement & Sanitizing;
      fill(body);
      if (body.firstChild) return body;
    } catch {
      // The browser does not have it, or the page forbids it.
    }
  return null;
}

/**
 * Copies what is allowed. No parsed node gets into the page. Only a tree walker reads the parsed
 * nodes, because names in a form can hide the nodes' own properties.
 */
export function rebuild(root: Node, frame: HtmlFrame): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const walker = root.ownerDocument!.createTreeWalker(root);
  // The copies of the ancestors. An ancestor that is not copied has the copy of its parent.
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

/** Copies an element without its children; undefined if its tag is not allowed. */
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
  // Before `src`, because that starts the request.
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

/** The absolute address of an image; `''` if its host is not allowed. */
function imageAddress(value: string, {base, imageHosts}: HtmlFrame): string {
  const address = safeUrl(value, base);
  return address.startsWith('http') && isOnHost(address, imageHosts) ? address : '';
}

/**
 * Renumbers the headings from `top` on, without gaps. Empty ones are removed; their images stay.
 */
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
