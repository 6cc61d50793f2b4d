// Checks the samples of code in the docs: that they parse, and use only what exists.
import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import {transform} from 'lightningcss';
import {parse, parseFragment} from 'parse5';
import {parseSync} from 'rolldown/utils';
import {readManifest} from '../../build/manifest.mjs';
import {checkImport, isOwnModule} from './package-exports.mjs';
import {checkShell} from './shell.mjs';

const elements = new Map(
  readManifest()
    .modules.flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName)
    .map((declaration) => [declaration.tagName, declaration]),
);
const namesOf = (kind) =>
  new Set([...elements.values()].flatMap((element) => element[kind] ?? []).map(({name}) => name));
const tokens = namesOf('cssProperties');
const parts = namesOf('cssParts');
const states = namesOf('cssStates');
const slots = namesOf('slots');

const isGlobalAttribute = (name) =>
  /^(?:aria|data)-/.test(name) ||
  ['class', 'dir', 'hidden', 'id', 'lang', 'part', 'role', 'slot', 'style', 'tabindex', 'title', 'translate'].includes(
    name,
  );
const hasAttribute = (tag, name) =>
  isGlobalAttribute(name) || elements.get(tag).attributes.some((attribute) => attribute.name === name);

const validateFeed = new Ajv2020({strict: true, allowUnionTypes: true}).compile(
  JSON.parse(readFileSync('feed.schema.json', 'utf8')),
);

/** Problems have a line that counts from 0, the first line of the sample. */
const lineAt = (code, offset) => code.slice(0, offset).split('\n').length - 1;

function checkJson(code) {
  let value;
  try {
    value = JSON.parse(code);
  } catch (error) {
    return [{line: 0, message: `this is not JSON: ${error.message}`}];
  }
  if (!value?.practices || validateFeed(value)) return [];
  return validateFeed.errors.map(({instancePath, message}) => ({
    line: 0,
    message: `feed.schema.json does not allow ${instancePath || 'this feed'}: it ${message}.`,
  }));
}

function checkScript(language, code) {
  const {errors, module} = parseSync(`sample.${language}`, code, {sourceType: 'module'});
  const [error] = errors;
  if (error) return [{line: lineAt(code, error.labels[0]?.start ?? 0), message: `${error.message}.`}];
  const {dynamicImports, staticExports, staticImports} = module;
  const imports = [
    ...staticImports.map(({entries, moduleRequest, start}) => ({
      start,
      specifier: moduleRequest.value,
      names: entries.flatMap(({importName: {kind, name}}) => (kind === 'Default' ? 'default' : (name ?? []))),
    })),
    ...staticExports
      .flatMap(({entries}) => entries)
      .filter(({moduleRequest}) => moduleRequest)
      .map(({importName, moduleRequest, start}) => ({
        start,
        specifier: moduleRequest.value,
        names: importName.name ? [importName.name] : [],
      })),
    ...dynamicImports.map(({moduleRequest: {end, start}}) => ({
      start,
      specifier: code.slice(start + 1, end - 1),
      names: [],
    })),
  ];
  return imports
    .filter(({specifier}) => isOwnModule(specifier))
    .flatMap(({names, specifier, start}) =>
      checkImport(specifier, names).map((message) => ({line: lineAt(code, start), message})),
    );
}

function checkCss(code) {
  try {
    transform({filename: 'sample.css', code: Buffer.from(code)});
  } catch ({loc, message}) {
    return [{line: (loc?.line ?? 1) - 1, message: `this is not CSS: ${message}.`}];
  }
  const check = (pattern, known, kind) =>
    [...code.matchAll(pattern)].flatMap(({1: names, index}) =>
      names
        .split(/\s+/)
        .filter((name) => !known.has(name))
        .map((name) => ({line: lineAt(code, index), message: `the widget has no ${kind} “${name}”.`})),
    );
  return [
    ...check(/(--gpb-[\w-]+)/g, tokens, 'token'),
    ...check(/::part\(([^)]*)\)/g, parts, 'part'),
    ...check(/:state\(([^)]*)\)/g, states, 'state'),
  ];
}

