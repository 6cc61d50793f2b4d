import type {Attribute, Translation} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import {refinementPairs, type Refinement, type Refinements} from '../../core/state/search-state.js';
import {type Localizer, refinementLabel} from '../../i18n/localizer.js';

/** A selected refinement, and what it is called. */
export interface Chip {
  readonly attribute: Attribute;
  readonly refinement: Refinement;
  readonly label: Translation;
}

/** A chip for each refinement. */
export const createChips = (refinements: Refinements, labels: Labels, localizer: Localizer): readonly Chip[] =>
  refinementPairs(refinements).map(([attribute, refinement]) => ({
    attribute,
    refinement,
    label: refinementLabel(attribute, refinement, labels, localizer),
  }));
