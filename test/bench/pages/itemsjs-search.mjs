// itemsjs as its documentation shows it, over the flat records.
import itemsjs from 'itemsjs';
import {facetNames} from './records.mjs';

export const createItemsjs = (records) =>
  itemsjs(
    // it has a boost for a field called “name” only
    records.map(({title: name, ...rest}) => ({name, ...rest})),
    {
      searchableFields: ['city', 'country', 'topics', 'years', 'text'],
      aggregations: Object.fromEntries(facetNames.map((name) => [name, {conjunction: false, size: 100}])),
    },
  );
