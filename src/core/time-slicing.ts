/**
 * A long computation as a generator: each `yield` is a point to pause. It runs at once or in
 * slices.
 */
export type Sliced<T> = Generator<void, T, void>;

/** Duration of a slice. A frame of 16 ms has room for it and for the work of the page. */
const SLICE_MS = 6;

/** Runs without a pause. */
export function runSync<T>(steps: Sliced<T>): T {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/**
 * Runs in slices with pauses for input and drawing. The first slice begins at once. Rejects with
 * the signal's reason.
 */
export async function runSliced<T>(steps: Sliced<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) {
      const {done, value} = steps.next();
      if (done) return value;
    }
    await rest();
  }
}

type PostTask = (task: () => void, options: {priority: string}) => Promise<void>;
const {scheduler} = globalThis as {scheduler?: {postTask?: PostTask}};

/**
 * `scheduler.yield` would take precedence over the frames of the page. Safari and Node have
 * neither.
 */
const rest = () =>
  scheduler?.postTask?.(() => {}, {priority: 'user-visible'}) ?? new Promise<void>((resolve) => setTimeout(resolve));

/** Sorts with pauses: a merge sort of sorted runs. Stable. */
export function* sortSliced<T>(items: readonly T[], compare: (a: T, b: T) => number): Sliced<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += SORTED_RUN_LENGTH) {
    runs.push(items.slice(at, at + SORTED_RUN_LENGTH).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(yield* merge(runs[i]!, runs[i + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Items that are sorted or merged without a pause. */
const SORTED_RUN_LENGTH = 1000;

function* merge<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Sliced<T[]> {
  const merged: T[] = [];
  for (let i = 0, k = 0; i < a.length || k < b.length;) {
    merged.push(k === b.length || (i < a.length && compare(a[i]!, b[k]!) <= 0) ? a[i++]! : b[k++]!);
    if (merged.length % SORTED_RUN_LENGTH === 0) yield;
  }
  return merged;
}
