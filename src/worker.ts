import {version} from 'virtual:build';
import {serveFeed} from './core/remote-feed.js';

// The practices of a big feed, off the page's thread. Says first who it is: a page must not talk to the worker of another version.
serveFeed(globalThis as unknown as Worker);
globalThis.postMessage(version);
