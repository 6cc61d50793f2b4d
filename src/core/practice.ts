/** A text in one language. `lang` is a BCP 47 tag, or `''` where the feed does not say. */
export interface Translation {
  readonly lang: string;
  readonly text: string;
}

/**
 * A text in one or several languages, the feed's own first; empty where there is none.
 * A list, not an object by language: a feed may name a language `__proto__`.
 */
export type LocalizedText = readonly Translation[];

/** Where a practice took place. `city` and `country` are `''` where the feed does not say. */
export interface Place {
  readonly city: string;
  /** ISO 3166-1 alpha-2 where it was recognized, else the text as published. */
  readonly country: string;
  /** `[latitude, longitude]` in degrees. */
  readonly location: readonly [number, number] | null;
}

/** The years in which a practice ran. `to` is null while it is ongoing, and both are null where no year is known. */
export interface YearSpan {
  readonly from: number | null;
  readonly to: number | null;
  readonly ongoing: boolean;
}

/** When a practice ran: the text as published (`''` where there is none), and the years read from it. */
export interface Period extends YearSpan {
  readonly text: string;
}

/** HTML as the feed gave it, which nobody trusts: elements/features/safe-html.ts alone makes anything but text of it. */
export interface SectionHtml {
  readonly source: LocalizedText;
  /** Where relative addresses in it start from; absolute. */
  readonly base: string;
}

/** One part of the full text. `heading` may be empty; `text` never is. Where there is `html`, `text` is the words of it. */
export interface Section {
  readonly heading: LocalizedText;
  readonly text: LocalizedText;
  readonly html: SectionHtml | null;
}

/** A link to more. `label` is the address, or its beginning, where the feed gives none. */
export interface Link {
  readonly url: string;
  readonly label: string;
}

/** A picture. `src` is absolute, http or https; `alt` is empty where the feed says nothing of what it shows. */
export interface Image {
  readonly src: string;
  readonly alt: LocalizedText;
}

/** Who to ask; every field is `''` where the feed does not say. `url` and the others were checked as links are. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly url: string;
}

/** One good practice, as all else in this house knows it. Nothing in it is optional: absence is an empty value. */
export interface Practice {
  /** Unique in its feed, and the same tomorrow: addresses are made of it. */
  readonly id: string;
  /** Never empty. */
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly places: readonly Place[];
  readonly period: Period;
  /** Ids of topics; a topic that the feed does not describe is its own id. */
  readonly topics: readonly string[];
  readonly sections: readonly Section[];
  /** Where the practice was published, absolute; `''` where the feed does not say. */
  readonly url: string;
  readonly image: Image | null;
  readonly links: readonly Link[];
  readonly contact: Contact | null;
  /** Where the rest of it is, which is fetched when it is opened; absolute, `''` where all of it is here. */
  readonly details: string;
  /** The names of the feeds that have it; empty where there is only one feed. */
  readonly sources: readonly string[];
}

/** What one can refine by. */
export const attributes = ['topic', 'country', 'city', 'year', 'source'] as const;
export type Attribute = (typeof attributes)[number];

/** The values of the attribute `year` that are not a year: still running, and never dated. */
export const ONGOING = 'ongoing';
export const NO_DATE = 'none';
