import {warnOnce} from '../../platform/warn-once.js';

let loading: Promise<void> | undefined;

/**
 * Defines the elements that few visitors need, once for the page: the download, the list, similar practices and the like. A tag that
 * is on the page already upgrades. Never rejects: without them, the rest of the widget works.
 */
export function loadFeatures(): Promise<void> {
  loading ??= import('../features/define-features.js').then(
    ({defineFeatures}) => defineFeatures(),
    (error: unknown) => warnOnce(`A part of the widget failed to load. Reload the page. ${String(error)}`),
  );
  return loading;
}
