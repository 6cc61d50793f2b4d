import type {Practice} from '../../practice.js';
import {fold} from '../../text/fold.js';
import {wordsOf} from '../../text/tokenize.js';
import type {Check, CheckedPractice} from '../check-input.js';
import type {Issue} from '../report.js';

/** Practices of one title in one place. One id given twice is a doubt of `normalize`. */
export const checkDuplicates: Check = ({practices}) => {
  const seen = new Map<string, CheckedPractice>();
  return practices.flatMap((each): Issue[] => {
    const {practice, pointer} = each;
    const keys = keysOf(practice);
    const first = keys.map((key) => seen.get(key)).find(Boolean);
    for (const key of keys) if (!seen.has(key)) seen.set(key, each);
    if (!first) return [];
    const title = practice.title[0]!.text;
    return [
      {
        code: 'duplicate-practice',
        pointer,
        message: `“${title}” is here twice: it is also at ${first.pointer}.`,
        count: 1,
      },
    ];
  });
};

function keysOf({places, title}: Practice): string[] {
  const name = wordsOf(title[0]!.text).join(' ') || fold(title[0]!.text);
  const cities = places.map(({city, country}) => (city ? wordsOf(city).join(' ') : country));
  return [...new Set(cities.length ? cities : [''])].map((city) => `${name}\n${city}`);
}
