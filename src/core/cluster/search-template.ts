// Long: five templates, and the parts of queries that they share.
import {fieldNames, fieldWeights} from '../search/fields.js';
import {
  FEED,
  MAX_PHRASES,
  MAX_UNITS,
  MAX_VALUES,
  PRACTICE,
  slots,
  spanSlots,
  templateIds,
  writtenFields,
} from './fields.js';

// The search templates that the cluster stores. The browser sends an id and parameters, never a
// query.
//
// A template is a JSON document. Its parameters are inside strings only, as `{{name}}`: numbers and
// lists too. The cluster escapes what it inserts there, so a parameter stays a part of its string.
// There is no `{{{name}}}`, no `{{#toJson}}`, and no section that repeats. `{{^name}}1{{/name}}` is a
// default, and appears once.
//
// Analyzers of the index cut lists to their limits. `index.max_result_window` bounds how many
// practices a request gets.

/** A template: the body of `PUT /_scripts/<id>` is `{"script": {"lang": "mustache", "source": …}}`. */
export interface SearchTemplate {
  readonly id: string;
  readonly source: string;
}

const weighted = (fields: readonly (typeof fieldNames)[number][], path: (name: string) => string) =>
  fields.map((name) => `${path(name)}^${fieldWeights[fieldNames.indexOf(name)]!}`);
const LETTERS = weighted(fieldNames, (name) => `text.${name}`);
const BEGINNINGS = weighted(fieldNames, (name) => `text.${name}.beginning`);
const FORMS = weighted(writtenFields, (name) => `written.*.${name}`);
const CONCEPTS = weighted(writtenFields, (name) => `written.*.${name}.concepts`);

/** How much a match counts, as in `search/term-scores.ts`. */
const BOOSTS = {letters: 1, beginning: 0.7, form: 0.5, concept: 0.45} as const;

/** Of several fields with the same word, the best counts in full, and each other one a quarter. */
const TIE_BREAKER = 0.25;

const numbers = (length: number) => [...Array(length).keys()];

/** Inserts a parameter, or a default if it is missing. */
const parameter = (name: string, ifMissing = '') => `{{${name}}}${ifMissing && `{{^${name}}}${ifMissing}{{/${name}}}`}`;

/** Matches if the fields together have all words of a parameter. */
const matchWords = (name: string, fields: readonly string[], boost: number, more: object = {}) => ({
  multi_match: {
    query: parameter(name),
    fields,
    type: 'cross_fields',
    operator: 'and',
    tie_breaker: TIE_BREAKER,
    boost,
    ...more,
  },
});

/** A unit matches by its letters, a beginning, another form, its meaning, or its years. The best match counts. */
const matchUnit = (i: number) => ({
  dis_max: {
    queries: [
      matchWords(`letters${i}`, LETTERS, BOOSTS.letters, {analyzer: 'folded'}),
      matchWords(`beginning${i}`, BEGINNINGS, BOOSTS.beginning, {analyzer: 'beginning'}),
      {
        multi_match: {
          query: parameter(`form${i}`),
          fields: FORMS,
          type: 'most_fields',
          operator: 'and',
          boost: BOOSTS.form,
        },
      },
      {
        bool: {
          must: [
            matchWords(`concept${i}`, CONCEPTS, BOOSTS.concept, {analyzer: 'values', operator: 'or'}),
            // The other part of a compound.
            matchWords(`other${i}`, CONCEPTS, BOOSTS.concept, {
              analyzer: 'values',
              operator: 'or',
              zero_terms_query: 'all',
            }),
          ],
        },
      },
      ...inSpan('year', `years${i}`),
    ],
  },
});

/** Matches any value of the list in a parameter. An empty list matches everything, or nothing. */
const oneOf = (field: string, name: string, ifNone: 'all' | 'none' = 'all') => ({
  match: {
    [field]: {query: parameter(name), analyzer: 'values', ...(ifNone === 'all' ? {zero_terms_query: 'all'} : {})},
  },
});

/** Matches everything if the parameter is `practice`, otherwise nothing. */
const isOn = (name: string, ifMissing = '') => ({term: {kind: parameter(name, ifMissing)}});

/** Match some values of a facet with numbers, or a range. Without parameters, they match nothing. */
const inSpan = (slot: string, name: string) => [
  oneOf(`facet.${slot}`, name, 'none'),
  {range: {[`number.${slot}`]: {gte: parameter(`${name}_from`, '1'), lte: parameter(`${name}_to`, '0')}}},
];

/** A facet with numbers: some values, a range, or anything if nothing is chosen. */
const oneOfSpan = (slot: string, prefix: string) => ({
  bool: {should: [...inSpan(slot, prefix + slot), isOn(`${prefix}${slot}_any`, PRACTICE)]},
});

const refinement = (slot: string, prefix = '') =>
  spanSlots.includes(slot) ? oneOfSpan(slot, prefix) : oneOf(`facet.${slot}`, prefix + slot);

/** If countries and cities are one facet: in a chosen city, or in a chosen country without one. */
const inPlaces = {
  bool: {
    should: [
      oneOf('facet.city', 'place_city', 'none'),
      oneOf('facet.country', 'place_country', 'none'),
      isOn('place_any', PRACTICE),
    ],
  },
};

