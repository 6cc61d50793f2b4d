import {fold} from '../search/fold.js';
import {sum} from '../sum.js';
import type {Feed} from './feed.js';
import {deriveId, withDistinctIds} from './practice-id.js';

/**
 * Several feeds as one; the first says what it is called. A practice is left out if one with its id and its title (as it would be
 * searched) was there before. If only the id was, as where two feeds count their records, the later practice gets another.
 */
export function mergeFeeds(feeds: readonly Feed[]): Feed {
  if (feeds.length === 1) return feeds[0]!;
  const seen = new Set<string>();
  const isNew = (key: string) => seen.size < seen.add(key).size;
  const practices = feeds
    .flatMap((feed) => feed.practices)
    // ids are of one line, so no two keys are the same by chance
    .filter(({id, title}) => isNew(`${id}\n${fold(title[0]!.text)}`))
    .map((practice) => {
      const {id, title, places} = practice;
      return isNew(id) ? practice : {...practice, id: `${id}-${deriveId(title, places)}`};
    });
  seen.clear();
  return {
    ...feeds[0]!,
    topics: feeds.flatMap(({topics}) => topics).filter(({id}) => isNew(id)),
    practices: withDistinctIds(practices),
    warnings: feeds.flatMap(({warnings}) => warnings),
    totalRecords: sum(feeds.map(({totalRecords}) => totalRecords)),
    readRecords: sum(feeds.map(({readRecords}) => readRecords)),
  };
}
