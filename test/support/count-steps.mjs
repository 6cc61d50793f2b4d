// How much work a function of core does, as a number that is the same on every machine: how often V8 enters a block of the files in
// dist/core/, and how many characters or items built-in methods look through.
import {Session} from 'node:inspector/promises';

/** For each method: how many characters or items a call looks through. `from`: where a regular expression begins. */
const builtIns = [
  [String.prototype, 'indexOf', (text, [, start = 0], found) => (found < 0 ? text.length : found) - start],
  [String.prototype, 'includes', (text) => text.length],
  [Array.prototype, 'indexOf', (list) => list.length],
  [Array.prototype, 'includes', (list) => list.length],
  [
    RegExp.prototype,
    'exec',
    ({sticky}, [text], match, from) =>
      match ? match.index + match[0].length - from : sticky ? 1 : String(text).length - from,
  ],
];

/** Counts what the built-in methods do during `work`. Regular expressions in `replace()`, `split()` and the like call `exec()` too. */
function countBuiltIns(work) {
  let count = 0;
  const originals = builtIns.map(([prototype, name]) => prototype[name]);
  builtIns.forEach(([prototype, name, cost], i) => {
    prototype[name] = function (...parameters) {
      const from = name === 'exec' && (this.global || this.sticky) ? this.lastIndex : 0;
      const result = originals[i].apply(this, parameters);
      count += cost(this, parameters, result, from);
      return result;
    };
  });
  try {
    work();
  } finally {
    builtIns.forEach(([prototype, name], i) => (prototype[name] = originals[i]));
  }
  return count;
}

/** @returns {Promise<(work: () => void) => Promise<number>>} counts the steps of some work */
export async function createStepCounter() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true});
  return async (work) => {
    await session.post('Profiler.takePreciseCoverage'); // begins at 0
    const builtIn = countBuiltIns(work);
    const {result} = await session.post('Profiler.takePreciseCoverage');
    const blocks = result
      .filter(({url}) => url.includes('/dist/core/'))
      .flatMap(({functions}) => functions.flatMap(({ranges}) => ranges));
    return blocks.reduce((sum, {count}) => sum + count, builtIn);
  };
}
