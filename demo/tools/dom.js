// What the tools share to change their pages.
import {withCode} from './language.js';

export const byId = (id) => document.getElementById(id);

/** Makes an element. Properties with a hyphen are attributes. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'role') made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children);
  return made;
}

/** Shows a text in a live region, also if it is the same as before. The last text of a frame wins. */
export function say(region, text) {
  region.replaceChildren();
  requestAnimationFrame(() => region.replaceChildren(text));
}

/** Says what is wrong with a field; nothing if `message` is empty. */
export function showError(field, message) {
  byId(`${field.id}-error`).textContent = message;
  if (message) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

/** Copies the text of an element, or selects it if the browser refuses. @returns {Promise<boolean>} whether it is copied */
export async function copyText(source) {
  // Browsers refuse this on pages without https, and by some settings.
  const isCopied = await navigator.clipboard?.writeText(source.textContent).then(
    () => true,
    () => false,
  );
  if (!isCopied) getSelection().selectAllChildren(source);
  return Boolean(isCopied);
}

/** Where the docs are, as the build of the zip says; `''` outside of the zip. */
const docs = document.documentElement.dataset.docs ?? '';

/** A text as nodes, with its `code` and its links to the docs. Outside of the zip, links name the file. */
export function withLinks(text) {
  return text.split(/(\[[^\]]+\]\([^)]+\))/).flatMap((part) => {
    const [, label, page] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
    if (!page) return withCode(part);
    if (docs) return [element('a', {href: docs + page, target: '_blank'}, label)];
    return [`${label} (`, element('code', {}, `docs/${page.replace(/\.html.*/, '.md')}`), ')'];
  });
}
