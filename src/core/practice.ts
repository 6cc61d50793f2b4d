/** A text in one language. `lang` is a BCP 47 tag, or `''` if the feed does not say. */
export interface Translation {
  readonly lang: string;
  readonly text: string;
}

/**
 * A text in one or several languages, the feed's own first; empty if there is none. A list, not an
 * object by language: a feed may name a language `__proto__`.
 */
export type LocalizedText = readonly Translation[];

/** The place of a practice. `city` and `country` are `''` if the feed does not say. */
export interface Place {
  readonly city: string;
  /** ISO 3166-1 alpha-2 if recognized, otherwise the text as published. */
  readonly country: string;
  /** `[latitude, longitude]` in degrees. */
  readonly location: readonly [number, number] | null;
}

/** The years of a practice. `to` is null while it is ongoing; both are null if no year is known. */
export interface YearSpan {
  readonly from: number | null;
  readonly to: number | null;
  readonly ongoing: boolean;
}

/** The period of a practice: the text as published (`''` if there is none), and the years in it. */
export interface Period extends YearSpan {
  readonly text: string;
}

/** HTML of a feed. Only elements/features/safe-html.ts may make markup of it. */
export interface SectionHtml {
  readonly source: LocalizedText;
  /** Relative addresses in it start here; absolute. */
  readonly base: string;
}

/**
 * A part of the full text. `heading` may be empty; `text` never is. If there is `html`, `text` has
 * its words.
 */
export interface Section {
  readonly heading: LocalizedText;
  readonly text: LocalizedText;
  readonly html: SectionHtml | null;
}

/** A link. `label` is the address, or its beginning, if the feed has none. */
export interface Link {
  readonly url: string;
  readonly label: string;
}

/** An image. `src` is absolute, http or https; `alt` is empty if the feed does not describe it. */
export interface Image {
  readonly src: string;
  readonly alt: LocalizedText;
}

/** A contact. Every field is `''` if the feed does not say. All are safe in links. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly url: string;
}

/** The values of a practice in a facet that its feed describes, each once. Numbers and years are digits. */
export interface FacetValues {
  readonly name: string;
  readonly values: readonly string[];
}

/** A good practice after `normalize`. No field is optional: a missing one has an empty value. */
export interface Practice {
  /** Unique in its feed, and the same at each visit: addresses contain it. */
  readonly id: string;
  /** Never empty. */
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly places: readonly Place[];
  readonly period: Period;
  /** Ids of topics. A topic that the feed does not describe is its own id. */
  readonly topics: readonly string[];
  /** A list, not an object by name: a feed may name a facet `constructor`. Without empty ones. */
  readonly facets: readonly FacetValues[];
  readonly sections: readonly Section[];
  /** The page of the practice, absolute; `''` if the feed does not say. */
  readonly url: string;
  readonly image: Image | null;
  readonly links: readonly Link[];
  readonly contact: Contact | null;
  /** When the record was changed last: a date of ISO 8601, with or without a time; `''` if the feed does not say. */
  readonly updated: string;
  /**
   * The address of the full record, which the widget loads when a visitor opens the practice;
   * absolute, `''` if this is the full record.
   */
  readonly details: string;
  /** The names of the feeds that have it; empty if there is only one feed. */
  readonly sources: readonly string[];
}

/** What visitors can filter every feed by. */
export const attributes = ['topic', 'country', 'city', 'year', 'source'] as const;
export type BuiltInAttribute = (typeof attributes)[number];

/** The name of what visitors filter by. It is not a closed list: editors only suggest the built-in names. */
export type Attribute = BuiltInAttribute | (string & Record<never, never>);

/** Something by attribute: for each built-in one, and perhaps for others. */
export type ByAttribute<T> = {readonly [A in BuiltInAttribute]: T} & {readonly [name: string]: T | undefined};

/** Values of the attribute `year` that are not years: still running, and without a date. */
export const ONGOING = 'ongoing';
export const NO_DATE = 'none';
