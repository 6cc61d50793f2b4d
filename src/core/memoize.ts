/** So many answers are kept: whatever a feed holds, it does not fill the memory. */
const MAX_CACHED = 1000;

/** The same function of a text or a number, which keeps its answers: for what takes its time to tell, and is asked again for the next record. */
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
 * The same function, which keeps its last answer and gives it again while the arguments are the same: for what is derived from
 * state and costs something to derive.
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
