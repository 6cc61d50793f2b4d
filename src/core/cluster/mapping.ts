import {baseLanguage} from '../localized-text.js';
import {fieldNames} from '../search/fields.js';
import {MAX_WORDS} from '../search/query.js';
import {synonymWords, type LanguageWords} from '../search/words.js';
import {MAX_LISTED_VALUES, MAX_WINDOW, ownSlots, SEPARATOR, slots, TEMPLATE_VERSION, writtenFields} from './fields.js';
import {synonymRules} from './synonym-rules.js';

/** What an index depends on. */
export interface IndexOptions {
  /** The words of the languages of the texts. The first one also reads texts of other languages. */
  readonly words: readonly LanguageWords[];
  /** Groups of terms that mean the same in these practices, as the feed says. */
  readonly synonyms?: readonly (readonly string[])[];
  readonly shards?: number;
  readonly replicas?: number;
}

/** The stemmers of Lucene by language. If it has several, we take the one that cuts least. */
const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'light_german',
  el: 'greek',
  en: 'english',
  es: 'light_spanish',
  et: 'estonian',
  eu: 'basque',
  fi: 'finnish',
  fr: 'light_french',
  ga: 'irish',
  gl: 'galician',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'light_italian',
  lt: 'lithuanian',
  lv: 'latvian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'light_nynorsk',
  no: 'norwegian',
  pt: 'light_portuguese',
  ro: 'romanian',
  ru: 'light_russian',
  sv: 'swedish',
  tr: 'turkish',
};

/** The languages that an index tells apart: each once. */
export const indexLanguages = (words: readonly LanguageWords[]): string[] => {
  const languages = words.map(({language}) => baseLanguage(language)).filter((each) => /^[a-z]{2,3}$/.test(each));
  return languages.length ? [...new Set(languages)] : ['en'];
};

/** From how many letters on, and up to which one, the beginning of a word finds it. */
const BEGINNING = {min: 3, max: 15} as const;

/** The body of `PUT /<index>`: settings, analyzers and mapping. */
export function indexSettings({replicas = 1, shards = 1, synonyms = [], words}: IndexOptions) {
  const languages = indexLanguages(words);
  const filters: Record<string, unknown> = {
    beginning: {type: 'edge_ngram', min_gram: BEGINNING.min, max_gram: BEGINNING.max},
    longest: {type: 'truncate', length: BEGINNING.max},
    // Words that are no concept are in the other fields.
    only_concepts: {type: 'keep_types', types: ['SYNONYM']},
    few: {type: 'limit', max_token_count: MAX_LISTED_VALUES},
    few_words: {type: 'limit', max_token_count: MAX_WORDS},
  };
  const analyzers: Record<string, unknown> = {
    folded: custom('lowercase', 'asciifolding'),
    spelling: custom('lowercase', 'unique'),
    // To look for similar words takes long.
    misspelt: custom('lowercase', 'unique', 'few_words'),
    beginnings: custom('lowercase', 'asciifolding', 'unique', 'beginning', 'unique'),
    beginning: custom('lowercase', 'asciifolding', 'longest'),
    // One parameter of a template holds a list. The cluster bounds its length.
    values: {type: 'custom', tokenizer: 'lines', filter: ['few']},
  };
  for (const language of languages) {
    const stemmer = stemmers[language];
    const forms = stemmer ? [`stem_${language}`] : [];
    if (stemmer) filters[`stem_${language}`] = {type: 'stemmer', language: stemmer};
    const own = words.filter((each) => baseLanguage(each.language) === language).slice(0, 1);
    const {everywhere, places} = synonymRules([...own, synonymWords(synonyms)]);
    filters[`concepts_${language}`] = {type: 'synonym', lenient: true, synonyms: everywhere};
    filters[`places_${language}`] = {type: 'synonym', lenient: true, synonyms: places};
    const toForms = ['lowercase', ...forms, 'asciifolding'];
    const toConcepts = [`concepts_${language}`, 'only_concepts', 'unique'];
    analyzers[`forms_${language}`] = custom(...toForms, 'unique');
    analyzers[`concepts_${language}`] = custom(...toForms, ...toConcepts);
    analyzers[`places_${language}`] = custom(...toForms, `places_${language}`, ...toConcepts);
  }
  return {
    settings: {
      index: {
        number_of_shards: shards,
        number_of_replicas: replicas,
        // A request for more is refused.
        max_result_window: MAX_WINDOW,
        max_terms_count: MAX_LISTED_VALUES,
        similarity: {rarity: {type: 'BM25', k1: 0, b: 0}},
      },
      analysis: {
        tokenizer: {lines: {type: 'pattern', pattern: SEPARATOR}},
        filter: filters,
        analyzer: analyzers,
      },
    },
    mappings: {
      dynamic: 'strict',
      _meta: {good_practices: {template: TEMPLATE_VERSION, languages}},
      // The record has all texts already.
      _source: {excludes: ['text', 'written']},
      properties: {
        kind: keyword,
        id: keyword,
        facet: {properties: Object.fromEntries(slots.map((slot) => [slot, keyword]))},
        number: {
          properties: {
            year: {type: 'integer'},
            ...Object.fromEntries(ownSlots.map((slot) => [slot, {type: 'double'}])),
          },
        },
        cities: keyword,
        collection: keyword,
        sort: {dynamic: true, properties: {feed: {type: 'long'}}},
        text: {
          properties: Object.fromEntries(
            fieldNames.map((name) => [
              name,
              {
                ...textField('folded'),
                fields: {beginning: wordsField('beginnings', 'beginning')},
              },
            ]),
          ),
        },
        written: {
          properties: Object.fromEntries(
            languages.map((language) => [
              language,
              {
                properties: Object.fromEntries(
                  writtenFields.map((name) => [
                    name,
                    {
                      ...wordsField(`forms_${language}`),
                      copy_to: 'spelling',
                      fields: {
                        concepts: wordsField(`${name === 'places' ? 'places' : 'concepts'}_${language}`, 'values'),
                      },
                    },
                  ]),
                ),
              },
            ]),
          ),
        },
        /** All words of `written`, for corrections. */
        spelling: wordsField('spelling', 'misspelt'),
        record: {type: 'object', enabled: false},
        sources: {type: 'object', enabled: false},
      },
      dynamic_templates: [{orders: {path_match: 'sort.*', match_mapping_type: 'string', mapping: keyword}}],
    },
  };
}

const keyword = {type: 'keyword'};

/** Words of which only whether a practice has them counts: no phrases. */
const wordsField = (analyzer: string, search = analyzer) => ({
  ...textField(analyzer),
  search_analyzer: search,
  index_options: 'docs',
});

const textField = (analyzer: string) => ({type: 'text', analyzer, similarity: 'rarity', norms: false});

const custom = (...filter: string[]) => ({type: 'custom', tokenizer: 'whitespace', filter});
