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
