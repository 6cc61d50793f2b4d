/** `locales/<tag>.intl.json`: what Intl says of a language that some browsers do not know, taken from CLDR by the build. */
export interface IntlExtract {
  /** Names of countries by their code, where they are not the English ones. */
  readonly countries: Readonly<Record<string, string>>;
  /** How a date is written in each month: `{d} nëntor {y}`; the day is `{dd}` where it has a zero before it. */
  readonly dates: readonly string[];
  /** What stands before the last of two, and of more. */
  readonly and: readonly [string, string];
  /** A language that every browser knows, and that writes numbers alike. */
  readonly numbers: string;
  /** Its letters in their order; `''` where that of Latin letters elsewhere is right. */
  readonly alphabet: string;
}
