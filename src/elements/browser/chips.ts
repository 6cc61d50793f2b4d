import type {Collection} from '../../core/feed/feed.js';
import {translationFor} from '../../core/localized-text.js';
import type {Attribute, Translation} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import {refinementPairs, type Refinement, type Refinements} from '../../core/state/search-state.js';
import {type Localizer, refinementLabel} from '../../i18n/localizer.js';

/** A selected refinement, or the id of the collection, and what it is called. */
export interface Chip {
  readonly attribute: Attribute | 'collection';
  readonly refinement: Refinement;
  readonly label: Translation;
}

/** A chip for the collection that the visitor looks into, if any, and for each refinement. */
export const createChips = (
  refinements: Refinements,
  labels: Labels,
  localizer: Localizer,
  collection: Collection | null,
): readonly Chip[] => [
  ...(collection ? [chipOf(collection, labels)] : []),
  ...refinementPairs(refinements).map(([attribute, refinement]) => ({
    attribute,
    refinement,
    label: refinementLabel(attribute, refinement, labels, localizer),
  })),
];

const chipOf = ({id, title}: Collection, labels: Labels): Chip => ({
  attribute: 'collection',
  refinement: id,
  label: translationFor(title, labels.language),
});
