// The figures of the last run, by part.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** @returns {Record<string, {environment: object, figures: any}>} nothing where nothing was measured yet */
export function readResults(folder = import.meta.dirname) {
  const path = join(folder, 'results.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
