import {version} from '../generated/build.js';
import {stemmers} from '../generated/stemmers.js';
import {serveFeed} from './server.js';

// The worker for large feeds, which keeps their work off the page's thread. Both builds bundle it
// into one self-contained file. `startFeedWorker` in `client.ts` starts it.
serveFeed(globalThis as unknown as Worker, async (language) => (await stemmers[language]?.())?.stemmer);
// The page ends a worker of another version.
globalThis.postMessage(version);
