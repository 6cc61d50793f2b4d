import {waitUntil as wait} from '@open-wc/testing';

/** Waits for a fact. Patient: what is wrong never comes, and a busy machine takes its time. (Not a minute: tests shorten that one, the element's own.) */
export const waitUntil: typeof wait = (predicate, message, options) =>
  wait(predicate, message, {timeout: 40_000, interval: 5, ...options});
