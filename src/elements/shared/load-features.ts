import type {View} from '../../core/state/search-state.js';
import {warnOnce} from '../../platform/warn-once.js';

let loading: Promise<void> | undefined;

/**
 * Defines the elements that the first cards do not need, once for the page: the download, the list,
 * similar practices and others. Tags that are on the page already upgrade. Never rejects: without
 * these elements, the rest of the widget works.
 */
export function loadFeatures(): Promise<void> {
  loading ??= import('../features/features.js').then(({features}) => define(features), handleFailure);
  return loading;
}

const handleFailure = (error: unknown) =>
  warnOnce(`A part of the widget failed to load. Reload the page. ${String(error)}`);

function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  for (const [tag, element] of Object.entries(elements))
    if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Defines the element of a view when it is first drawn. The cards are there already. Never rejects. */
export function loadView(view: View): Promise<void> {
  switch (view) {
    case 'cards':
      return Promise.resolve();
    case 'map':
      return import('../features/gpb-map.js').then(({GpbMap}) => define({'gpb-map': GpbMap}), handleFailure);
    case 'statistics':
      return import('../features/gpb-statistics.js').then(
        ({GpbStatistics}) => define({'gpb-statistics': GpbStatistics}),
        handleFailure,
      );
  }
}
