import {forgetOldest} from '../../forget-oldest.js';
import type {Correction, Query, QueryUnit} from '../../search/query.js';
import type {Vocabulary} from '../../search/vocabulary.js';
import type {Word} from '../../search/words.js';
import type {ClusterAnswer, Parameters} from '../client.js';
import type {ClusterTools} from '../tools.js';
import {neededUnits, textParameters} from './text-parameters.js';

/** Each letter that a visitor types makes a query. */
const MAX_MATCHES = 500;

/** How a query was understood. */
export interface TextMatch {
  readonly parameters: Parameters;
  readonly query: Query;
  /** The query with its corrections. */
  readonly text: string;
  readonly units: readonly QueryUnit[];
  readonly corrections: readonly Correction[];
  /** Whether practices need not have all units. */
  readonly isPartial: boolean;
  /** How many practices it finds before refinements. */
  readonly found: number;
}

/** Answers the parameters of a query. The caller adds those of the search state. */
export type Ask = (parameters: Parameters) => Promise<ClusterAnswer>;

export interface TextSearch {
  /** Finds the practices for a query, and how it is understood. */
  search(text: string, ask: Ask): Promise<{readonly match: TextMatch; readonly answer: ClusterAnswer}>;
  /** Whether one request answers the query, because it was understood before. */
  isKnown(text: string): boolean;
}

/**
 * Creates the search for words. It first asks for practices with all of them. If there are none, it
 * asks for corrected words, then for broader concepts, then for most of the words.
 */
export function createTextSearch(tools: ClusterTools, vocabulary: () => Vocabulary): TextSearch {
  /** The queries that were understood with these words. Others may give them another meaning. */
  const matchesWith = tools.memoizeLast((words: Vocabulary) => ({words, matches: new Map<string, TextMatch>()}));
  const current = () => matchesWith(vocabulary());

  /** The match with the words that practices most likely have instead. Null if there are none. */
  async function correct(match: TextMatch, words: Vocabulary, ask: Ask): Promise<TextMatch | null> {
    const {parameters, query, text} = match;
    // A number with another digit is another number.
    const misspelt = query.words.filter((word) => !word.isQuoted && !/\p{N}/u.test(word.text));
    const typed = misspelt.map(({written}) => written).join(' ');
    const suggestions = readSuggestions(await ask({...parameters, size: '0', misspelt: typed}));
    const units = words.understand(query.words, {
      isRight: ({written}) => !suggestions.has(written),
      correct: ({written}) => suggestions.get(written),
      isBegun: () => false,
    });
    const corrections = units.flatMap((unit) => unit.corrections);
    if (!corrections.length) return null;
    return {
      ...match,
      parameters: textParameters(tools, query, units),
      units,
      corrections,
      text: tools.correct(text, corrections) ?? text,
    };
  }

  /** Words of practices by the misspelt words of a query. */
  function readSuggestions(answer: ClusterAnswer): ReadonlyMap<string, Word> {
    return new Map(
      answer.suggestions('spelling').flatMap(({option, text}) => {
        const [word] = tools.readWords(option);
        return word && word.text !== text ? [[text, word] as const] : [];
      }),
    );
  }

  /** The match with broader concepts. Null if no unit has any. */
  function broaden(match: TextMatch): TextMatch | null {
    const units = match.units.map((unit): QueryUnit => {
      const broader = unit.parts.flat().flatMap((concept) => tools.broaderConcepts[concept] ?? []);
      return broader.length ? {...unit, parts: broader.map((concept) => [concept])} : unit;
    });
    const isBroader = units.some((unit, i) => unit !== match.units[i]);
    return isBroader ? {...match, parameters: textParameters(tools, match.query, units)} : null;
  }

  async function understand(text: string, words: Vocabulary, ask: Ask) {
    const attempt = async (match: TextMatch) => {
      const answer = await ask(match.parameters);
      return {match: {...match, found: answer.count(['found'])}, answer};
    };
    const query = tools.parseQuery(text);
    const units = words.understand(query.words, {isRight: () => true, correct: () => undefined, isBegun: () => false});
    const parameters = textParameters(tools, query, units);
    let last = await attempt({parameters, query, text, units, corrections: [], isPartial: false, found: 0});
    const hasFailed = () => !last.match.found && query.words.length > 0;

    const corrected = hasFailed() && (await correct(last.match, words, ask));
    if (corrected) last = await attempt(corrected);
    const broader = hasFailed() && broaden(last.match);
    if (broader) last = await attempt(broader);
    // Some words of the query may be missing, but not more than half of them.
    const needed = neededUnits(last.match.units).length;
    for (let least = needed - 1; hasFailed() && least >= 1 && least >= needed / 2; least--)
      last = await attempt({
        ...last.match,
        parameters: {...last.match.parameters, least: String(least)},
        isPartial: true,
      });
    return last;
  }

  return {
    async search(text, ask) {
      const {matches, words} = current();
      const known = matches.get(text);
      if (known) return {match: known, answer: await ask(known.parameters)};
      const understood = await understand(text, words, ask);
      // Parts of the index that did not answer may know more.
      if (!understood.answer.warnings.length) matches.set(text, understood.match);
      forgetOldest(matches, MAX_MATCHES);
      return understood;
    },
    isKnown: (text) => current().matches.has(text),
  };
}
