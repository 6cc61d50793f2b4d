import type {Feed} from '../feed/feed.js';
import {isObject, pointerTo} from '../feed/json-value.js';
import {readLocalized} from '../feed/normalize/text.js';
import type {Practice} from '../practice.js';
import type {ParsedSource} from './parse-source.js';
import type {Issue, FindingCode} from './report.js';

/** A practice, and where its record is. */
export interface CheckedPractice {
  readonly practice: Practice;
  readonly pointer: string;
}

/** What the checks look at: a feed as it is written, and as it is shown. */
export interface CheckInput extends ParsedSource {
  readonly feed: Feed;
  readonly practices: readonly CheckedPractice[];
}

/** One look at a feed. */
export type Check = (subject: CheckInput) => Issue[];

/** Finds the records that the practices of a feed were made of: those that have a title. */
export function createCheckInput(written: ParsedSource, feed: Feed): CheckInput {
  const {raw} = written;
  const wording = {language: feed.language, warn: () => {}};
  const pointers = raw.records
    .map((record, i) => ({record, pointer: pointerTo(raw.pointer, i)}))
    .filter(
      ({record}) => isObject(record) && readLocalized({value: record['title'], pointer: ''}, wording, 'title').length,
    )
    .map(({pointer}) => pointer);
  return {...written, feed, practices: feed.practices.map((practice, i) => ({practice, pointer: pointers[i]!}))};
}

/** One doubt for all practices that have it; none where there are none. `say` is told how many of how many. */
export function aboutAll(
  code: FindingCode,
  found: readonly CheckedPractice[],
  say: (count: number) => string,
  field = '',
): Issue[] {
  const [first] = found;
  if (!first) return [];
  const pointer = field ? pointerTo(first.pointer, field) : first.pointer;
  return [{code, pointer, message: say(found.length), count: found.length}];
}

/** `1 practice has`, `3 practices have`. */
export const practicesHave = (count: number) => (count === 1 ? '1 practice has' : `${count} practices have`);
