/** Answers in a cache. The limit keeps a large feed from filling the memory. */
const MAX_CACHED = 1000;

/** Caches a function of a text or number: for costly look-ups that many records repeat. */
export function memoize<Answer, Key extends string | number = string>(
  derive: (key: Key) => Answer,
): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size === MAX_CACHED) answers.clear();
    const answer = derive(key);
    answers.set(key, answer);
    return answer;
  };
}

/**
 * Caches the last result of a function, while the arguments stay the same: for values derived from
 * state.
 */
export function memoizeLast<Args extends readonly unknown[], Result>(
  derive: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: {readonly args: Args; readonly result: Result} | undefined;
  return (...args) => {
    const isSame = last?.args.length === args.length && last.args.every((arg, i) => Object.is(arg, args[i]));
    if (!isSame) last = {args, result: derive(...args)};
    return last!.result;
  };
}
