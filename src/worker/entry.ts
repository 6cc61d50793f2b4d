import {version} from '../generated/build.js';
import {stemmers} from '../generated/stemmers.js';
import {serveFeed} from './server.js';

// The worker with the practices of a large feed, off the page's thread. Both builds make one self-contained file of it.
serveFeed(globalThis as unknown as Worker, async (language) => (await stemmers[language]?.())?.stemmer);
// A page must not talk to the worker of another version.
globalThis.postMessage(version);
