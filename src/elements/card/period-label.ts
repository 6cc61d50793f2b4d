import {readPlainPeriod} from '../../core/feed/normalize/period.js';
import {isSameLanguage} from '../../core/localized-text.js';
import {ONGOING, type Practice, type Translation} from '../../core/practice.js';
import {yearLabel, type Localizer} from '../../i18n/localizer.js';
import {ownLanguage} from './practice-text.js';

/**
 * The period of a practice as visitors see it. If it is in another language than the interface, and
 * says no more than “ongoing” or “since 2018”, it is said in the language of the interface.
 */
export function periodLabel(practice: Practice, localizer: Localizer): Translation {
  const lang = ownLanguage(practice);
  const {text} = practice.period;
  const isForeign = lang && !isSameLanguage(lang, localizer.language);
  const years = isForeign ? readPlainPeriod(text) : null;
  if (!years) return {lang, text};
  const {from, to} = years;
  return {lang: '', text: yearLabel(from === null && to === null ? ONGOING : {from, to}, localizer)};
}
