import {FeedError} from '../core/feed/feed-error.js';

/**
 * One end of a channel: a worker as its page sees it, the worker's own global object, or a
 * `MessagePort`.
 */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/**
 * The methods that the other end can call. Arguments and answers are plain data, because they are
 * copied.
 */
export type Methods = Record<string, (...args: never[]) => unknown>;

type Call = readonly [number: number, name: string, args: readonly never[]];
type Reply = readonly [number: number, value: unknown, failure?: Failure];
interface Failure {
  readonly message: string;
  /** The fields of a `FeedError`, which copying would lose. */
  readonly feed?: Pick<FeedError, 'code' | 'status'>;
}

/** Listens for the calls of `createCaller` at the other end, and runs the method of that name. */
export function answerCalls(port: Port, methods: Methods): void {
  port.addEventListener('message', async ({data}: MessageEvent<Call>) => {
    const [number, name, args] = data;
    try {
      reply([number, await methods[name]!(...args)]);
    } catch (error) {
      const feed = error instanceof FeedError ? {code: error.code, status: error.status} : undefined;
      reply([number, undefined, {message: (error as Error).message, ...(feed && {feed})}]);
    }
  });
  const reply = (message: Reply) => port.postMessage(message, []);
}

/**
 * Calls a method at the other end, which `answerCalls` runs there. Rejects with an error of the
 * same message if the method throws.
 */
export type Caller = (name: string, args: readonly unknown[], transfer?: ArrayBuffer[]) => Promise<unknown>;

/** `signal` says that the other end has gone. Then all calls reject with its reason. */
export function createCaller(port: Port, signal: AbortSignal): Caller {
  const waiting = new Map<number, {resolve(value: unknown): void; reject(error: unknown): void}>();
  let last = 0;
  port.addEventListener('message', ({data}: MessageEvent<Reply>) => {
    const [number, value, failure] = data;
    const call = waiting.get(number);
    waiting.delete(number);
    if (!failure) call?.resolve(value);
    else
      call?.reject(
        failure.feed ? new FeedError(failure.feed.code, failure.message, failure.feed) : new Error(failure.message),
      );
  });
  signal.addEventListener('abort', () => {
    for (const {reject} of waiting.values()) reject(signal.reason);
    waiting.clear();
  });
  return (name, args, transfer = []) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      port.postMessage([++last, name, args], transfer);
      waiting.set(last, {resolve, reject});
    });
}
