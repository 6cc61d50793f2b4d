import {FeedError} from './feed-error.js';

/**
 * Starts the clock for something that may take so many milliseconds. The signal aborts with a
 * `FeedError` of this message when the time is over, or with the reason of the caller's signal.
 */
export function startDeadline(ms: number, message: string, caller?: AbortSignal) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new FeedError('timeout', message)), ms);
  const signal = AbortSignal.any([controller.signal, caller ?? controller.signal]);
  return {signal, end: () => clearTimeout(timer)};
}
