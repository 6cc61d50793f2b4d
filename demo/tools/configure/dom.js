import {withCode} from '../language.js';

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

/** Shows a text in a live region, also if it is the same as before. */
export function say(region, text) {
  region.replaceChildren();
  requestAnimationFrame(() => region.append(text));
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