const inCollection = oneOf('collection', 'collection');

/** Only what the webmaster's `scope` allows. */
const inScope = [{term: {kind: PRACTICE}}, ...slots.map((slot) => refinement(slot, 'scope_'))];

/** All refinements, or all but those of one facet. Countries and cities are left out together if they are one. */
const refined = (but?: string) => [
  ...slots.filter((slot) => slot !== but).map((slot) => refinement(slot)),
  ...(but === 'city' || but === 'country' ? [] : [inPlaces]),
  inCollection,
];

const query = {
  bool: {
    filter: inScope,
    must: numbers(MAX_PHRASES).map((i) => ({
      multi_match: {
        query: parameter(`phrase${i}`),
        fields: LETTERS,
        type: 'phrase',
        analyzer: 'folded',
        zero_terms_query: 'all',
      },
    })),
    must_not: [{multi_match: {query: parameter('excluded'), fields: LETTERS, analyzer: 'folded'}}],
    should: numbers(MAX_UNITS).map(matchUnit),
    minimum_should_match: parameter('least', '0'),
  },
};

const terms = (field: string, size = MAX_VALUES) => ({terms: {field, size, shard_size: size * 2}});

/** The values of a facet, without its own refinements; only if they are asked for. */
const counts = (slot: string) => ({
  filter: {bool: {filter: [isOn(`count_${slot}`), ...refined(slot)]}},
  aggs: {values: terms(`facet.${slot}`)},
});

const search = {
  query,
  post_filter: {bool: {filter: refined()}},
  from: parameter('from', '0'),
  size: parameter('size', '12'),
  track_total_hits: true,
  _source: [parameter('fields', 'record'), 'sources'],
  docvalue_fields: ['id'],
  sort: [
    // A parameter chooses among the orders of the index, which are all below `sort`.
    {[`sort.${parameter('sort', 'relevance')}`]: {order: 'asc', unmapped_type: 'keyword'}},
    {[`sort.${parameter('tie', 'relevance')}`]: {order: 'asc', unmapped_type: 'keyword'}},
    {_score: 'desc'},
    {'sort.feed': 'asc'},
  ],
  track_scores: true,
  aggs: {
    /** Before refinements. */
    found: {filter: {term: {kind: PRACTICE}}},
    ...Object.fromEntries(slots.map((slot) => [slot, counts(slot)])),
  },
  suggest: {
    text: parameter('misspelt'),
    spelling: {
      term: {
        field: 'spelling',
        suggest_mode: 'missing',
        sort: 'score',
        size: 1,
        max_edits: 2,
        prefix_length: 0,
        min_word_length: 4,
        string_distance: 'damerau_levenshtein',
      },
    },
  },
};

const feed = {
  query: {term: {kind: FEED}},
  size: 1,
  track_total_hits: false,
  aggs: {
    all: {
      global: {},
      aggs: {
        scope: {
          filter: {bool: {filter: inScope}},
          aggs: {
            ...Object.fromEntries(
              slots.map((slot) => [slot, {...terms(`facet.${slot}`), aggs: {first: {min: {field: 'sort.feed'}}}}]),
            ),
            cities: terms('cities', 2 * MAX_VALUES),
            collections: terms('collection', 100),
          },
        },
      },
    },
  },
};

const similar = {
  query: {
    bool: {
      filter: inScope,
      must_not: [oneOf('id', 'id', 'none')],
      should: [
        oneOf('facet.topic', 'topics', 'none'),
        {constant_score: {filter: oneOf('facet.country', 'countries', 'none'), boost: 0.5}},
        {
          more_like_this: {
            fields: ['text.title', 'text.summary'],
            like: parameter('like'),
            analyzer: 'folded',
            min_term_freq: 1,
            min_doc_freq: 2,
            max_query_terms: 25,
            minimum_should_match: '1',
            boost: 0.3,
          },
        },
      ],
      minimum_should_match: '1',
    },
  },
  size: 3,
  track_total_hits: false,
  _source: ['record', 'sources'],
  sort: [{_score: 'desc'}, {'sort.feed': 'asc'}],
};

const practices = {
  query: {bool: {filter: [...inScope, oneOf('id', 'ids', 'none')]}},
  size: 100,
  track_total_hits: false,
  _source: ['record', 'sources'],
};

const table = {
  query: {bool: {filter: [query, ...refined()]}},
  size: 0,
  track_total_hits: true,
  aggs: {
    rows: {
      ...terms(`facet.${parameter('rows', 'topic')}`, 500),
      aggs: {
        columns: terms(`facet.${parameter('columns', 'country')}`, 100),
      },
    },
    columns: terms(`facet.${parameter('columns', 'country')}`, 500),
  },
};

/** All templates that the cluster stores, and no others. */
export const searchTemplates: readonly SearchTemplate[] = Object.entries({search, feed, similar, practices, table}).map(
  ([name, source]) => ({id: templateIds[name as keyof typeof templateIds], source: JSON.stringify(source)}),
);
