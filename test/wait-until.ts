import {waitUntil as wait} from '@open-wc/testing';

/** Waits for a fact. Patient: what is wrong never comes, and a busy machine takes its time. */
export const waitUntil: typeof wait = (predicate, message, options) =>
  wait(predicate, message, {timeout: 20_000, ...options});
