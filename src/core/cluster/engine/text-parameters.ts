import type {Query, QueryUnit} from '../../search/query.js';
import type {Parameters} from '../client.js';
import {conceptWord, MAX_PHRASES, MAX_UNITS, SEPARATOR} from '../fields.js';
import type {ClusterTools} from '../tools.js';
import {rangeParameters} from './search-parameters.js';

/** The units that a practice must have. */
export function neededUnits(units: readonly QueryUnit[]): readonly QueryUnit[] {
  const needed = units.filter(({isStopWord}) => !isStopWord);
  return (needed.length ? needed : units).slice(0, MAX_UNITS);
}

/** A query and its units as parameters. Practices must have all needed units. */
export function textParameters(tools: ClusterTools, query: Query, units: readonly QueryUnit[]): Parameters {
  const needed = neededUnits(units);
  return {
    ...(Object.assign({}, ...needed.map((unit, i) => unitParameters(tools, unit, i))) as Parameters),
    ...Object.fromEntries(query.phrases.slice(0, MAX_PHRASES).map((phrase, i) => [`phrase${i}`, phrase])),
    ...(query.excluded.length > 0 && {excluded: query.excluded.join(' ')}),
    ...(needed.length > 0 && {least: String(needed.length)}),
  };
}

/** The ways in which a unit may match. In quotes, only its letters count. Years match what ran then, not letters. */
function unitParameters(tools: ClusterTools, {corrections, parts, words, years}: QueryUnit, i: number): Parameters {
  if (years) return typeof years === 'string' ? {[`years${i}`]: years} : rangeParameters(`years${i}`, years);
  const meant = words.map((word) => {
    const correction = corrections.find(({term}) => term === word.text);
    return {...word, ...(correction && tools.readWords(correction.spelling)[0])};
  });
  const letters = meant.map(({text}) => text).join(' ');
  if (meant.some(({isQuoted}) => isQuoted)) return {[`letters${i}`]: letters};
  const [concepts = [], otherConcepts = []] = parts;
  return {
    [`letters${i}`]: letters,
    ...(meant.every(({text}) => text.length > 2) && {[`beginning${i}`]: letters}),
    [`form${i}`]: meant.map(({written}) => written).join(' '),
    ...(concepts.length > 0 && {[`concept${i}`]: concepts.map(conceptWord).join(SEPARATOR)}),
    ...(otherConcepts.length > 0 && {[`other${i}`]: otherConcepts.map(conceptWord).join(SEPARATOR)}),
  };
}
