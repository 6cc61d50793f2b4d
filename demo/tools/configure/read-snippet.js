// Reads a snippet that somebody pasted. It is parsed in a document of its own, in which nothing runs and nothing loads.
import {fromTokens} from './tokens.js';

const TAG = 'good-practice-browser';
/** Of any element, or of our `<div>`; not attributes of the widget. */
const CARRIER = `data-${TAG}`;

/** A shortcode of the plugin for WordPress as a tag. */
const shortcodeToTag = (text) => text.replace(/^\s*\[good_practices\b([^\]]*)\]\s*$/, `<${TAG}$1></${TAG}>`);

/**
 * @param {string} text @param {Iterable<string>} known names of attributes
 * @returns null if there is no widget in it; otherwise its settings, what was not read, as the snippet has it, and whether the text between the
 *   tags has HTML, which is not read either
 */
export function readSnippet(text, known) {
  const names = new Set(known);
  const parsed = new DOMParser().parseFromString(shortcodeToTag(text), 'text/html');
  const element = parsed.querySelector(`${TAG}, [${CARRIER}]`);
  if (!element) return null;
  const isTag = element.localName === TAG;
  const attributes = {};
  const unread = [];
  let lang = '';
  for (const {name, value} of element.attributes) {
    if (name === CARRIER) continue;
    const own = isTag ? name : /^data-([a-z].*)/.exec(name)?.[1];
    if (own === 'lang') lang = value;
    else if (own && names.has(own)) attributes[own] = value;
    else if (name !== 'style') unread.push(name);
  }
  const {look, unknown} = fromTokens(readTokens(parsed, element));
  const fallback = readFallback(element);
  const script = parsed.querySelector(`script[src*="${TAG}"]`)?.getAttribute('src') ?? '';
  return {
    attributes,
    lang,
    look,
    fallback: fallback ?? '',
    hasMarkup: fallback === null,
    script,
    unread: [...unread, ...unknown],
  };
}

/** The tokens in style sheets and in the attribute `style`. */
function readTokens(parsed, element) {
  const styles = [...parsed.querySelectorAll('style')].map(({textContent}) => textContent);
  const text = [...styles, element.getAttribute('style') ?? ''].join(';').replace(/\/\*.*?\*\//gs, '');
  return Object.fromEntries(
    [...text.matchAll(/(--gpb-[\w-]+)\s*:\s*([^;{}]+)/g)].map(([, name, value]) => [name, value.trim()]),
  );
}

/** The text between the tags, if it is one paragraph or a bare text; otherwise null. */
function readFallback(element) {
  const [only, ...others] = element.children;
  const isPlain =
    !only ||
    (!others.length &&
      only.localName === 'p' &&
      !only.children.length &&
      only.textContent.trim() === element.textContent.trim());
  return isPlain ? element.textContent.trim().replace(/[ \t]*\n[ \t]*/g, '\n') : null;
}
