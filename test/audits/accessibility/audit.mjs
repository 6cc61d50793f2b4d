// What axe and IBM's Equal Access checker say of a state of the gallery.
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const read = (path) => readFile(require.resolve(path), 'utf8');
const sources = {axe: await read('axe-core/axe.min.js'), ace: await read('accessibility-checker-engine/ace.js')};

/** Findings that an engine cannot decide by itself, each with the reason why it is right. */
const explained = [
  {
    rule: 'color-contrast',
    target: /<span aria-hidden="true">\p{N}<\/span>/u,
    why: 'axe judges no text of one letter; a count of one digit has the colours of the longer ones, which it judges',
  },
  {
    rule: 'input_label_visible',
    target: /^<(?:select|textarea)/,
    why: 'it has a visible label: the rule knows only those of inputs and buttons',
  },
  {
    rule: 'input_label_visible',
    target: /^<button/,
    why: 'a button with an icon, as everybody knows it, whose name says what it does',
  },
  {
    rule: 'input_label_visible',
    target: /type="range"/,
    why: 'the ends of the picture; the fields below it do the same and have visible labels',
  },
  {
    rule: 'text_quoted_correctly',
    target: /id="title"/,
    why: 'quotation marks in a title are the city’s own',
  },
  {
    rule: 'heading_markup_misuse',
    target: /id="title"/,
    why: 'a title of many words is the city’s own; it names the practice all the same',
  },
  {
    rule: 'color-contrast',
    target: /^<span class="badge">/,
    media: '(forced-colors: active)',
    why: 'axe reads the fill of letters, which is still ours there; what is seen is the system’s colour',
  },
  {
    rule: 'color-contrast',
    target: /part="base"/,
    why: 'the text between the tags, which the page colours',
  },
  {
    rule: 'aria_keyboard_handler_exists',
    target: /role="(?:tablist|grid)"/,
    why: 'the handler is no attribute, so the rule does not see it; test/component presses the keys',
  },
  {
    rule: 'color-contrast',
    target: /^<text /,
    why: 'axe judges no text on a drawing; in a chart it has the colour of secondary texts, which axe judges elsewhere',
  },
  {
    rule: 'color-contrast',
    target: /^<span (?:aria-hidden="true"|class="vertical")>/,
    message: /partially obscured/,
    why: 'in a table that scrolls, axe judges no text out of sight; that in sight has the same colours',
  },
  {
    rule: 'input_label_exists',
    target: /^<button type="button" class="figure">$/,
    why: 'a number in a table that is closed, where the rule reads no text; axe reads it where the table is open',
  },
  {
    rule: 'text_block_heading',
    target: /^<p class="strong">/,
    why: 'the first line of a message, not the name of a part of the page: in the outline it would lead to nothing',
  },
];

/** What is explained on this page as it looks now. */
async function explainedOn(page) {
  const holds = await page.evaluate(
    (queries) => queries.map((query) => matchMedia(query).matches),
    explained.map(({media = 'all'}) => media),
  );
  const here = explained.filter((_, i) => holds[i]);
  return (finding) =>
    here.some(
      ({message, rule, target}) =>
        rule === finding.rule && target.test(finding.target) && (!message || message.test(finding.message)),
    );
}

/** A bar behind a count is drawn, and axe judges no text on a drawing: the colour of the bar takes its place. */
const plainBars = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.bar { display: none } .figure { background: var(--_tint) }');
  const {shadowRoot} = document.querySelector('good-practice-browser, gpb-city');
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
};

/** @typedef {{engine: 'axe' | 'ace', rule: string, message: string, target: string}} Finding */

async function auditByAxe(page) {
  return page.evaluate(async () => {
    const options = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']};
    const {violations, incomplete} = await globalThis.axe.run('good-practice-browser, gpb-city', options);
    return [...violations, ...incomplete].flatMap(({id, help, nodes}) =>
      nodes.map((node) => ({
        engine: 'axe',
        rule: id,
        message: `${help}: ${[...node.any, ...node.all, ...node.none].map(({message}) => message).join('; ')}`,
        target: node.html.replaceAll(/<!--.*?-->/g, ''),
      })),
    );
  });
}

async function auditByAce(page) {
  return page.evaluate(async () => {
    const {results} = await new globalThis.ace.Checker().check(document, ['WCAG_2_2']);
    const isOurs = ({path: {dom}}) => /good-practice-browser|gpb-city/.test(dom);
    return results
      .filter((result) => result.value[0] === 'VIOLATION' && result.value[1] !== 'PASS' && isOurs(result))
      .map(({ruleId, message, snippet, value}) => ({
        engine: 'ace',
        rule: ruleId,
        message: `${value[1]}: ${message}`,
        target: snippet,
      }));
  });
}

/** Makes a page ready to be audited, as often as one likes. */
export async function prepareAudit(page, engines = ['axe', 'ace']) {
  for (const engine of engines) await page.evaluate(sources[engine]);
  await page.evaluate(plainBars);
}

/** @returns {Promise<Finding[]>} What is wrong, and what an engine leaves open and nobody has explained. */
export async function audit(page, engines = ['axe', 'ace']) {
  const found = [];
  for (const engine of engines) found.push(...(await (engine === 'axe' ? auditByAxe : auditByAce)(page)));
  const isExplained = await explainedOn(page);
  return found.filter((finding) => !isExplained(finding));
}
