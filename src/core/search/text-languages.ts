import type {Practice} from '../practice.js';

/** A search looks for words in each of them, so a few titles in another language do not count. */
const MAX_LANGUAGES = 4;
const LEAST_SHARE = 0.05;

/**
 * The languages that the practices are written in, those of most practices first. A text that does not say its language counts as `unsaid`,
 * if that is a language.
 */
export function textLanguages(practices: readonly Practice[], unsaid = ''): readonly string[] {
  const counts = new Map<string, number>();
  for (const {summary, title} of practices)
    for (const {lang} of summary.length ? summary : title) {
      const language = lang || unsaid;
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  return [...counts]
    .filter(([language, count]) => language && count >= practices.length * LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([language]) => language)
    .slice(0, MAX_LANGUAGES);
}
