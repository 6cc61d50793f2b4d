// Rules of this house that no linter knows, as plugin `house` of oxlintrc.json. Its sources only: src/**.
import {dirname, join, relative, sep} from 'node:path';

/** Each may import what comes after it. So the script (`define`) has nothing of the extras, which come in a file of their own. */
const order = ['extras', 'elements/extras', 'define', 'index', 'elements', 'controllers', 'i18n', 'core'];
/** Each may be imported by all but core and the command line, and imports nothing but another of them. */
const leaves = ['styles', 'script-url', 'trusted-types'];

function mayImport(from, to) {
  if (from === to) return true;
  if (from === 'core') return false;
  if (/^(?:cli|formats|worker)$/.test(from)) return to === 'core';
  if (leaves.includes(to)) return true;
  return order.includes(from) && order.indexOf(from) < order.indexOf(to);
}

/** `src/elements/card/gpb-card.ts` -> `elements`, `src/elements/extras/gpb-list.ts` -> `elements/extras`, `src/define.ts` -> `define`. */
function layerOf(path, cwd) {
  const inside = relative(join(cwd, 'src'), path).replaceAll(sep, '/');
  return inside.startsWith('elements/extras/') ? 'elements/extras' : inside.split('/')[0].replace(/\.(?:js|ts)$/, '');
}

/** Imports go downward. */
const layers = {
  create(context) {
    const check = ({source}) => {
      if (!source?.value.startsWith('.')) return;
      const from = layerOf(context.filename, context.cwd);
      const to = layerOf(join(dirname(context.filename), source.value), context.cwd);
      if (!mayImport(from, to)) context.report({node: source, message: `${from} must not import from ${to}`});
    };
    return {ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check};
  },
};

/** What turns text into markup or code, and what a strict Content-Security-Policy stops. */
const sinks = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
  'DOMParser',
  'unsafeHTML',
  'unsafeSVG',
  'unsafeStatic',
  'styleMap',
]);
const sinkInTemplate = /[\s.?](?:innerHTML|outerHTML|srcdoc)=|\sstyle=/;

const noSink = {
  create(context) {
    const report = (node, what) =>
      context.report({
        node,
        message: `${what} has no place under a strict Content-Security-Policy; HTML of feeds is for elements/extras/safe-html.ts`,
      });
    return {
      Identifier: (node) => sinks.has(node.name) && report(node, node.name),
      Literal: (node) => sinks.has(node.value) && report(node, node.value),
      TemplateElement(node) {
        const found = sinkInTemplate.exec(node.value.raw);
        if (found) report(node, found[0].trim());
      },
      ImportExpression: (node) =>
        context.report({node, message: 'import() is stopped by a script-src of hashes: see controllers/load-file.ts'}),
    };
  },
};

/** What old libraries put into the pages that they are on under the names of today, with another meaning. */
const noReplaced = {
  create(context) {
    const report = (node, what, instead) =>
      context.report({node, message: `${what} may be the page's own, from an old library: ${instead}`});
    return {
      CallExpression(node) {
        const {object, property} = node.callee;
        if (property?.name === 'entries' && object.name !== 'Object' && node.arguments.length === 0)
          report(node, 'entries()', 'forEach, or count');
        if (property?.name === 'reduce') report(node, 'reduce()', 'a loop, or core/sum.ts');
        if (property?.name === 'from' && object.name === 'Array') report(node, 'Array.from()', '[...], or a loop');
        if (property?.name === 'finally') report(node, 'finally()', 'try and finally');
        if (property?.name === 'allSettled') report(node, 'allSettled()', 'that of load-feed.ts');
      },
      BinaryExpression(node) {
        if (node.operator === 'instanceof' && /^(?:Promise|Event)$/.test(node.right.name))
          report(node, node.right.name, 'look at what it has');
      },
    };
  },
};

export default {meta: {name: 'house'}, rules: {layers, 'no-replaced': noReplaced, 'no-sink': noSink}};
