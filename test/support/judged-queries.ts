import {feedWith} from '../fixtures/practices.js';
import feed from '../fixtures/meaning/feed.json';
import needs from '../fixtures/meaning/needs.json';
import queries from '../fixtures/meaning/queries.json';
import {judge, type JudgedQuery, type Need, type Outcome} from './judge.js';
import {createVisitorSearch} from './visitor-search.js';

/** Asks the judged practices every query of test/fixtures/meaning, as the page of a visitor does, and judges the answers. */
export async function judgeMeaning(): Promise<readonly Outcome[]> {
  const search = createVisitorSearch(feedWith(feed));
  const outcomes: Outcome[] = [];
  for (const query of queries as readonly JudgedQuery[]) {
    const {hits, isPartial, totalHits} = await search(query.text, query.lang === 'zxx' ? 'en' : query.lang);
    const ids = hits.map(({practice}) => practice.id);
    outcomes.push(judge(query, {ids, total: totalHits, isPartial}, needs as readonly Need[]));
  }
  return outcomes;
}
