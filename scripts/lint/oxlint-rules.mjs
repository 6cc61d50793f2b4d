// Rules that only this project needs, for its sources in src/. They are the plugin `project` in
// oxlintrc.json.
import {dirname, join, relative, sep} from 'node:path';

/**
 * Each layer may import the layers after it. A folder belongs to the longest name in this list that
 * fits.
 */
const order = [
  'embed',
  'opensearch',
  'define',
  'frameworks',
  'index',
  'elements',
  'controllers',
  'worker',
  'i18n',
  'core/doctor',
  'core/cluster',
  'core/feed/write',
  'core/engine',
  'core/search',
  'core/facets',
  'core/state',
  'core/feed',
  'core',
  'core/text',
];
/** Other layers may import these, but core only `platform/warn-once`, and node and cli only `generated`. */
const leaves = ['platform', 'generated'];

function mayImport(from, to, path) {
  if (from === to) return true;
  if (/^(?:cli|node)$/.test(from)) return /^(?:core|generated)/.test(to) || (from === 'cli' && to === 'node');
  if (leaves.includes(to)) return !from.startsWith('core') || path === 'platform/warn-once';
  return order.includes(from) && order.indexOf(from) < order.indexOf(to);
}

/** `…/src/elements/card/gpb-card.ts` -> `elements/card/gpb-card`. */
const pathInSources = (file, cwd) =>
  relative(join(cwd, 'src'), file)
    .replaceAll(sep, '/')
    .replace(/\.(?:js|ts)$/, '');

/** `elements/card/gpb-card` -> `elements`, `core/feed/write/csv` -> `core/feed/write`. */
function layerOf(path) {
  const names = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return names.findLast((name) => order.includes(name)) ?? path.split('/')[0];
}

/**
 * Features load when a view first draws them. A static import would add them to what loads first.
 */
const isEagerFeature = (from, to) => to.startsWith('elements/features/') && !from.startsWith('elements/features/');

/** Imports go downward only. */
const layers = {
  create(context) {
    const check = ({source}) => {
      if (!source?.value.startsWith('.')) return;
      const from = pathInSources(context.filename, context.cwd);
      const to = pathInSources(join(dirname(context.filename), source.value), context.cwd);
      if (!mayImport(layerOf(from), layerOf(to), to))
        context.report({node: source, message: `${layerOf(from)} must not import from ${layerOf(to)}`});
      if (isEagerFeature(from, to))
        context.report({node: source, message: 'only elements/shared/load-features.ts may load features, by import()'});
    };
    return {ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check};
  },
};

/** Names that turn text into markup or code, or that a strict Content-Security-Policy blocks. */
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
        message: `${what}: a strict Content-Security-Policy blocks this. Only elements/features/safe-html.ts handles HTML of feeds.`,
      });
    return {
      Identifier: (node) => sinks.has(node.name) && report(node, node.name),
      Literal: (node) => sinks.has(node.value) && report(node, node.value),
      TemplateElement(node) {
        const found = sinkInTemplate.exec(node.value.raw);
        if (found) report(node, found[0].trim());
      },
    };
  },
};

/**
 * Bundlers do not split at a computed address, and a page's policy may block it. Only the script
 * for web pages has one, in own-files.embed.ts.
 */
const literalImport = {
  create: (context) => ({
    ImportExpression: ({source}) =>
      /^\.\.?\//.test(source.value ?? '') ||
      context.report({node: source, message: 'import() needs a literal address, which every bundler understands'}),
  }),
};

/** Methods that old libraries replace on their pages, with another meaning than today's. */
const noReplaced = {
  create(context) {
    const report = (node, what, instead) =>
      context.report({node, message: `an old library of the page may have replaced ${what}. Use ${instead}.`});
    return {
      CallExpression(node) {
        const {object, property} = node.callee;
        if (property?.name === 'entries' && object.name !== 'Object' && node.arguments.length === 0)
          report(node, 'entries()', 'forEach or a counter');
        if (property?.name === 'reduce') report(node, 'reduce()', 'a loop or core/sum.ts');
        if (property?.name === 'from' && object.name === 'Array') report(node, 'Array.from()', '[...] or a loop');
        if (property?.name === 'finally') report(node, 'finally()', 'a try block with finally');
        if (property?.name === 'allSettled') report(node, 'allSettled()', 'Promise.all() of promises that catch');
      },
      BinaryExpression(node) {
        if (node.operator === 'instanceof' && /^(?:Promise|Event)$/.test(node.right.name))
          report(node, node.right.name, 'a check of its properties');
      },
    };
  },
};

export default {
  meta: {name: 'project'},
  rules: {layers, 'literal-import': literalImport, 'no-replaced': noReplaced, 'no-sink': noSink},
};
