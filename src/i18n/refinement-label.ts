import {NO_DATE, ONGOING, type Attribute} from '../core/practice.js';
import type {Refinement} from '../core/search-state.js';
import type {Labels} from '../core/search/labels.js';
import type {Localizer} from './localizer.js';

/** What a refinement is called in the language of the interface. */
export function refinementLabel(
  attribute: Attribute,
  refinement: Refinement,
  labels: Labels,
  localizer: Localizer,
): string {
  if (typeof refinement !== 'string') {
    const [start, end] = [String(refinement.from ?? ''), String(refinement.to ?? '')];
    if (start === end) return start;
    const key = start && end ? 'yearsBetween' : start ? 'yearsFrom' : 'yearsUntil';
    return localizer.message(key, {start, end});
  }
  if (attribute !== 'year') return labels.of(attribute, refinement).text;
  if (refinement === ONGOING) return localizer.message('ongoing');
  return refinement === NO_DATE ? localizer.message('noDate') : refinement;
}
