import type {Practice} from '../../practice.js';

/** Practices in one request: a server may refuse one of more than 8 kB. An id has 80 characters at most, of three bytes each. */
const MAX_ASKED = 25;

/**
 * Creates a function that finds a practice by its id. Lists ask for each of theirs, so one request
 * asks for all ids of a moment.
 */
export function createPracticeLookup(
  ask: (ids: readonly string[]) => Promise<readonly Practice[]>,
): (id: string) => Promise<Practice | null> {
  let next: {readonly ids: Set<string>; readonly found: Promise<ReadonlyMap<string, Practice>>} | undefined;
  function startRequest() {
    const ids = new Set<string>();
    const found = Promise.resolve().then(async () => {
      next = undefined;
      return new Map((await ask([...ids])).map((practice) => [practice.id, practice]));
    });
    return {ids, found};
  }
  return async (id) => {
    if (!next || next.ids.size >= MAX_ASKED) next = startRequest();
    next.ids.add(id);
    return (await next.found).get(id) ?? null;
  };
}
