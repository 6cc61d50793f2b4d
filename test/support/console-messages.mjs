// Collects from the sources what the widget writes to the console and into errors of feeds.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path/posix';
import {parseSync, Visitor} from 'rolldown/utils';

/** Functions that write to the console, with the argument that is the message. */
const calls = {'console.warn': 0, 'console.error': 0, warnOnce: 0, warnSetting: 2, wrong: 1, FeedError: 1};
/** Functions whose results are messages, or reasons within one. */
const texts = [
  'describeMissingPosts',
  'describeNoPlaces',
  'describeNoPosts',
  'describeRest',
  'describeTenPosts',
  'explainBreak',
  'explainNoAnswer',
  'explainNoFeed',
  'explainStatus',
  'reasonNotToStart',
];
/** Messages that were written elsewhere, and are passed on. */
const passedOn = ['message', 'wanted', 'reason', 'failure.message', 'this.failure.message', '(error as Error).message'];
/** Functions within a module that pass their argument on. */
const wrappers = {'src/controllers/feed/gather-pages.ts': {addWarning: 1}};
/** They are for the command line. */
const isOther = (file) => /^src\/(?:cli|node|generated|core\/doctor|core\/feed\/write)\//.test(file);

/** A script that vite.config.ts has as a text. */
const scriptsIn = (code) =>
  [...code.matchAll(/`([^`]*\bconsole\.[^`]*)`/g)].map(
    ([, script]) => `function intro() {${script.replaceAll(/\$\{\w+\}/g, "' + version + '")}}`,
  );

/** `console.warn`, `warnOnce`. */
const nameOf = (callee) =>
  callee.type === 'MemberExpression' ? `${callee.object.name}.${callee.property.name}` : callee.name;

/**
 * The messages of an expression, each as the texts between its values: `${address} is empty.` → `['', ' is empty.']`.
 * Throws if a text is neither written there nor passed on.
 */
function messagesIn(node, code) {
  const source = code.slice(node.start, node.end);
  switch (node.type) {
    case 'Literal':
      return [[node.value]];
    case 'TemplateLiteral':
      return [node.quasis.map(({value}) => value.cooked)];
    case 'ConditionalExpression':
      return [...messagesIn(node.consequent, code), ...messagesIn(node.alternate, code)];
    case 'BinaryExpression':
      return [[...messagesIn(node.left, code)[0], ...(node.right.type === 'Literal' ? [node.right.value] : [''])]];
    case 'CallExpression':
      if (texts.includes(nameOf(node.callee))) return [];
      break;
    case 'Identifier':
    case 'MemberExpression':
      if (passedOn.includes(source)) return [];
      break;
  }
  if (/^String\((?:error|cause)\)$/.test(source)) return [];
  throw new Error(`no text: ${source}`);
}

/** The messages in the code of a source file, each as the texts between its values. */
export function messagesInCode(file, code) {
  const found = [];
  const own = {...calls, ...wrappers[file]};
  const visitCall = ({arguments: list, callee}) => {
    const argument = list[own[nameOf(callee)]];
    if (argument) found.push(...messagesIn(argument, code));
  };
  const visitFunction = (name, body) => {
    if (!texts.includes(name)) return;
    const visitText = (node) => found.push(...messagesIn(node, code));
    if (body.type !== 'BlockStatement') return visitText(body);
    const isText = (node) => node?.type.endsWith('Literal');
    new Visitor({ReturnStatement: ({argument}) => isText(argument) && visitText(argument)}).visit({
      type: 'Program',
      body: [body],
    });
  };
  try {
    new Visitor({
      CallExpression: visitCall,
      NewExpression: visitCall,
      FunctionDeclaration: ({body, id}) => visitFunction(id.name, body),
      VariableDeclarator: ({id, init}) => init?.type === 'ArrowFunctionExpression' && visitFunction(id.name, init.body),
    }).visit(parseSync(file, code).program);
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, {cause: error});
  }
  return found;
}

/** All messages. Throws if the sources do not have a name of the lists above any more. */
export function readMessages() {
  const sources = new Map(
    readdirSync('src', {recursive: true})
      .map((name) => join('src', name.replaceAll('\\', '/')))
      .filter((file) => file.endsWith('.ts') && !isOther(file))
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
  const all = [...sources.values()].join('\n');
  for (const name of [...Object.keys(calls), ...texts])
    if (!all.includes(`${name}(`) && !all.includes(`const ${name} =`))
      throw new Error(`No source has ${name}. Was it renamed?`);
  for (const file of Object.keys(wrappers))
    if (!sources.has(file)) throw new Error(`There is no ${file}. Was it moved?`);
  return [
    ...[...sources].flatMap(([file, code]) => messagesInCode(file, code)),
    ...scriptsIn(readFileSync('vite.config.ts', 'utf8')).flatMap((code) => messagesInCode('intro.js', code)),
  ];
}

const letters = (text) => text.replaceAll(/\P{L}/gu, '').length;

/** What to search for in the docs: the first text of a message that is long enough to be known again, up to the end of its sentence. */
export function beginningOf(message) {
  const text = message.find((each) => letters(each) >= 8) ?? message.toSorted((a, b) => letters(b) - letters(a))[0];
  return text.split('. ')[0].trim();
}
