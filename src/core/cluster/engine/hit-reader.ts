import {forgetOldest} from '../../forget-oldest.js';
import type {Practice} from '../../practice.js';
import type {Hit} from '../../state/search-results.js';
import type {ClusterAnswer} from '../client.js';
import type {EngineContext} from './context.js';

/** More practices than an answer has. A visitor may look at many in a day. */
const MAX_KNOWN = 5000;

/**
 * Creates a function that reads the hits of an answer, in its order. Views recognise a practice by
 * its object, so the same record gives the same object.
 */
export function createHitReader({client, excludedTopics, tools}: EngineContext): (answer: ClusterAnswer) => Hit[] {
  const known = new Map<string, {readonly json: string; readonly practice: Practice}>();
  return ({hits}) => {
    const read = hits.map((hit) => ({...hit, json: JSON.stringify([hit.record, hit.sources])}));
    const fresh = read.filter(({json, record}) => known.get(record.id)?.json !== json);
    const practices = fresh.length ? client.readRecords(fresh.map(({record}) => record)) : [];
    const byId = new Map(practices.map((practice) => [practice.id, practice]));
    for (const {json, record, sources} of fresh) {
      const practice = byId.get(record.id);
      if (practice)
        known.set(record.id, {json, practice: tools.withoutTopics({...practice, sources}, excludedTopics.ids)});
    }
    const found = read.flatMap(({record, score}): Hit | [] => {
      const practice = known.get(record.id)?.practice;
      return practice ? {practice, tier: null, score} : [];
    });
    forgetOldest(known, MAX_KNOWN);
    return found;
  };
}
