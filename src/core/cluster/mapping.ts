import type {LanguageWords} from '../search/words.js';
import {readWords, synonymWords} from '../search/words.js';
import {
  baseLanguage,
  conceptWord,
  MAX_LISTED_VALUES,
  MAX_WINDOW,
  ownSlots,
  SEPARATOR,
  slots,
  TEMPLATE_VERSION,
  textWeights,
  writtenFields,
} from './fields.js';

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
export const BEGINNING = {min: 3, max: 15} as const;

/** The body of `PUT /<index>`: settings, analyzers and mapping. */
export function indexSettings({replicas = 1, shards = 1, synonyms = [], words}: IndexOptions) {
  const languages = indexLanguages(words);
  const own = synonymRules(synonymWords(synonyms));
  const filters: Record<string, unknown> = {
    beginning: {type: 'edge_ngram', min_gram: BEGINNING.min, max_gram: BEGINNING.max},
    longest: {type: 'truncate', length: BEGINNING.max},
    // Words that are no concept are in the other fields.
    only_concepts: {type: 'keep_types', types: ['SYNONYM']},
    few: {type: 'limit', max_token_count: MAX_LISTED_VALUES},
  };
  const analyzers: Record<string, unknown> = {
    folded: custom('lowercase', 'asciifolding'),
    spelling: custom('lowercase', 'unique'),
    beginnings: custom('lowercase', 'asciifolding', 'unique', 'beginning', 'unique'),
    beginning: custom('lowercase', 'asciifolding', 'longest'),
    // One parameter of a template holds a list. The cluster bounds its length.
    values: {type: 'custom', tokenizer: 'lines', filter: ['few']},
  };
  for (const language of languages) {
    const stemmer = stemmers[language];
    const forms = stemmer ? [`stem_${language}`] : [];
    if (stemmer) filters[`stem_${language}`] = {type: 'stemmer', language: stemmer};
    const rules = words
      .filter((each) => baseLanguage(each.language) === language)
      .slice(0, 1)
      .flatMap(synonymRules);
    filters[`concepts_${language}`] = {type: 'synonym', lenient: true, synonyms: [...rules, ...own]};
    analyzers[`forms_${language}`] = custom('lowercase', ...forms, 'asciifolding', 'unique');
    analyzers[`concepts_${language}`] = custom(
      'lowercase',
      ...forms,
      'asciifolding',
      `concepts_${language}`,
      'only_concepts',
      'unique',
    );
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
            Object.keys(textWeights).map((name) => [
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
                      fields: {concepts: wordsField(`concepts_${language}`, 'values')},
                    },
                  ]),
                ),
              },
            ]),
          ),
        },
        /** All words of `written`, for corrections. */
        spelling: wordsField('spelling'),
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

/** Rules that replace the terms of a concept by its id. */
function synonymRules({file}: LanguageWords): string[] {
  const rules: string[] = [];
  const entries = [...Object.entries(file.concepts), ...Object.entries(file.places)];
  for (const [concept, text] of entries) {
    // A city has its own name as well; a country is known by its code.
    const own = concept in file.places && concept.length > 2 ? [concept] : [];
    const terms = [...text.split(', '), ...own]
      // A `~` marks terms that the search understands, but does not look for.
      .filter((term) => !term.startsWith('~'))
      .map((term) =>
        readWords(term)
          .map(({written}) => written)
          .join(' '),
      )
      .filter(Boolean);
    if (terms.length)
      rules.push(`${[...new Set(terms)].map(escapeRule).join(', ')} => ${escapeRule(conceptWord(concept))}`);
  }
  return rules;
}

/** Of the characters with a meaning in rules, words and ids have none but these. */
const escapeRule = (text: string) => text.replace(/[\\,=>#]/g, '\\$&');
