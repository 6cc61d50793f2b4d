import type {Tier} from '../state/search-results.js';
import {fieldNames} from './fields.js';
import type {Query} from './query.js';
import type {SearchIndex} from './search-index.js';
import {TIERS} from './term-scores.js';

/** Why a practice is where it is among the hits: what one term found in it. */
export interface TermExplanation {
  readonly term: string;
  /** Null where the practice does not have the term at all. */
  readonly tier: Tier | null;
  /** The fields that have it. A term in one of title, place and topics counts as in all three. */
  readonly fields: readonly string[];
  /** Its share of the practice's score, before what all terms in one field add. */
  readonly score: number;
  /** False for a word that is nearly everywhere, such as `the`: what lacks it is found as well. */
  readonly isNeeded: boolean;
}

/** Explains the score of the practice at `position` for a query, term by term: for tests, and for whoever asks why. */
export function explain(index: SearchIndex, query: Query, position: number): readonly TermExplanation[] {
  return index.scoreUnits(query).map(({fields, isNeeded, matched, scores, tiers}) => {
    const score = scores[position]!;
    return {
      term: matched[0]!.text,
      tier: score > 0 ? TIERS[tiers[position]!]! : null,
      fields: fieldNames.filter((_, field) => fields[position]! & (1 << field)),
      score,
      isNeeded,
    };
  });
}
