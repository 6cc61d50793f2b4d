import {isObject, textOf} from '../json-value.js';
import {fieldOf, type FieldName} from './field-names.js';
import {firstOf, isEmpty, isPlaceholder, toDay, toPlain, unwrap} from './field-values.js';

/** A field of a document that means one of our fields. */
export interface FoundField {
  readonly field: FieldName;
  readonly name: string;
  /** The lower, the better the name. */
  readonly rank: number;
  /** The language at the end of the name; `''` if there is none. */
  readonly language: string;
  /** The name without its language. */
  readonly base: string;
  readonly value: unknown;
}

/** A field of a document that means one of our fields, and whose value is not shown. */
export type UnusedField = Pick<FoundField, 'field' | 'name'>;

/** The fields of one record, and which of them were used. */
export interface RecordFields {
  /** The fields of the document that mean `field`, in its order. */
  inOrder(field: FieldName): readonly FoundField[];
  /** The same, the best names first. */
  byRank(field: FieldName): readonly FoundField[];
  /** The value of a field, which counts as used from now on. */
  use(found: FoundField): unknown;
  /** The value of the field with the best name. */
  best(field: FieldName): unknown;
  /** The same; of a list the first value. */
  one(field: FieldName): unknown;
  /**
   * A text, or texts by language, each from the field with the best name. `own` is the language of
   * names without one.
   */
  translated(texts: readonly FoundField[], own: string): unknown;
  /**
   * The fields that were not used. Dates are used if `period`, the text of the period, has them.
   */
  unused(period: string): readonly UnusedField[];
}

/**
 * Texts in several languages may be in a field each: `title_de`, `title_en`. Of other fields the
 * first language counts.
 */
const TRANSLATED = /^(?:title|summary|sections|headed)$/;
/** In these fields an address may be in a tag, or nothing is markup, so their text stays. */
const TAGGED = /^(?:id|sections|headed|url|links|image|location|details)$/;
/**
 * All values of these fields are shown, or a second one says the same in other words, such as an id
 * or a place on the map.
 */
const NEVER_UNUSED = /^(?:topics|links|url|headed|id|updated|language|titleLang|location|lat|lon)$/;
const DATES = /^(?:period|from|to)$/;

/** Whether a location is the name of a place, and not one on the map. */
export const isPlaceName = (location: unknown): location is string =>
  typeof location === 'string' && !/\d/.test(location);

export function createRecordFields(entries: Iterable<readonly [name: string, value: unknown]>): RecordFields {
  const {found, others} = findFields(entries);
  const used = new Set<FoundField>();
  const inOrder = (field: FieldName) => found.get(field) ?? [];
  const byRank = (field: FieldName) => [...inOrder(field)].sort((a, b) => a.rank - b.rank);
  const use = (each: FoundField) => {
    used.add(each);
    return each.value;
  };
  const best = (field: FieldName) => {
    const [first] = byRank(field);
    return first && use(first);
  };
  return {
    inOrder,
    byRank,
    use,
    best,
    one: (field) => firstOf(best(field)),
    translated(texts, own) {
      const byLanguage = new Map<string, unknown>();
      for (const each of texts) {
        const language = each.language || own;
        if (!byLanguage.has(language)) byLanguage.set(language, firstOf(use(each)));
      }
      const plain = byLanguage.get(own);
      if (!texts.some((each) => each.language)) return plain;
      // The field without a language may itself have texts by language.
      if (isObject(plain)) byLanguage.delete(own);
      return {...(isObject(plain) && plain), ...Object.fromEntries(byLanguage)};
    },
    unused(period) {
      const isUsed = (each: FoundField) => {
        if (NEVER_UNUSED.test(each.field) && !(each.field === 'location' && isPlaceName(each.value))) return true;
        return used.has(each) && (!DATES.test(each.field) || period.includes(textOf(toDay(firstOf(each.value)))));
      };
      const unused = [...[...found.values()].flat().filter((each) => !isUsed(each)), ...others];
      return withoutRepetitions(unused, used);
    },
  };
}

/**
 * The known fields of a document by their meaning; and fields in further languages where only one
 * language counts.
 */
function findFields(entries: Iterable<readonly [name: string, value: unknown]>) {
  const found = new Map<FieldName, FoundField[]>();
  const others: FoundField[] = [];
  for (const [name, raw] of entries) {
    const known = fieldOf(name);
    if (!known) continue;
    const {base = name, field, language = '', rank} = known;
    const isTranslated = TRANSLATED.test(field);
    const rich = unwrap(raw);
    const value = TAGGED.test(field) ? rich : Array.isArray(rich) ? rich.map(toPlain) : toPlain(rich);
    if (isEmpty(value) || (!isTranslated && isPlaceholder(value))) continue;
    const same = found.get(field) ?? [];
    found.set(field, same);
    const isFurther = language && !isTranslated && same.some((other) => other.rank === rank);
    (isFurther ? others : same).push({field, name, rank, language, base, value});
  }
  return {found, others};
}

/** Nothing is lost if a used field has the same value. */
function withoutRepetitions(unused: readonly FoundField[], used: ReadonlySet<FoundField>): FoundField[] {
  const keyOf = ({field, value}: FoundField) => `${field} ${textOf(value)}`;
  const left = new Set(unused);
  const shown = new Set([...used].filter((each) => !left.has(each)).map(keyOf));
  return unused.filter((each) => !shown.has(keyOf(each)));
}
