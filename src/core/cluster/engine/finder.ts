import type {Attribute} from '../../practice.js';
import type {Refinements, SearchState} from '../../state/search-state.js';
import type {ClusterAnswer, Parameters} from '../client.js';
import {PRACTICE} from '../fields.js';
import type {EngineContext} from './context.js';
import {readScope, type Scope} from './scope.js';
import {createSearchParameters} from './search-parameters.js';
import type {TextMatch, TextSearch} from './text-search.js';

/** What was found for a search state. */
export interface Found {
  readonly scope: Scope;
  readonly answer: ClusterAnswer;
  readonly match: TextMatch;
  /** The state without values that no practice has, and without an unknown collection. */
  readonly state: SearchState;
  /** What all of the hits match, to ask more about them. */
  readonly parameters: Parameters;
}

export interface FindOptions {
  /** The facets to count. */
  readonly facets?: readonly Attribute[];
  readonly signal?: AbortSignal;
}

/** Asks the cluster for the practices that match. */
export interface Finder {
  /** The parameters of the webmaster's scope. */
  readonly scope: Parameters;
  loadScope(): Promise<Scope>;
  /** @param window which of the hits to return, as parameters */
  find(state: SearchState, window: Parameters, options?: FindOptions): Promise<Found>;
  count(state: SearchState, signal: AbortSignal): Promise<number>;
  /** How many practices match refinements. Those that no practice has find nothing. */
  countRefined(refinements: Refinements): Promise<number>;
}

export function createFinder(context: EngineContext, {search}: TextSearch): Finder {
  const {client, closing, excludedTopics, slots, tools} = context;
  const parameters = createSearchParameters(context);

  let scope: Promise<Scope> | undefined;
  async function askForScope(): Promise<Scope> {
    try {
      const answer = await client.ask('feed', parameters.scope, closing);
      // The next search may learn the rest.
      if (answer.warnings.length) scope = undefined;
      return readScope(answer, context, excludedTopics.ids);
    } catch (error) {
      // The search that needs it fails too. The next one asks again.
      scope = undefined;
      throw error;
    }
  }
  const loadScope = () => (scope ??= askForScope());

  function withoutUnknown(state: SearchState, {collections, facets}: Scope): SearchState {
    const refinements = tools.knownRefinements(facets, state.refinements);
    const collection = collections.some(({id}) => id === state.collection) ? state.collection : '';
    return refinements === state.refinements && collection === state.collection
      ? state
      : {...state, refinements, collection};
  }

  async function find(asked: SearchState, window: Parameters, {facets = [], signal}: FindOptions = {}): Promise<Found> {
    const all = await loadScope();
    const state = withoutUnknown(asked, all);
    const filter = {...parameters.scope, ...parameters.filter(state, all)};
    const counted = facets.flatMap((name) => slots.get(name) ?? []);
    const own: Parameters = {
      ...filter,
      ...parameters.order(state),
      ...Object.fromEntries(counted.map((slot) => [`count_${slot}`, PRACTICE])),
      ...window,
    };
    const either = signal ? AbortSignal.any([signal, closing]) : closing;
    const {answer, match} = await search(state.query, (text) => client.ask('search', {...own, ...text}, either));
    return {scope: all, answer, match, state, parameters: {...filter, ...match.parameters}};
  }

  return {
    scope: parameters.scope,
    loadScope,
    find,
    count: async (state, signal) => (await find({...state, sort: null}, {size: '0'}, {signal})).answer.total,
    async countRefined(refinements) {
      const filter = parameters.filter({refinements, collection: ''}, await loadScope());
      return (await client.ask('search', {...parameters.scope, ...filter, size: '0'}, closing)).total;
    },
  };
}
