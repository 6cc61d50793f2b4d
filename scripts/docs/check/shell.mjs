import {existsSync, readFileSync} from 'node:fs';

const {name: packageName, scripts} = JSON.parse(readFileSync('package.json', 'utf8'));
const usage = readFileSync('src/cli/arguments.ts', 'utf8');
const commands = [...usage.matchAll(/^ {2}([a-z]+) FEED/gm)].map(([, command]) => command);
const options = [...usage.matchAll(/(?<![\w-])--?[a-z][\w-]*/g)].map(([option]) => option);

/** `npm run size -- --json` → `size`. `npm test` and `npm start` need no `run`. */
function npmScriptOf(words) {
  const rest = words.slice(1).filter((word) => !word.startsWith('-'));
  return rest[0] === 'run' ? rest[1] : rest.find((word, i) => i === 0 && ['start', 'test'].includes(word));
}

/** What follows the name of our command: `npx --no -- good-practice-browser check feed.json` → `check feed.json`. */
function argumentsOf(words) {
  const at = words.findIndex((word) => word === packageName || word === 'dist/cli/main.js');
  // Before it, only variables, programs that start it, and their options.
  const isCommand = words.slice(0, at).every((word) => /^(?:npx|node|-.*|[A-Z_]+=.*)$/.test(word));
  return at >= 0 && isCommand ? words.slice(at + 1) : undefined;
}

function checkCommand(words) {
  const problems = [];
  const script = words[0] === 'npm' ? npmScriptOf(words) : undefined;
  if (script && !scripts[script]) problems.push(`package.json has no script “${script}”.`);
  const [command, ...rest] = argumentsOf(words) ?? [];
  if (command && !command.startsWith('-') && !commands.includes(command))
    problems.push(`${packageName} has no command “${command}”.`);
  if (command)
    for (const word of [command, ...rest].map((each) => each.split('=')[0]))
      if (/^--?[a-z]/.test(word) && !options.includes(word)) problems.push(`${packageName} has no option “${word}”.`);
  for (const word of words)
    if (/^(?:demo|docs|scripts|src|test)\/[\w./-]+\.\w+$/.test(word) && !existsSync(word))
      problems.push(`there is no file ${word}.`);
  return problems;
}

/** What is wrong with commands of a shell: npm scripts, our own commands, and files that do not exist. */
export const checkShell = (code) =>
  code.split('\n').flatMap((text, line) =>
    text
      .replace(/(?:^|\s)#.*/, '')
      .split(/&&|\|\||[;|]/)
      .map((command) => command.trim().replace(/^(?:\$ |[A-Z_]+=\S* )*/, ''))
      .flatMap((command) => checkCommand(command.split(/\s+/)))
      .map((message) => ({line, message})),
  );
