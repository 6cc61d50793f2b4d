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
