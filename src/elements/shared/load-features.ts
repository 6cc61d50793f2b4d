import {warnOnce} from '../../platform/warn-once.js';

let loading: Promise<void> | undefined;

/**
 * Defines the elements that the first cards do not need, once for the page: the download, the list,
 * similar practices and others. Tags that are on the page already upgrade. Never rejects: without
 * these elements, the rest of the widget works.
 */
export function loadFeatures(): Promise<void> {
  loading ??= import('../features/define-features.js').then(
    ({defineFeatures}) => defineFeatures(),
    (error: unknown) => warnOnce(`A part of the widget failed to load. Reload the page. ${String(error)}`),
  );
  return loading;
}
