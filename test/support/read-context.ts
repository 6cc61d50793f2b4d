import {createWarningLog} from '../../src/core/feed/feed-warnings.js';
import type {Item} from '../../src/core/feed/json-value.js';
import type {ReadContext} from '../../src/core/feed/normalize/practice.js';
import {createTopicRegistry} from '../../src/core/feed/normalize/topics.js';

/** What readers share, with a way to see what they doubted: `code pointer`. */
export function aReading({language = 'en', topics}: {language?: string; topics?: unknown} = {}) {
  const {warn, warnings} = createWarningLog();
  const reading: ReadContext = {
    address: 'https://city.example/data/feed.json',
    language,
    topics: createTopicRegistry({value: topics, pointer: '/topics'}, {language, warn}),
    facets: [],
    givenIds: new Set(),
    warn,
  };
  return {...reading, reading, doubts: () => [...warnings.values()].map(({code, pointer}) => `${code} ${pointer}`)};
}

/** A value at `/x`. */
export const at = (value: unknown): Item => ({value, pointer: '/x'});
