import {translationFor} from '../../localized-text.js';
import type {Practice} from '../../practice.js';
import type {Labels} from '../../search/labels.js';
import {stateToRoute, writeRoute} from '../../state/route.js';
import {
  initialState,
  refinementPairs,
  noRefinements,
  refinementToText,
  type Refinements,
  type SearchState,
} from '../../state/search-state.js';
import type {FeedInfo} from '../feed.js';

/** The page with the widget, and how the widget reads its address. */
export interface ListPage {
  /** Absolute. If it ends with `#`, the parameters of the widget come after it. */
  readonly address: string;
  /** The attribute `url-key`. */
  readonly urlKey: string;
}

/** A feed for feed readers, before it is written in one of their formats. */
export interface Channel {
  readonly info: FeedInfo;
  readonly practices: readonly Practice[];
  readonly labels: Labels;
  /** BCP 47 tag of the texts; `''` if nobody says. */
  readonly language: string;
  /** What the practices were chosen by. */
  readonly refinements: Refinements;
  /** Null if nobody says where the list is. */
  readonly page: ListPage | null;
  /** The address where the feed will be published; `''` if nobody says. */
  readonly url: string;
  /** For formats that demand a date, if nothing has one. */
  readonly now: Date;
}

/** A feed for feed readers that says where its list is. RSS and Atom demand that. */
export type LinkedChannel = Channel & {readonly page: ListPage};

/** The address of the list in a state, such as with one practice open. */
export function linkInto({address, urlKey}: ListPage, state: Partial<SearchState>): string {
  const url = new URL(address);
  const part = address.endsWith('#') ? 'hash' : 'search';
  url[part] = writeRoute(url[part].slice(1), urlKey, stateToRoute({...initialState, ...state}, noRefinements));
  return url.href;
}

/** Where a reader of the feed is led: to the page of the practice, otherwise into the list. */
export const linkTo = ({id, url}: Practice, page: ListPage | null): string =>
  url || (page ? linkInto(page, {open: [id]}) : '');

/** The title of the feed, and what its practices were chosen by: `Good practices: Education, Spain`. */
export function titleOf({info, labels, refinements}: Channel): string {
  const title = translationFor(info.title, labels.language).text || 'Good practices';
  const values = refinementPairs(refinements).map(([name, one]) => labels.of(name, refinementToText(one)).text);
  return [title, values.join(', ')].filter(Boolean).join(': ');
}

/** The moment that a date names; null for a year, a month, and what is no date. */
export function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d(?:T|$)/.test(text)) return null;
  // Without a zone, a time would depend on the computer.
  const isComplete = !text.includes('T') || /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = Date.parse(isComplete ? text : `${text}Z`);
  return Number.isNaN(time) ? null : new Date(time);
}

/** When the feed was changed last: as it says, otherwise with its latest practice; null if nothing has a date. */
export function lastChange({info, practices}: Channel): Date | null {
  const [latest] = practices.flatMap(({updated}) => momentOf(updated) ?? []).sort((a, b) => +b - +a);
  return momentOf(info.updated) ?? latest ?? null;
}

/** The language of a practice, if it is not that of the feed; of its text, because titles may differ. */
export function languagesOf({sections, summary, title}: Practice, {labels, language}: Channel) {
  const langOf = (text: Practice['title']) => translationFor(text, labels.language).lang;
  const titleLang = langOf(title);
  const textLang = [summary, ...sections.map(({text}) => text)].map(langOf).find(Boolean) ?? titleLang;
  return {
    language: textLang === language ? '' : textLang,
    titleLang: titleLang === textLang ? '' : titleLang,
  };
}

/** The countries of several places, as formats without pairs have them: one for each place, or each once. */
export function countriesOf(countries: readonly string[]): readonly string[] {
  const distinct = [...new Set(countries)];
  return distinct.length > 1 && countries.every(Boolean) ? countries : distinct;
}
