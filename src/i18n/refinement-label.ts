import {NO_DATE, ONGOING, type Attribute, type Translation} from '../core/practice.js';
import type {Labels} from '../core/search/labels.js';
import type {Refinement} from '../core/state/search-state.js';
import type {Localizer} from './localizer.js';

/** What a refinement is called: in the language of the interface, where the label has no language of its own. */
export function refinementLabel(
  attribute: Attribute,
  refinement: Refinement,
  labels: Labels,
  localizer: Localizer,
): Translation {
  if (attribute !== 'year' && typeof refinement === 'string') return labels.of(attribute, refinement);
  return {lang: '', text: yearLabel(refinement, localizer)};
}

function yearLabel(refinement: Refinement, localizer: Localizer): string {
  if (typeof refinement !== 'string') {
    const [start, end] = [String(refinement.from ?? ''), String(refinement.to ?? '')];
    if (start === end) return start;
    const key = start && end ? 'yearsBetween' : start ? 'yearsFrom' : 'yearsUntil';
    return localizer.message(key, {start, end});
  }
  if (refinement === ONGOING) return localizer.message('ongoing');
  return refinement === NO_DATE ? localizer.message('noDate') : refinement;
}
