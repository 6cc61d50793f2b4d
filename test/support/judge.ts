// How well a search finds what people mean, by the queries in test/fixtures/meaning.

/** What people look for. */
export interface Need {
  readonly id: string;
  /** By the ids of practices, how well each answers: 2 squarely, 1 also touches it. */
  readonly relevant: Readonly<Record<string, number | undefined>>;
}

/** How somebody types a need. */
export interface JudgedQuery {
  /** Id of a need; `none` where nothing answers. */
  readonly need: string;
  /** BCP 47 tag of the page and of the query; `zxx` for names of no language. */
  readonly lang: string;
  readonly kind: string;
  readonly text: string;
}

/** What a query found. */
export interface Found {
  /** Of the best practices, best first. */
  readonly ids: readonly string[];
  /** How many were found in all. */
  readonly total: number;
  /** Whether no practice has all words of the query. */
  readonly isPartial: boolean;
}

/** How good the answer to a query is. */
export interface Outcome extends JudgedQuery, Found {
  /** How near the first ten are to the best possible order, from 0 to 1, with gains of 2^grade − 1. NaN for `none`. */
  readonly ndcg: number;
  /** The share of the relevant practices, or of ten, among the first ten. NaN for `none`. */
  readonly recall: number;
}

/** Figures of some outcomes. */
export interface Summary {
  readonly queries: number;
  readonly ndcg: number;
  readonly recall: number;
  /** The share of queries that found nothing. */
  readonly empty: number;
}

const TOP = 10;
/** So many practices are a flood where none is relevant. */
const FLOOD = 3;

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

const gain = (grades: readonly number[]) =>
  grades.slice(0, TOP).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

/** Judges what one query found. */
export function judge(query: JudgedQuery, found: Found, needs: readonly Need[]): Outcome {
  const {relevant = {}} = needs.find(({id}) => id === query.need) ?? {};
  const grades = found.ids.slice(0, TOP).map((id) => relevant[id] ?? 0);
  const best = Object.values(relevant)
    .map(Number)
    .sort((a, b) => b - a);
  return {
    ...query,
    ...found,
    ndcg: gain(grades) / gain(best),
    recall: grades.filter(Boolean).length / Math.min(TOP, best.length),
  };
}

/** Queries that have an answer. */
export const hasAnswer = ({kind}: JudgedQuery): boolean => kind !== 'none';

/** Queries without an answer that find many practices all the same; `isStrict`: with all their words. */
export const floods = (outcomes: readonly Outcome[], isStrict: boolean): readonly Outcome[] =>
  outcomes.filter((outcome) => !hasAnswer(outcome) && outcome.total > FLOOD && !(isStrict && outcome.isPartial));

export const summarize = (outcomes: readonly Outcome[]): Summary => ({
  queries: outcomes.length,
  ndcg: mean(outcomes.map(({ndcg}) => ndcg)),
  recall: mean(outcomes.map(({recall}) => recall)),
  empty: mean(outcomes.map(({total}) => (total ? 0 : 1))),
});

/** The outcomes by kind or language, in the order of the queries. */
export const groupBy = (outcomes: readonly Outcome[], key: 'kind' | 'lang'): ReadonlyMap<string, readonly Outcome[]> =>
  new Map(
    [...new Set(outcomes.map((outcome) => outcome[key]))].map((value) => [
      value,
      outcomes.filter((outcome) => outcome[key] === value),
    ]),
  );
