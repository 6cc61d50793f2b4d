import {version} from 'virtual:build';
import {kit} from './core/feed/formats/kit.js';
import {openDoor} from './core/open-door.js';
import {serveFeed} from './core/serve-feed.js';

// The practices of a big feed, off the page's thread. Says first who it is: a page must not talk to the worker of another version.
openDoor('formats', version, kit);
serveFeed(globalThis as unknown as Worker, loadFormats);
globalThis.postMessage(version);

/** From beside this file. */
function loadFormats(): void {
  const url = new URL('good-practice-browser.formats.js', location.href).href;
  // where the server sends the policy of the page with every file
  const {trustedTypes} = globalThis as {
    trustedTypes?: {createPolicy(name: string, rules: object): {createScriptURL(url: string): string}};
  };
  const policy = trustedTypes?.createPolicy('good-practice-browser', {createScriptURL: () => url});
  (globalThis as unknown as {importScripts(url: string): void}).importScripts(policy?.createScriptURL(url) ?? url);
}
