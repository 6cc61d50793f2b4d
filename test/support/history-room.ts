/** Browsers refuse more writes into the history than this in ten seconds. */
const MAX_WRITES = navigator.vendor.startsWith('Apple') ? 100 : 200;
const PERIOD_MS = 10_000;

/** What one test may write. */
const ROOM = 40;

/** When the last writes of this page happened. */
const writes: number[] = [];

for (const name of ['pushState', 'replaceState'] as const) {
  const write = history[name];
  history[name] = (...args) => {
    writes.push(performance.now());
    write.apply(history, args);
  };
}

/** Whether the browser will take the writes of one more test. A visitor never writes as fast as tests do. */
export function hasHistoryRoom(): boolean {
  const begin = performance.now() - PERIOD_MS;
  while (writes[0]! < begin) writes.shift();
  return writes.length <= MAX_WRITES - ROOM;
}