/** What an element of a sample has that the widget does not know. */
function checkElement({attrs, parentNode, tagName}) {
  const isOurs = elements.has(tagName);
  if (!isOurs && /^(?:gpb|good-practice)-/.test(tagName)) return [`there is no element <${tagName}>.`];
  const isPlaceholder = attrs.some(({name}) => name === 'data-good-practice-browser');
  const ownAttributes = isPlaceholder
    ? attrs.map(({name}) => name.replace(/^data-/, '')).filter((name) => name !== 'good-practice-browser')
    : attrs.map(({name}) => name);
  const tag = isPlaceholder ? 'good-practice-browser' : tagName;
  const problems =
    isOurs || isPlaceholder
      ? ownAttributes.filter((name) => !hasAttribute(tag, name)).map((name) => `<${tag}> has no attribute “${name}”.`)
      : [];
  const slot = attrs.find(({name}) => name === 'slot')?.value;
  if (slot && elements.has(parentNode?.tagName) && !slots.has(slot))
    problems.push(`<${parentNode.tagName}> has no slot “${slot}”.`);
  return problems;
}

/** The language of a `<script>` or `<style>` in a sample; `''` for none that is checked. */
function languageOf({attrs, tagName}) {
  const {lang, type = 'module'} = Object.fromEntries(attrs.map(({name, value}) => [name, value]));
  if (tagName === 'style') return lang ? '' : 'css';
  if (/json|importmap/.test(type)) return 'json';
  return /module|javascript/.test(type) ? (lang ?? 'js') : '';
}

function checkHtml(code, {onlyScripts = false} = {}) {
  const problems = [];
  const isDocument = /<!doctype|<html/i.test(code);
  const tree = (isDocument ? parse : parseFragment)(code, {
    sourceCodeLocationInfo: true,
    onParseError({code: what, startLine}) {
      if (!onlyScripts) problems.push({line: startLine - 1, message: `this is not HTML: ${what}.`});
    },
  });
  const visit = (node) => {
    const line = (node.sourceCodeLocation?.startLine ?? 1) - 1;
    if (node.tagName && !onlyScripts) problems.push(...checkElement(node).map((message) => ({line, message})));
    if (node.tagName === 'script' || node.tagName === 'style') {
      const [content] = node.childNodes;
      if (content?.value.trim()) {
        const start = content.sourceCodeLocation.startLine - 1;
        const inner = checkCode(languageOf(node), content.value);
        problems.push(...inner.map((problem) => ({...problem, line: start + problem.line})));
      }
    } else node.childNodes?.forEach(visit);
    if (node.content) visit(node.content);
  };
  visit(tree);
  return problems;
}

const checkers = {
  css: checkCss,
  html: checkHtml,
  json: checkJson,
  sh: checkShell,
  svelte: (code) => checkHtml(code, {onlyScripts: true}),
  vue: (code) => checkHtml(code, {onlyScripts: true}),
};

function checkCode(language, code) {
  if (['js', 'jsx', 'mjs', 'ts', 'tsx'].includes(language)) return checkScript(language, code);
  return checkers[language]?.(code) ?? [];
}

/** What is wrong with the samples of a page, and with the commands in its text. */
export const checkSamples = ({file, inlineCode, samples}) =>
  [
    ...samples.flatMap(({code, language, line}) =>
      checkCode(language, code).map((problem) => ({...problem, line: line + problem.line})),
    ),
    ...inlineCode.flatMap(({code, line}) =>
      /^(?:npm run|npm start|npm test|npx good-practice-browser)\b/.test(code)
        ? checkShell(code).map(({message}) => ({line, message}))
        : [],
    ),
  ].map(({line, message}) => ({file, line, message}));
