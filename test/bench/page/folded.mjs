// For the peers that cannot fold by themselves: the fields folded, which is a second copy of the feed.
import {fold} from '../words.mjs';

export const weightedKeys = Object.entries({title: 4, city: 3, country: 2, topics: 2, period: 1, text: 1}).map(
  ([name, weight]) => ({name, weight}),
);

export const foldDocument = ({id, ...fields}) => ({
  id,
  ...Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, fold(text)])),
});
