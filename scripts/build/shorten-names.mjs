// Shorter names in the embed files for properties that no page, feed or library knows. Minifiers leave the names of properties alone, as
// they cannot know whose they are. We do, from our sources; and a name that could be anyone else's, too, stays as it is.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import MagicString from 'magic-string';
import {parseSync} from 'vite';

const root = join(import.meta.dirname, '../..');

/** Where names are ours alone. Those of core go to workers and pages, those of events to pages, and a position into the history, where another version may find it. */
const INNER = /^(?:elements|controllers)\/(?!events\.ts|position\.ts)/;
/** Pages know what is public in these. */
const PUBLIC_CLASS = /^(?:BrowserAttributes|GoodPracticeBrowser|GpbCard|GpbCount|GpbLatest|GpbPractice|Satellite)$/;

/** The files in a folder whose names match. */
const readFiles = (folder, pattern) =>
  readdirSync(join(root, folder), {recursive: true})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => pattern.test(name))
    .map((name) => ({name, code: readFileSync(join(root, folder, name), 'utf8')}));

const wordsOf = (text) => text.match(/[\w$]+/g) ?? [];

/** A node of a syntax tree and all nodes in it. */
function* nodesOf(node) {
  if (typeof node.type === 'string') yield node;
  for (const child of Object.values(node).flat()) if (child && typeof child === 'object') yield* nodesOf(child);
}

const nameOf = ({computed, type}, key) => (!computed && key?.type === 'Identifier' ? key.name : `(${type})`);

/** The members that classes and interfaces declare, and the methods of objects. */
function* membersOf(tree) {
  for (const node of nodesOf(tree)) {
    const isPrivate = node.accessibility === 'private';
    if (node.type === 'TSParameterProperty')
      yield {name: nameOf(node, node.parameter.left ?? node.parameter), isPrivate};
    else if (
      node.method ||
      /^(?:TSAbstract\w+|TS(?:Property|Method)Signature|(?:Property|Method)Definition)$/.test(node.type)
    )
      yield {name: nameOf(node, node.key), isPrivate};
  }
}

/** The names of the platform, as TypeScript and Terser know them, and of the libraries. */
function* foreignNames() {
  const libraries = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/task', 'fuse.js'];
  for (const {code} of [
    ...readFiles('node_modules/@typescript', /\/lib\/lib\.[\w.]+\.d\.ts$/),
    ...readFiles('node_modules/terser/tools', /^domprops\.js$/),
    ...libraries.flatMap((name) => readFiles(`node_modules/${name}`, /\.m?js$/)),
  ])
    yield* wordsOf(code);
  // newer than both
  yield 'setHTML';
}

/** What else is a name, or may become one: the words of texts, the keys of messages, and what pages know. */
function* knownNames({name: file, tree}) {
  for (const node of nodesOf(tree)) {
    if (node.type === 'Literal') yield* wordsOf(String(node.value));
    if (node.type === 'TemplateElement') yield* wordsOf(node.value.raw);
    if (node.type === 'Property' && file.startsWith('i18n/')) yield nameOf(node, node.key);
    if (node.type.startsWith('Class') && PUBLIC_CLASS.test(node.id?.name))
      for (const {name, isPrivate} of membersOf(node)) if (!isPrivate) yield name;
  }
  if (!INNER.test(file)) for (const {name} of membersOf(tree)) yield name;
}

function* shortNames(taken) {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const first of letters) for (const second of letters) if (!taken.has(first + second)) yield first + second;
}

/** Our names with shorter ones: the same for every file that is built, as they share objects. */
function findNames() {
  const sources = readFiles('src', /(?<!\.d)\.ts$/).map(({name, code}) => ({
    name,
    tree: parseSync(name, code).program,
  }));
  const kept = new Set([...foreignNames(), ...sources.flatMap((source) => [...knownNames(source)])]);
  const inner = sources.filter(({name}) => INNER.test(name)).flatMap(({tree}) => [...membersOf(tree)]);
  const ours = new Set(inner.map(({name}) => name).filter((name) => !kept.has(name) && /^\w{3,}$/.test(name)));
  const identifiers = sources.flatMap(({tree}) => [...nodesOf(tree)].map(({name}) => name));
  const short = shortNames(new Set([...kept, ...identifiers]));
  return new Map([...ours].map((name) => [name, short.next().value]));
}

let names;

/** @returns {import('vite').Plugin} */
export function shortenNames() {
  return {
    name: 'gpb-shorten-names',
    apply: 'build',
    applyToEnvironment: ({name}) => name.startsWith('embed'),
    renderChunk(code) {
      names ??= findNames();
      const result = new MagicString(code);
      for (const node of nodesOf(this.parse(code))) {
        const isMember = /^(?:Property|(?:Property|Method)Definition)$/.test(node.type);
        const key = isMember ? node.key : node.type === 'MemberExpression' ? node.property : null;
        const short = names.get(nameOf(node, key));
        if (short && node.shorthand) result.appendLeft(key.start, `${short}: `);
        else if (short) result.overwrite(key.start, key.end, short);
      }
      return {code: result.toString(), map: result.generateMap({hires: true})};
    },
  };
}
