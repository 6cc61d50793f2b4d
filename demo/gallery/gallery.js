// Shows all states, or the one in the page's address: `?state=open&lang=fr&theme=dark&width=320`.
import {find, states} from './states.js';

const form = document.querySelector('form');
const choices = new URLSearchParams(location.search);

const option = (value, text) => Object.assign(document.createElement('option'), {value, textContent: text});
form.elements.state.append(option('', 'all'), ...states.map(({name, title}) => option(name, title)));
for (const select of form.elements) if (choices.has(select.name)) select.value = choices.get(select.name);
// The address keeps the choices that are not empty. A button applies them, so that visitors can go
// through the choices by keyboard without leaving the page.
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  location.search = String(new URLSearchParams(chosen));
});

/** What a list, the page of a city and a failure to load have. */
const LOADED = '.browser, .name, [part=failure]';

/** Settles when the state can be seen. */
async function show(state) {
  const {name, title, note, element = 'good-practice-browser', attributes, fallback = '', act, shows = LOADED} = state;
  const section = document.createElement('section');
  section.className = 'state';
  section.id = name;
  const widget = document.createElement(element);
  const {lang, theme, width} = Object.fromEntries([...form.elements].map((select) => [select.name, select.value]));
  const all = {src: 'practices.json', url: 'off', lang, theme, 'heading-level': '3', ...attributes};
  for (const [key, value] of Object.entries(all)) widget.setAttribute(key, value);
  // The fallback content is in the language of the page.
  widget.innerHTML = fallback && `<span lang="en">${fallback}</span>`;
  const heading = Object.assign(document.createElement('h2'), {textContent: title});
  const explanation = Object.assign(document.createElement('p'), {textContent: note});
  const frame = document.createElement('div');
  if (width) frame.style.inlineSize = `${width}px`;
  frame.append(widget);
  section.append(heading, explanation, frame);
  document.querySelector('.states').append(section);
  await act?.(widget);
  await find(widget, shows);
}

const {state} = form.elements;
await customElements.whenDefined('good-practice-browser');
await Promise.all(states.filter(({name}) => !state.value || name === state.value).map(show));
document.body.dataset.isReady = 'true';
