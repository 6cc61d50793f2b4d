import {pause} from '../pause.js';

/** In milliseconds. A visitor who types faster than this is waited for. */
const TYPING_MS = 1000;
const MIN_PAUSE_MS = 60;
const MAX_PAUSE_MS = 500;

/** Spares the cluster what a visitor is still typing. */
export interface TypingPace {
  /**
   * Waits if the visitor types: the slower the cluster, the longer. The first keystroke does not
   * wait. Rejects with the signal's reason.
   * @param isKnown whether one request answers the query
   */
  wait(query: string, isKnown: (query: string) => boolean, signal: AbortSignal): Promise<void>;
  /** Notes how long an answer takes. */
  measure<Answer>(answer: Promise<Answer>): Promise<Answer>;
}

export function createTypingPace(): TypingPace {
  /** In milliseconds. Each answer counts as much as all before it. */
  let latency = 0;
  let lastQuery: string | undefined;
  let lastTyped = -Infinity;
  return {
    async wait(query, isKnown, signal) {
      const isTyping = lastQuery !== undefined && query !== lastQuery;
      lastQuery = query;
      if (!isTyping) return;
      const now = performance.now();
      const isFast = now - lastTyped < TYPING_MS;
      lastTyped = now;
      if (isFast && !isKnown(query)) await pause(Math.min(Math.max(latency, MIN_PAUSE_MS), MAX_PAUSE_MS), signal);
    },
    async measure(answer) {
      const started = performance.now();
      const answered = await answer;
      const time = performance.now() - started;
      latency = latency ? (latency + time) / 2 : time;
      return answered;
    },
  };
}
