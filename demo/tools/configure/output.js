// Step 3: the lines, what to do with them, and what servers must allow.
import {byId, copyText, element, say, withLinks} from '../dom.js';
import {nameOfTarget} from './form.js';

const roles = {page: 'blockPage', site: 'blockSite', css: 'blockCss', file: 'blockFile'};

/** A box with lines, and its button. */
function renderBox(title, code, said, {t}, isMain = false) {
  const pre = element('pre', {tabIndex: 0, role: 'region', 'aria-label': title}, element('code', {}, code));
  const button = element(
    'button',
    {type: 'button', className: isMain ? 'main' : '', 'aria-label': `${t('copy')}: ${title}`},
    t('copy'),
  );
  const note = element('span', {className: 'copied', 'aria-hidden': 'true'});
  button.addEventListener('click', async () => {
    note.textContent = t((await copyText(pre)) ? 'copied' : 'copyRefused');
    say(said, note.textContent);
  });
  return element(
    'div',
    {className: 'box'},
    element('div', {className: 'box-head'}, element('h3', {}, title), note, button),
    pre,
  );
}

/** @param {import('./snippets.js').Block[]} blocks */
export function renderBlocks(blocks, said, locale) {
  const {t} = locale;
  return blocks.map(({code, file, role}, i) => renderBox(t(roles[role], {file}), code, said, locale, i === 0));
}

/** What the lines lack, because the system cannot have it. @param {[string, string][]} choices attribute and value */
export const renderLeftOut = (choices, {t}) =>
  renderLacking('leftOut', choices, t, {target: t('targetWordpressBlock')});

/** What the lines lack, because it is wrong. @param {[string, string][]} choices attribute and value */
export const renderWrong = (choices, {t}) => renderLacking('wrongLeftOut', choices, t);

/** Offers another system than the plugin, which cannot read the feed. @param {() => void} choose chooses it */
export function renderOtherSystem(choose, {t}) {
  const text = t('chooseTarget', {target: t('targetWordpressBlock')});
  const button = element('button', {type: 'button'}, text);
  button.addEventListener('click', choose);
  return [element('p', {className: 'notice'}, t('pluginUnable')), element('div', {className: 'buttons'}, button)];
}

function renderLacking(text, choices, t, values) {
  if (!choices.length) return [];
  const list = choices.map(([name, value]) => t('notPossible', {name, value})).join(', ');
  return [element('p', {className: 'notice'}, t(text, {list, ...values}))];
}

/** The steps for a system. @param {string} feed its address */
export function renderSteps(target, feed, {t}) {
  const steps = t(nameOfTarget('how', target), {feed: feed || t('feedMissing')}).split('\n');
  return steps.map((step) => element('li', {}, ...withLinks(step)));
}

/** Where the docs say more about a system. */
const pages = {
  html: 'recipes.html#plain-html',
  'wordpress-plugin': 'wordpress.html',
  'wordpress-block': 'recipes.html#wordpress',
  'wordpress-classic': 'recipes.html#wordpress',
  react: 'frameworks.html',
  vue: 'frameworks.html',
  svelte: 'frameworks.html',
};

export function renderMore(target, {t}) {
  const page = pages[target] ?? `recipes.html#${target}`;
  const name = {recipes: 'docsRecipes', frameworks: 'docsFrameworks'}[page.split('.')[0]] ?? 'docsWordPress';
  return withLinks(t('howMore', {name: t(name), page}));
}

/** @param {ReturnType<typeof import('./policies.js').policiesFor>} needed */
export function renderServer({headers, policy}, said, locale) {
  const {t} = locale;
  const paragraph = (name, values) => element('p', {}, ...withLinks(t(name, values)));
  const boxes = ({origin, lines}) =>
    lines
      ? ['nginx', 'apache'].map((name) => renderBox(`${t(name)} – ${new URL(origin).host}`, lines[name], said, locale))
      : [paragraph('corsByHand')];
  const texts = {feed: 'corsFeed', wordpress: 'corsWordpress', script: 'corsScript'};
  return [
    ...(headers.length ? [] : [paragraph('corsNone')]),
    ...headers.flatMap((header) => [
      paragraph(texts[header.reason], {origin: header.origin}),
      ...(header.reason === 'wordpress' ? [] : boxes(header)),
    ]),
    paragraph('policyText'),
    renderBox('Content-Security-Policy', policy.join(';\n'), said, locale),
    paragraph('policyStyle'),
  ];
}

/** Shows nodes, unless the same are shown: then the focus and the selection stay. */
export function show(id, nodes) {
  const place = byId(id);
  const next = element('div', {}, ...nodes);
  if (place.dataset.shown === next.innerHTML) return;
  place.dataset.shown = next.innerHTML;
  place.replaceChildren(...next.childNodes);
}
